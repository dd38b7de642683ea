// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/jsonlreader.h"
#include "tests/support/testmain.h"
#include "tests/unit/exchange/importtools.h"

#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

/// A line that has all that must be there.
QByteArray goodLine(const QByteArray &more = {})
{
    return "{\"seq\":7,\"receivedUs\":1700000000000001,\"peer\":\"127.0.0.1:5\",\"method\":\"POST\",\"target\":\"/a\","
           "\"head\":\"POST /a HTTP/1.1\\r\\n\\r\\n\",\"body\":\"{}\",\"verdict\":\"accepted\",\"status\":200" +
           more + "}";
}

QByteArray without(const QByteArray &member)
{
    QByteArray line = goodLine();
    const qsizetype begin = line.indexOf(member);
    Q_ASSERT(begin > 0);
    return line.remove(begin, member.size());
}

QByteArray changed(const QByteArray &member, const QByteArray &to)
{
    Q_ASSERT(goodLine().contains(member));
    return goodLine().replace(member, to);
}

QString picture(const ImportedCapture &capture)
{
    const auto number = [](const auto &value) { return value ? QString::number(value->value()) : u"-"_s; };
    return u"%1 %2 %3 %4 %5 %6 %7 %8"_s
        .arg(number(capture.sequence), number(capture.receivedAt), capture.peer,
             QString(verdictName(capture.ruling->verdict)))
        .arg(capture.status.value_or(-1))
        .arg(flagNames(capture.flags).join(u','), number(capture.duplicateOf),
             capture.bookmarked ? u'*' + capture.note : capture.note);
}

} // namespace

class TestJsonlReader : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_path = m_dir.filePath(u"captures"_s);
    }

    void readsWhatIsThere()
    {
        const QByteArray more =
            ",\"reason\":\"no\",\"flags\":[\"late\",\"duplicate\"],\"duplicateOf\":3,\"origin\":4,\"bookmarked\":true,"
            "\"note\":\"ä\\u00e4\\\"\","
            "\"command\":5,\"findings\":[{\"seq\":1}],\"new\":{\"body\":[null]}";
        const std::vector<ImportedCapture> captures = read(goodLine() + '\n' + goodLine(more) + '\n');
        QCOMPARE(m_problems, QStringList());
        QCOMPARE(captures.size(), std::size_t{2});
        QCOMPARE(picture(captures[0]), u"7 1700000000000001 127.0.0.1:5 accepted 200  - "_s);
        QCOMPARE(picture(captures[1]), u"7 1700000000000001 127.0.0.1:5 accepted 200 late,duplicate 3 *ää\""_s);
        QCOMPARE(captures[0].origin, std::nullopt);
        QCOMPARE(captures[1].origin, Sequence(4));
        QCOMPARE(captures[1].ruling->reason, u"no"_s);
        QCOMPARE(captures[0].method, "POST");
        QCOMPARE(captures[0].target, "/a");
        QCOMPARE(captures[0].head, "POST /a HTTP/1.1\r\n\r\n");
        QCOMPARE(captures[0].body, "{}");
    }

    void readsBytesAsTheyWere()
    {
        QByteArray all(256, '\0');
        for (int i = 0; i < 256; ++i)
            all[i] = static_cast<char>(i);
        for (const QByteArray &body :
             {all, all.first(128), QByteArray("\xef\xbb\xbf{}"), QByteArray("\xed\xa0\x80"), QByteArray(1, '\0'),
              QByteArray(), QByteArray("\xc3"), QByteArray("\xf0\x9f\x98\x80 \\ \x22 / \n\u2028")}) {
            Capture c = capture(1, u"rid-1"_s, 1000, body);
            c.head = c.summary.method = c.summary.target = body;
            const std::vector<ImportedCapture> captures = read(jsonlLine(c));
            QCOMPARE(m_problems, QStringList());
            QCOMPARE(captures.size(), std::size_t{1});
            QCOMPARE(captures[0].body, body);
            QCOMPARE(captures[0].head, body);
            QCOMPARE(captures[0].method, body);
            QCOMPARE(captures[0].target, body);
        }
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("reason");
        const auto add = [](const char *name, const QByteArray &line, const QString &reason) {
            QTest::newRow(name) << line << reason;
        };
        add("no JSON", "{\"seq\":1", u"no JSON"_s);
        add("something else", "[1]", u"no object"_s);
        add("a text", "\"seq\"", u"no object"_s);
        add("no seq", without("\"seq\":7,"), u"seq is missing"_s);
        add("no arrival", without("\"receivedUs\":1700000000000001,"), u"receivedUs is missing"_s);
        add("no body", without("\"body\":\"{}\","), u"body is missing"_s);
        add("no status", without(",\"status\":200"), u"status is missing"_s);
        add("no verdict", without("\"verdict\":\"accepted\","), u"verdict is missing"_s);
        add("two bodies", goodLine(",\"bodyBase64\":\"e30=\""), u"body is there twice"_s);
        add("twice the same", goodLine(",\"seq\":7"), u"seq is there twice"_s);
        add("no base64", changed("\"body\":\"{}\"", "\"bodyBase64\":\"e3*=\""), u"bodyBase64 is no base64"_s);
        add("base64 cut off", changed("\"body\":\"{}\"", "\"bodyBase64\":\"e30=e\""), u"bodyBase64 is no base64"_s);
        add("a fraction", changed("\"seq\":7", "\"seq\":7.0"), u"seq is no whole number"_s);
        add("an exponent", changed("\"seq\":7", "\"seq\":7e0"), u"seq is no whole number"_s);
        add("beyond 64 bits", changed("\"seq\":7", "\"seq\":99999999999999999999"), u"seq is no whole number"_s);
        add("a huge number", changed("\"seq\":7", "\"seq\":" + QByteArray(400, '9')), u"seq is no whole number"_s);
        add("a seq of 0", changed("\"seq\":7", "\"seq\":0"), u"seq is 0"_s);
        add("a seq that leaves no room", changed("\"seq\":7", "\"seq\":9223372036854775807"), u"seq is 922337"_s);
        add("a seq as text", changed("\"seq\":7", "\"seq\":\"7\""), u"seq is no whole number"_s);
        add("a time before all", changed("1700000000000001", "-1"), u"receivedUs is -1"_s);
        add("a time after all", changed("1700000000000001", "253402300800000000"), u"receivedUs is 2534"_s);
        add("a verdict from elsewhere", changed("\"accepted\"", "\"good\""), u"verdict \"good\" is not known"_s);
        add("a flag from elsewhere", goodLine(",\"flags\":[\"late\",\"odd\"]"), u"flag \"odd\" is not known"_s);
        add("flags that are none", goodLine(",\"flags\":\"late\""), u"flags is no list"_s);
        add("flags of numbers", goodLine(",\"flags\":[1]"), u"no name"_s);
        add("flags in lists", goodLine(",\"flags\":[[\"late\"]]"), u"no name"_s);
        add("null", goodLine(",\"note\":null"), u"note is null"_s);
        add("an object", changed("\"body\":\"{}\"", "\"body\":{}"), u"body is no"_s);
        add("a status", changed("200", "1000"), u"status is 1000"_s);
        add("a status of no kind", changed("200", "600"), u"status is 600"_s);
        add("a status below all", changed("200", "99"), u"status is 99, which is none of HTTP"_s);
        add("no answer to what was received", changed("200", "0"), u"status is 0, which is none of HTTP"_s);
        add("a seq beyond which a journal could not go on", changed("\"seq\":7", "\"seq\":140737488355329"),
            u"seq is 140737488355329"_s);
        add("an origin", goodLine(",\"origin\":0"), u"origin is 0"_s);
        add("an origin's type", goodLine(",\"origin\":\"1\""), u"origin is no"_s);
        add("a bookmark", goodLine(",\"bookmarked\":1"), u"bookmarked is no"_s);
        add("a note without end", goodLine(",\"note\":\"" + QByteArray(4097, 'x') + "\""), u"note is longer"_s);
        add("half a character", changed("\"body\":\"{}\"", "\"body\":\"\\ud800\""), u"surrogate"_s);
        add("no UTF-8", changed("\"body\":\"{}\"", "\"body\":\"\xff\""), u"no JSON"_s);
        add("a NUL", changed("\"seq\":7", QByteArray("\"seq\":7\0", 8)), u"no JSON"_s);
    }

    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, reason);
        // What is around it is read.
        const std::vector<ImportedCapture> captures = read(goodLine() + '\n' + line + '\n' + goodLine() + '\n');
        QCOMPARE(captures.size(), std::size_t{2});
        QCOMPARE(m_problems.size(), 1);
        QVERIFY2(m_problems.front().startsWith(u"line 3: "_s), qPrintable(m_problems.front()));
        QVERIFY2(m_problems.front().contains(reason), qPrintable(m_problems.front()));
    }

    void refusesAnotherFirstLine_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("reason");
        QTest::newRow("nothing") << QByteArray() << u"is empty"_s;
        QTest::newRow("a capture") << goodLine() << u"but \"{\"seq\":7,"_s;
        QTest::newRow("another format") << QByteArray("{\"format\":\"har\",\"version\":1}") << u"is \"har\", not"_s;
        QTest::newRow("a newer version") << QByteArray("{\"format\":\"seatscope-captures\",\"version\":2}")
                                         << u"version 2"_s;
        QTest::newRow("no version") << QByteArray("{\"format\":\"seatscope-captures\"}") << u"but \"{\"format\""_s;
        QTest::newRow("no text") << QByteArray("\x89PNG\r\n") << u"but \""_s;
    }

    void refusesAnotherFirstLine()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, reason);
        QVERIFY(writeFile(m_path, file));
        const auto reader = JsonlReader::open(m_path);
        QVERIFY(!reader);
        QVERIFY2(reader.error().message().contains(reason), qPrintable(reader.error().message()));
        QVERIFY(reader.error().message().contains(m_path));
    }

    void refusesWhatIsNoFile()
    {
        QVERIFY(!JsonlReader::open(m_dir.path()));
        QVERIFY(!JsonlReader::open(m_path + u"-none"_s));
    }

    void readsPartsOfFiles()
    {
        // A last line may lack its end, but not more.
        QCOMPARE(read(goodLine()).size(), std::size_t{1});
        QCOMPARE(m_problems, QStringList());
        QCOMPARE(read(goodLine() + '\n' + goodLine().chopped(5)).size(), std::size_t{1});
        QCOMPARE(m_problems.size(), 1);
        QVERIFY2(m_problems.front().contains(u"the file ends within"_s), qPrintable(m_problems.front()));
        // Put together of several, from an editor that writes other line ends.
        QCOMPARE(read(goodLine() + "\r\n" + jsonlHeader + goodLine() + "\n\n \n").size(), std::size_t{2});
        QCOMPARE(m_problems, QStringList());
        QVERIFY(writeFile(m_path, "\xef\xbb\xbf" + jsonlHeader + goodLine()));
        QVERIFY(JsonlReader::open(m_path));
    }

    void passesOverLinesWithoutEnd()
    {
        const QByteArray longLine(1'000'000, 'x');
        const QByteArray text = goodLine() + '\n' + longLine + '\n' + goodLine() + '\n' + longLine;
        QCOMPARE(read(text, 1000).size(), std::size_t{2});
        QCOMPARE(m_problems,
                 (QStringList{u"line 3: it is longer than 1000 bytes"_s, u"line 5: it is longer than 1000 bytes"_s}));
        // A limit is what still goes.
        QCOMPARE(read(goodLine() + '\n', goodLine().size()).size(), std::size_t{1});
        QCOMPARE(read(goodLine() + '\n', goodLine().size() - 1).size(), std::size_t{0});
    }

    void tellsHowFarItIs()
    {
        QVERIFY(writeFile(m_path, jsonlHeader + goodLine() + '\n' + goodLine()));
        const auto reader = JsonlReader::open(m_path);
        QVERIFY(reader);
        QCOMPARE((*reader)->position(), jsonlHeader.size());
        QVERIFY((*reader)->next());
        QCOMPARE((*reader)->position(), jsonlHeader.size() + goodLine().size() + 1);
        QVERIFY((*reader)->next());
        QCOMPARE((*reader)->position(), (*reader)->size());
        QCOMPARE((*reader)->size(), QFileInfo(m_path).size());
    }

private:
    /// What is in a file with \a lines; the problems are in m_problems.
    std::vector<ImportedCapture> read(const QByteArray &lines, qsizetype longest = LineReader::longestLine)
    {
        std::vector<ImportedCapture> captures;
        m_problems.clear();
        const bool isWritten = writeFile(m_path, jsonlHeader + lines);
        const auto reader = JsonlReader::open(m_path, longest);
        if (!isWritten || !reader)
            return captures;
        for (;;) {
            const Result<ImportedItem> item = (*reader)->next();
            if (!item || !*item)
                return captures;
            if (const auto *const problem = std::get_if<ImportProblem>(&**item))
                m_problems += problem->where + u": "_s + problem->reason;
            else
                captures.push_back(std::get<ImportedCapture>(**item));
        }
    }

    QTemporaryDir m_dir;
    QString m_path;
    QStringList m_problems;
};

QTEST_GUILESS_MAIN(TestJsonlReader)

#include "tst_jsonlreader.moc"
