// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/activityexport.h"
#include "tests/support/testmain.h"
#include "tests/unit/history/scenariojournal.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

class TestActivityExport : public QObject {
    Q_OBJECT

    [[nodiscard]] ActivityExportOptions options(const QString &name) const
    {
        ActivityExportOptions options;
        options.journal = m_folder.filePath(u"j.seatscope"_s);
        options.target = m_folder.filePath(name);
        options.last = Sequence(128);
        return options;
    }

private Q_SLOTS:
    void init() { failOnAnyWarning(); }
    void initTestCase() { fillWithScenario(m_folder.filePath(u"j.seatscope"_s), 3, 128); }

    void savesLines()
    {
        ActivityExport lines(options(u"a.jsonl"_s));
        QSignalSpy saved(&lines, &ActivityExport::saved);
        lines.start();
        QTRY_COMPARE(saved.size(), 1);
        const QByteArray content = contentOf(m_folder.filePath(u"a.jsonl"_s));
        QCOMPARE(content.count('\n'), saved.first().first().toLongLong());
        QVERIFY(content.startsWith("{\"seq\":1,"));

        ActivityExportOptions few = options(u"a.csv"_s);
        few.format = ActivityExportOptions::Format::Csv;
        few.filter.kinds = KindSet::none().with(ActivityKind::SeatLocked);
        few.last = Sequence(100);
        ActivityExport csv(few);
        QSignalSpy csvSaved(&csv, &ActivityExport::saved);
        csv.start();
        QTRY_COMPARE(csvSaved.size(), 1);
        const QByteArray table = contentOf(few.target);
        QVERIFY(table.startsWith("seq,received,"));
        const qint64 count = csvSaved.first().first().toLongLong();
        QVERIFY(count > 0);
        QCOMPARE(table.count('\n'), count + 1);
        QCOMPARE(table.count(",seat-locked,"), count);
    }

    void saysWhyItCannot_data()
    {
        QTest::addColumn<QString>("journal");
        QTest::addColumn<QString>("target");
        QTest::newRow("no folder") << u"j.seatscope"_s << u"none/a.jsonl"_s;
        QTest::newRow("no journal") << u"none.seatscope"_s << u"b.jsonl"_s;
    }
    void saysWhyItCannot()
    {
        QFETCH(const QString, journal);
        QFETCH(const QString, target);
        ActivityExportOptions wrong = options(target);
        wrong.journal = m_folder.filePath(journal);
        ActivityExport attempt(wrong);
        QSignalSpy failed(&attempt, &ActivityExport::failed);
        attempt.start();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.first().first().toString().contains(u"none"_s));
        QVERIFY(!QFile::exists(wrong.target));
    }

    void givesUpWhenItIsDeleted()
    {
        {
            ActivityExport unwanted(options(u"c.jsonl"_s));
            unwanted.start();
        }
        // All or nothing: which of the two depends on who was faster.
        const QByteArray content = contentOf(m_folder.filePath(u"c.jsonl"_s));
        QVERIFY(content.isEmpty() || content == contentOf(m_folder.filePath(u"a.jsonl"_s)));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestActivityExport)
#include "tst_activityexport.moc"
