// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/shownseats.h"
#include "tests/support/manualclock.h"
#include "ui/rooms/roomtextmodel.h"
#include "ui/seats/findingsbutton.h"
#include "ui/seats/readingbutton.h"
#include "ui/seats/roomfindingwords.h"
#include "ui/seats/roomheader.h"
#include "ui/text/visibletext.h"

#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextDocumentFragment>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

/// alice on two seats, of which the second is locked, as #7 says.
RoomState oddRoom()
{
    RoomState state = room(u"rid"_s, {seat(0, u"alice"_s), seat(1, u"alice"_s)});
    state.seats[1].locked = true;
    state.seats[1].since = Sequence(7);
    state.application = SdkAppId(1'400'000'001);
    state.newestArrival = ArrivalTime(1'700'000'000'000'000);
    state.eventTime = EventTime(1'700'000'000'000);
    return state;
}

RoomFinding finding(FindingCode code)
{
    RoomFinding made;
    made.code = code;
    made.sequence = Sequence(14);
    made.seat = SeatIndex(3);
    made.otherSeat = SeatIndex(1);
    made.user = UserId(u"alice"_s);
    made.amount = code == FindingCode::AheadOfClock ? 8000 : 8;
    return made;
}

QString plain(const QString &toolTip)
{
    return QTextDocumentFragment::fromHtml(toolTip).toPlainText();
}

/// What can be chosen in a menu; the present choice has a star.
QStringList choicesOf(const QMenu &menu)
{
    QStringList texts;
    for (const QAction *action : menu.actions())
        texts += (action->isChecked() ? u"*"_s : u""_s) + action->text().section(u" — "_s, 0, 0);
    return texts;
}

} // namespace

/// What stands above the seats: facts, findings, how lists are read.
class TestRoomHeader : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    ManualClock m_clock;

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_dir.path());
    }
    void init() { failOnAnyGuiWarning(); }

    void saysEachFinding_data()
    {
        QTest::addColumn<FindingCode>("code");
        QTest::addColumn<QString>("what");
        const auto row = [](FindingCode code, const QString &what) {
            QTest::newRow(findingName(code).data()) << code << what;
        };
        row(FindingCode::AmbiguousList, u"The newest list could be full or partial (#14)"_s);
        row(FindingCode::IndexGap, u"Nothing is known of seat 3, although there are higher ones (#14)"_s);
        row(FindingCode::NoSeatNumber, u"The newest list has an entry whose seat or user cannot be read (#14)"_s);
        row(FindingCode::UserOnTwoSeats, u"alice is on the seats 1 and 3 (#14)"_s);
        row(FindingCode::TakenWhileLocked, u"alice is on seat 3, which is locked (#14)"_s);
        row(FindingCode::AfterDestruction, u"A callback came for the room after its destruction (#14)"_s);
        row(FindingCode::AheadOfClock, u"The newest EventTime was 8 s ahead of this machine's clock (#14)"_s);
        row(FindingCode::TimeInSeconds, u"The newest EventTime looks like seconds, not milliseconds (#14)"_s);
        row(FindingCode::SameTimeConflict, u"Two callbacks with the same EventTime differ about seat 3 (#14)"_s);
        row(FindingCode::SeatBeyondMax, u"There is a seat 3, but the room may have 8 seats only (#14)"_s);
    }
    void saysEachFinding()
    {
        QFETCH(const FindingCode, code);
        QFETCH(const QString, what);
        QCOMPARE(RoomFindingWords::what(finding(code)), what);
        QVERIFY(RoomFindingWords::why(finding(code)).endsWith(u'.'));
        RoomFinding many = finding(code);
        many.count = 100'000;
        QVERIFY(RoomFindingWords::what(many).startsWith(what));
        QVERIFY2(RoomFindingWords::what(many).contains(u"100000"_s), qPrintable(RoomFindingWords::what(many)));
    }

    void listsFindingsAndLeadsToTheirCallbacks()
    {
        ShownSeats shown(m_clock);
        shown.panel.resize(700, 400);
        shown.panel.show();
        shown.show(oddRoom());
        FindingsButton *button = shown.panel.header()->findings();
        QVERIFY(button->isVisible());
        QCOMPARE(button->text(), u"2 findings"_s);
        QVERIFY(plain(button->toolTip()).contains(u"alice is on seat 1, which is locked (#7)"_s));
        button->click();
        QVERIFY(button->list() != nullptr);
        QCOMPARE(button->list()->count(), 2);
        QVERIFY(button->list()->item(0)->text().startsWith(u"alice is on the seats 0 and 1 (#7)\n"_s));
        QSignalSpy wanted(&shown.panel, &SeatsPanel::captureWanted);
        QTest::keyClick(button->list(), Qt::Key_Return);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().value<Sequence>(), Sequence(7));
        QTRY_VERIFY(button->list() == nullptr);

        RoomState better = oddRoom();
        better.seats.pop_back();
        better.last = Sequence(8);
        shown.show(better);
        QVERIFY(!button->isVisible());
    }

    void theRoomListHasASign()
    {
        RoomModel rooms;
        RoomTextModel texts(m_clock);
        texts.setSourceModel(&rooms);
        rooms.apply({std::make_shared<const RoomState>(oddRoom())});
        const QModelIndex index = texts.index(0, 0);
        QCOMPARE(index.data(RoomModel::FindingCountRole).toInt(), 2);
        QVERIFY(plain(index.data(Qt::ToolTipRole).toString()).contains(u"Finding: alice is on seat 1"_s));
        QVERIFY(index.data(Qt::AccessibleDescriptionRole).toString().endsWith(u", 2 findings"_s));
        QSignalSpy changed(&rooms, &QAbstractItemModel::dataChanged);
        RoomState better = oddRoom();
        better.seats[1].locked = false;
        rooms.apply({std::make_shared<const RoomState>(better)});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().at(2).value<QList<int>>(), QList<int>{RoomModel::FindingCountRole});
        QCOMPARE(index.data(RoomModel::FindingCountRole).toInt(), 1);
    }

    void saysHowListsAreRead_data()
    {
        using enum ListAssumption;
        QTest::addColumn<int>("reading");
        QTest::addColumn<int>("applied");
        QTest::addColumn<bool>("ambiguous");
        QTest::addColumn<QString>("text");
        const auto row = [](ListAssumption reading, ListAssumption applied, bool ambiguous, const QString &text) {
            QTest::newRow(qPrintable(text))
                << static_cast<int>(reading) << static_cast<int>(applied) << ambiguous << text;
        };
        row(Auto, Merge, false, u"Lists: Auto (merged)"_s);
        row(Auto, Merge, true, u"Lists: Auto (merged, ambiguous)"_s);
        row(Auto, Replace, false, u"Lists: Auto (full)"_s);
        row(Merge, Merge, false, u"Lists: Merge"_s);
        row(Replace, Replace, false, u"Lists: Replace"_s);
    }
    void saysHowListsAreRead()
    {
        QFETCH(const int, reading);
        QFETCH(const int, applied);
        QFETCH(const bool, ambiguous);
        QFETCH(const QString, text);
        RoomState state = oddRoom();
        state.reading = static_cast<ListAssumption>(reading);
        state.applied = static_cast<ListAssumption>(applied);
        state.ambiguous = ambiguous;
        QCOMPARE(ReadingButton::readingText(state), text);
    }

    void letsChooseForRoomApplicationAndAll()
    {
        ShownSeats shown(m_clock);
        shown.show(oddRoom());
        const QList<QAction *> scopes = shown.panel.header()->reading()->menu()->actions();
        QCOMPARE(scopes.size(), 3);
        QCOMPARE(scopes[0]->text(), u"This room: as the application"_s);
        QCOMPARE(scopes[1]->text(), u"Application 1400000001: as all rooms"_s);
        QCOMPARE(scopes[2]->text(), u"All rooms: Auto"_s);
        QCOMPARE(choicesOf(*scopes[0]->menu()),
                 (QStringList{u"*As the application"_s, u"Auto"_s, u"Merge"_s, u"Replace"_s}));
        QCOMPARE(choicesOf(*scopes[1]->menu()), (QStringList{u"*As all rooms"_s, u"Auto"_s, u"Merge"_s, u"Replace"_s}));
        QCOMPARE(choicesOf(*scopes[2]->menu()), (QStringList{u"*Auto"_s, u"Merge"_s, u"Replace"_s}));

        QSignalSpy wanted(&shown.panel, &SeatsPanel::choiceWanted);
        scopes[0]->menu()->actions()[2]->trigger();
        scopes[1]->menu()->actions()[3]->trigger();
        scopes[2]->menu()->actions()[1]->trigger();
        scopes[0]->menu()->actions()[0]->trigger();
        QCOMPARE(wanted.count(), 4);
        const auto choice = [&wanted](int at) { return wanted.at(at).first().value<ReadingChoice>(); };
        QVERIFY(choice(0) == (ReadingChoice{RoomId(u"rid"_s), ListAssumption::Merge}));
        QVERIFY(choice(1) == (ReadingChoice{SdkAppId(1'400'000'001), ListAssumption::Replace}));
        QVERIFY(choice(2) == (ReadingChoice{{}, ListAssumption::Merge}));
        QVERIFY(choice(3) == (ReadingChoice{RoomId(u"rid"_s), std::nullopt}));

        Assumptions assumptions;
        assumptions.choose({RoomId(u"rid"_s), ListAssumption::Replace});
        assumptions.choose({{}, ListAssumption::Merge});
        shown.panel.setAssumptions(assumptions);
        QCOMPARE(scopes[0]->text(), u"This room: Replace"_s);
        QCOMPARE(scopes[2]->text(), u"All rooms: Merge"_s);
        QCOMPARE(choicesOf(*scopes[0]->menu()).last(), u"*Replace"_s);
    }

    void showsFacts()
    {
        RoomState state = oddRoom();
        QCOMPARE(RoomHeader::factsText(state), u"Room · active, not seen created"_s);
        state.created = Moment{EventTime(5), Sequence(2)};
        state.owner = Told<UserId>{UserId(u"host"_s), {EventTime(5), Sequence(2)}};
        state.memberCount = Told<qint64>{12, {EventTime(6), Sequence(3)}};
        QCOMPARE(RoomHeader::factsText(state), u"Room · active, created by #2 · owner host · members: 12"_s);
        state.members.announce({UserId(u"a"_s), UserId(u"b"_s)},
                               {{}, true, {}, {EventTime(6), Sequence(3)}, false, Sequence(3)});
        QVERIFY(RoomHeader::factsText(state).endsWith(u"members: 2 of 12 announced by name"_s));
        QVERIFY(RoomHeader::allFactsText(state).endsWith(u"Members: a, b"_s));
        state.destroyed = Moment{EventTime(9), Sequence(4)};
        QVERIFY(RoomHeader::factsText(state).startsWith(u"Room · destroyed by #4"_s));
    }

    void saysWhenMembersWereTooMany()
    {
        RoomState state = oddRoom();
        std::vector<UserId> users;
        for (size_t i = 0; i <= MemberList::most; ++i)
            users.emplace_back(QString::number(i));
        const Moment now{EventTime(6), Sequence(3)};
        state.members.announce(users, {{}, true, {}, now, false, now.sequence});
        QVERIFY(RoomHeader::factsText(state).endsWith(u"members: 5000 known by name, not all are kept"_s));
        state.memberCount = Told<qint64>{7000, now};
        QVERIFY(RoomHeader::factsText(state).endsWith(u"not all are kept, 7000 in all"_s));
        QVERIFY(RoomHeader::allFactsText(state).endsWith(
            tr("More than %1 members were announced; the rest is not kept.").arg(QLocale().toString(5000))));
    }

    /// Everything that a sender chooses is shown as it is: no tags, no text that hides or turns around, no endless one.
    void showsTextsOfSendersAsTheyAre()
    {
        const QString hostile = u"<img src='x'><b>bold</b>\u202E"_s + QString(5000, u'x');
        RoomState state = oddRoom();
        state.id = RoomId(hostile);
        state.name = Told<QString>{hostile, {}};
        state.owner = Told<UserId>{UserId(hostile), {}};
        for (SeatState &one : state.seats)
            one.user = UserId(hostile);
        std::vector<UserId> members;
        for (int i = 0; i < 3000; ++i)
            members.emplace_back(hostile + QString::number(i));
        state.members.announce(members, {{}, true, {}, {}, false, Sequence(3)});
        ShownSeats shown(m_clock);
        shown.panel.resize(700, 400);
        shown.panel.show();
        shown.show(state);
        for (const QLabel *label : shown.panel.header()->findChildren<QLabel *>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            QVERIFY2(!label->text().contains(u'\u202E'), qPrintable(label->text().left(80)));
            QVERIFY(label->width() <= 700);
            QVERIFY(!label->toolTip().contains(u"<b>"_s));
        }
        FindingsButton *button = shown.panel.header()->findings();
        QVERIFY(!button->toolTip().contains(u"<b>"_s));
        button->click();
        QCOMPARE(button->list()->count(), 2);
        QVERIFY(button->list()->item(0)->text().startsWith(u"<img"_s)); // a view of items knows no tags
        QVERIFY(!button->list()->item(0)->text().contains(u'\u202E'));
        QVERIFY(button->list()->item(0)->text().size() < 500);
        QVERIFY(shown.panel.minimumSizeHint().width() < 700);
    }
};

QTEST_MAIN(TestRoomHeader)
#include "tst_gui_roomheader.moc"
