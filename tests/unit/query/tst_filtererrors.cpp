// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/query/comparisonreader.h"
#include "model/query/filter.h"
#include "model/query/filterparser.h"
#include "model/query/filtertime.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QScopeGuard>

using namespace seatscope;
using namespace Qt::StringLiterals;

namespace {

constexpr ArrivalTime now(1'800'000'000'000'000);

struct ErrorCase {
    const char *filter;
    int column;
    const char *says; ///< part of the message
};

constexpr ErrorCase errorCases[] = {
    {"rom == 1", 1, "Is room meant?"},
    {"a and comand == x", 7, "Is command meant?"},
    {"qwertz == 1", 1, "The fields are seq, time, room"},
    {"jsn.RoomId == x", 1, "Is json.RoomId meant?"},
    {"房间😀 == 1", 1, "no field"},
    {"\"😀😀\" and rom == 1", 10, "Is room meant?"},
    {"room", 5, "compared with nothing"},
    {"room lobby", 6, "compared with nothing"},
    {"room = lobby", 6, "written =="},
    {"room == ", 9, "a value is missing"},
    {"room == )", 9, "a value is missing"},
    {"room == 'x'", 9, "double quotes"},
    {"room == \"x", 9, "does not end"},
    {"room == \"a\\qb\"", 11, "no such escape"},
    {"room == \"\\u12\"", 10, "four hexadecimal"},
    {"room == \"\\ud83d\"", 10, "half of a character"},
    {"room < a", 6, "==, !=, contains, ~, in"},
    {"room in a", 9, "a list or a range"},
    {"room in (a b)", 12, "does not go on with a comma"},
    {"room in ()", 10, "a value is missing"},
    {"room in (a", 11, "comma"},
    {"room in a..b", 9, "only numbers and times have ranges"},
    {"room contains \"\"", 15, "the empty one"},
    {"room ~ \"a(\"", 11, "no regular expression"},
    {"room ~ [", 9, "no regular expression"},
    {"seq == x", 8, "a whole number"},
    {"seq == \"3\"", 8, "a whole number"},
    {"seq == 1.5", 8, "a whole number"},
    {"seq == 9223372036854775808", 8, "64 bits"},
    {"seq == -9223372036854775809", 8, "64 bits"},
    {"json.a == 9223372036854775808", 11, "64 bits"},
    {"json.a < x", 10, "no number"},
    {"json.a in 1..x", 14, "only numbers have ranges"},
    {"json. == 1", 6, "a name is missing"},
    {"json.a. == 1", 8, "a name is missing"},
    {"json.a[x] == 1", 7, "a number, or *"},
    {"json.a[-1] == 1", 7, "a number, or *"},
    {"json.a[0]b == 1", 10, "a dot or ["},
    {"json.\"a == 1", 6, "does not end"},
    {"query. == 1", 7, "a name is missing"},
    {"seq in 9..3", 8, "ends before it begins"},
    {"seq in 3..", 11, "a value is missing"},
    {"seq contains 3", 5, "==, !=, <, <=, >, >=, in"},
    {"time > yesterday", 8, "2026-11-22 10:00"},
    {"time > \"2026-02-30\"", 8, "no value of time"},
    {"time > -5w", 8, "-5m"},
    {"time > -99999999999999d", 8, "no value of time"},
    {"verdict == good", 12, "accepted, unknown-command, probe"},
    {"flag in (late, early)", 16, "late, duplicate, conflict"},
    {"verdict ~ a", 9, "says nothing about verdict"},
    {"locked == yes", 11, "true or false"},
    {"locked > 1", 8, "==, !="},
    {"not", 4, "ends where a condition is expected"},
    {"a and", 6, "ends where a condition is expected"},
    {"and a", 1, "a condition is expected before \"and\""},
    {"a or or b", 6, "a condition is expected before \"or\""},
    {"in (1)", 1, "a condition is expected before \"in\""},
    {"(a", 1, "not closed"},
    {"a)", 2, "closes nothing"},
    {"(a room == b)", 4, "is missing before \"room\""},
    {"()", 2, "a condition is expected before \")\""},
    {"a room == b", 3, "is missing before \"room\""},
    {"room == a b", 11, "is missing before \"b\""},
    {"room == a (b)", 11, "is missing before \"(\""},
    {"a,b", 2, "not expected here"},
    {"!a", 1, "written as a word"},
    {"a && b", 3, "written as words"},
    {"\"\"", 1, "the empty text"},
    {"\"room\" == x", 1, "without quotes"},
    {"../etc", 1, "a condition is expected"},
};

} // namespace

/// What is wrong with a filter, and where.
class TestFilterErrors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void saysWhatAndWhere_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("says");
        for (const ErrorCase &one : errorCases)
            QTest::newRow(one.filter) << QString::fromUtf8(one.filter) << one.column << QString::fromUtf8(one.says);
    }
    void saysWhatAndWhere()
    {
        QFETCH(const QString, text);
        QFETCH(const int, column);
        QFETCH(const QString, says);
        const Result<Filter> filter = Filter::parse(text, now);
        QVERIFY(!filter);
        QCOMPARE(filter.error().where, u"column %1"_s.arg(column));
        QVERIFY2(filter.error().message().contains(says), qPrintable(filter.error().message()));
    }

    void limitsLengthNestingAndLists()
    {
        QVERIFY(Filter::parse(QString(longestFilter, u'a'), now));
        QVERIFY(Filter::parse(u"😀"_s.repeated(longestFilter), now));
        const Result<Filter> tooLong = Filter::parse(QString(longestFilter + 1, u'a'), now);
        QVERIFY(!tooLong);
        QVERIFY(tooLong.error().what.contains(u"4096"_s));

        const auto nested = [](int depth) -> QString { return QString(depth, u'(') + u'a' + QString(depth, u')'); };
        QVERIFY(Filter::parse(nested(deepestFilter), now));
        QVERIFY(!Filter::parse(nested(deepestFilter + 1), now));
        QVERIFY(Filter::parse(u"not "_s.repeated(deepestFilter) + u'a', now));
        QVERIFY(!Filter::parse(u"not "_s.repeated(deepestFilter + 1) + u'a', now));
        // Depth is that of nesting: side by side there may be many.
        QVERIFY(Filter::parse(u"(a) or "_s.repeated(100) + u'b', now));

        const QString list = u"seq in ("_s + u"1,"_s.repeated(qsizetype{longestFilterList} - 1);
        QVERIFY(Filter::parse(list + u"1)"_s, now));
        QVERIFY(!Filter::parse(list + u"1,1)"_s, now));
    }

    void refusesHalfCharacters()
    {
        const Result<Filter> filter = Filter::parse(u"ab"_s + QChar(0xD83D), now);
        QVERIFY(!filter);
        QCOMPARE(filter.error().where, u"column 3"_s);
    }

    /// Without Z or an offset a time is local, whatever the place.
    void timesAreLocal()
    {
        const QByteArray zone = qgetenv("TZ");
        const auto restore = qScopeGuard([&zone] { qputenv("TZ", zone); });
        qputenv("TZ", "CST-8");
        const qint64 expected = 1'795'341'930'250'001; // 2026-11-22 10:05:30.250001 UTC
        QCOMPARE(parseFilterTime(u"2026-11-22 18:05:30.250001", now).value_or(0), expected);
        QCOMPARE(parseFilterTime(u"2026-11-22T10:05:30.250001Z", now).value_or(0), expected);
        QCOMPARE(parseFilterTime(u"2026-11-22T06:05:30,250001-04", now).value_or(0), expected);
        QCOMPARE(parseFilterTime(u"-30s", now).value_or(0), now.value() - 30'000'000);
        QCOMPARE(parseFilterTime(u"-1d", now).value_or(0), now.value() - 86'400'000'000);
    }

    /// Whatever is typed: an answer, and a column that there is.
    void anyTextHasAnAnswer()
    {
        const QStringList pieces{u"room"_s, u"seq"_s, u"json."_s, u"a.b[0]"_s, u"[*]"_s,     u"\""_s,       u"\\"_s,
                                 u"("_s,    u")"_s,   u","_s,     u".."_s,     u"=="_s,      u"!="_s,       u"<"_s,
                                 u"~"_s,    u"in"_s,  u"not"_s,   u"and"_s,    u"or"_s,      u"contains"_s, u"3"_s,
                                 u"-5m"_s,  u"."_s,   u" "_s,     u" "_s,      u"\\u12"_s,   u"\\ud83d"_s,  u"😀"_s,
                                 u"!"_s,    u"="_s,   u"'"_s,     u"locked"_s, u"verdict"_s, u"time"_s,     u"query."_s,
                                 u"{"_s,    u"*"_s,   u"["_s};
        QRandomGenerator random(20261122);
        int right = 0;
        for (int i = 0; i < 50'000; ++i) {
            QString text;
            for (int count = random.bounded(9); count >= 0; --count) {
                text += pieces.at(random.bounded(static_cast<int>(pieces.size())));
                if (random.bounded(2) == 0)
                    text += u' ';
            }
            const Result<Filter> filter = Filter::parse(text, now);
            right += filter ? 1 : 0;
            if (filter)
                continue;
            QVERIFY2(filter.error().where.startsWith(u"column "_s), qPrintable(text));
            const qsizetype column = filter.error().where.sliced(7).toLongLong();
            QVERIFY2(column >= 1 && column <= characterCount(text) + 1, qPrintable(text));
            QVERIFY2(!filter.error().what.isEmpty(), qPrintable(text));
        }
        QVERIFY2(right > 500, qPrintable(QString::number(right)));
    }

    void everyExampleOfTheCatalogueIsRight()
    {
        for (const FilterFieldEntry &entry : filterFields()) {
            QVERIFY(!filterFieldDescription(entry).isEmpty());
            QVERIFY(!entry.examples.isEmpty());
            for (const QString &example : QString(entry.examples).split(u'\n')) {
                const Result<Filter> filter = Filter::parse(example, now);
                QVERIFY2(filter, filter ? "" : qPrintable(filter.error().message()));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestFilterErrors)
#include "tst_filtererrors.moc"
