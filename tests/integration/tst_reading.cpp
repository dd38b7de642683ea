// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/history/roomhistory.h"
#include "model/history/storedassumptions.h"
#include "model/journal/journalwriter.h"
#include "model/pipeline/batchwriter.h"
#include "model/session/openforwriting.h"
#include "model/session/session.h"
#include "tests/support/program.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <array>
#include <map>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

using enum ListAssumption;

constexpr qint64 beginning = 1'700'000'000'000;
constexpr quint32 histories = 30;
constexpr int callbacks = 40;

PendingRequest requestOf(const QByteArray &room, const QByteArray &seats, qint64 ms, int application)
{
    PendingRequest pending;
    pending.request.method = "POST";
    pending.request.target = "/?SdkAppid=" + QByteArray::number(application);
    pending.request.receivedAt = ArrivalTime((beginning + ms) * 1000);
    pending.request.body = R"({"CallbackCommand":"Mic.CallbackAfterSeatInfoChanged","RoomId":")" + room +
                           R"(","SeatList":[)" + seats + R"(],"EventTime":)" + QByteArray::number(beginning + ms) + "}";
    pending.query = parseRequestTarget(pending.request.target);
    return pending;
}

QByteArray seatOf(int index, const QByteArray &user)
{
    return R"({"Index":)" + QByteArray::number(index) + R"(,"Member_Account":")" + user + R"("})";
}

/// A writer's journal that can be kept from storing how lists are read.
class FailingStore final : public CaptureStore {
public:
    explicit FailingStore(CaptureStore &store) : m_store(store) {}

    void setFails(bool fails) { m_fails = fails; }

    [[nodiscard]] Sequence lastSequence() const override { return m_store.lastSequence(); }
    [[nodiscard]] Result<void> begin() override { return m_store.begin(); }
    [[nodiscard]] Result<void> append(const Capture &capture) override { return m_store.append(capture); }
    [[nodiscard]] Result<Twins> findTwins(const Capture &capture) const override { return m_store.findTwins(capture); }
    [[nodiscard]] Result<void> commit() override { return m_store.commit(); }
    void rollback() override { m_store.rollback(); }
    [[nodiscard]] Result<void> keepAssumptions(const std::vector<StoredAssumption> &assumptions) override
    {
        if (m_fails)
            return failure(u"the disk is full"_s);
        return m_store.keepAssumptions(assumptions);
    }

private:
    CaptureStore &m_store;
    bool m_fails = false;
};

/// The users on the seats, "0:a 1:-".
QString picture(const RoomState &room)
{
    QStringList seats;
    for (const SeatState &seat : room.seats)
        seats += u"%1:%2"_s.arg(seat.index.value()).arg(seat.user ? seat.user->text() : u"-"_s);
    return seats.join(u' ');
}

QString seatsOf(const QByteArray &json)
{
    QStringList seats;
    for (const QJsonValue &seat : QJsonDocument::fromJson(json)["rooms"_L1][0]["seats"_L1].toArray())
        seats += QString::number(seat["index"_L1].toInt());
    return seats.join(u' ');
}

} // namespace

/// How lists are read can be chosen at any time, and is kept.
class TestReading : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"j.seatscope"_s);
    }

    /// Whatever was chosen in between, what was published is what the journal gives from scratch under the last choice.
    void isAsIfItHadBeenChosenFirst()
    {
        const quint32 first = QRandomGenerator::global()->generate() / 2;
        for (quint32 seed = first; seed < first + histories; ++seed) {
            const QString path = m_folder->filePath(u"%1.seatscope"_s.arg(seed));
            const auto store = JournalWriter::open(path);
            QVERIFY(store);
            QVERIFY((*store)->forgoDurability());
            BatchWriter writer(**store, RoomBook());
            QRandomGenerator random(seed);
            std::map<RoomId, RoomStatePtr> published;
            Assumptions wanted;
            for (int i = 0; i < callbacks; ++i) {
                BatchPtr batch = writer.write({randomRequest(random)}).batch;
                QVERIFY(batch);
                take(published, *batch);
                if (random.bounded(5) != 0)
                    continue;
                const ReadingChoice choice = randomChoice(random);
                wanted.choose(choice);
                const Result<BatchPtr> chosen = writer.choose({choice});
                QVERIFY(chosen);
                QVERIFY((*chosen)->captures.empty());
                QVERIFY((*chosen)->assumptions == wanted);
                take(published, **chosen);
            }
            const auto reader = JournalReader::open(path);
            QVERIFY(reader);
            const Result<RoomHistory> history = RoomHistory::open(**reader);
            QVERIFY(history && history->assumptions() == wanted);
            const Result<RoomBook> restored = history->at(std::nullopt);
            QVERIFY(restored && restored->rooms().size() == published.size());
            for (const auto &[id, state] : published) {
                const Result<RoomStatePtr> scratch = history->recompute(id, std::nullopt);
                QVERIFY(scratch && *scratch);
                QVERIFY2(**scratch == *state, qPrintable(QString::number(seed) + u": "_s + picture(*state) +
                                                         u" not "_s + picture(**scratch)));
                QVERIFY2(*restored->room(id) == *state, qPrintable(QString::number(seed)));
            }
        }
    }

    /// The journal is told first: an end in between leaves a journal that says what the next start shows.
    void anEndAfterKeepingLeavesThemTogether()
    {
        {
            const auto store = JournalWriter::open(m_path);
            QVERIFY(store);
            BatchWriter writer(**store, RoomBook());
            writeTwoLists(writer);
            // As choose() does, and then the end: nothing was read anew, nothing published.
            Assumptions wanted;
            wanted.choose({RoomId(u"r"_s), Replace});
            QVERIFY((*store)->keepAssumptions(storedForm(wanted)));
        }
        SessionConfig config;
        config.journalPath = m_path;
        const Result<OpenedForWriting> opened = openForWriting(config);
        QVERIFY(opened);
        QCOMPARE(picture(*opened->journal.rooms.room(RoomId(u"r"_s))), u"1:c"_s);
        QVERIFY(opened->journal.rooms.assumptions().chosen(RoomId(u"r"_s)) == Replace);
    }

    void whatCannotBeKeptChangesNothing()
    {
        const auto journal = JournalWriter::open(m_path);
        QVERIFY(journal);
        FailingStore store(**journal);
        BatchWriter writer(store, RoomBook());
        writeTwoLists(writer);
        store.setFails(true);
        const Result<BatchPtr> failed = writer.choose({{{}, Replace}});
        QVERIFY(!failed);
        QVERIFY2(failed.error().message().contains(u"the disk is full"_s), qPrintable(failed.error().message()));
        store.setFails(false);
        // Seat 0 is still merged by the next list.
        const WrittenBatch next = writer.write({requestOf("r", seatOf(1, "d"), 3000, 7)});
        QCOMPARE(picture(*next.batch->rooms.front()), u"0:a 1:d"_s);
        const Result<BatchPtr> kept = writer.choose({{{}, Replace}});
        QVERIFY(kept);
        QCOMPARE(picture(*(*kept)->rooms.front()), u"1:d"_s);
    }

    void theSessionTellsAndKeepsIt()
    {
        fillJournal();
        {
            Session session(config());
            QVERIFY(session.start());
            QCOMPARE(picture(*session.rooms().front()), u"0:a 1:c"_s);
            QSignalSpy published(&session, &Session::published);
            QSignalSpy chosen(&session, &Session::readingChosen);
            session.choose({RoomId(u"r"_s), Replace});
            QTRY_COMPARE(chosen.count(), 1);
            QCOMPARE(published.count(), 1);
            const auto batch = published.first().first().value<BatchPtr>();
            QVERIFY(batch->captures.empty());
            QCOMPARE(picture(*batch->rooms.front()), u"1:c"_s);
            QCOMPARE(picture(*session.rooms().front()), u"1:c"_s);
            QVERIFY(session.assumptions().chosen(RoomId(u"r"_s)) == Replace);
            // Chosen and closed at once: it is kept all the same.
            session.choose({RoomId(u"r"_s), std::nullopt});
            session.choose({SdkAppId(7), Replace});
            session.choose({SdkAppId(7), Merge});
            session.stop();
            QCOMPARE(picture(*session.rooms().front()), u"0:a 1:c"_s);
        }
        Session again(config());
        QVERIFY(again.start());
        QVERIFY(!again.assumptions().chosen(RoomId(u"r"_s)));
        QVERIFY(again.assumptions().chosen(SdkAppId(7)) == Merge);
        QCOMPARE(picture(*again.rooms().front()), u"0:a 1:c"_s);
        QVERIFY(again.rooms().front()->reading == Merge);
    }

    void commandsChooseIt()
    {
        fillJournal();
        const auto rooms = [this](const QStringList &more) {
            const ProgramResult result =
                runProgram(QStringList{u"rooms"_s, u"--journal"_s, m_path, u"--json"_s} + more);
            return result.exitCode == 0 ? seatsOf(result.output) : QString::fromUtf8(result.words);
        };
        QCOMPARE(rooms({}), u"0 1"_s);
        QCOMPARE(rooms({u"--lists"_s, u"replace"_s}), u"1"_s);
        QCOMPARE(rooms({u"--lists"_s, u"merge"_s}), u"0 1"_s);
        QCOMPARE(rooms({}), u"0 1"_s); // a view only
        {
            ServeProgram serve(m_path, {u"--lists"_s, u"replace"_s});
            QVERIFY(!serve.url().isEmpty());
            QCOMPARE(serve.terminate(), 0);
        }
        QCOMPARE(rooms({}), u"1"_s); // that was kept
        QCOMPARE(rooms({u"--lists"_s, u"auto"_s}), u"0 1"_s);
        {
            ServeProgram serve(m_path);
            QVERIFY(!serve.url().isEmpty());
            QCOMPARE(serve.terminate(), 0);
        }
        QCOMPARE(rooms({}), u"1"_s); // without the option it stays
    }

private:
    static PendingRequest randomRequest(QRandomGenerator &random)
    {
        static constexpr std::array users{"", "a", "b", "c"};
        QByteArray seats;
        const bool isFull = random.bounded(3) == 0;
        for (int index = 0, end = static_cast<int>(random.bounded(6)); index < end; ++index) {
            if (!isFull && random.bounded(2) == 0)
                continue;
            seats += (seats.isEmpty() ? "" : ",") +
                     seatOf(random.bounded(12) == 0 ? -1 : index, users.at(static_cast<size_t>(random.bounded(4))));
        }
        return requestOf("r" + QByteArray::number(random.bounded(3)), seats, 100 * random.bounded(60),
                         7 + static_cast<int>(random.bounded(2)));
    }

    static ReadingChoice randomChoice(QRandomGenerator &random)
    {
        static constexpr std::array<std::optional<ListAssumption>, 4> readings{Auto, Merge, Replace, std::nullopt};
        ReadingChoice choice;
        if (const auto which = random.bounded(3); which == 0)
            choice.scope = RoomId(u"r%1"_s.arg(random.bounded(3)));
        else if (which == 1)
            choice.scope = SdkAppId(7 + random.bounded(2U));
        choice.reading = readings.at(static_cast<size_t>(random.bounded(4)));
        return choice;
    }

    static void take(std::map<RoomId, RoomStatePtr> &published, const Batch &batch)
    {
        for (const RoomStatePtr &room : batch.rooms)
            published[room->id] = room;
    }

    static void writeTwoLists(BatchWriter &writer)
    {
        QVERIFY(writer.write({requestOf("r", seatOf(0, "a") + ',' + seatOf(1, "b"), 1000, 7)}).batch);
        QVERIFY(writer.write({requestOf("r", seatOf(1, "c"), 2000, 7)}).batch);
    }

    void fillJournal()
    {
        const auto store = JournalWriter::open(m_path);
        QVERIFY(store);
        BatchWriter writer(**store, RoomBook());
        writeTwoLists(writer);
    }

    [[nodiscard]] SessionConfig config() const
    {
        SessionConfig config;
        config.journalPath = m_path;
        config.port = 0;
        return config;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestReading)
#include "tst_reading.moc"
