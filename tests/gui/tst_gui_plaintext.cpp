// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/samples.h"
#include "ui/text/initials.h"
#include "ui/text/timetext.h"
#include "ui/text/visibletext.h"

#include <QTextDocumentFragment>

using namespace seatscope;
using namespace Qt::StringLiterals;

/// Text from callbacks is shown as it is: no tags, nothing hidden, nothing reordered.
class TestPlainText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void visibleIdShowsBlanksAtTheEnds_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << u"rid 1"_s << u"rid 1"_s;
        QTest::newRow("one blank") << u" "_s << u"␣"_s;
        QTest::newRow("other blanks") << u" \u00A0\u3000\t"_s << u"␣\\u00A0\\u3000\\t"_s;
        QTest::newRow("at the end") << u"rid  "_s << u"rid␣␣"_s;
        QTest::newRow("at both ends") << u" a b\n "_s << u"␣a b\\n␣"_s;
        QTest::newRow("nothing") << u""_s << u""_s;
        QTest::newRow("what hides") << u"\u202Ea"_s << u"\\u202Ea"_s;
    }
    void visibleIdShowsBlanksAtTheEnds()
    {
        QFETCH(const QString, id);
        QTEST(visibleId(id), "shown");
    }

    void visibleTextShowsWhatHides_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("plain") << u"user_1 Zoë 主持人 😀"_s << u"user_1 Zoë 主持人 😀"_s;
        QTest::newRow("line feed") << u"a\nb"_s << u"a\\nb"_s;
        QTest::newRow("nul") << QString(QChar(u'\0')) << u"\\u0000"_s;
        QTest::newRow("delete") << u"\u007F"_s << u"\\u007F"_s;
        QTest::newRow("override") << u"a\u202Eb"_s << u"a\\u202Eb"_s;
        QTest::newRow("isolate") << u"\u2066x"_s << u"\\u2066x"_s;
        QTest::newRow("zero width") << u"a\u200Bb"_s << u"a\\u200Bb"_s;
        QTest::newRow("lone surrogate") << QString(QChar(char16_t{0xD800})) << u"\\uD800"_s;
    }
    void visibleTextShowsWhatHides()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, shown);
        QCOMPARE(visibleText(text), shown);
    }

    void toolTipShowsTagsAsText()
    {
        const QString hostile = u"<img src='x'><b>bold</b> &amp;"_s;
        const QString toolTip = plainToolTip(hostile);
        QVERIFY(Qt::mightBeRichText(toolTip));
        QCOMPARE(QTextDocumentFragment::fromHtml(toolTip).toPlainText(), hostile);
    }

    void toolTipKeepsLinesAndIsCut()
    {
        QCOMPARE(QTextDocumentFragment::fromHtml(plainToolTip(u"a\nb"_s)).toPlainText(), u"a\nb"_s);
        QVERIFY(plainToolTip(QString(100'000, u'x')).size() < 3000);
        QVERIFY(plainToolTip({}).isEmpty());
    }

    void visibleBytesEscapesTheRest_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("shown");
        QTest::newRow("crlf") << "a\r\nb"_ba << u"a\nb"_s;
        QTest::newRow("lone cr") << "a\rb"_ba << u"a\\rb"_s;
        QTest::newRow("utf-8") << "Zo\xC3\xAB"_ba << u"Zoë"_s;
        QTest::newRow("broken utf-8") << "a\xC3(\xFF"_ba << u"a\\xC3(\\xFF"_s;
        QTest::newRow("overlong") << "\xC0\x80"_ba << u"\\xC0\\x80"_s;
        QTest::newRow("control") << "\x01"_ba << u"\\x01"_s;
        QTest::newRow("cut sequence") << "\xE2\x82"_ba << u"\\xE2\\x82"_s;
    }
    void visibleBytesEscapesTheRest()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, shown);
        QCOMPARE(visibleBytes(bytes), shown);
    }

    void hexDumpHasOffsetBytesAndText()
    {
        const QStringList lines = hexDump("0123456789abcdef\x01Z").split(u'\n');
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines[0], u"00000000  30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66  0123456789abcdef"_s);
        QVERIFY2(lines[1].startsWith("00000010  01 5a "_L1), qPrintable(lines[1]));
        QVERIFY2(lines[1].endsWith(u"·Z"_s), qPrintable(lines[1]));
    }

    void initialsStandForAnId_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("shown");
        QTest::newRow("word") << u"alice"_s << u"A"_s;
        QTest::newRow("two words") << u"alice.baker"_s << u"AB"_s;
        QTest::newRow("first and last") << u"a-b_c 7"_s << u"A7"_s;
        QTest::newRow("number") << u"144115198371610486"_s << u"1"_s;
        QTest::newRow("no case") << u"主持人"_s << u"主"_s;
        QTest::newRow("beyond 16 bits") << u"\U00010428x"_s << u"\U00010400"_s;
        QTest::newRow("right to left") << u"\u202Eאב"_s << u"א"_s;
        QTest::newRow("marks of their own") << QString(100'000, QChar(0x0301)) << u"?"_s;
        QTest::newRow("letter below marks") << u"e"_s + QString(500, QChar(0x0301)) << u"E"_s;
        QTest::newRow("emoji") << u"\U0001F600"_s << u"\U0001F600"_s;
        QTest::newRow("tag") << u"<b>bold</b>"_s << u"BB"_s;
        QTest::newRow("nothing to see") << u"\u202E \n"_s << u"?"_s;
        QTest::newRow("lone surrogate") << QString(QChar(char16_t{0xD800})) << u"?"_s;
        QTest::newRow("empty") << QString() << u"?"_s;
    }
    void initialsStandForAnId()
    {
        QFETCH(const QString, id);
        QFETCH(const QString, shown);
        QCOMPARE(initials(id), shown);
    }

    void cutMiddleKeepsBothEnds()
    {
        QCOMPARE(cutMiddle(u"abcdef"_s, 6), u"abcdef"_s);
        QCOMPARE(cutMiddle(u"abcdef"_s, 5), u"ab…ef"_s);
        QCOMPARE(cutMiddle(QString(1 << 20, u'x'), 101).size(), 101);
    }

    void delays_data()
    {
        QTest::addColumn<qint64>("ms");
        QTest::addColumn<QString>("text");
        QTest::newRow("usual") << qint64(85) << u"+85 ms"_s;
        QTest::newRow("early") << qint64(-3) << u"−3 ms"_s;
        QTest::newRow("seconds") << qint64(12'340) << u"+12.3 s"_s;
        QTest::newRow("minutes") << qint64(300'000) << u"+5 min"_s;
        QTest::newRow("days") << qint64(10) * 86'400'000 << u"+10 d"_s;
        QTest::newRow("least") << std::numeric_limits<qint64>::min() << u"−106751991167 d"_s;
    }
    void delays()
    {
        QFETCH(const qint64, ms);
        QFETCH(const QString, text);
        QCOMPARE(TimeText::delay(ms), text);
    }

    void timesNameTheDayWhenItIsAnother()
    {
        const ArrivalTime at(1'700'000'000'123'456);
        QCOMPARE(TimeText::clock(at, at), u"22:13:20.123 456"_s);
        QCOMPARE(TimeText::clock(at, ArrivalTime(at.value() + qint64(86'400) * 1'000'000)),
                 u"11-14 22:13:20.123 456"_s);
        QCOMPARE(TimeText::utc(at), u"2023-11-14 22:13:20.123456 UTC"_s);
    }
};

QTEST_MAIN(TestPlainText)
#include "tst_gui_plaintext.moc"
