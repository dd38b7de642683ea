// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/windowwithcaptures.h"
#include "ui/captures/markactions.h"
#include "ui/captures/notedialog.h"
#include "ui/filter/filterbar.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/inspector/overviewpage.h"
#include "ui/status/banner.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// Bookmarks and notes, in the whole window over a real session.
class TestMarks : public QObject {
    Q_OBJECT

    QTemporaryDir m_settings;
    std::unique_ptr<WindowWithCaptures> m_it;

    /// What a screen reader says of the mark in \a row.
    QString mark(int row)
    {
        const QModelIndex number = m_it->view()->model()->index(row, CaptureLogModel::SequenceColumn);
        const QString words = number.data(Qt::AccessibleTextRole).toString();
        return words.section(u'\n', 1); // behind the number
    }
    QString inspected() { return m_it->window().inspectorPanel()->overview()->marksLabel()->text(); }
    NoteDialog *openNote()
    {
        QTest::keyClick(m_it->view(), Qt::Key_F2);
        return m_it->log().marks()->noteDialog();
    }
    void note(const QString &text)
    {
        NoteDialog *dialog = openNote();
        QVERIFY(dialog);
        dialog->edit()->setPlainText(text);
        dialog->buttons()->button(QDialogButtonBox::Save)->click();
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
        m_it = std::make_unique<WindowWithCaptures>();
        QVERIFY(m_it->isReady());
        for (int i = 0; i < 4; ++i)
            m_it->send("rid-1", "alice");
        QTRY_COMPARE(m_it->view()->model()->rowCount(), 4);
        m_it->view()->setFocus();
    }
    void cleanup() { m_it.reset(); }

    void bookmarksWhatIsSelectedAndTakesItBack()
    {
        m_it->view()->selectRow(1);
        QTest::keyClick(m_it->view(), Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(m_it->view()->selectionModel()->selectedRows().size(), 2);
        QTest::keyClick(m_it->view(), Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(mark(1), u"Bookmarked"_s);
        QCOMPARE(mark(2), u"Bookmarked"_s);
        QCOMPARE(mark(0), QString());
        const QModelIndex number = m_it->view()->model()->index(1, CaptureLogModel::SequenceColumn);
        QCOMPARE(CaptureTextModel::markIcon(number), u"bookmark"_s);
        QTest::keyClick(m_it->view(), Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(mark(1), QString());
        QCOMPARE(mark(2), QString());
    }

    /// As it is in all lists: what is partly marked becomes marked.
    void aMixedSelectionIsBookmarkedFirst()
    {
        m_it->view()->selectRow(1);
        QTest::keyClick(m_it->view(), Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(mark(1), u"Bookmarked"_s);
        m_it->view()->selectAll();
        QTest::keyClick(m_it->view(), Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(mark(3), u"Bookmarked"_s);
        QCOMPARE(mark(1), u"Bookmarked"_s);
    }

    void notesAreWrittenShownAndRemoved()
    {
        m_it->view()->selectRow(2);
        QTRY_VERIFY(m_it->window().inspectorPanel()->shown() != nullptr);
        note(u"<b>look</b>\nhere"_s);
        QTRY_COMPARE(mark(2), u"Note: <b>look</b>\nhere"_s);
        const QModelIndex cell = m_it->view()->model()->index(2, CaptureLogModel::NoteColumn);
        QCOMPARE(cell.data().toString(), u"<b>look</b> here"_s);
        QVERIFY(cell.data(Qt::ToolTipRole).toString().contains(u"&lt;b&gt;"_s));
        QCOMPARE(inspected(), u"Note: <b>look</b>\nhere"_s);
        m_it->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_it->window())); // the dialog has closed
        QTest::keyClick(m_it->view(), Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY(inspected().startsWith(u"Bookmarked"_s));
        QCOMPARE(openNote()->edit()->toPlainText(), u"<b>look</b>\nhere"_s);
        note({});
        QTRY_COMPARE(mark(2), u"Bookmarked"_s);
        QVERIFY(!inspected().contains(u"Note"_s));
    }

    void theyAreInTheJournal()
    {
        m_it->view()->selectRow(0);
        note(u"kept"_s);
        QTRY_COMPARE(mark(0), u"Note: kept"_s);
        QSignalSpy read(&m_it->session(), &Session::windowReady);
        m_it->session().requestWindow(Sequence(1), 1, 4711);
        QTRY_VERIFY(!read.isEmpty());
        QCOMPARE(read.last()[0].value<std::vector<CaptureSummary>>().front().note, u"kept"_s);
    }

    void aNoteHasALimit()
    {
        m_it->view()->selectRow(0);
        NoteDialog *dialog = openNote();
        QVERIFY(dialog);
        QPushButton *save = dialog->buttons()->button(QDialogButtonBox::Save);
        dialog->edit()->setPlainText(QString(longestNote, u'x'));
        QVERIFY(save->isEnabled());
        dialog->edit()->setPlainText(QString(longestNote + 1, u'x'));
        QVERIFY(!save->isEnabled());
        QVERIFY(dialog->roomLeft()->text().contains(u"too long"_s));
        dialog->reject();
        QCOMPARE(mark(0), QString());
    }

    void filtersByMarksFollowThem()
    {
        m_it->log().setFilter(u"bookmarked"_s);
        QTRY_COMPARE(m_it->log().filterBar()->status()->accessibleName(), u"0 of 4 captures"_s);
        m_it->session().mark({{Sequence(3)}, {true, {}}});
        QTRY_COMPARE(m_it->shown(), (std::vector<qint64>{3}));
        m_it->view()->selectRow(0);
        QTest::keyClick(m_it->view(), Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(m_it->shown(), std::vector<qint64>());
    }

    void whatFailsIsToldAndForgottenWithTheNextSuccess()
    {
        const auto *banner = m_it->window().findChild<Banner *>();
        QSignalSpy failed(&m_it->session(), &Session::markingFailed);
        m_it->session().mark({{Sequence(99), Sequence(1)}, {true, {}}});
        QTRY_COMPARE(failed.size(), 1);
        QTRY_VERIFY(banner->isVisible());
        const auto words = [banner] {
            QStringList texts;
            for (const QLabel *label : banner->findChildren<QLabel *>())
                texts += label->text();
            return texts.join(u' ');
        };
        QVERIFY2(words().contains(u"#99"_s), qPrintable(words()));
        QTRY_COMPARE(mark(0), u"Bookmarked"_s);
        m_it->session().mark({{Sequence(1)}, {false, {}}});
        QTRY_VERIFY(!words().contains(u"#99"_s));
    }

    void withoutASelectionNothingHappens()
    {
        QSignalSpy wanted(m_it->log().marks(), &MarkActions::markingWanted);
        m_it->view()->clearSelection();
        QTest::keyClick(m_it->view(), Qt::Key_D, Qt::ControlModifier);
        QVERIFY(!openNote());
        QVERIFY(wanted.isEmpty());
    }
};

QTEST_MAIN(TestMarks)
#include "tst_gui_marks.moc"
