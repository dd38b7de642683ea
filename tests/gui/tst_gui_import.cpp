// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/importsamples.h"
#include "tests/gui/windowwithcaptures.h"
#include "tests/support/testdata.h"
#include "ui/activity/activitycontroller.h"
#include "ui/import/importcontroller.h"
#include "ui/import/importstrip.h"
#include "ui/import/newjournalfield.h"
#include "ui/import/sampleview.h"
#include "ui/rooms/roomspanel.h"
#include "ui/theme/widgets.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeWidget>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// Importing, in the whole window over a real session.
class TestImport : public QObject {
    Q_OBJECT

    QTemporaryDir m_settings;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<WindowWithCaptures> m_it;

    [[nodiscard]] ImportController &importing() { return *m_it->window().importing(); }
    [[nodiscard]] ImportStrip &strip() { return *importing().strip(); }
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }
    /// Writes a file, and returns its path.
    [[nodiscard]] QString file(const QString &name, const QByteArray &content) const
    {
        QFile written(path(name));
        if (!written.open(QIODevice::WriteOnly) || written.write(content) != content.size())
            qFatal("the file cannot be written");
        return path(name);
    }
    [[nodiscard]] static ImportDialog &shown(ImportDialog *dialog)
    {
        if (dialog == nullptr)
            qFatal("no dialog is shown");
        return *dialog;
    }
    /// Has the window look at \a paths; returns the question that follows.
    [[nodiscard]] ImportDialog &ask(const QStringList &paths)
    {
        importing().look(paths);
        static_cast<void>(QTest::qWaitFor([this] { return importing().dialog() != nullptr; }));
        return shown(importing().dialog());
    }
    void waitForTheEnd()
    {
        QTRY_VERIFY(!importing().isRunning());
        m_it->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_it->window()));
    }
    [[nodiscard]] static QString fate(const ImportDialog &dialog, int row)
    {
        return dialog.files()->topLevelItem(row)->text(1);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }
    void init()
    {
        failOnAnyGuiWarning();
        m_dir = std::make_unique<QTemporaryDir>();
        m_it = std::make_unique<WindowWithCaptures>();
        QVERIFY(m_it->isReady());
        m_it->send("rid-1", "alice");
        QTRY_COMPARE(m_it->view()->model()->rowCount(), 1);
        m_it->view()->setFocus();
    }
    void cleanup() { m_it.reset(); }

    void theMenuAsksForFiles()
    {
        QTest::keyClick(m_it->view(), Qt::Key_I, Qt::ControlModifier);
        QFileDialog *chooser = importing().fileDialog();
        QVERIFY(chooser);
        QVERIFY(chooser->isVisible());
        QCOMPARE(chooser->fileMode(), QFileDialog::ExistingFiles);
        Q_EMIT chooser->filesSelected({file(u"a.json"_s, bodyOf("bob") + bodyOf("carol"))});
        chooser->close();
        QTRY_VERIFY(importing().dialog());
        ImportDialog &dialog = shown(importing().dialog());
        QVERIFY2(dialog.here()->isChecked(), "the journal that is open is what is meant");
        QVERIFY(dialog.here()->text().contains(u"test.seatscope"_s));
        QVERIFY(!dialog.sample()->isVisible());
        dialog.importButton()->click();
        waitForTheEnd();
        QCOMPARE(strip().words(), u"2 captures were imported as #2 to #3."_s);
        QTRY_COMPARE(m_it->view()->model()->rowCount(), 3);
        QTRY_COMPARE(m_it->window().roomsPanel()->view()->model()->rowCount(), 2);
        QTRY_COMPARE(m_it->window().activity()->activities().rowCount(), 4);
        QVERIFY(!strip().unreadButton()->isVisible());
        QVERIFY(!strip().openButton()->isVisible());
        strip().showButton()->click();
        QCOMPARE(m_it->log().filter(), u"seq in 2..3"_s);
        QTRY_COMPARE(m_it->shown(), (std::vector<qint64>{2, 3}));
        QVERIFY(m_it->view()->hasFocus());
        strip().closeButton()->click();
        QVERIFY(!strip().isVisible());
    }
    void aSampleIsImportedOnlyAsSeen()
    {
        const QByteArray sample = testData(u"corpus/seat-doc-like.txt"_s);
        ImportDialog &dialog = ask({file(u"doc.txt"_s, sample)});
        QVERIFY(dialog.sample()->isVisible());
        QVERIFY(!dialog.importButton()->isEnabled());
        QVERIFY2(fate(dialog, 0).startsWith(u"is left out"_s), qPrintable(fate(dialog, 0)));
        const QString before = dialog.sample()->before()->toPlainText();
        const QString after = dialog.sample()->after()->toPlainText();
        QVERIFY(before.contains(u"//"_s));
        QVERIFY(!after.contains(u"//"_s));
        QVERIFY(after.contains(u"CallbackCommand"_s));
        QCOMPARE(dialog.sample()->before()->font().styleHint(), fixedFont().styleHint());
        QCOMPARE(dialog.sample()->before()->font().family(), fixedFont().family());
        QVERIFY(dialog.sample()->after()->isReadOnly());
        QVERIFY2(dialog.sample()->changes()->text().contains(u"line 7"_s),
                 qPrintable(dialog.sample()->changes()->text()));
        dialog.sample()->agree()->click();
        QCOMPARE(fate(dialog, 0), u"is imported as it was mended"_s);
        QVERIFY(dialog.importButton()->isEnabled());
        dialog.sample()->agree()->click();
        QVERIFY(!dialog.importButton()->isEnabled());
        dialog.sample()->agree()->click();
        dialog.importButton()->click();
        waitForTheEnd();
        QCOMPARE(strip().words(), u"1 capture was imported as #2."_s);
    }

    void samplesAreAgreedToOneByOne()
    {
        const QString sample = u"{\"a\":1 \"b\":%1}"_s;
        ImportDialog &dialog = ask({file(u"a.json"_s, bodyOf("bob")), file(u"1.txt"_s, sample.arg(1).toUtf8()),
                                    file(u"2.txt"_s, sample.arg(2).toUtf8())});
        // What is to be decided comes first.
        QCOMPARE(dialog.files()->currentItem(), dialog.files()->topLevelItem(1));
        dialog.sample()->agree()->click();
        dialog.files()->setCurrentItem(dialog.files()->topLevelItem(2));
        QVERIFY(!dialog.sample()->agree()->isChecked());
        QVERIFY(dialog.sample()->after()->toPlainText().contains(u"\"b\":2"_s));
        dialog.files()->setCurrentItem(dialog.files()->topLevelItem(0));
        QVERIFY(!dialog.sample()->isVisible());
        QCOMPARE(dialog.wish().files, (std::vector<size_t>{0, 1}));
    }

    void textOfASampleHidesNothing()
    {
        ImportDialog &dialog = ask({file(u"odd.txt"_s, "{\"a\":\"<b>\xe2\x80\xae\" \"b\":1}")});
        QVERIFY2(dialog.sample()->after()->toPlainText().contains(u"<b>\\u202E"_s),
                 qPrintable(dialog.sample()->after()->toPlainText()));
    }

    void whatIsNotReadIsListed()
    {
        const QString bad = file(u"<b>bad.jsonl"_s, "{\"format\":\"seatscope-captures\",\"version\":1}\n{\"seq\":\n");
        const QString none = file(u"none.bin"_s, "\x01\x02");
        ImportDialog &dialog = ask({file(u"a.json"_s, bodyOf("bob")), bad, none});
        QVERIFY2(fate(dialog, 2).startsWith(u"is left out: "_s), qPrintable(fate(dialog, 2)));
        dialog.files()->setCurrentItem(dialog.files()->topLevelItem(2));
        QVERIFY(dialog.problem()->isVisible());
        QVERIFY2(dialog.problem()->text().startsWith(u"what this is"_s), qPrintable(dialog.problem()->text()));
        QCOMPARE(dialog.problem()->textFormat(), Qt::PlainText);
        dialog.importButton()->click();
        waitForTheEnd();
        QVERIFY2(strip().words().contains(u"could not be read"_s), qPrintable(strip().words()));
        QVERIFY(strip().showButton()->isVisible());
        strip().unreadButton()->click();
        const UnreadWindow *list = importing().unreadWindow();
        QVERIFY(list);
        QCOMPARE(list->list()->topLevelItemCount(), 2);
        const QTreeWidgetItem *line = list->list()->topLevelItem(1);
        QCOMPARE(line->text(0), u"<b>bad.jsonl"_s);
        QVERIFY2(line->text(1).contains(u"2"_s), qPrintable(line->text(1)));
        QVERIFY(!line->text(2).isEmpty());
        list->copyButton()->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QCOMPARE(copied.count(u'\n'), 2);
        QVERIFY(copied.contains(line->text(0) + u'\t' + line->text(1) + u'\t' + line->text(2)));
    }

    void nothingThatCanBeReadIsAFailure()
    {
        importing().look({file(u"none.bin"_s, "\x01\x02")});
        QTRY_VERIFY(!importing().isRunning());
        QVERIFY(!importing().dialog());
        QVERIFY2(strip().words().contains(u"none.bin"_s), qPrintable(strip().words()));
        QVERIFY(!strip().showButton()->isVisible());
        for (const QLabel *label : strip().findChildren<QLabel *>())
            QCOMPARE(label->textFormat(), Qt::PlainText);
        importing().look({file(u"none.bin"_s, "\x01\x02"), path(u"gone"_s)});
        QTRY_VERIFY(!importing().isRunning());
        strip().unreadButton()->click();
        QCOMPARE(importing().unreadWindow()->list()->topLevelItemCount(), 2);
    }

    void cancelledIsNothing()
    {
        ImportDialog &dialog = ask({file(u"a.json"_s, bodyOf("bob"))});
        {
            const BusyWriter busy(m_it->session());
            QVERIFY(busy.isTaken());
            dialog.importButton()->click();
            QVERIFY(strip().isVisible());
            QVERIFY(strip().bar()->isVisible());
            QVERIFY(importing().isRunning());
            strip().cancelButton()->click();
            QVERIFY(!strip().cancelButton()->isEnabled());
        }
        waitForTheEnd();
        QCOMPARE(strip().words(), u"The import was cancelled; nothing was imported."_s);
        QVERIFY(!strip().showButton()->isVisible());
        m_it->send("rid-1", "carol");
        QTRY_COMPARE(m_it->view()->model()->rowCount(), 2);
    }

    void whatIsTooMuchGoesIntoANewJournal()
    {
        importing().setBounds({{1, 1'000'000}, std::chrono::milliseconds(60'000)});
        ask({file(u"a.json"_s, bodyOf("bob") + bodyOf("carol"))}).importButton()->click();
        waitForTheEnd();
        QVERIFY2(strip().words().startsWith(u"Nothing was imported. "_s), qPrintable(strip().words()));
        QCOMPARE(m_it->view()->model()->rowCount(), 1);
        QVERIFY(strip().newJournalButton()->isVisible());
        strip().newJournalButton()->click();
        QTRY_VERIFY(importing().dialog());
        ImportDialog &dialog = shown(importing().dialog());
        QVERIFY(dialog.elsewhere()->isChecked());
        QCOMPARE(dialog.newJournal()->path(), path(u"a.seatscope"_s));
        dialog.importButton()->click();
        waitForTheEnd();
        QVERIFY2(strip().words().startsWith(u"2 captures are in "_s), qPrintable(strip().words()));
        QVERIFY(!strip().showButton()->isVisible());
        const QSignalSpy wanted(&m_it->window(), &MainWindow::journalWanted);
        strip().openButton()->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.at(0).at(0).toString(), path(u"a.seatscope"_s));
        QCOMPARE(m_it->view()->model()->rowCount(), 1);
    }

    void aNewJournalReplacesNothing()
    {
        ImportDialog &dialog = ask({file(u"a.json"_s, bodyOf("bob"))});
        QVERIFY(!dialog.newJournal()->isEnabled());
        dialog.elsewhere()->click();
        QVERIFY(dialog.newJournal()->isEnabled());
        QVERIFY(dialog.importButton()->isEnabled());
        for (const QString &name : {u"a.json"_s, u"none/b"_s, u"."_s, u""_s}) {
            dialog.newJournal()->edit()->setText(name);
            QVERIFY2(!dialog.importButton()->isEnabled(), qPrintable(name));
            QVERIFY(!dialog.newJournal()->remark()->text().isEmpty());
        }
        dialog.newJournal()->edit()->setText(u"b"_s);
        QVERIFY(dialog.importButton()->isEnabled());
        QCOMPARE(dialog.wish().newJournal, path(u"b.seatscope"_s));
        dialog.here()->click();
        QVERIFY(!dialog.wish().newJournal);
    }

    void everythingHasAName()
    {
        ImportDialog &dialog = ask({file(u"1.txt"_s, "{\"a\":1 \"b\":2}")});
        for (const QWidget *widget : dialog.findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget->focusProxy() != nullptr ||
                qobject_cast<const QLabel *>(widget) != nullptr)
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     widget->metaObject()->className());
        }
        for (const QWidget *widget : std::initializer_list<QWidget *>{strip().bar(), strip().closeButton()})
            QVERIFY(!widget->accessibleName().isEmpty());
    }
};

QTEST_MAIN(TestImport)
#include "tst_gui_import.moc"
