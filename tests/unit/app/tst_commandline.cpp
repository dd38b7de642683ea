// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/activitycommand.h"
#include "app/commandline.h"
#include "app/exportcommand.h"
#include "app/helpcommand.h"
#include "app/importcommand.h"
#include "app/markcommand.h"
#include "app/replayoptions.h"
#include "app/tokencommand.h"
#include "model/secrets/token.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace seatscope;

namespace {

QStringList words(const QString &line)
{
    return QStringList{u"seatscope"_s} + line.split(u' ', Qt::SkipEmptyParts);
}

template<typename Options>
QString outcome(const Parsed<Options> &options)
{
    if (options)
        return u"fine"_s;
    return QString::number(static_cast<int>(options.error().code)) + u' ' + options.error().text;
}

QString outcomeOf(const QString &command, const QString &line)
{
    if (command == "serve"_L1)
        return outcome(parseServe(words(line)));
    if (command == "window"_L1)
        return outcome(parseWindow(words(line)));
    if (command == "rooms"_L1)
        return outcome(parseRooms(words(line)));
    if (command == "activity"_L1)
        return outcome(parseActivity(words(line)));
    if (command == "captures"_L1)
        return outcome(parseCaptures(words(line)));
    if (command == "show"_L1)
        return outcome(parseShow(words(line)));
    if (command == "help"_L1)
        return outcome(parseHelp(words(line)));
    if (command == "export"_L1)
        return outcome(parseExport(words(line)));
    if (command == "mark"_L1)
        return outcome(parseMark(words(line)));
    if (command == "replay"_L1)
        return outcome(parseReplay(words(line)));
    if (command == "import"_L1)
        return outcome(parseImport(words(line)));
    if (command == "token"_L1)
        return outcome(parseToken(words(line)));
    return outcome(parseSimulate(words(line)));
}

} // namespace

class TestCommandLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void readsServe()
    {
        const auto options = parseServe(words(u"--journal j.seatscope --listen [::1]:0 --path /hook/a%20b --sdkappid 7"
                                              " --sdkappid 18446744073709551615 --token-file t --max-body 5 --json"_s));
        QVERIFY2(options, qPrintable(outcome(options)));
        QCOMPARE(options->listen.session.journalPath, u"j.seatscope"_s);
        QCOMPARE(options->listen.session.address, QHostAddress(QHostAddress::LocalHostIPv6));
        QCOMPARE(options->listen.session.port, 0);
        QCOMPARE(options->listen.session.admission.path, QByteArray("/hook/a%20b"));
        QCOMPARE(options->listen.session.admission.allowedApps,
                 (std::set<SdkAppId>{SdkAppId(7), SdkAppId(18446744073709551615ULL)}));
        QCOMPARE(options->listen.session.limits.bodyBytes, 5);
        QVERIFY(options->listen.token == (TokenSource{TokenSource::Kind::File, u"t"_s}));
        QVERIFY(options->json);
    }

    void hasTheDocumentedDefaults()
    {
        const auto serve = parseServe(words(u"--journal j"_s));
        QVERIFY(serve);
        QCOMPARE(serve->listen.session.address, QHostAddress(QHostAddress::LocalHost));
        QCOMPARE(serve->listen.session.port, 8088);
        QCOMPARE(serve->listen.session.admission.path, QByteArray("/"));
        QCOMPARE(serve->listen.session.limits.bodyBytes, 1024 * 1024);
        QVERIFY(serve->listen.session.admission.allowedApps.empty());
        const auto window = parseWindow(words(u"--demo"_s));
        QVERIFY(window);
        QVERIFY(window->demo);
        QVERIFY(window->listen.session.journalPath.isEmpty());
    }

    void readsHowListsAreRead()
    {
        using enum ListAssumption;
        for (const auto &[name, reading] :
             {std::pair(u"auto"_s, Auto), std::pair(u"merge"_s, Merge), std::pair(u"replace"_s, Replace)}) {
            const auto serve = parseServe(words(u"--journal j --lists "_s + name));
            QVERIFY(serve && serve->listen.session.lists == reading);
            const auto rooms = parseRooms(words(u"--journal j --lists "_s + name));
            QVERIFY(rooms && rooms->lists == reading);
        }
        const auto serve = parseServe(words(u"--journal j"_s));
        QVERIFY(serve && !serve->listen.session.lists);
        const auto rooms = parseRooms(words(u"--journal j"_s));
        QVERIFY(rooms && !rooms->lists);
    }

    void readsAccess()
    {
        const auto bare = parseServe(words(u"--journal j"_s));
        QVERIFY(bare && !bare->listen.session.allowOpen && bare->listen.secretPathFile.isEmpty());
        QVERIFY(bare->listen.token == TokenSource{});
        const auto full = parseServe(words(u"--journal j --secret-path-file p --tls-cert c --tls-key k --allow-open"
                                           " --token-keychain"_s));
        QVERIFY2(full, qPrintable(outcome(full)));
        QCOMPARE(full->listen.secretPathFile, u"p"_s);
        QCOMPARE(full->listen.session.tls.certificate, u"c"_s);
        QCOMPARE(full->listen.session.tls.key, u"k"_s);
        QVERIFY(full->listen.session.allowOpen);
        QCOMPARE(full->listen.token.kind, TokenSource::Kind::Keychain);
        QCOMPARE(full->listen.given, (std::set<QString>{u"journal"_s, u"secret-path-file"_s, u"tls-cert"_s,
                                                        u"tls-key"_s, u"allow-open"_s, u"token-keychain"_s}));
        const auto simulate = parseSimulate(words(u"--to https://h --token-keychain --tls-ca c"_s));
        QVERIFY(simulate);
        QCOMPARE(simulate->tlsRoots, u"c"_s);
        QCOMPARE(simulate->token.kind, TokenSource::Kind::Keychain);
        for (const auto &[line, action] :
             {std::pair(u""_s, TokenAction::Status), std::pair(u"--status"_s, TokenAction::Status),
              std::pair(u"--store"_s, TokenAction::Store), std::pair(u"--forget"_s, TokenAction::Forget)}) {
            const auto token = parseToken(words(line));
            QVERIFY(token && token->action == action);
        }
    }

    void makesRoomForLargeBodies()
    {
        const auto options = parseServe(words(u"--journal j --max-body 100000000"_s));
        QVERIFY(options);
        QVERIFY(options->listen.session.limits.unfinishedBytes >= 200'000'000);
    }

    void readsTheTokenOfTheEnvironment()
    {
        qputenv(tokenVariable, "xxxxyyyy");
        const auto alone = parseServe(words(u"--journal j"_s));
        const QString twice = outcomeOf(u"serve"_s, u"--journal j --token-file t"_s);
        qunsetenv(tokenVariable);
        QVERIFY(alone);
        QCOMPARE(alone->listen.token.kind, TokenSource::Kind::Environment);
        QVERIFY2(twice.startsWith(u"2 "_s) && twice.contains(u"SEATSCOPE_TOKEN"_s), qPrintable(twice));
    }

    void readsLimits()
    {
        const auto options = parseServe(words(u"--journal j --max-head 100 --idle-timeout 5 --max-connections 7"
                                              " --count-loopback --keep 9 --keep-days 2"_s));
        QVERIFY2(options, qPrintable(outcome(options)));
        const SessionConfig &config = options->listen.session;
        QCOMPARE(config.limits.headBytes, 100);
        QVERIFY(config.limits.idleTime == std::chrono::seconds(5));
        QCOMPARE(config.limits.connections, 7);
        QVERIFY(config.limits.countLoopback);
        QCOMPARE(config.retention.captures, 9);
        QVERIFY(config.retention.age == std::chrono::hours(48));
    }

    void readsJournal()
    {
        const auto usage = parseJournal(words(u"--journal j --json"_s));
        QVERIFY(usage && usage->json && usage->task == JournalTask::Usage);
        const auto check = parseJournal(words(u"--journal j --check"_s));
        QVERIFY(check && check->task == JournalTask::Check);
        const auto repair = parseJournal(words(u"--journal j --repair out"_s));
        QVERIFY(repair && repair->task == JournalTask::Repair);
        QCOMPARE(repair->output, u"out"_s);
        QVERIFY(!parseJournal(words(u"--journal j --repair out --check"_s)));
        QVERIFY(!parseJournal(words(u"--journal j --json --check"_s)));
        QVERIFY(!parseJournal(words(u"--json"_s)));
    }

    void readsRooms()
    {
        const auto now = parseRooms(words(u"--journal j"_s));
        QVERIFY(now && std::holds_alternative<std::monostate>(now->at) && !now->room && !now->json);
        const auto bySequence = parseRooms(words(u"--journal j --at 12 --room rid-1 --json"_s));
        QVERIFY(bySequence && bySequence->json);
        QCOMPARE(std::get<Sequence>(bySequence->at), Sequence(12));
        QCOMPARE(bySequence->room, RoomId(u"rid-1"_s));
        const auto byTime = parseRooms(words(u"--journal j --at 2023-11-14T22:13:20.000001Z"_s));
        QVERIFY(byTime);
        QCOMPARE(std::get<ArrivalTime>(byTime->at), ArrivalTime(1'700'000'000'000'001));
    }

    void readsInstants_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("us");
        QTest::newRow("UTC") << u"2023-11-14T22:13:20Z"_s << qint64(1'700'000'000'000'000);
        QTest::newRow("tenths") << u"2023-11-14T22:13:20.1Z"_s << qint64(1'700'000'000'100'000);
        QTest::newRow("zone") << u"2023-11-15T06:13:20.001204+08:00"_s << qint64(1'700'000'000'001'204);
        QTest::newRow("blank for T") << u"2023-11-14 22:13:20Z"_s << qint64(1'700'000'000'000'000);
        QTest::newRow("no such day") << u"2023-02-30T00:00:00Z"_s << qint64(-1);
        QTest::newRow("words") << u"yesterday"_s << qint64(-1);
        QTest::newRow("too exact") << u"2023-11-14T22:13:20.1234567Z"_s << qint64(-1);
    }

    void readsInstants()
    {
        QFETCH(QString, text);
        QFETCH(qint64, us);
        QCOMPARE(parseInstant(text).value_or(ArrivalTime(-1)), ArrivalTime(us));
    }

    void readsActivity()
    {
        const auto all = parseActivity(words(u"--journal j"_s));
        QVERIFY(all && all->filter.isEmpty() && !all->limit);
        QVERIFY(all->format == ActivityOptions::Format::Text);
        const auto some = parseActivity(words(u"--journal j --room rid-1 --user u1 --seat 3 --kind took-seat"
                                              " --kind left-seat --at 12 --limit 5 --json"_s));
        QVERIFY2(some, qPrintable(outcome(some)));
        ActivityFilter wanted;
        wanted.room = RoomId(u"rid-1"_s);
        wanted.user = UserId(u"u1"_s);
        wanted.seat = SeatIndex(3);
        wanted.kinds = KindSet::none().with(ActivityKind::TookSeat).with(ActivityKind::LeftSeat);
        QVERIFY(some->filter == wanted);
        QVERIFY(some->at == JournalMoment(Sequence(12)));
        QCOMPARE(some->limit, 5);
        QVERIFY(some->format == ActivityOptions::Format::Json);
        const auto csv = parseActivity(words(u"--journal j --csv"_s));
        QVERIFY(csv && csv->format == ActivityOptions::Format::Csv);
        QVERIFY(outcome(parseActivity(words(u"--journal j --csv --json"_s))).contains(u"exclude each other"_s));
    }

    void readsShowAndCaptures()
    {
        const auto overview = parseShow(words(u"--journal j 12"_s));
        QVERIFY(overview && overview->form == ShowForm::Overview);
        QCOMPARE(overview->sequence, Sequence(12));
        const auto body = parseShow(words(u"12 --journal j --body"_s));
        QVERIFY(body && body->form == ShowForm::Body);
        const auto captures = parseCaptures(words(u"--journal j --limit 3 --json"_s));
        QVERIFY(captures && captures->json);
        QCOMPARE(captures->limit, 3);
    }

    void readsSimulate()
    {
        const auto endless = parseSimulate(words(u"--to http://127.0.0.1:8088"_s));
        QVERIFY2(endless, qPrintable(outcome(endless)));
        QCOMPARE(endless->sender.target, QUrl(u"http://127.0.0.1:8088/"_s));
        QVERIFY(!endless->isRepeatable && !endless->sender.count && !endless->sender.durationMs);

        const auto repeatable = parseSimulate(words(u"--to https://h/cb?k=1 --seed 7 --rooms 5 --seats 16 --rate 2.5"
                                                    " --duration 10 --sdkappid 9"_s));
        QVERIFY2(repeatable, qPrintable(outcome(repeatable)));
        QVERIFY(repeatable->isRepeatable);
        QCOMPARE(repeatable->scenario.seed, 7U);
        QCOMPARE(repeatable->scenario.rooms, 5);
        QCOMPARE(repeatable->scenario.seatsPerRoom, 16);
        QCOMPARE(repeatable->sender.count, 25);
        QCOMPARE(repeatable->sender.sdkAppId, SdkAppId(9));
        QVERIFY(repeatable->scenario.start.value() > 0);

        const auto fast = parseSimulate(words(u"--to http://h --rate 0 --duration 0.5"_s));
        QVERIFY(fast && !fast->sender.count);
        QCOMPARE(fast->sender.durationMs, 500);
        const auto seeded = parseSimulate(words(u"--to http://h --seed 0 --seats-only"_s));
        QVERIFY(seeded && seeded->sender.count && seeded->scenario.seatsOnly && !fast->scenario.seatsOnly);
    }

    void refusesWrongUsage_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("named");
        const auto add = [](const QString &command, const QString &line, const QString &named) {
            QTest::newRow(qPrintable(command + u' ' + line)) << command << line << named;
        };
        add(u"serve"_s, u""_s, u"--journal"_s);
        add(u"serve"_s, u"--journal"_s, u"journal"_s);
        add(u"serve"_s, u"--journal="_s, u"--journal"_s);
        add(u"serve"_s, u"--journal j --forward x"_s, u"forward"_s);
        add(u"serve"_s, u"--journal j stray"_s, u"stray"_s);
        add(u"serve"_s, u"--journal j --listen 8088"_s, u"8088"_s);
        add(u"serve"_s, u"--journal j --listen 127.0.0.1:65536"_s, u"65536"_s);
        add(u"serve"_s, u"--journal j --listen example.com:80"_s, u"example.com"_s);
        add(u"serve"_s, u"--journal j --path hook"_s, u"--path"_s);
        add(u"serve"_s, u"--journal j --path /a?b"_s, u"--path"_s);
        add(u"serve"_s, u"--journal j --sdkappid 0"_s, u"--sdkappid"_s);
        add(u"serve"_s, u"--journal j --sdkappid abc"_s, u"abc"_s);
        add(u"serve"_s, u"--journal j --max-body 0"_s, u"--max-body"_s);
        add(u"serve"_s, u"--journal j --max-body 1k"_s, u"1k"_s);
        add(u"serve"_s, u"--journal j --max-fields 1001"_s, u"--max-fields"_s);
        add(u"serve"_s, u"--journal j --max-head 262145"_s, u"--max-head"_s);
        add(u"serve"_s, u"--journal j --max-unfinished 1000"_s, u"at least"_s);
        add(u"serve"_s, u"--journal j --max-body 100000000 --max-unfinished 67108864"_s, u"--max-unfinished"_s);
        add(u"serve"_s, u"--journal j --path /a --secret-path-file f"_s, u"exclude"_s);
        add(u"serve"_s, u"--journal j --secret-path-file="_s, u"--secret-path-file"_s);
        add(u"serve"_s, u"--journal j --tls-cert c"_s, u"--tls-key"_s);
        add(u"serve"_s, u"--journal j --tls-key k"_s, u"--tls-cert"_s);
        add(u"serve"_s, u"--journal j --token-file t --token-keychain"_s, u"exclude"_s);
        add(u"serve"_s, u"--journal j --token secret"_s, u"token"_s);
        add(u"simulate"_s, u"--to http://h --token-file t --token-keychain"_s, u"exclude"_s);
        add(u"token"_s, u"--store --forget"_s, u"exclude"_s);
        add(u"token"_s, u"--store xxxxyyyy"_s, u"standard input"_s);
        add(u"serve"_s, u"--journal j --lists full"_s, u"not 'full'"_s);
        add(u"rooms"_s, u"--journal j --lists Merge"_s, u"not 'Merge'"_s);
        add(u"window"_s, u"--lists merge"_s, u"lists"_s);
        add(u"window"_s, u"--json"_s, u"json"_s);
        add(u"rooms"_s, u"--json"_s, u"--journal"_s);
        add(u"rooms"_s, u"--journal j --at -1"_s, u"-1"_s);
        add(u"rooms"_s, u"--journal j --at noon"_s, u"noon"_s);
        add(u"captures"_s, u"--journal j --limit 0"_s, u"--limit"_s);
        add(u"captures"_s, u"--journal j --filter room=="_s, u"column 7"_s);
        add(u"captures"_s, u"--journal j --filter romm==a"_s, u"room"_s);
        add(u"help"_s, u""_s, u"TOPIC"_s);
        add(u"help"_s, u"seats"_s, u"'seats'"_s);
        add(u"show"_s, u"--journal j"_s, u"SEQ"_s);
        add(u"show"_s, u"--journal j x"_s, u"'x'"_s);
        add(u"show"_s, u"--journal j 0"_s, u"'0'"_s);
        add(u"show"_s, u"--journal j 1 --raw --body"_s, u"exclude"_s);
        add(u"mark"_s, u"--journal j --bookmark"_s, u"SEQ"_s);
        add(u"mark"_s, u"--journal j 1"_s, u"--note"_s);
        add(u"mark"_s, u"--journal j 1 2x --bookmark"_s, u"'2x'"_s);
        add(u"mark"_s, u"--journal j 1 --bookmark --no-bookmark"_s, u"exclude"_s);
        add(u"mark"_s, u"1 --bookmark"_s, u"--journal"_s);
        add(u"replay"_s, u"--to http://h"_s, u"--journal"_s);
        add(u"replay"_s, u"--journal j"_s, u"--to"_s);
        add(u"replay"_s, u"--journal j --input f --to http://h"_s, u"exclude"_s);
        add(u"replay"_s, u"--journal j --to http://h/?a"_s, u"query"_s);
        add(u"replay"_s, u"--journal j --to http://h --speed nan"_s, u"'nan'"_s);
        add(u"replay"_s, u"--journal j --to http://h --speed 0.01"_s, u"'0.01'"_s);
        add(u"replay"_s, u"--journal j --to http://h --mark --no-mark"_s, u"exclude"_s);
        add(u"replay"_s, u"--journal j --to http://h --connections 0"_s, u"--connections"_s);
        add(u"replay"_s, u"--journal j --to http://h --filter (("_s, u"--filter"_s);
        add(u"export"_s, u"--format jsonl"_s, u"--journal"_s);
        add(u"export"_s, u"--journal j"_s, u"--format"_s);
        add(u"export"_s, u"--journal j --format xml"_s, u"jsonl, csv"_s);
        add(u"export"_s, u"--journal j --format curl --table seats"_s, u"--table"_s);
        add(u"export"_s, u"--journal j --format csv --table rooms"_s, u"'rooms'"_s);
        add(u"export"_s, u"--journal j --format jsonl --table seats"_s, u"--table"_s);
        add(u"export"_s, u"--journal j --format jsonl --limit 0"_s, u"--limit"_s);
        add(u"export"_s, u"--journal j --format jsonl --filter room=="_s, u"column 7"_s);
        add(u"import"_s, u"--journal j"_s, u"INPUT"_s);
        add(u"import"_s, u"file"_s, u"--journal"_s);
        add(u"import"_s, u"--journal j file --format odd"_s, u"'odd'"_s);
        add(u"simulate"_s, u""_s, u"--to"_s);
        add(u"simulate"_s, u"--to ftp://h/"_s, u"ftp"_s);
        add(u"simulate"_s, u"--to http://h --rooms 0"_s, u"--rooms"_s);
        add(u"simulate"_s, u"--to http://h --rate nan"_s, u"nan"_s);
        add(u"simulate"_s, u"--to http://h --rate -1"_s, u"-1"_s);
        add(u"simulate"_s, u"--to http://h --seed x"_s, u"--seed"_s);
        add(u"simulate"_s, u"--to http://h --count 1 --duration 1"_s, u"exclude"_s);
    }

    void refusesWrongUsage()
    {
        QFETCH(QString, command);
        QFETCH(QString, line);
        QFETCH(QString, named);
        const QString outcome = outcomeOf(command, line);
        QVERIFY2(outcome.startsWith(u"2 "_s), qPrintable(outcome));
        QVERIFY2(outcome.contains(named), qPrintable(outcome));
        QVERIFY2(!outcome.contains(u"xxxxyyyy"_s), qPrintable(outcome));
    }

    void helpsWithoutComplaints()
    {
        const QString help = outcomeOf(u"serve"_s, u"--help"_s);
        QVERIFY2(help.startsWith(u"0 Usage: seatscope serve --journal FILE"_s), qPrintable(help));
        QVERIFY(help.contains(u"--max-body"_s));
        QVERIFY(!help.contains(u"--forward"_s));
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
