// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/examination.h"
#include "model/exchange/jsonlformat.h"
#include "model/exchange/jsonltext.h"
#include "model/journal/examinedsummary.h"
#include "tests/support/testdata.h"
#include "tests/support/testmain.h"
#include "tests/unit/journal/journaltools.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <algorithm>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

/// Qt's reader stands in for one of another make. It takes a byte order mark away, and so may the text that it reads.
QJsonObject read(const QByteArray &line)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    return error.error == QJsonParseError::NoError ? document.object() : QJsonObject();
}

QByteArray bytesOf(const QJsonObject &object, const QString &key)
{
    if (object.contains(key))
        return object[key].toString().toUtf8();
    return QByteArray::fromBase64(object[key + u"Base64"_s].toString().toLatin1(),
                                  QByteArray::AbortOnBase64DecodingErrors);
}

/// The rule that writer and reader agree on.
bool survivesText(const QByteArray &bytes)
{
    return QString::fromUtf8(bytes).toUtf8() == bytes;
}

QByteArray randomBytes(QRandomGenerator &random)
{
    // Most bytes from where UTF-8, escapes and byte order marks are made of.
    static const QByteArray frequent = "\"\\/{}: ab\xEF\xBB\xBF\xC3\xA9\xED\xA0\x80\xF0\x9F\x98\x80\n\r\t\x01\x7f\xff";
    QByteArray bytes(random.bounded(40), Qt::Uninitialized);
    for (char &c : bytes)
        c = random.bounded(4) == 0 ? static_cast<char>(random.bounded(256))
                                   : frequent.at(random.bounded(frequent.size()));
    return bytes;
}

/// Whether \a value is as \a schema says; says what is wrong. Knows the words that this schema uses.
class SchemaCheck {
public:
    explicit SchemaCheck(const QJsonObject &root) : m_definitions(root[u"$defs"_s].toObject()) {}

    [[nodiscard]] QString check(const QString &definition, const QJsonValue &value) const
    {
        return problem(m_definitions[definition].toObject(), value);
    }

private:
    [[nodiscard]] QString problem(const QJsonObject &schema, const QJsonValue &value) const
    {
        for (auto word = schema.begin(); word != schema.end(); ++word) {
            const QString wrong = problem(word.key(), word.value(), value);
            if (!wrong.isEmpty())
                return word.key() + u": "_s + wrong;
        }
        return {};
    }
    [[nodiscard]] QString problem(const QString &word, const QJsonValue &rule, const QJsonValue &value) const
    {
        const QString shown = QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
        if (word == "$ref"_L1)
            return check(rule.toString().section(u'/', -1), value);
        if (word == "properties"_L1)
            return problemOfMembers(rule.toObject(), value.toObject());
        if (word == "items"_L1)
            return problemOfItems(rule.toObject(), value.toArray());
        if (word == "allOf"_L1 || word == "oneOf"_L1)
            return problemOfChoice(rule.toArray(), word == "allOf"_L1, value);
        const bool isRight = holds(word, rule, value);
        return isRight ? QString() : shown;
    }
    [[nodiscard]] QString problemOfMembers(const QJsonObject &rules, const QJsonObject &object) const
    {
        for (auto member = object.begin(); member != object.end(); ++member) {
            if (!rules.contains(member.key()))
                return member.key() + u" is not documented"_s;
            if (const QString wrong = problem(rules[member.key()].toObject(), member.value()); !wrong.isEmpty())
                return member.key() + u": "_s + wrong;
        }
        return {};
    }
    [[nodiscard]] QString problemOfItems(const QJsonObject &rule, const QJsonArray &items) const
    {
        for (const QJsonValue item : items) {
            if (const QString wrong = problem(rule, item); !wrong.isEmpty())
                return wrong;
        }
        return {};
    }
    [[nodiscard]] QString problemOfChoice(const QJsonArray &rules, bool all, const QJsonValue &value) const
    {
        const auto fits = std::ranges::count_if(
            rules, [&](const QJsonValue &rule) { return problem(rule.toObject(), value).isEmpty(); });
        return fits == (all ? rules.size() : 1) ? QString() : u"%1 of %2 fit"_s.arg(fits).arg(rules.size());
    }
    [[nodiscard]] static bool holds(const QString &word, const QJsonValue &rule, const QJsonValue &value)
    {
        if (word == "type"_L1)
            return rule.isArray() ? rule.toArray().contains(typeOf(value)) : rule.toString() == typeOf(value);
        if (word == "required"_L1)
            return std::ranges::all_of(
                rule.toArray(), [&](const QJsonValue &key) { return value.toObject().contains(key.toString()); });
        if (word == "const"_L1)
            return rule == value;
        if (word == "enum"_L1)
            return rule.toArray().contains(value);
        if (word == "minimum"_L1)
            return value.toInteger() >= rule.toInteger();
        if (word == "maximum"_L1)
            return value.toInteger() <= rule.toInteger();
        if (word == "minLength"_L1)
            return value.toString().size() >= rule.toInteger();
        if (word == "minItems"_L1)
            return value.toArray().size() >= rule.toInteger();
        if (word == "pattern"_L1)
            return QRegularExpression(rule.toString()).match(value.toString()).hasMatch();
        return word == "description"_L1 || word == "contentEncoding"_L1;
    }
    [[nodiscard]] static QString typeOf(const QJsonValue &value)
    {
        if (value.isDouble())
            return u"integer"_s;
        if (value.isString())
            return u"string"_s;
        if (value.isArray())
            return u"array"_s;
        return value.isObject() ? u"object"_s : u"boolean"_s;
    }

    QJsonObject m_definitions;
};

SchemaCheck schema()
{
    return SchemaCheck(QJsonDocument::fromJson(contentOf(u"" SEATSCOPE_CAPTURES_SCHEMA ""_s)).object());
}

Capture captureOf(const QByteArray &body)
{
    Capture c = capture(7, u"rid-1"_s, 1000, body);
    c.summary.flags = {};
    summarize(examine(body, parseRequestTarget(c.summary.target), {}), {}, c.summary);
    return c;
}

} // namespace

class TestJsonlFormat : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void beginsWithItsVersion()
    {
        QCOMPARE(JsonlFormat().begin(), QByteArray("{\"format\":\"seatscope-captures\",\"version\":1}\n"));
        QCOMPARE(JsonlFormat().end(), QByteArray());
        QCOMPARE(schema().check(u"header"_s, read(JsonlFormat().begin())), QString());
    }

    void hasItsMembersInOrder()
    {
        Capture c = capture(12, u"rid\"1"_s, 1670574414123, "{\"a\":\"\\u0001\"}");
        c.summary.receivedAt = ArrivalTime(9'007'199'254'740'993);
        c.summary.operatorAccount = UserId(u"房主"_s);
        c.summary.flags = CaptureFlag::Late | CaptureFlag::Duplicate;
        c.summary.duplicateOf = Sequence(3);
        c.summary.origin = Sequence(4);
        c.summary.bookmarked = true;
        c.summary.note = u"look\n"_s;
        QCOMPARE(
            JsonlFormat().entry(c),
            QByteArray("{\"seq\":12,\"receivedUs\":9007199254740993,\"peer\":\"127.0.0.1:5\",\"method\":\"POST\","
                       "\"target\":\"/?SdkAppid=1\",\"head\":\"POST /?SdkAppid=1 HTTP/1.1\\r\\nHoSt: x\\r\\n\\r\\n\","
                       "\"body\":\"{\\\"a\\\":\\\"\\\\u0001\\\"}\",\"verdict\":\"accepted\","
                       "\"flags\":[\"late\",\"duplicate\"],\"duplicateOf\":3,\"origin\":4,\"status\":200,"
                       "\"answer\":{\"ActionStatus\":\"OK\",\"ErrorCode\":0,\"ErrorInfo\":\"\"},"
                       "\"command\":\"Mic.CallbackAfterSeatInfoChanged\",\"room\":\"rid\\\"1\",\"operator\":\"房主\","
                       "\"eventTime\":1670574414123,\"product\":\"room\",\"bookmarked\":true,\"note\":\"look\\n\"}\n"));
    }

    void tellsOfRefusals()
    {
        Capture c = capture(1);
        c.summary.ruling = {Verdict::TooLarge, u"too \"large\""_s, 431};
        c.summary.status = 431;
        c.summary.room = {};
        const QJsonObject line = read(JsonlFormat().entry(c));
        QCOMPARE(line[u"verdict"_s].toString(), u"too-large"_s);
        QCOMPARE(line[u"reason"_s].toString(), u"too \"large\""_s);
        QCOMPARE(line[u"status"_s].toInt(), 431);
        QCOMPARE(line[u"answer"_s][u"ActionStatus"_s].toString(), u"FAIL"_s);
        QVERIFY(!line.contains(u"room"_s));
        c.summary.ruling = {Verdict::Lost, {}, 0};
        QVERIFY(!read(JsonlFormat().entry(c)).contains(u"answer"_s));
    }

    void tellsFindings()
    {
        const QJsonArray findings =
            read(JsonlFormat().entry(captureOf(testData(u"corpus/seat-odd-types.json"_s))))[u"findings"_s].toArray();
        QVERIFY(!findings.isEmpty());
        QVERIFY(!findings.first()[u"code"_s].toString().isEmpty());
        QVERIFY(!read(JsonlFormat().entry(capture(1))).contains(u"findings"_s));
        Capture ahead = capture(1, u"r"_s, 4'000'000'000'000);
        ahead.summary.flags = CaptureFlag::HasFindings;
        QVERIFY(JsonlFormat().entry(ahead).contains("ahead-of-clock"));
    }

    void keepsSamples_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const QString &name : corpusFiles())
            QTest::newRow(qPrintable(name)) << testData(u"corpus/"_s + name);
        QByteArray all;
        for (int c = 0; c < 256; ++c)
            all += static_cast<char>(c);
        QTest::newRow("nothing") << QByteArray("");
        QTest::newRow("all bytes") << all;
        QTest::newRow("all of ASCII") << all.first(128);
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{}");
        QTest::newRow("byte order mark inside") << QByteArray("{\xEF\xBB\xBF}");
        QTest::newRow("lone surrogate in UTF-8") << QByteArray("\xED\xA0\x80");
        QTest::newRow("lone surrogate escape") << QByteArray(R"("\ud800")");
        QTest::newRow("NUL") << QByteArray("a\0b", 3);
        QTest::newRow("cut off") << QByteArray("\xE5\xB0");
        QTest::newRow("overlong") << QByteArray("\xC0\xAF");
        QTest::newRow("longer than a piece") << QByteArray(100'001, '"') + "\xC3\xA9" + QByteArray(40'000, '\x01');
    }
    void keepsSamples()
    {
        QFETCH(const QByteArray, body);
        Capture c = captureOf(body);
        c.summary.method = body.left(20);
        c.summary.target = body.left(30);
        c.head = body.right(50);
        const QByteArray text = JsonlFormat().entry(c);
        QCOMPARE(text.count('\n'), 1);
        QVERIFY(text.endsWith("}\n"));
        const QJsonObject line = read(text);
        QCOMPARE(schema().check(u"capture"_s, line), QString());
        QCOMPARE(bytesOf(line, u"body"_s), body);
        QCOMPARE(bytesOf(line, u"method"_s), c.summary.method);
        QCOMPARE(bytesOf(line, u"target"_s), c.summary.target);
        QCOMPARE(bytesOf(line, u"head"_s), c.head);
        QCOMPARE(line.contains(u"body"_s), survivesText(body));
    }

    void makesTheSameOfRows_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("plain") << QByteArray("a\"b");
        QTest::newRow("nothing") << QByteArray("");
        QTest::newRow("no UTF-8") << QByteArray("a\xff\xC3z");
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFx");
        QTest::newRow("lone surrogate") << QByteArray("\xED\xA0\x80");
    }
    void makesTheSameOfRows()
    {
        QFETCH(const QByteArray, text);
        // As a damaged journal may have it.
        CaptureRow row;
        row.sequence = Sequence(5);
        row.receivedAt = ArrivalTime(6);
        row.method = row.target = row.peer = row.command = row.reason = row.note = row.head = row.body = text;
        row.room = row.operatorAccount = text;
        row.eventTime = EventTime(7);
        row.duplicateOf = Sequence(4);
        row.status = 403;
        row.bookmarked = true;
        for (const Verdict verdict : {Verdict::Accepted, Verdict::BadSignature, Verdict::Lost}) {
            row.verdict = verdict;
            row.flags = CaptureFlags(CaptureFlag::HasFindings) | CaptureFlag::Late;
            QByteArray line;
            JsonlFormat().append(row, line);
            QCOMPARE(line, JsonlFormat().entry(seatscope::captureOf(row)));
            QCOMPARE(schema().check(u"capture"_s, read(line)), QString());
        }
    }

    void keepsRandomBytes()
    {
        QRandomGenerator random(5);
        for (int i = 0; i < 20'000; ++i) {
            const QByteArray bytes = randomBytes(random);
            QCOMPARE(isExactText(bytes), survivesText(bytes));
            Capture c = capture(1, u"r"_s, 1, bytes);
            const QJsonObject line = read(JsonlFormat().entry(c));
            QCOMPARE(bytesOf(line, u"body"_s), bytes);
        }
    }

    void escapesNoMoreThanItMust()
    {
        QByteArray text;
        appendJsonString(text, "é\x7f/<>&'\u2028 \b\f\n\r\t\x1f\"\\");
        QCOMPARE(text, QByteArray("\"é\x7f/<>&'\u2028 \\b\\f\\n\\r\\t\\u001F\\\"\\\\\""));
        // At every place of a word of eight bytes.
        for (qsizetype at = 0; at < 24; ++at) {
            QByteArray plain(24, 'a');
            plain[at] = '"';
            text.clear();
            appendJsonString(text, plain);
            QCOMPARE(text, '"' + QByteArray(at, 'a') + "\\\"" + QByteArray(23 - at, 'a') + '"');
        }
    }

    void theSchemaCanFail()
    {
        QJsonObject line = read(JsonlFormat().entry(capture(1)));
        QCOMPARE(schema().check(u"capture"_s, line), QString());
        line[u"bodyBase64"_s] = u""_s;
        QVERIFY(!schema().check(u"capture"_s, line).isEmpty());
        line.remove(u"body"_s);
        QCOMPARE(schema().check(u"capture"_s, line), QString());
        line[u"bodyBase64"_s] = u"a"_s;
        QVERIFY(!schema().check(u"capture"_s, line).isEmpty());
        line[u"bodyBase64"_s] = u"YQ=="_s;
        line[u"seq"_s] = u"1"_s;
        QVERIFY(!schema().check(u"capture"_s, line).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestJsonlFormat)
#include "tst_jsonlformat.moc"
