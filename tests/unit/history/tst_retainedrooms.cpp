// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/history/roomcursor.h"
#include "model/history/snapshots.h"
#include "model/session/openforwriting.h"
#include "tests/support/testmain.h"
#include "tests/unit/history/scenariojournal.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

#include <algorithm>
#include <random>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

using Random = std::mt19937;

const RoomState &byContent(const RoomStatePtr &room)
{
    return *room;
}

bool isSame(const std::vector<RoomStatePtr> &rooms, const std::vector<RoomStatePtr> &expected)
{
    return std::ranges::equal(rooms, expected, {}, byContent, byContent);
}

PendingRequest probeAt(qint64 number)
{
    PendingRequest pending;
    pending.request.method = "GET";
    pending.request.target = "/";
    pending.request.receivedAt = ArrivalTime(1'700'000'000'000'000 + number);
    pending.admission.verdict = Verdict::Probe;
    return pending;
}

PendingRequest unknownAt(qint64 number)
{
    PendingRequest pending = requestOf({}, number);
    pending.request.target = "/?SdkAppid=7&CallbackCommand=Mic.Unheard";
    pending.request.body = "{\"CallbackCommand\":\"Mic.Unheard\"}";
    pending.query = parseRequestTarget(pending.request.target);
    return pending;
}

/// The same requests in two journals: one that keeps little, and one that keeps all and knows what is right.
class Histories {
public:
    Histories(const QString &folder, quint32 seed, RetentionLimits limits)
        : m_random(seed),
          m_limits(limits),
          m_path(folder + u"/short-%1.seatscope"_s.arg(seed)),
          m_wholePath(folder + u"/whole-%1.seatscope"_s.arg(seed)),
          m_scenario(scenarioOf(seed, limits))
    {
        m_whole = openWriter(m_wholePath);
        static_cast<void>(m_whole->forgoDurability());
        m_wholeBatches = std::make_unique<BatchWriter>(*m_whole, RoomBook());
        m_reader = openReader(m_wholePath);
        m_present = std::make_unique<RoomCursor>(*m_reader);
        open();
    }

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const QString &wholePath() const { return m_wholePath; }
    [[nodiscard]] qint64 count() const { return m_count; }

    /// What the rooms are.
    [[nodiscard]] std::vector<RoomStatePtr> rooms() const { return *m_present->at(Sequence(m_count)); }

    void close()
    {
        m_batches.reset();
        m_short.reset();
    }

    void open()
    {
        close();
        SessionConfig config;
        config.journalPath = m_path;
        config.retention = m_limits;
        Result<OpenedForWriting> opened = openForWriting(config);
        QVERIFY(opened);
        m_short = std::move(opened->journal.store);
        static_cast<void>(dynamic_cast<JournalWriter &>(*m_short).forgoDurability());
        m_batches = std::make_unique<BatchWriter>(*m_short, std::move(opened->journal.rooms));
    }

    /// One turn of the writer.
    void turn(bool withBookmarks)
    {
        const qint64 most = std::min<qint64>(mostCapturesAtOnce(m_limits), m_limits.age ? 8 : 64);
        std::vector<PendingRequest> requests;
        for (qint64 i = std::uniform_int_distribution<qint64>(1, most)(m_random); i > 0; --i)
            requests.push_back(request());
        QVERIFY(m_batches->write(requests).batch);
        QVERIFY(m_wholeBatches->write(requests).batch);
        m_batches->keepSnapshot();
        m_wholeBatches->keepSnapshot();
        if (withBookmarks && m_random() % 4 == 0)
            bookmark();
        for (bool hasMore = true; hasMore;) {
            const Result<Retained> retained =
                m_batches->makeRoom(ArrivalTime(1'700'000'000'000'000 + m_count * 1'000'000));
            QVERIFY(retained);
            hasMore = retained->hasMore;
        }
    }

private:
    static ScenarioOptions scenarioOf(quint32 seed, const RetentionLimits &limits)
    {
        ScenarioOptions options;
        // A callback that repeats one that is gone counts as any other: nobody can tell.
        options.inOrder = limits.captures == 1;
        options.rooms = static_cast<int>(seed % 7) + 1;
        options.start = EventTime(1'700'000'000'000);
        options.seed = seed;
        return options;
    }
    PendingRequest request()
    {
        ++m_count;
        const auto kind = m_random() % 20;
        PendingRequest made = kind < 2   ? probeAt(m_count)
                              : kind < 4 ? unknownAt(m_count)
                                         : requestOf(m_scenario.next(), m_count);
        made.request.receivedAt = ArrivalTime(1'700'000'000'000'000 + m_count * 1'000'000);
        return made;
    }
    void bookmark()
    {
        auto &writer = dynamic_cast<JournalWriter &>(*m_short);
        QVERIFY(writer.mark(Sequence(m_count - static_cast<qint64>(m_random() % 3)), {true, {}}));
    }

    Random m_random;
    RetentionLimits m_limits;
    QString m_path;
    QString m_wholePath;
    Scenario m_scenario;
    qint64 m_count = 0;
    std::unique_ptr<JournalWriter> m_whole;
    std::unique_ptr<BatchWriter> m_wholeBatches;
    std::unique_ptr<JournalReader> m_reader;
    std::unique_ptr<RoomCursor> m_present;
    std::unique_ptr<CaptureStore> m_short;
    std::unique_ptr<BatchWriter> m_batches;
};

} // namespace

/// Whatever retention takes, the rooms at the captures that it leaves are what they were before.
class TestRetainedRooms : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void everyMomentThatIsKept_data()
    {
        QTest::addColumn<qint64>("captures");
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<bool>("withBookmarks");
        // A second goes by with each capture.
        constexpr qint64 plenty = qint64{1024} * 1024 * 1024;
        QTest::newRow("one capture") << qint64{1} << plenty << qint64{0} << false;
        QTest::newRow("a few") << qint64{40} << plenty << qint64{0} << false;
        QTest::newRow("some") << qint64{300} << plenty << qint64{0} << false;
        QTest::newRow("by bytes") << qint64{1'000'000} << qint64{400'000} << qint64{0} << false;
        QTest::newRow("by age") << qint64{1'000'000} << plenty << qint64{200} << false;
        QTest::newRow("by age and number") << qint64{150} << plenty << qint64{200} << false;
        QTest::newRow("bookmarks") << qint64{100} << plenty << qint64{0} << true;
        QTest::newRow("bookmarks, by age") << qint64{1'000'000} << plenty << qint64{150} << true;
    }
    void everyMomentThatIsKept()
    {
        QFETCH(const qint64, captures);
        QFETCH(const qint64, bytes);
        QFETCH(const qint64, seconds);
        QFETCH(const bool, withBookmarks);
        RetentionLimits limits;
        limits.captures = captures;
        limits.bytes = bytes;
        if (seconds > 0)
            limits.age = std::chrono::seconds(seconds);
        for (int history = 0; history < 3; ++history) {
            const quint32 seed = QRandomGenerator::global()->generate();
            qInfo("seed %u", seed);
            Histories histories(m_folder.path(), seed, limits);
            QVERIFY(!QTest::currentTestFailed());
            while (histories.count() < 600) {
                histories.turn(withBookmarks);
                QVERIFY(!QTest::currentTestFailed());
                if (histories.count() % 5 == 0)
                    histories.open();
                if (histories.count() % 3 == 0)
                    compare(histories, false);
                QVERIFY(!QTest::currentTestFailed());
            }
            compare(histories, true);
            QVERIFY(!QTest::currentTestFailed());
            histories.open();
            compare(histories, true);
            QVERIFY(!QTest::currentTestFailed());
        }
    }

    void whatIsGoneIsSaid()
    {
        RetentionLimits limits;
        limits.captures = 100;
        Histories histories(m_folder.path(), 7, limits);
        while (histories.count() < 300)
            histories.turn(false);
        const auto reader = openReader(histories.path());
        const Sequence removed = reader->roomHorizon()->removed;
        QVERIFY(removed > Sequence(100));
        // A moment that is gone, and the first ones, of which no snapshot tells.
        const auto history = RoomHistory::open(*reader);
        QVERIFY(history->known(Sequence(20))->since);
        QVERIFY(!history->known(Sequence(0))->since);
        QVERIFY(!history->known(std::nullopt)->since);
        // Without snapshots only what the captures tell is known: of them nothing older is taken for the present.
        QVERIFY(runSql(histories.path(), u"DELETE FROM snapshot"_s));
        QCOMPARE(history->known(std::nullopt)->since, next(removed));
        RoomCursor cursor(*reader);
        QVERIFY(cursor.at(Sequence(histories.count())));
        QCOMPARE(cursor.since(), next(removed));
        // The snapshots that a start makes lack it as well, and so it stays.
        histories.open();
        while (histories.count() < 600)
            histories.turn(false);
        QVERIFY(reader->roomHorizon()->removed > removed);
        QCOMPARE(reader->roomHorizon()->lost, removed);
        QCOMPARE(history->known(std::nullopt)->since, next(removed));
    }

    void choosingAReadingLeavesTheHorizon()
    {
        RetentionLimits limits;
        limits.captures = 50;
        Histories histories(m_folder.path(), 8, limits);
        while (histories.count() < 200)
            histories.turn(false);
        const auto before = openReader(histories.path())->roomHorizon();
        QVERIFY(before && before->removed > Sequence(0));
        histories.close();
        QVERIFY(openWriter(histories.path())->keepAssumptions({{0, {}, 2}}));
        QCOMPARE(*openReader(histories.path())->roomHorizon(), *before);
    }

private:
    /// The present, and \a all moments that are kept.
    static void compare(const Histories &histories, bool all)
    {
        const auto reader = openReader(histories.path());
        const auto wholeReader = openReader(histories.wholePath());
        QVERIFY(reader && wholeReader);
        RoomCursor cursor(*reader);
        const auto present = RoomHistory::open(*reader)->known(std::nullopt);
        QVERIFY(present && !present->since);
        QVERIFY(isSame(present->book.rooms(), histories.rooms()));
        if (!all)
            return;
        RoomCursor whole(*wholeReader);
        const Sequence beginning = *RoomHistory::open(*reader)->beginning();
        qint64 known = 0;
        qint64 apart = 0;
        qint64 marked = 0;
        const auto captures = reader->window(Sequence(1), 1'000'000);
        for (const CaptureSummary &kept : *captures) {
            const auto rooms = cursor.at(kept.sequence);
            QVERIFY(rooms);
            const QString where = u"#%1, all is known from #%2 on"_s.arg(kept.sequence.value()).arg(beginning.value());
            QVERIFY2(!cursor.since() || kept.sequence <= beginning, qPrintable(where));
            if (!cursor.since())
                QVERIFY2(isSame(*rooms, *whole.at(kept.sequence)), qPrintable(where));
            ++(kept.sequence > beginning ? known : apart);
            if (kept.room && kept.sequence <= beginning)
                ++marked;
        }
        const qint64 others = reader->usage()->captures - reader->usage()->bookmarked;
        qInfo("%lld known, %lld apart", known, apart);
        QVERIFY(known * 2 >= others);
        QVERIFY(marked <= reader->usage()->bookmarked);
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestRetainedRooms)
#include "tst_retainedrooms.moc"
