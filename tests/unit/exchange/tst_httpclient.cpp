// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/httpclientformat.h"
#include "model/exchange/httpclientobstacle.h"
#include "tests/support/testmain.h"
#include "tests/unit/exchange/formsamples.h"

#include <QRegularExpression>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

/// What an editor sends.
struct Sent {
    QString requestLine;
    QStringList fields;
    QString body;
};

/// Reads \a file as the REST Client of VS Code does: requests between lines with ###, lines of comments left out
/// wherever they are, empty lines at both ends too, and variables filled in.
std::vector<Sent> sentBy(const QByteArray &file)
{
    static const QRegularExpression lineEnds(u"\r?\n"_s);
    static const QRegularExpression comment(u"^\\s*(#|//)"_s);
    static const QRegularExpression variable(u"^\\s*@([^\\s=]+)\\s*=\\s*(.*?)\\s*$"_s);
    std::vector<Sent> sent;
    QString origin;
    QStringList lines;
    const auto finish = [&] {
        while (!lines.isEmpty() && lines.first().trimmed().isEmpty())
            lines.removeFirst();
        while (!lines.isEmpty() && lines.last().trimmed().isEmpty())
            lines.removeLast();
        if (lines.isEmpty())
            return;
        QString text = lines.join(u'\n');
        lines.clear();
        text.replace(u"{{origin}}"_s, origin);
        const qsizetype headEnd = text.indexOf(u"\n\n"_s);
        const QStringList head = (headEnd < 0 ? text : text.first(headEnd)).split(u'\n');
        sent.push_back({head.first(), head.mid(1), headEnd < 0 ? QString() : text.mid(headEnd + 2)});
    };
    for (const QString &line : QString::fromUtf8(file).split(lineEnds)) {
        const auto defined = variable.match(line);
        if (line.startsWith(u"###"_s))
            finish();
        else if (defined.hasMatch() && lines.isEmpty())
            origin = defined.captured(2);
        else if (!comment.match(line).hasMatch())
            lines += line;
    }
    finish();
    return sent;
}

QByteArray fileOf(const std::vector<Capture> &captures)
{
    HttpClientFormat format;
    QByteArray bytes = format.begin();
    for (const Capture &capture : captures)
        bytes += format.entry(capture);
    return bytes + format.end();
}

/// A body of what editors look at.
QByteArray trickyBody(QRandomGenerator &random)
{
    static const std::array parts{"a",        "\"",   " ",  "\t",       "\n",           "\n\n", "#",     "###",  "//",
                                  "/",        "<",    "> ", "@",        "{{",           "{",    "}}",    "x: y", "```",
                                  "HTTP/1.1", "\r\n", "\\", "\xC3\xA9", "\xE2\x80\xA8", "\xFF", "GET /", "?",    "&"};
    QByteArray body("{");
    for (int count = random.bounded(12); count > 0; --count)
        body += parts.at(static_cast<size_t>(random.bounded(static_cast<int>(parts.size()))));
    return body;
}

} // namespace

class TestHttpClient : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void looksSo()
    {
        Capture capture = sampleCapture(12, "{\"a\":\n 1}");
        capture.summary.command = u"Mic.CallbackAfterSeatInfoChanged"_s;
        capture.head = "POST /cb?SdkAppid=1&x=%2F HTTP/1.1\r\nHost: callback.example:8088\r\nuser-agent: "
                       "TIM/1.0\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n";
        Capture probe = sampleCapture(13, {});
        probe.summary.ruling.verdict = Verdict::Probe;
        probe.head = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";
        Capture odd = sampleCapture(14, "\xFF");
        odd.head = probe.head;
        const QByteArray expected =
            "# Callbacks that SeatScope recorded. Set where to send them here. Host, Content-Length and "
            "Transfer-Encoding are left to the editor.\n"
            "@origin = http://localhost:8088\n"
            "\n"
            "### #12 Mic.CallbackAfterSeatInfoChanged 2026-09-21T14:13:20.135468Z\n"
            "POST {{origin}}/cb?SdkAppid=1&x=%2F\n"
            "user-agent: TIM/1.0\n"
            "Content-Type: application/json\n"
            "\n"
            "{\"a\":\n"
            " 1}\n"
            "\n"
            "### #13 probe 2026-09-21T14:13:20.136469Z\n"
            "GET {{origin}}/\n"
            "\n"
            "### #14 accepted 2026-09-21T14:13:20.137470Z\n"
            "# Left out: the body is no UTF-8. The format http has its very bytes.\n";
        QCOMPARE(fileOf({capture, probe, odd}), expected);
    }

    void obstacles_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("reason"); // empty: none
        const QByteArray post("POST / HTTP/1.1\r\n");
        const auto row = [](const char *name, const QByteArray &head, const QByteArray &body, const char *reason) {
            QTest::newRow(name) << QByteArray(head + "\r\n") << body << QString::fromUtf8(reason);
        };
        row("plain", post, "{}", "");
        row("inner marks", post, "{ \"# // < > @ HTTP/ {\" }", "");
        row("lines", post, "{\n\n\t\"a\": 1\n}", "");
        row("Chinese", post, "{\"\xE5\xBA\xA7\"}", "");
        row("length", post + "Content-Length: 2\r\n", "{}", "");
        row("cut off", post + "Content-Length: 3\r\n", "{}", "not kept whole");
        row("chunked", post + "Transfer-Encoding: chunked\r\n", "{}", "");
        row("no UTF-8", post, "{\xFF}", "no UTF-8");
        row("surrogate", post, "\xED\xA0\x80", "no UTF-8");
        row("carriage return", post, "{\r\n}", "carriage returns");
        row("NUL", post, QByteArray("{\0}", 3), "control characters");
        row("byte order mark", post, "\xEF\xBB\xBF{}", "control characters");
        row("next line", post, "{\xC2\x85}", "control characters");
        row("line separator", post, "{\xE2\x80\xA8}", "control characters");
        row("variable", post, "{{x}}", "variables");
        row("empty line behind", post, "{}\n", "begins or ends with");
        row("empty line before", post, "\n{}", "begins or ends with");
        row("blanks alone", post, " ", "begins or ends with");
        for (const char *line : {"###", "#", "# x", "// x", "< ./file", "> {% %}", "<> a", "@a = b", "```",
                                 "HTTP/1.1 200", "  # x", "\t// x"}) {
            QTest::newRow(line) << QByteArray(post + "\r\n") << QByteArray(QByteArray("{\n") + line + "\n}")
                                << u"a line of the body"_s;
        }
        row("first line", post, "< file", "a line of the body");
        row("form", post + "content-type: application/x-www-form-urlencoded\r\n", "a=b", "Content-Type");
        row("parts", post + "Content-Type: multipart/form-data; boundary=x\r\n", "a", "Content-Type");
        row("form without a body", post + "content-type: application/x-www-form-urlencoded\r\n", "", "");
        row("GraphQL", post + "X-Request-Type: GraphQL\r\n", "{}", "X-Request-Type");
        row("twice", post + "A: 1\r\na: 2\r\n", "{}", "more than one field A");
        row("two lengths", post + "Content-Length: 2\r\ncontent-length: 2\r\n", "{}", "");
        row("field of no ASCII", post + "A: \xC3\xA9\r\n", "{}", "no plain ASCII");
        row("field with a tab", post + "A: a\tb\r\n", "{}", "no plain ASCII");
        row("variable in a field", post + "A: {{b}}\r\n", "{}", "would mean something");
        row("field of a comment", post + "#A: b\r\n", "{}", "would mean something");
        row("unknown method", "BREW / HTTP/1.1\r\n", "{}", "do not know its method");
        row("lower case", "post / HTTP/1.1\r\n", "{}", "do not know its method");
        for (const char *target :
             {"*",    "http://h/x", "h:80",    "/a b",        "/{{a}}", "/\"",      "/<",     "/#f",
              "/%zz", "/%2",        "/a/../b", "/a/%2E%2e/b", "/.",     "/..",      "/a/.?x", "/'",
              "/|",   "/\\",        "/^",      "/`",          "/[1]",   "/\xC3\xA9"})
            QTest::newRow(target) << QByteArray(QByteArray("GET ") + target + " HTTP/1.1\r\n\r\n") << QByteArray()
                                  << (QByteArrayView(target).contains(' ') ? u"-"_s : u"its target another way"_s);
        for (const char *target : {"/", "//x", "/a...b/c", "/?a=../b", "/a%2Fb?c=%E5%BA%A7&d=e+f", "/~x;y=(1),2!*$@:"})
            QTest::newRow(target) << QByteArray(QByteArray("GET ") + target + " HTTP/1.1\r\n\r\n") << QByteArray()
                                  << QString();
    }
    void obstacles()
    {
        QFETCH(const QByteArray, head);
        QFETCH(const QByteArray, body);
        QFETCH(const QString, reason);
        Capture capture = sampleCapture(1, body);
        capture.head = head;
        const auto read = readHead(head);
        if (!read) {
            QCOMPARE(reason, u"-"_s);
            QVERIFY(fileOf({capture}).contains("# Left out: its head is broken"));
            return;
        }
        const auto obstacle = editorObstacle(capture, *read);
        QVERIFY2(obstacle.has_value() == !reason.isEmpty() && obstacle.value_or(QString()).contains(reason),
                 qPrintable(obstacle.value_or(u"none"_s)));
        QCOMPARE(sentBy(fileOf({capture})).size(), obstacle ? size_t{0} : size_t{1});
    }

    void editorsSendWhatWasRecorded()
    {
        std::vector<Capture> captures;
        QRandomGenerator random(3);
        std::vector<QByteArray> bodies = sampleBodies();
        for (int i = 0; i < 3000; ++i)
            bodies.push_back(trickyBody(random));
        for (const QByteArray &body : bodies) {
            captures.push_back(sampleCapture(static_cast<qint64>(captures.size()), body));
            captures.back().head.replace("x-twice", "x-once");
        }
        std::vector<Capture> runnable;
        for (const Capture &capture : captures) {
            if (!editorObstacle(capture, *readHead(capture.head)))
                runnable.push_back(capture);
        }
        QVERIFY2(runnable.size() > 400, QByteArray::number(static_cast<qint64>(runnable.size())).constData());
        const std::vector<Sent> sent = sentBy(fileOf(captures));
        QCOMPARE(sent.size(), runnable.size());
        for (size_t i = 0; i < sent.size(); ++i) {
            QCOMPARE(sent[i].requestLine.toUtf8(), "POST http://localhost:8088" + runnable[i].summary.target);
            QCOMPARE(sent[i].body.toUtf8(), runnable[i].body);
            QCOMPARE(sent[i].fields, (QStringList{u"user-agent: TIM/1.0"_s, u"Content-Type: application/json"_s,
                                                  u"X-Twice: one"_s, u"x-once: two"_s}));
        }
    }

    void commandsOfOthersAreNotInTheText()
    {
        Capture capture = sampleCapture(1, "{}");
        capture.summary.command = u"x\n### y\nPOST http://evil/"_s;
        QVERIFY(!fileOf({capture}).contains("evil"));
        capture.summary.ruling.reason = u"\nPOST http://evil/"_s;
        capture.summary.note = u"\nPOST http://evil/"_s;
        QVERIFY(!fileOf({capture}).contains("evil"));
        // The name of a field is in a reason.
        capture.head = "POST / HTTP/1.1\r\nevil: \xFF\r\n\r\n";
        QCOMPARE(sentBy(fileOf({capture})).size(), size_t{0});
    }
};

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_httpclient.moc"
