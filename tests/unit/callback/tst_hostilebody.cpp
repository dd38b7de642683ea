// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/decoder.h"
#include "model/callback/findinglist.h"
#include "model/callback/prettyjson.h"
#include "tests/support/testdata.h"
#include "tests/support/testmain.h"
#include "tests/unit/callback/picture.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr char seatCommand[] = R"({"CallbackCommand":"Mic.CallbackAfterSeatInfoChanged","RoomId":"r","EventTime":1)";
constexpr char flags[] = R"("IsTakenDisabled":false,"IsVideoDisabled":false,"IsAudioDisabled":false)";

QByteArray seatCallback(const QByteArray &moreFields)
{
    return seatCommand + QByteArray(",") + moreFields + "}";
}

QByteArray seatText(int index)
{
    return "{\"Index\":" + QByteArray::number(index) + "," + flags + "}";
}

qsizetype count(const Findings &findings, FindingCode code)
{
    return std::ranges::count(findings, code, &Finding::code);
}

} // namespace

class TestHostileBody : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void survivesNesting_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isJson");
        constexpr int deep = 2'000'000;
        const QByteArray arrays = QByteArray(deep, '[') + QByteArray(deep, ']');
        QByteArray objects = QByteArray("{\"a\":").repeated(deep / 10) + "0" + QByteArray(deep / 10, '}');
        QTest::newRow("arrays") << arrays << true;
        QTest::newRow("open arrays") << QByteArray(deep, '[') << false;
        QTest::newRow("objects") << objects << true;
        QTest::newRow("in a seat list") << seatCallback("\"SeatList\":[" + arrays + "]") << true;
        QTest::newRow("in a seat") << seatCallback("\"SeatList\":[{\"Index\":" + arrays + "}]") << true;
        QTest::newRow("in an unknown field") << seatCallback("\"x\":" + arrays + ",\"SeatList\":[]") << true;
        QTest::newRow("512 levels") << QByteArray(QByteArray(512, '[') + QByteArray(512, ']')) << true;
    }

    void survivesNesting()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const bool, isJson);
        const auto decoded = decodeCallback(body, {});
        QCOMPARE(decoded.has_value(), isJson);
        const auto pretty = prettyJson(body);
        QCOMPARE(pretty.has_value(), isJson);
        if (!isJson) {
            QCOMPARE(decoded.error().offset, body.size());
            return;
        }
        // Indenting every level would take terabytes.
        QVERIFY(pretty->size() < 3 * body.size() + 10'000);
        QVERIFY(decoded->findings.size() <= findingLimit + 1);
        if (decoded->command == seatInfoChangedCommand)
            QCOMPARE(decoded->room, RoomId(u"r"_s));
    }

    void readsLongLists_data()
    {
        QTest::addColumn<bool>("isDescending");
        QTest::newRow("ascending") << false;
        QTest::newRow("descending") << true;
    }

    void readsLongLists()
    {
        QFETCH(const bool, isDescending);
        constexpr int seats = 100'000;
        QByteArrayList entries;
        for (int i = 0; i < seats; ++i)
            entries += seatText(isDescending ? seats - 1 - i : i);
        const auto decoded = decodeCallback(seatCallback("\"SeatList\":[" + entries.join(',') + "]"), {});
        QVERIFY(decoded);
        QCOMPARE(decoded->seats->size(), size_t(seats));
        QVERIFY(std::ranges::is_sorted(*decoded->seats, {}, &SeatReport::index));
        QVERIFY(decoded->findings.empty());
    }

    void survivesLongTexts()
    {
        const QByteArray text(1'048'576, 'x');
        const auto decoded = decodeCallback(
            seatCallback("\"SeatList\":[],\"Operator_Account\":\"" + text + "\",\"" + text + "\":1"), {});
        QVERIFY(decoded);
        QVERIFY(!decoded->operatorAccount);
        QCOMPARE(decoded->findings.size(), size_t(2));
        for (const Finding &finding : decoded->findings) {
            QVERIFY(finding.pointer.size() < 300);
            QVERIFY(finding.actual.size() < 100);
        }
    }

    void limitsFindings_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<FindingCode>("code");
        QByteArrayList unknown;
        for (int i = 0; i < 50'000; ++i)
            unknown += "\"k" + QByteArray::number(i) + "\":0";
        const QByteArray seat = seatText(0);
        QTest::newRow("unknown fields") << QByteArray("\"SeatList\":[]," + unknown.join(','))
                                        << FindingCode::UnknownField;
        QTest::newRow("unknown fields of a seat")
            << QByteArray("\"SeatList\":[{\"Index\":0," + QByteArray(flags) + "," + unknown.join(',') + "}]")
            << FindingCode::UnknownField;
        QTest::newRow("duplicate keys") << QByteArray("\"SeatList\":[]" +
                                                      QByteArray(",\"RoomId\":\"r\"").repeated(50'000))
                                        << FindingCode::DuplicateKey;
        QTest::newRow("odd entries") << QByteArray("\"SeatList\":[0" + QByteArray(",0").repeated(50'000) + "]")
                                     << FindingCode::WrongType;
        QTest::newRow("repeated seats") << QByteArray("\"SeatList\":[" + seat +
                                                      QByteArray("," + seat).repeated(50'000) + "]")
                                        << FindingCode::RepeatedSeat;
    }

    void limitsFindings()
    {
        QFETCH(const QByteArray, fields);
        QFETCH(const FindingCode, code);
        const auto decoded = decodeCallback(seatCallback(fields), {});
        QVERIFY(decoded);
        QCOMPARE(decoded->findings.size(), findingLimit + 1);
        QCOMPARE(count(decoded->findings, code), qsizetype(findingLimit));
        QCOMPARE(decoded->findings.back().code, FindingCode::TooManyFindings);
    }

    void exactlyTheLimitIsNotTooMany()
    {
        QByteArrayList unknown;
        for (size_t i = 0; i < findingLimit; ++i)
            unknown += "\"k" + QByteArray::number(qulonglong(i)) + "\":0";
        const auto decoded = decodeCallback(seatCallback("\"SeatList\":[]," + unknown.join(',')), {});
        QVERIFY(decoded);
        QCOMPARE(decoded->findings.size(), findingLimit);
        QCOMPARE(count(decoded->findings, FindingCode::TooManyFindings), qsizetype(0));
    }

    void readsLoneSurrogates_data()
    {
        QTest::addColumn<QByteArray>("literal");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isLone");
        const QString lone(QChar::ReplacementCharacter);
        QTest::newRow("pair") << "\\ud83d\\ude00"_ba << u"😀"_s << false;
        QTest::newRow("high") << "a\\ud800b"_ba << QString(u"a"_s + lone + u"b"_s) << true;
        QTest::newRow("high in capitals") << "\\uD800"_ba << lone << true;
        QTest::newRow("low") << "\\udc00"_ba << lone << true;
        QTest::newRow("swapped") << "\\ude00\\ud83d"_ba << QString(lone + lone) << true;
        QTest::newRow("high before a pair") << "\\ud800\\ud83d\\ude00"_ba << QString(lone + u"😀"_s) << true;
        QTest::newRow("high before another escape") << "\\ud800\\n"_ba << QString(lone + u"\n"_s) << true;
        QTest::newRow("escaped backslash") << "\\\\ud800"_ba << u"\\ud800"_s << false;
        QTest::newRow("two backslashes") << "\\\\\\\\\\ud800"_ba << QString(u"\\\\"_s + lone) << true;
        QTest::newRow("at the end") << "\\ud83d"_ba << lone << true;
    }

    void readsLoneSurrogates()
    {
        QFETCH(const QByteArray, literal);
        QFETCH(const QString, text);
        QFETCH(const bool, isLone);
        const QByteArray body = seatCallback("\"SeatList\":[],\"Operator_Account\":\"" + literal + "\"");
        const auto decoded = decodeCallback(body, {});
        QVERIFY(decoded);
        QCOMPARE(decoded->operatorAccount->text(), text);
        QCOMPARE(decoded->findings.size(), size_t(isLone ? 1 : 0));
        QCOMPARE(count(decoded->findings, FindingCode::LoneSurrogate), qsizetype(isLone ? 1 : 0));
    }

    void errorsBehindRepairedPlacesKeepTheirOffset()
    {
        const QByteArray body = "[\"\\ud800\", 1e999, " + QByteArray(500, '9') + ", oops]";
        const auto decoded = decodeCallback(body, {});
        QVERIFY(!decoded);
        QCOMPARE(decoded.error().offset, body.indexOf("oops"));
    }

    void reportsErrors_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QByteArray &body, const char16_t *message) {
            QTest::newRow(name) << body << QString::fromUtf16(message);
        };
        row("empty", "", u"line 1, column 1 (byte 0): there is no JSON value");
        row("blank", " \n ", u"line 2, column 2 (byte 3): there is no JSON value");
        row("two values", "{} {}", u"line 1, column 4 (byte 3): something follows after the end of the JSON value");
        row("NUL after the end", "{}"_ba + '\0', u"line 1, column 3 (byte 2): a NUL byte");
        row("text after a NUL", "{}"_ba + '\0' + "x", u"line 1, column 3 (byte 2): a NUL byte");
        row("NUL in a string", "[\"a"_ba + '\0' + "\"]", u"line 1, column 4 (byte 3): a NUL byte");
        row("missing comma", "[1\n 2]", u"line 2, column 2 (byte 4): missing a comma or ]");
        row("missing comma in an object", "{\"a\":1\n\"b\":2}", u"line 2, column 1 (byte 7): missing a comma or }");
        row("missing colon", "{\"a\" 1}", u"line 1, column 6 (byte 5): missing a colon after the key");
        row("trailing comma", "[1,]", u"line 1, column 4 (byte 3): this is no JSON value");
        row("bare key", "{a:1}", u"line 1, column 2 (byte 1): missing a key in double quotes");
        row("open", "{\"a\":", u"line 1, column 6 (byte 5): the text ends too early: this is no JSON value");
        row("comment", "[1 /* x */]", u"line 1, column 4 (byte 3): comments are no JSON");
        row("mark", "\xef\xbb\xbf{}", u"line 1, column 1 (byte 0): a byte order mark stands before the JSON");
        row("NaN", "[NaN]", u"line 1, column 2 (byte 1): this is no JSON value");
        row("escape", "[\"\\x\"]",
            u"line 1, column 3 (byte 2): an unknown escape or a bare control character in a string");
        row("control character", "[\"\n\"]",
            u"line 1, column 3 (byte 2): an unknown escape or a bare control character in a string");
        row("form", "a=1&b=2", u"line 1, column 1 (byte 0): this is no JSON value");
        row("fraction", "[1.]", u"line 1, column 4 (byte 3): missing digits after the decimal point");
        row("leading zeros", "[01]", u"line 1, column 3 (byte 2): missing a comma or ]");
        row("surrogate in UTF-8", "[\"\xed\xa0\x80\"]", u"line 1, column 3 (byte 2): the string is not UTF-8");
        row("lead byte at the end", "[\"\xf4", u"line 1, column 3 (byte 2): the string is not UTF-8");
    }

    void reportsErrors()
    {
        QFETCH(const QByteArray, body);
        const auto decoded = decodeCallback(body, {});
        QVERIFY(!decoded);
        QTEST(decoded.error().message(), "message");
        const auto pretty = prettyJson(body);
        QVERIFY(!pretty);
        QCOMPARE(pretty.error().offset, decoded.error().offset);
    }

    void everyBeginningOfABodyIsAnErrorInsideIt()
    {
        const QByteArray body = testData(u"corpus/seat-odd-types.json"_s).trimmed();
        for (qsizetype size = 0; size < body.size(); ++size) {
            // A copy with exactly these bytes lets a sanitizer see every read beyond them.
            const std::vector<char> exact(body.begin(), body.begin() + size);
            const auto decoded = decodeCallback(QByteArray::fromRawData(exact.data(), size), {});
            QVERIFY2(!decoded, qPrintable(QString::number(size)));
            QVERIFY(decoded.error().offset <= size);
        }
    }

    void survivesDamagedBodies()
    {
        const quint32 first = QRandomGenerator::global()->generate() / 2;
        for (const QString &file : corpusFiles()) {
            const QByteArray whole = testData(u"corpus/"_s + file);
            for (quint32 seed = first; seed < first + 200; ++seed) {
                QRandomGenerator random(seed);
                QByteArray body = whole;
                for (int i = 0; i < 3; ++i) {
                    static constexpr char bytes[] = "{}[]\",:\\u0d8e-1.";
                    body[static_cast<qsizetype>(random.bounded(static_cast<quint32>(body.size())))] =
                        bytes[random.bounded(static_cast<quint32>(sizeof bytes))];
                }
                const auto decoded = decodeCallback(body, {});
                const auto pretty = prettyJson(body);
                const QString where = u"%1, seed %2"_s.arg(file, QString::number(seed));
                QVERIFY2(decoded.has_value() == pretty.has_value(), qPrintable(where));
                // What is shown to a person must say the same again.
                if (decoded) {
                    const auto again = decodeCallback(pretty->toUtf8(), {});
                    QVERIFY2(again, qPrintable(where));
                    QVERIFY2(again->seats == decoded->seats && again->room == decoded->room, qPrintable(where));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestHostileBody)
#include "tst_hostilebody.moc"
