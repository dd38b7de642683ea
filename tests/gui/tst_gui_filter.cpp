// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/windowwithcaptures.h"
#include "ui/filter/filterbar.h"
#include "ui/filter/filtercompletion.h"
#include "ui/filter/filteredit.h"
#include "ui/filter/filterhelpwindow.h"
#include "ui/filter/filterhistory.h"
#include "ui/filter/filterterms.h"
#include "ui/inspector/inspectorpanel.h"
#include "ui/inspector/overviewpage.h"
#include "ui/theme/emptypage.h"
#include "ui/timeline/timeview.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// The filter of the log, in the whole window over a real session.
class TestFilter : public QObject {
    Q_OBJECT

    QTemporaryDir m_settings;
    std::unique_ptr<WindowWithCaptures> m_it;

    FilterBar &bar() { return *m_it->log().filterBar(); }
    FilterEdit &field() { return *bar().field(); }
    QString status() { return bar().status()->isVisible() ? bar().status()->accessibleName() : QString(); }
    std::vector<qint64> shown() { return m_it->shown(); }
    void type(const QString &text, bool withEnter)
    {
        bar().focusField();
        QTest::keyClicks(&field(), text);
        if (withEnter)
            QTest::keyClick(&field(), Qt::Key_Return);
    }
    /// The texts of the menu that a right click at \a column of row \a row opens.
    QMenu *menuAt(int row, int column)
    {
        QTableView *view = m_it->view();
        const QPoint place = view->visualRect(view->model()->index(row, column)).center();
        Q_EMIT view->customContextMenuRequested(place);
        return view->findChild<QMenu *>();
    }
    static QAction *actionWith(const QMenu &menu, const QString &words)
    {
        for (QAction *action : menu.actions()) {
            if (action->text().remove(u'&').contains(words))
                return action;
        }
        return nullptr;
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
        const QList<QByteArray> users{"alice", "bob", "alice", "carol", "alice"};
        for (qsizetype i = 0; i < users.size(); ++i)
            m_it->send(i % 2 == 0 ? "rid-1" : "rid-2", users.at(i));
        QTRY_COMPARE(m_it->view()->model()->rowCount(), 5);
    }
    void cleanup() { m_it.reset(); }

    void filtersWhatIsThereAndWhatComes()
    {
        type(u"user == alice"_s, true);
        QTRY_COMPARE(shown(), (std::vector<qint64>{1, 3, 5}));
        QTRY_COMPARE(status(), u"3 of 5 captures"_s);
        m_it->send("rid-2", "alice");
        m_it->send("rid-2", "bob");
        QTRY_COMPARE(status(), u"4 of 7 captures"_s);
        QCOMPARE(shown(), (std::vector<qint64>{1, 3, 5, 6}));
        QVERIFY(bar().stopButton()->isHidden());
        QTest::keyClick(&field(), Qt::Key_Escape);
        QVERIFY(field().text().isEmpty());
        QTRY_COMPARE(m_it->view()->model()->rowCount(), 7);
        QCOMPARE(status(), QString());
        QVERIFY(field().hasFocus());
        m_it->window().activateWindow(); // the list of words was a window, too
        QVERIFY(QTest::qWaitForWindowActive(&m_it->window()));
        QTest::keyClick(&field(), Qt::Key_Escape);
        QVERIFY(m_it->view()->hasFocus());
    }

    void isInForceAfterAPause()
    {
        type(u"room == rid-2"_s, false);
        QTRY_COMPARE(shown(), (std::vector<qint64>{2, 4}));
        QVERIFY(FilterHistory::filters().isEmpty());
    }

    void faultsAreShownWithTheirPlaceAndTheLastFilterStays()
    {
        type(u"room == rid-2"_s, true);
        QTRY_COMPARE(shown(), (std::vector<qint64>{2, 4}));
        type(u"room == rid-2 and rom == x"_s, true);
        QVERIFY2(status().startsWith(u"Column 19: "_s), qPrintable(status()));
        QVERIFY2(status().contains(u"Still filtered by: room == rid-2"_s), qPrintable(status()));
        QCOMPARE(field().faultOffset(), 18);
        QCOMPARE(field().accessibleDescription(), status());
        QCOMPARE(shown(), (std::vector<qint64>{2, 4}));
        QCOMPARE(FilterHistory::filters(), QStringList{u"room == rid-2"_s});
        bar().setFilter(u"room == rid-1"_s);
        QVERIFY(!field().faultOffset());
        QTRY_COMPARE(shown(), (std::vector<qint64>{1, 3, 5}));
    }

    void theSelectedCaptureStaysSelected()
    {
        QSignalSpy selected(&m_it->log(), &CapturesPanel::captureSelected);
        m_it->log().select(Sequence(3));
        QCOMPARE(selected.size(), 1);
        bar().setFilter(u"user == alice"_s);
        QTRY_COMPARE(m_it->log().selected(), Sequence(3));
        bar().setFilter(u"user == bob"_s);
        QTRY_COMPARE(shown(), (std::vector<qint64>{2}));
        QVERIFY(!m_it->log().selected());
        bar().setFilter({});
        QTRY_COMPARE(m_it->log().selected(), Sequence(3));
        QCOMPARE(selected.size(), 1);
        QVERIFY(m_it->window().inspectorPanel());
    }

    void whatTheFilterHidesIsStillInspected()
    {
        bar().setFilter(u"user == bob"_s);
        QTRY_COMPARE(shown(), (std::vector<qint64>{2}));
        m_it->log().select(Sequence(4));
        QVERIFY(!m_it->log().selected());
        const auto &inspector = *m_it->window().inspectorPanel();
        QTRY_VERIFY(inspector.shown() && inspector.shown()->capture.summary.sequence == Sequence(4));
        bar().setFilter({});
        QTRY_COMPARE(m_it->log().selected(), Sequence(4));
    }

    void theLogShowsAMomentOfThePastFiltered()
    {
        bar().setFilter(u"user == alice"_s);
        QTRY_COMPARE(shown(), (std::vector<qint64>{1, 3, 5}));
        m_it->window().timeView()->go(Sequence(4));
        QTRY_COMPARE(m_it->log().selected(), Sequence(3));
        QVERIFY(m_it->view()->model()->index(2, 0).data(CaptureTextModel::LaterRole).toBool());
        QVERIFY(!m_it->view()->model()->index(1, 0).data(CaptureTextModel::LaterRole).toBool());
    }

    void retentionTakesFilteredRowsToo()
    {
        bar().setFilter(u"user == alice"_s);
        QTRY_COMPARE(shown(), (std::vector<qint64>{1, 3, 5}));
        auto batch = std::make_shared<Batch>();
        for (const qint64 sequence : {1, 2, 3})
            batch->removal.add(Sequence(sequence), false);
        Q_EMIT m_it->session().published(batch);
        QCOMPARE(shown(), (std::vector<qint64>{5}));
        QCOMPARE(status(), u"1 of 2 captures"_s);
    }

    void nothingFoundSaysSo()
    {
        bar().setFilter(u"user == nobody"_s);
        QTRY_COMPARE(m_it->log().emptyPage()->title(), u"No capture passes the filter"_s);
        QVERIFY(m_it->log().emptyPage()->isVisible());
        QCOMPARE(status(), u"0 of 5 captures"_s);
        bar().setFilter({});
        QTRY_VERIFY(m_it->view()->isVisible());
    }

    void progressIsToldInWords_data()
    {
        QTest::addColumn<SearchProgress>("progress");
        QTest::addColumn<QString>("words");
        using State = SearchProgress::State;
        QTest::newRow("none") << SearchProgress() << QString();
        QTest::newRow("searching") << SearchProgress{State::Searching, 2, 5, {}} << u"Searched 40 %, 123 found"_s;
        QTest::newRow("begun") << SearchProgress{State::Searching, 0, 0, {}} << u"Searched 0 %, 123 found"_s;
        QTest::newRow("stopped") << SearchProgress{State::Stopped, 2, 5, {}} << u"Stopped: searched 40 %, 123 found"_s;
        QTest::newRow("failed") << SearchProgress{State::Failed, 2, 5, u"no disk"_s}
                                << u"The search failed at 40 %, 123 found: no disk"_s;
        QTest::newRow("done") << SearchProgress{State::Done, 5, 5, {}} << u"123 of 4,000 captures"_s;
    }
    void progressIsToldInWords()
    {
        QFETCH(SearchProgress, progress);
        QFETCH(QString, words);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(FilterBar::progressText(progress, 123, 4000), words);
        QLocale::setDefault(QLocale::system());
    }

    void keysLeadToTheField()
    {
        m_it->view()->setFocus();
        QTest::keyClick(&m_it->window(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(field().hasFocus());
        // Letters are text in here, not keys of the window.
        QTest::keyClicks(&field(), u"jk"_s);
        QCOMPARE(field().text(), u"jk"_s);
    }

    void completesWords()
    {
        type(u"verd"_s, false);
        QTRY_VERIFY(field().wordCompleter()->popup()->isVisible());
        QTest::keyClick(&field(), Qt::Key_Tab);
        QCOMPARE(field().text(), u"verdict "_s);
        QTest::keyClicks(&field(), u"== mal"_s);
        QTest::keyClick(field().wordCompleter()->popup(), Qt::Key_Down);
        QTest::keyClick(field().wordCompleter()->popup(), Qt::Key_Return);
        QCOMPARE(field().text(), u"verdict == malformed "_s);
        QVERIFY(field().hasFocus());
    }

    void knowsWhatCanStandWhere_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("some"); ///< - begins one that is not offered
        QTest::newRow("a field") << u"ro"_s << QStringList{u"room"_s, u"-command"_s};
        QTest::newRow("behind and") << u"seat == 3 and lo"_s << QStringList{u"locked"_s};
        QTest::newRow("an operator") << u"room "_s << QStringList{u"=="_s, u"contains"_s, u"~"_s, u"-and"_s};
        QTest::newRow("no pattern for numbers") << u"size "_s << QStringList{u"<="_s, u"in"_s, u"-~"_s, u"-contains"_s};
        QTest::newRow("a verdict") << u"verdict != "_s << QStringList{u"accepted"_s, u"probe"_s, u"-late"_s};
        QTest::newRow("a flag in a list") << u"flag in (late, "_s << QStringList{u"duplicate"_s, u"-accepted"_s};
        QTest::newRow("any text") << u"room == "_s << QStringList{u"-room"_s, u"-and"_s};
        QTest::newRow("in quotes") << u"room == \"ro"_s << QStringList{u"-room"_s};
        QTest::newRow("behind quotes") << u"room == \"a \\\" b\" an"_s << QStringList{u"and"_s};
    }
    void knowsWhatCanStandWhere()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, some);
        const QStringList words = completionAt(text, text.size(), true).words;
        for (const QString &word : some) {
            const bool isWanted = word.size() < 2 || !word.startsWith(u'-');
            QVERIFY2(words.contains(isWanted ? word : word.mid(1)) == isWanted,
                     qPrintable(word + u": "_s + words.join(u' ')));
        }
    }

    void remembersFilters()
    {
        for (int i = 0; i < FilterHistory::mostKept + 5; ++i)
            bar().setFilter(u"seq == %1"_s.arg(i));
        bar().setFilter(u"seq == 20"_s);
        QCOMPARE(FilterHistory::filters().size(), FilterHistory::mostKept);
        QCOMPARE(FilterHistory::filters().first(), u"seq == 20"_s);
        QCOMPARE(FilterHistory::filters().count(u"seq == 20"_s), 1);
        Q_EMIT bar().recentMenu()->aboutToShow();
        bar().recentMenu()->actions().at(2)->trigger();
        QCOMPARE(field().text(), u"seq == 23"_s);
        Q_EMIT bar().recentMenu()->aboutToShow();
        bar().recentMenu()->actions().last()->trigger();
        QVERIFY(FilterHistory::filters().isEmpty());
    }

    void tellsWhatAFilterCanAskFor()
    {
        bar().helpButton()->click();
        auto *help = m_it->window().findChild<FilterHelpWindow *>();
        QVERIFY(help && help->isVisible());
        QVERIFY(help->findChild<QPlainTextEdit *>()->toPlainText().contains(u"json.PATH"_s));
        help->close();
    }

    void filtersByAValueOfTheLog()
    {
        QMenu *menu = menuAt(1, CaptureLogModel::RoomColumn);
        QVERIFY(menu);
        QVERIFY(actionWith(*menu, u"Leave this value out: room != \"rid-2\""_s));
        actionWith(*menu, u"Filter by this value: room == \"rid-2\""_s)->trigger();
        delete menu;
        QTRY_COMPARE(shown(), (std::vector<qint64>{2, 4}));
        menu = menuAt(0, CaptureLogModel::CommandColumn);
        actionWith(*menu, u"Narrow the filter"_s)->trigger();
        delete menu;
        QCOMPARE(field().text(), u"room == \"rid-2\" and command == \"Mic.CallbackAfterSeatInfoChanged\""_s);
        QTRY_COMPARE(status(), u"2 of 5 captures"_s);
        menu = menuAt(1, CaptureLogModel::SequenceColumn);
        actionWith(*menu, u"Leave it out of the filter"_s)->trigger();
        delete menu;
        QTRY_COMPARE(shown(), (std::vector<qint64>{2}));
    }

    void everyCellMakesAFilterThatItsRowPasses()
    {
        for (int column = 0; column < CaptureLogModel::ColumnCount; ++column) {
            const QModelIndex cell = m_it->view()->model()->index(2, column);
            for (const FilterTerm &term : FilterTerms::ofCell(cell)) {
                bar().setFilter(term.positive);
                QVERIFY2(!field().faultOffset(), qPrintable(term.positive));
                QTRY_VERIFY2(std::ranges::count(shown(), 3) == 1, qPrintable(term.positive));
                bar().setFilter(term.negative);
                QTRY_VERIFY2(status().endsWith(u"of 5 captures"_s), qPrintable(status()));
                QVERIFY2(std::ranges::count(shown(), 3) == 0, qPrintable(term.negative));
                bar().setFilter({});
                QTRY_COMPARE(m_it->view()->model()->rowCount(), 5);
            }
        }
        QCOMPARE(FilterTerms::joined(u"a or b"_s, u"c"_s), u"(a or b) and c"_s);
    }

    void filtersByAValueOfTheInspector()
    {
        m_it->log().select(Sequence(2));
        InspectorPanel &inspector = *m_it->window().inspectorPanel();
        QTRY_VERIFY(inspector.shown() != nullptr);
        QTableView *seats = inspector.overview()->seatsView();
        QTRY_COMPARE(seats->model()->rowCount(), 1);
        Q_EMIT seats->customContextMenuRequested(seats->visualRect(seats->model()->index(0, 1)).center());
        actionWith(*seats->findChild<QMenu *>(), u"Filter by this value: user == \"bob\""_s)->trigger();
        QTRY_COMPARE(shown(), (std::vector<qint64>{2}));
        for (QLineEdit *fact : inspector.overview()->findChildren<QLineEdit *>()) {
            if (fact->accessibleName() != u"Room"_s)
                continue;
            Q_EMIT fact->customContextMenuRequested({});
            actionWith(*fact->findChild<QMenu *>(), u"Filter by this value: room == \"rid-2\""_s)->trigger();
        }
        QTRY_COMPARE(shown(), (std::vector<qint64>{2, 4}));
    }
};

QTEST_MAIN(TestFilter)
#include "tst_gui_filter.moc"
