// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/samples.h"
#include "tests/support/manualclock.h"
#include "ui/activity/activityfilterbar.h"
#include "ui/activity/activitypanel.h"
#include "ui/activity/activitywords.h"
#include "ui/activity/staywindow.h"
#include "ui/captures/followmode.h"
#include "ui/theme/emptypage.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

Activity activity(qint64 sequence, ActivityKind kind = ActivityKind::TookSeat, const QString &user = u"alice"_s)
{
    Activity made;
    made.sequence = Sequence(sequence);
    made.arrival = ArrivalTime(1'700'000'000'000'000 + sequence * 1'000'000);
    made.eventTime = EventTime(1'700'000'000'000 + sequence * 1000);
    made.room = RoomId(sequence % 2 == 0 ? u"even"_s : u"odd"_s);
    made.kind = kind;
    made.user = UserId(user);
    made.by = UserId(user);
    made.seat = SeatIndex(3);
    return made;
}

Batch batchOf(qint64 first, qint64 last)
{
    Batch batch;
    for (qint64 sequence = first; sequence <= last; ++sequence) {
        batch.captures.push_back(capture(sequence));
        batch.activities.push_back(activity(sequence, ActivityKind::TookSeat, u"user%1"_s.arg(sequence)));
    }
    return batch;
}

QAction *actionNamed(const QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions()) {
        if (action->text().remove(u'&') == text)
            return action;
    }
    return nullptr;
}

} // namespace

/// The activity feed and the histories that it leads to.
class TestActivityPanel : public QObject {
    Q_OBJECT

    ManualClock m_clock;
    std::unique_ptr<ActivityModel> m_model;
    std::unique_ptr<ActivityPanel> m_panel;

    void make(Sequence last = {})
    {
        m_panel.reset();
        m_model = std::make_unique<ActivityModel>(last);
        m_panel = std::make_unique<ActivityPanel>(*m_model, m_clock);
        m_panel->resize(700, 300);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return m_panel->view()->model()->index(row, column).data().toString();
    }
    [[nodiscard]] QScrollBar *bar() const { return m_panel->view()->verticalScrollBar(); }

private Q_SLOTS:
    void init()
    {
        failOnAnyGuiWarning();
        make();
    }
    void cleanup()
    {
        m_panel.reset();
        m_model.reset();
    }

    void sentences_data()
    {
        QTest::addColumn<ActivityKind>("kind");
        QTest::addColumn<QString>("byUser");
        QTest::addColumn<QString>("byOther");
        using enum ActivityKind;
        const auto row = [](ActivityKind kind, const QString &byUser, const QString &byOther) {
            QTest::newRow(activityKindName(kind).data()) << kind << byUser << byOther;
        };
        row(TookSeat, u"alice took seat 4"_s, u"host put alice on seat 4"_s);
        row(LeftSeat, u"alice left seat 4"_s, u"alice left seat 4"_s);
        row(MovedSeat, u"alice moved from seat 1 to 4"_s, u"host moved alice from seat 1 to 4"_s);
        row(PutOffSeat, u"alice was put off seat 4"_s, u"host put alice off seat 4"_s);
        row(SeatLocked, u"Seat 4 was locked"_s, u"host locked seat 4"_s);
        row(SeatUnlocked, u"Seat 4 was unlocked"_s, u"host unlocked seat 4"_s);
        row(VideoForbidden, u"Video was forbidden for alice on seat 4"_s, u"host forbade video for alice on seat 4"_s);
        row(VideoAllowed, u"Video was allowed for alice on seat 4"_s, u"host allowed video for alice on seat 4"_s);
        row(AudioForbidden, u"Audio was forbidden for alice on seat 4"_s, u"host forbade audio for alice on seat 4"_s);
        row(AudioAllowed, u"Audio was allowed for alice on seat 4"_s, u"host allowed audio for alice on seat 4"_s);
        row(RoomCreated, u"alice created the room “Weekly”"_s, u"host created the room “Weekly”"_s);
        row(RoomRenamed, u"alice named the room “Weekly”"_s, u"host named the room “Weekly”"_s);
        row(RoomDestroyed, u"alice destroyed the room"_s, u"host destroyed the room"_s);
        row(OwnerChanged, u"alice is the owner of the room now"_s, u"host made alice the owner of the room"_s);
        row(MemberEntered, u"alice entered the room"_s, u"host let alice into the room"_s);
        row(MemberLeft, u"alice left the room"_s, u"alice left the room"_s);
        row(MoreChanges, u"7 more changes by the same callback"_s, u"7 more changes by the same callback"_s);
    }
    void sentences()
    {
        QFETCH(const ActivityKind, kind);
        Activity told = activity(1, kind);
        told.seat = SeatIndex(4);
        told.fromSeat = SeatIndex(1);
        told.name = u"Weekly"_s;
        told.more = 7;
        QTEST(ActivityWords::sentence(told), "byUser");
        told.by = UserId(u"host"_s);
        QTEST(ActivityWords::sentence(told), "byOther");
        QVERIFY(!ActivityWords::kind(kind).isEmpty());
        QVERIFY(QFile::exists(u":/seatscope/icons/%1.svg"_s.arg(ActivityWords::iconName(kind))));
    }

    void sentencesWithoutAUser()
    {
        Activity told = activity(1, ActivityKind::AudioForbidden);
        told.user.reset();
        QCOMPARE(ActivityWords::sentence(told), u"alice forbade audio on seat 3"_s);
        told.by.reset();
        QCOMPARE(ActivityWords::sentence(told), u"Audio was forbidden on seat 3"_s);
        told.kind = ActivityKind::RoomCreated;
        QCOMPARE(ActivityWords::sentence(told), u"The room was created"_s);
        told.kind = ActivityKind::RoomRenamed;
        QCOMPARE(ActivityWords::sentence(told), u"The room has no name now"_s);
        told.kind = ActivityKind::MemberLeft;
        told.user = UserId(u"bob"_s);
        told.exit = MemberExit::Kicked;
        QCOMPARE(ActivityWords::sentence(told), u"bob was put out of the room"_s);
        told.exit = MemberExit::Expired;
        QCOMPARE(ActivityWords::sentence(told), u"bob dropped out of the room: the connection broke off"_s);
    }

    void hostileTextStaysText()
    {
        Batch batch = batchOf(1, 1);
        batch.activities = {activity(1, ActivityKind::TookSeat, u"<b>%1%2\u202E\n</b>"_s),
                            activity(1, ActivityKind::LeftSeat, QString(1 << 20, u'x'))};
        batch.activities.front().room = RoomId(u"<img src=x>"_s);
        m_model->apply(batch);
        QCOMPARE(cell(0, ActivityModel::WhatColumn), u"<b>%1%2\\u202E\\n</b> took seat 3"_s);
        QCOMPARE(cell(0, ActivityModel::RoomColumn), u"<img src=x>"_s);
        QVERIFY(cell(1, ActivityModel::WhatColumn).size() < 60);
        const QString toolTip = m_panel->view()->model()->index(0, 0).data(Qt::ToolTipRole).toString();
        QVERIFY(!toolTip.contains(u"<b>"_s) && toolTip.contains(u"&lt;b&gt;"_s));
        QVERIFY(m_panel->view()->model()->index(1, 0).data(Qt::ToolTipRole).toString().size() < 10'000);
        m_panel->view()->selectRow(0);
        QCOMPARE(m_panel->stateText()->textFormat(), Qt::PlainText);
    }

    void emptyBusyAndFailedAreSaid()
    {
        QCOMPARE(m_panel->emptyPage()->title(), u"Nothing has happened yet"_s);
        QVERIFY(m_panel->stateText()->text().isEmpty());
        make(Sequence(50));
        quint64 asked = 0;
        connect(m_model.get(), &ActivityModel::pageWanted, this,
                [&asked](const ActivityQuery &, quint64 token) { asked = token; });
        m_model->loadEarlier();
        QCOMPARE(m_panel->stateText()->text(), u"Looking for what was before #51…"_s);
        m_model->pageFailed(u"disk <gone>"_s, asked);
        QCOMPARE(m_panel->stateText()->text(), u"What was before #51 cannot be read: disk <gone>"_s);
        QCOMPARE(m_panel->stateButton()->text(), u"Try again"_s);
        m_panel->stateButton()->click();
        ActivityPage nothing;
        nothing.first = Sequence(1);
        nothing.last = Sequence(50);
        nothing.isEnd = true;
        m_model->supplyPage(nothing, asked);
        QVERIFY(m_panel->stateText()->text().isEmpty());
        m_panel->showExport(u"Saving…"_s, true);
        QVERIFY(!m_panel->exportButton()->isEnabled());
        m_panel->showExport(u"Saved"_s, false);
        QVERIFY(m_panel->exportButton()->isEnabled());
        m_panel->stateButton()->click();
        QVERIFY(m_panel->stateText()->text().isEmpty());
    }

    void filtersByRoomUserAndKind()
    {
        m_model->apply(batchOf(1, 20));
        m_panel->setRoom(RoomId(u"even"_s));
        QCOMPARE(m_model->rowCount(), 20);
        QVERIFY(!m_panel->view()->isColumnHidden(ActivityModel::RoomColumn));
        ActivityFilterBar *filter = m_panel->filterBar();
        filter->roomBox()->setCurrentIndex(1);
        QCOMPARE(m_model->rowCount(), 10);
        QVERIFY(m_panel->view()->isColumnHidden(ActivityModel::RoomColumn));
        m_panel->setRoom(RoomId(u"odd"_s));
        QCOMPARE(cell(0, ActivityModel::SequenceColumn), u"1"_s);

        QTest::keyClicks(filter->userEdit(), u"USER1"_s);
        QTRY_COMPARE(m_model->rowCount(), 6); // user1 and user11 to user19
        filter->setUser(UserId(u"user1"_s));
        QCOMPARE(m_model->rowCount(), 1);

        filter->clear();
        QCOMPARE(m_model->rowCount(), 20);
        actionNamed(*filter->kindsMenu(), u"Took a seat"_s)->trigger();
        QCOMPARE(m_model->rowCount(), 0);
        QCOMPARE(m_panel->emptyPage()->title(), u"Nothing matches"_s);
        actionNamed(*filter->kindsMenu(), u"All kinds"_s)->trigger();
        QCOMPARE(m_model->rowCount(), 20);
        QVERIFY(m_model->filter().isEmpty());
    }

    void aRowLeadsToItsCallback()
    {
        m_model->apply(batchOf(1, 20));
        QSignalSpy wanted(m_panel.get(), &ActivityPanel::captureWanted);
        QSignalSpy rooms(m_panel.get(), &ActivityPanel::roomWanted);
        m_panel->view()->selectRow(6);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().value<Sequence>(), Sequence(7));
        QCOMPARE(rooms.size(), 1);
        m_panel->view()->setFocus();
        QTest::keyClick(m_panel->view(), Qt::Key_Return);
        QCOMPARE(rooms.size(), 2);
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(rooms.first().first().value<RoomId>(), RoomId(u"odd"_s));
    }

    void theHeaderChoosesNothing()
    {
        m_model->apply(batchOf(1, 20));
        QTest::mouseClick(m_panel->view()->horizontalHeader()->viewport(), Qt::LeftButton, {}, QPoint(5, 5));
        QVERIFY(!m_panel->selected());
        QVERIFY(m_panel->followMode().isFollowing());
    }

    void aRowThatGoesLeadsNowhere()
    {
        m_model->apply(batchOf(1, 20));
        m_panel->view()->selectRow(6);
        QSignalSpy wanted(m_panel.get(), &ActivityPanel::captureWanted);
        Batch batch;
        batch.removal.ranges = {{Sequence(1), Sequence(10)}};
        m_model->apply(batch);
        QCOMPARE(m_model->rowCount(), 10);
        QVERIFY(wanted.isEmpty());
        QVERIFY(!m_panel->selected());
        m_panel->view()->selectRow(3);
        m_model->apply(batchOf(21, 22));
        QCOMPARE(m_panel->selected()->sequence, Sequence(14));
    }

    void theMenuOffersWhatFits()
    {
        m_model->apply(batchOf(1, 20));
        m_panel->setRoom(RoomId(u"even"_s));
        QMenu none;
        m_panel->fillMenu(none);
        QVERIFY(none.isEmpty());
        m_panel->view()->selectRow(6);
        QMenu menu;
        m_panel->fillMenu(menu);
        actionNamed(menu, u"Copy the sentence"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"user7 took seat 3"_s);
        QSignalSpy seats(m_panel.get(), &ActivityPanel::seatHistoryWanted);
        actionNamed(menu, u"History of this seat"_s)->trigger();
        QCOMPARE(seats.size(), 1);
        QCOMPARE(seats.first().at(1).value<SeatIndex>(), SeatIndex(3));
        QSignalSpy users(m_panel.get(), &ActivityPanel::userHistoryWanted);
        actionNamed(menu, u"History of this user"_s)->trigger();
        QCOMPARE(users.first().first().value<UserId>(), UserId(u"user7"_s));
        actionNamed(menu, u"Only this user"_s)->trigger();
        QCOMPARE(m_model->rowCount(), 1);
    }

    void nothingMovesUnderAReader()
    {
        make(Sequence(100));
        quint64 asked = 0;
        connect(m_model.get(), &ActivityModel::pageWanted, this,
                [&asked](const ActivityQuery &, quint64 token) { asked = token; });
        m_model->apply(batchOf(101, 300));
        QTRY_VERIFY(bar()->maximum() > 0);
        QTRY_COMPARE(bar()->value(), bar()->maximum());
        bar()->triggerAction(QAbstractSlider::SliderToMinimum);
        QVERIFY(!m_panel->followMode().isFollowing());
        QTRY_VERIFY(asked > 0);
        m_model->apply(batchOf(301, 310));
        QCOMPARE(m_panel->followButton()->text(), u"10 new — follow"_s);
        QCOMPARE(bar()->value(), 0);
        ActivityPage page;
        page.first = Sequence(1);
        page.last = Sequence(100);
        page.isEnd = true;
        for (qint64 sequence = 1; sequence <= 100; ++sequence)
            page.activities.push_back(activity(sequence));
        m_model->supplyPage(page, asked);
        QTRY_COMPARE(m_panel->view()->rowAt(0), 100);
        QCOMPARE(cell(m_panel->view()->rowAt(0), ActivityModel::SequenceColumn), u"101"_s);
        QCOMPARE(m_panel->followMode().newRows(), 10);
        m_panel->followButton()->click();
        QTRY_COMPARE(bar()->value(), bar()->maximum());
    }

    void theFutureIsNotShown()
    {
        m_model->apply(batchOf(1, 20));
        m_panel->showUpTo(Sequence(12));
        QCOMPARE(m_model->rowCount(), 12);
        QCOMPARE(m_panel->stateText()->text(), u"Not live: nothing after #12 is shown"_s);
        m_panel->showUpTo(std::nullopt);
        QCOMPARE(m_model->rowCount(), 20);
        QVERIFY(m_panel->stateText()->text().isEmpty());
    }

    void historiesHaveWordsAndLeadToCallbacks()
    {
        StayWindow window({RoomId(u"odd"_s), SeatIndex(3), std::nullopt}, m_clock, nullptr);
        quint64 asked = 0;
        connect(&window.stays(), &StayModel::pageWanted, this, [&asked](const ActivityQuery &query, quint64 token) {
            QCOMPARE(query.from, Sequence(31));
            asked = token;
        });
        window.stays().read(Sequence(30));
        window.show();
        QVERIFY(window.stateText()->text().startsWith(u"Looking"_s));
        ActivityPage page;
        page.first = Sequence(1);
        page.last = Sequence(30);
        page.isEnd = true;
        page.activities = {activity(1), activity(11, ActivityKind::LeftSeat),
                           activity(21, ActivityKind::TookSeat, u"<b>bob</b>"_s)};
        window.stays().supplyPage(page, asked);
        const QAbstractItemModel *model = window.view()->model();
        QCOMPARE(model->rowCount(), 2);
        QCOMPARE(model->index(0, StayModel::WhoColumn).data().toString(), u"<b>bob</b>"_s);
        QCOMPARE(model->index(0, StayModel::ToColumn).data().toString(), u"still there"_s);
        QCOMPARE(model->index(1, StayModel::LengthColumn).data().toString(), u"10 s"_s);
        QCOMPARE(model->index(1, StayModel::EndColumn).data().toString(), u"alice left seat 3"_s);
        QCOMPARE(window.stateText()->text(), u"All that the journal has, up to capture #30."_s);
        QVERIFY(!window.goOnButton()->isEnabled());

        QSignalSpy wanted(&window, &StayWindow::captureWanted);
        window.view()->setCurrentIndex(model->index(1, StayModel::ToColumn));
        QCOMPARE(wanted.last().first().value<Sequence>(), Sequence(11));
        window.view()->setCurrentIndex(model->index(1, StayModel::FromColumn));
        QCOMPARE(wanted.last().first().value<Sequence>(), Sequence(1));
        window.copyButton()->click();
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.first(), u"Seat 3 of room odd"_s);
        QCOMPARE(lines.at(2), u"alice\t22:13:21  #1\t22:13:31  #11\t10 s\talice left seat 3"_s);
    }
};

QTEST_MAIN(TestActivityPanel)
#include "tst_gui_activity.moc"
