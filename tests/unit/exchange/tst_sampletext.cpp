// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/decoder.h"
#include "model/exchange/sampletext.h"
#include "tests/support/testdata.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

QString changesText(const MendedSample &sample)
{
    QStringList changes;
    for (const SampleChange &change : sample.changes) {
        const char kind = change.kind == SampleChange::Kind::CommentRemoved ? '/'
                          : change.kind == SampleChange::Kind::CommaAdded   ? '+'
                                                                            : '-';
        changes += u"%1%2:%3"_s.arg(QLatin1Char(kind)).arg(change.line).arg(change.column);
    }
    return changes.join(u' ');
}

} // namespace

class TestSampleText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void mends_data()
    {
        QTest::addColumn<QByteArray>("sample");
        QTest::addColumn<QByteArray>("expected");
        QTest::addColumn<QString>("changes");
        const auto add = [](const char *name, const QByteArray &sample, const QByteArray &expected,
                            const QString &changes) { QTest::newRow(name) << sample << expected << changes; };
        add("nothing to mend", R"({"a":[1,2,{"b":null}]})", R"({"a":[1,2,{"b":null}]})", {});
        add("a comment at a line's end", "{\"a\":1 // one\n}", "{\"a\":1\n}", u"/1:8"_s);
        add("a comment in a line of its own", "{\n  // the a\n\"a\":1}", "{\n\n\"a\":1}", u"/2:3"_s);
        add("a comment without an end of line", "{\"a\":1}//", "{\"a\":1}", u"/1:8"_s);
        add("a comment in the middle", "{\"a\":/* one\n */1}", "{\"a\":1}", u"/1:6"_s);
        add("a comment before all", "// see 64425\n{}", "{}", u"/1:1"_s);
        const QByteArray odd = R"({"a":"http://x/*y*/","b":")"
                               "\\\"//\"}";
        add("what looks like a comment in a string", odd, odd, {});
        add("a missing comma behind a list", "{\"a\":[1]\n\"b\":2}", "{\"a\":[1],\n\"b\":2}", u"+1:9"_s);
        add("behind a text", R"({"a":"x" "b":"y"})", R"({"a":"x", "b":"y"})", u"+1:9"_s);
        add("behind a number", "{\"a\":-1.5e3\n\"b\":true\n\"c\":null}", "{\"a\":-1.5e3,\n\"b\":true,\n\"c\":null}",
            u"+1:12 +2:9"_s);
        add("between objects", "[{} {}[]]", "[{}, {},[]]", u"+1:4 +1:7"_s);
        add("before a comment", "{\"a\":1 // one\n\"b\":2}", "{\"a\":1,\n\"b\":2}", u"+1:7 /1:8"_s);
        add("a comma too many", R"({"a":[1,2,],})", R"({"a":[1,2]})", u"-1:10 -1:12"_s);
        add("with a comment behind it", "{\"a\":1, // one\n}", "{\"a\":1\n}", u"-1:7 /1:9"_s);
        add("columns count characters", "{\"ä\":\"日本\" \"b\":1}", "{\"ä\":\"日本\", \"b\":1}", u"+1:10"_s);
        add("big numbers stay", R"({"a":144115233775727695 "b":1})", R"({"a":144115233775727695, "b":1})", u"+1:24"_s);
    }

    void mends()
    {
        QFETCH(QByteArray, sample);
        QFETCH(QByteArray, expected);
        QFETCH(QString, changes);
        const MendedSample mended = mendSample(sample);
        QCOMPARE(mended.text, expected + '\n');
        QCOMPARE(mended.problem, std::nullopt);
        QCOMPARE(changesText(mended), changes);
        // Once is enough.
        const MendedSample again = mendSample(mended.text);
        QCOMPARE(again.text, mended.text);
        QVERIFY(again.changes.empty());
    }

    void doesNotGuess_data()
    {
        QTest::addColumn<QByteArray>("sample");
        for (const char *sample :
             {"", "// nothing", "{\"a\":}", "{\"a\" 1}", "{\"a\":1,,\"b\":2}", "[,]", "{,}", "{\"a\":[1}", "{\"a\":1",
              "{\"a\":\"x}", "{a:1}", "{} {}", "{\"a\":1}}", "/* {}", "{\"a\":\"\\"})
            QTest::newRow(sample) << QByteArray(sample);
    }

    void doesNotGuess()
    {
        QFETCH(QByteArray, sample);
        QVERIFY(mendSample(sample).problem);
    }

    void mendsTheDocumentationsSample()
    {
        const MendedSample mended = mendSample(testData(u"corpus/seat-doc-like.txt"_s));
        QCOMPARE(mended.problem, std::nullopt);
        QCOMPARE(changesText(mended), u"/7:1 /9:1 +15:2 /16:26"_s);
        QCOMPARE(changeText(mended.changes.at(2)), u"line 15, column 2: a missing comma was added"_s);
        const auto callback = decodeCallback(mended.text.trimmed(), {});
        QVERIFY(callback);
        QCOMPARE(callback->room, RoomId(u"rid-123"_s));
        QCOMPARE(callback->seats->front().user, UserId(u"144115233775727695"_s));
        QCOMPARE(callback->eventTime, EventTime(1670574414123));
    }

    void hasAnEnd()
    {
        const auto many = static_cast<qsizetype>(mostSampleChanges);
        QCOMPARE(mendSample('[' + QByteArray("1 ").repeated(many + 1) + ']').problem, std::nullopt);
        QVERIFY(mendSample('[' + QByteArray("1 ").repeated(many + 2) + ']').problem);
        QVERIFY(mendSample(QByteArray("/**/").repeated(many + 1) + "{}").problem);
    }

    void isLinear()
    {
        // What takes the square would not end.
        constexpr qsizetype many = 4'000'000;
        QVERIFY(mendSample(QByteArray(many, '[')).problem);
        const QByteArray gap(many / 4, ' ');
        QCOMPARE(mendSample("[1" + gap + "2" + gap + "3" + gap + "4 5]").changes.size(), std::size_t{4});
        QVERIFY(mendSample(QByteArray(" ").repeated(many) + QByteArray("//").repeated(many)).problem);
    }
};

QTEST_GUILESS_MAIN(TestSampleText)

#include "tst_sampletext.moc"
