// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/redactionalias.h"
#include "model/exchange/redactioncode.h"
#include "model/exchange/redactionshape.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>
#include <QSet>

using namespace seatscope;
using namespace Qt::StringLiterals;

namespace {

Pseudonyms pseudonyms(char key = 'k')
{
    return Pseudonyms(QByteArray(32, key));
}

QByteArray upper(QByteArrayView raw, TextCode code)
{
    return changedText(raw, code, [](QByteArray &text) { text = text.toUpper(); });
}

} // namespace

class TestPseudonyms : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void keepTheShape_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shape");
        QTest::newRow("word") << u"alice"_s << u"[a-z]{5}"_s;
        QTest::newRow("mixed") << u"Alice_07"_s << u"[A-Z][a-z]{4}_[0-9]{2}"_s;
        QTest::newRow("number") << u"144115233775727695"_s << u"[1-9][0-9]{17}"_s;
        QTest::newRow("digit") << u"0"_s << u"[0-9]"_s;
        QTest::newRow("zero in front") << u"007"_s << u"0[0-9]{2}"_s;
        QTest::newRow("negative") << u"-50"_s << u"-[1-9][0-9]"_s;
        QTest::newRow("fraction") << u"1.50"_s << u"[0-9]\\.[0-9]{2}"_s;
        QTest::newRow("exponent") << u"12e5"_s << u"[1-9][0-9]e[0-9]"_s;
        QTest::newRow("address") << u"127.0.0.1"_s << u"(1\\d\\d|2[0-4]\\d|25[0-5])\\.\\d\\.\\d\\.\\d"_s;
        QTest::newRow("IPv6") << u"2001:db8::17"_s << u"[0-9a-f]{4}:[0-9a-f]{3}::[0-9a-f]{2}"_s;
        QTest::newRow("signature") << u"deadbeef0123456789"_s << u"[0-9a-f]{18}"_s;
        QTest::newRow("capital signature") << u"DEADBEEF0123456789"_s << u"[0-9A-F]{18}"_s;
        QTest::newRow("base64") << u"QUJD+/8xyz=="_s << u"[A-Z]{4}\\+/[0-9][a-z]{3}=="_s;
        QTest::newRow("chinese") << u"小明"_s << u"[\u4e00-\u9fff]{2}"_s;
        QTest::newRow("emoji") << u"😀"_s << u"[\\x{1F300}-\\x{1F6FF}]"_s;
        QTest::newRow("latin") << u"Zoë"_s << u"[A-Z][a-z][\u00c0-\u024f]"_s;
        QTest::newRow("cyrillic") << u"Оля"_s << u"[\u0400-\u047f]{3}"_s;
        QTest::newRow("thai") << u"สมชาย"_s << u"[\u0e00-\u0e7f]{5}"_s;
        QTest::newRow("mail") << u"a.b@example.com"_s << u"[a-z]\\.[a-z]@[a-z]{7}\\.[a-z]{3}"_s;
    }
    void keepTheShape()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, shape);
        const QRegularExpression expression(u"^"_s + shape + u"$"_s);
        for (char key = 'a'; key <= 'z'; ++key) {
            const QByteArray pseudonym = pseudonyms(key).of(text.toUtf8());
            QVERIFY2(expression.match(QString::fromUtf8(pseudonym)).hasMatch(), pseudonym.constData());
            QCOMPARE(pseudonym.size(), text.toUtf8().size());
            QVERIFY(pseudonym != text.toUtf8());
            QCOMPARE(pseudonyms(key).of(text.toUtf8()), pseudonym);
        }
        QVERIFY(pseudonyms('1').of(text.toUtf8() + text.toUtf8()) != pseudonyms('2').of(text.toUtf8() + text.toUtf8()));
    }

    void areDifferentForDifferentTexts()
    {
        QSet<QByteArray> seen;
        for (int i = 0; i < 1000; ++i) {
            const QByteArray text = QByteArray::number(i).rightJustified(3, '0');
            const QByteArray user = "u" + text;
            const QByteArray pseudonym = pseudonyms().of(user);
            QVERIFY(pseudonym != user);
            seen += pseudonym;
        }
        // All 26,000 of that shape are a permutation.
        for (char c = 'a'; c <= 'z'; ++c) {
            for (int i = 0; i < 1000; ++i)
                seen += pseudonyms().of(QByteArray(1, c) + QByteArray::number(i).rightJustified(3, '0'));
        }
        QCOMPARE(seen.size(), 26'000);
        QSet<QByteArray> letters;
        for (char c = 'a'; c <= 'z'; ++c)
            letters += pseudonyms().of(QByteArray(1, c));
        QCOMPARE(letters.size(), 26);
    }

    void leaveWhatHasOnlySigns()
    {
        QCOMPARE(pseudonyms().of(""), QByteArray(""));
        QCOMPARE(pseudonyms().of("--"), QByteArray("--"));
        QCOMPARE(pseudonyms().of("\xff"), QByteArray("\xff"));
        QCOMPARE(pseudonyms().of("a\xff").right(1), QByteArray("\xff"));
    }

    void everyScriptKeepsItsSize()
    {
        for (char32_t point = 1; point < 0x30000; ++point) {
            if (QChar::isSurrogate(point))
                continue;
            const QByteArray text = QString::fromUcs4(&point, 1).toUtf8();
            const TextShape shape = shapeOf(text);
            if (shape.units.empty())
                continue;
            for (const quint32 value : {0U, shape.units.front().count - 1}) {
                TextShape other = shape;
                other.units.front().value = value;
                const QByteArray now = withValues(text, other);
                QCOMPARE(now.size(), text.size());
                QVERIFY(now.isValidUtf8());
                QCOMPARE(QString::fromUtf8(now).size(), QString::fromUtf8(text).size());
                QCOMPARE(shapeOf(now).units.front().first, shape.units.front().first);
            }
        }
    }

    void keysAreRandom()
    {
        QCOMPARE(Pseudonyms::randomKey().size(), 32);
        QVERIFY(Pseudonyms::randomKey() != Pseudonyms::randomKey());
    }

    void changesTextsAsTheyAreWritten_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("changed");
        const auto row = [](const char *name, TextCode code, const QByteArray &raw, const QByteArray &text,
                            const QByteArray &changed) {
            QTest::newRow(name) << raw << static_cast<int>(code) << text << changed;
        };
        row("plain", TextCode::Plain, "a%62\\u0063", "a%62\\u0063", "A%62\\U0063");
        row("percent", TextCode::Percent, "a%62c%2fd", "abc/d", "A%42C%2fD");
        row("percent of no digits", TextCode::Percent, "%zz%6", "%zz%6", "%ZZ%6");
        row("percent in capitals", TextCode::Percent, "%6A%7A", "jz", "%4A%5A");
        row("json", TextCode::Json, R"(a\u0062\n\"\/c)", "ab\n\"/c", R"(A\u0042\n\"\/C)");
        row("json case of digits", TextCode::Json, R"(\u006a\u006A)", "jj", R"(\u004a\u004A)");
        row("json beyond ASCII", TextCode::Json, R"(\u5c0f\ud83d\ude00x)", "小😀x", R"(\u5c0f\ud83d\ude00X)");
        row("json lone surrogate", TextCode::Json, R"(\ud83dx)", "\xEF\xBF\xBDx", R"(\ud83dX)");
        row("json no escape", TextCode::Json, R"(\qx\u12)", R"(\qx\u12)", R"(\QX\U12)");
        row("json ends", TextCode::Json, R"(x\)", R"(x\)", R"(X\)");
    }
    void changesTextsAsTheyAreWritten()
    {
        QFETCH(const QByteArray, raw);
        QFETCH(const int, code);
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, changed);
        QCOMPARE(decodedText(raw, static_cast<TextCode>(code)), text);
        QCOMPARE(upper(raw, static_cast<TextCode>(code)), changed);
        QCOMPARE(changedText(raw, static_cast<TextCode>(code), [](QByteArray &) {}), raw);
    }

    void writesAnyCharacterInTheSameEscape()
    {
        const auto change = [](QByteArray &text) { text = pseudonyms().of(text); };
        for (const QByteArray &raw : {QByteArray(R"(\u5c0f\u660e)"), QByteArray(R"(\ud83d\ude00\ud83d\ude01)"),
                                      QByteArray(R"(\u0061b\u0063)"), QByteArray(R"(\u00e9\u00e8)")}) {
            const QByteArray now = changedText(raw, TextCode::Json, change);
            QCOMPARE(now.size(), raw.size());
            QVERIFY(now != raw);
            QCOMPARE(decodedText(now, TextCode::Json), pseudonyms().of(decodedText(raw, TextCode::Json)));
        }
        const QByteArray query = changedText("%E5%B0%8F%e6%98%8E", TextCode::Percent, change);
        QCOMPARE(query.size(), 18);
        QCOMPARE(QByteArray::fromPercentEncoding(query), pseudonyms().of("小明"));
    }
};

QTEST_GUILESS_MAIN(TestPseudonyms)
#include "tst_pseudonyms.moc"
