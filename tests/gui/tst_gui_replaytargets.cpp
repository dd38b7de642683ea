// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/samples.h"
#include "ui/replay/replaytargetfield.h"

#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QTemporaryDir>
#include <QToolButton>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// Where captures are sent again: what is typed, what is saved, and where a person lets them go.
class TestReplayTargets : public QObject {
    Q_OBJECT

    QTemporaryDir m_settings;

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }
    void init()
    {
        failOnAnyGuiWarning();
        QSettings().clear();
    }

    void areKept()
    {
        ReplayTargets targets;
        targets.add(u"mine"_s, u"http://127.0.0.1:9000/cb"_s);
        targets.add(u"staging"_s, u"https://staging.example"_s);
        targets.add(u"mine"_s, u"http://127.0.0.1:9001"_s);
        targets.save();
        const ReplayTargets loaded = ReplayTargets::load();
        QCOMPARE(loaded.all().size(), 2U);
        QCOMPARE(loaded.all().front().name, u"staging"_s);
        const SavedReplayTarget *mine = loaded.named(u"mine"_s);
        QVERIFY(mine);
        QCOMPARE(mine->url, u"http://127.0.0.1:9001"_s);
        QVERIFY(!mine->isAllowed);
        QVERIFY(!loaded.named(u"other"_s));
    }

    void neverTooMany()
    {
        ReplayTargets targets;
        for (size_t i = 0; i < ReplayTargets::mostTargets + 5; ++i)
            targets.add(QString::number(i), u"http://localhost"_s);
        QCOMPARE(targets.all().size(), ReplayTargets::mostTargets);
        QVERIFY(!targets.named(u"4"_s));
        QVERIFY(targets.named(u"5"_s));
    }

    void whatCannotBeUsedIsNotLoaded()
    {
        QSettings settings;
        settings.beginWriteArray(u"replay/targets"_s, 3);
        settings.setArrayIndex(0);
        settings.setValue(u"name"_s, u"no URL"_s);
        settings.setValue(u"url"_s, u"file:///etc/passwd"_s);
        settings.setArrayIndex(1);
        settings.setValue(u"name"_s, QString());
        settings.setValue(u"url"_s, u"http://localhost"_s);
        settings.setArrayIndex(2);
        settings.setValue(u"name"_s, u"good"_s);
        settings.setValue(u"url"_s, u"http://localhost"_s);
        settings.endArray();
        settings.sync();
        const ReplayTargets loaded = ReplayTargets::load();
        QCOMPARE(loaded.all().size(), 1U);
        QCOMPARE(loaded.all().front().name, u"good"_s);
    }

    void leaveIsOfTheOrigin()
    {
        ReplayTargets targets;
        targets.add(u"a"_s, u"https://x.example/one"_s);
        QVERIFY(!targets.isAllowed(u"https://x.example/one"_s));
        targets.allow(u"https://x.example/two"_s);
        QCOMPARE(targets.all().size(), 1U);
        QVERIFY(targets.isAllowed(u"https://x.example"_s));
        for (const QString &other : {u"http://x.example"_s, u"https://x.example:444"_s, u"https://y.example"_s, u"x"_s})
            QVERIFY2(!targets.isAllowed(other), qPrintable(other));
        targets.add(u"b"_s, u"https://x.example/three"_s);
        targets.remove(u"a"_s);
        QVERIFY(targets.isAllowed(u"https://x.example"_s));
        targets.remove(u"b"_s);
        QVERIFY(!targets.isAllowed(u"https://x.example"_s));
        // What is not saved yet is then.
        targets.allow(u"https://z.example/p"_s);
        QVERIFY(targets.named(u"https://z.example"_s));
        QCOMPARE(targets.all().front().url, u"https://z.example/p"_s);
        QVERIFY(!targets.isAllowed(QString()));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("remark");
        QTest::addColumn<bool>("isPossible");
        QTest::newRow("nothing") << u" "_s << u"Type a URL"_s << false;
        QTest::newRow("this program") << u"This program"_s << u"It is me"_s << true;
        QTest::newRow("no scheme") << u"localhost:9000"_s << u"begins with http://"_s << false;
        QTest::newRow("another scheme") << u"ftp://localhost"_s << u"no http or https URL"_s << false;
        QTest::newRow("a query") << u"http://localhost/?a=1"_s << u"no query"_s << false;
        QTest::newRow("paths are kept") << u"http://localhost:9000/"_s << u"recorded paths are kept"_s << true;
        QTest::newRow("a path") << u"https://localhost/cb"_s << u"all to the path /cb"_s << true;
        QTest::newRow("hostile") << u"http://x\u202Ey/<b>"_s << u"Nothing can be sent there"_s << false;
    }
    void saysWhatIsWrong()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, remark);
        ReplayTargetField field;
        field.setOwnRemark(u"It is me"_s);
        QCOMPARE(field.remark()->textFormat(), Qt::PlainText);
        field.setText(typed);
        QVERIFY2(field.remark()->text().contains(remark), qPrintable(field.remark()->text()));
        QVERIFY(!field.remark()->text().contains(QChar(0x202E)));
        QTEST(field.isPossible(), "isPossible");
        QCOMPARE(field.box()->accessibleDescription(), field.remark()->text());
        QCOMPARE(field.saveButton()->isEnabled(), field.isPossible() && !field.isOwn());
        QVERIFY(!field.removeButton()->isEnabled());
    }

    void isSavedUnderANameAndRemoved()
    {
        ReplayTargetField field;
        field.show();
        QVERIFY(field.isOwn());
        field.setText(u"http://127.0.0.1:9000/cb"_s);
        field.saveButton()->click();
        QVERIFY(field.nameDialog());
        field.nameDialog()->setTextValue(u"  my   backend "_s);
        field.nameDialog()->accept();
        QCOMPARE(field.text(), u"my backend"_s);
        QCOMPARE(field.url(), u"http://127.0.0.1:9000/cb"_s);
        QVERIFY(field.isPossible());
        QVERIFY(!field.saveButton()->isEnabled());
        QVERIFY(field.removeButton()->isEnabled());
        {
            ReplayTargetField next;
            QCOMPARE(next.box()->count(), 2);
            next.setText(u"my backend"_s);
            QCOMPARE(next.url(), u"http://127.0.0.1:9000/cb"_s);
        }
        field.removeButton()->click();
        QCOMPARE(field.text(), u"http://127.0.0.1:9000/cb"_s);
        QCOMPARE(field.box()->count(), 1);
        QVERIFY(!field.removeButton()->isEnabled());
        QVERIFY(ReplayTargets::load().all().empty());
    }

    void theNameOfThisProgramIsTaken()
    {
        ReplayTargetField field;
        field.show();
        field.setText(u"http://127.0.0.1:9000"_s);
        field.saveButton()->click();
        field.nameDialog()->setTextValue(u"This program"_s);
        field.nameDialog()->accept();
        QVERIFY(ReplayTargets::load().all().empty());
        QVERIFY(!field.isOwn());
    }
};

QTEST_MAIN(TestReplayTargets)
#include "tst_gui_replaytargets.moc"
