// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/harformat.h"
#include "model/exchange/redactor.h"
#include "tests/support/story.h"
#include "tests/support/testmain.h"
#include "tests/unit/exchange/formsamples.h"
#include "tests/unit/exchange/oddrequests.h"

#include <QDir>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 120'000;

struct Run {
    int exitCode = -1; ///< -1 when it crashed or did not end in time
    QString output;    ///< and what it said on stderr
};

Run run(const QString &program, const QStringList &arguments, const QString &folder)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(folder);
    process.start(program, arguments);
    Run run;
    if (process.waitForFinished(patienceMs) && process.exitStatus() == QProcess::NormalExit)
        run.exitCode = process.exitCode();
    run.output = QString::fromUtf8(process.readAll());
    if (process.state() != QProcess::NotRunning) {
        process.kill();
        process.waitForFinished();
    }
    return run;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Whether npm says in \a output that it got nothing from its registry.
bool isRegistryAway(const QString &output)
{
    static const QRegularExpression away(
        u"ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH|EHOSTUNREACH|E40[137]|E5\\d\\d"_s);
    return away.match(output).hasMatch();
}

/// \a text with double quotes for its single ones; moc stumbles over raw strings.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

QByteArray harOf(const std::vector<Capture> &captures, Redactor *redactor = nullptr)
{
    HarFormat format({u"1.2.3"_s});
    for (const Capture &capture : captures) {
        if (redactor != nullptr)
            redactor->learn(capture);
    }
    QByteArray file = format.begin();
    for (const Capture &capture : captures)
        file += format.entry(redactor != nullptr ? redactor->redacted(capture) : capture);
    return file + format.end();
}

/// Captures as a damaged journal has them: head, method and target are any bytes.
std::vector<Capture> wildCaptures(QRandomGenerator &random)
{
    const QByteArray hostBytes = "0123456789abfx..::[]-_@%";
    std::vector<Capture> captures;
    for (int i = 0; i < 400; ++i) {
        Capture capture = sampleCapture(i + 1, randomBytes(random, 300));
        QByteArray host = randomBytes(random, 12);
        for (char &c : host)
            c = hostBytes[static_cast<uchar>(c) % hostBytes.size()];
        const QByteArray head = QByteArray(capture.head).replace("callback.example:8088", host);
        capture.summary.method = randomBytes(random, 10);
        QByteArray begin = "/";
        if (i % 2 == 1)
            begin = "http://" + (i % 4 == 1 ? host : randomBytes(random, 10)) + '/';
        capture.summary.target = begin + randomBytes(random, 90);
        if (i % 3 == 0)
            capture.head = randomBytes(random, 300);
        else
            capture.head = i % 3 == 1 ? head : head.left(random.bounded(static_cast<int>(head.size())));
        capture.summary.receivedAt = ArrivalTime(static_cast<qint64>(random.generate64()));
        capture.summary.status = i % 5 == 0 ? 0 : 404;
        captures.push_back(capture);
    }
    return captures;
}

} // namespace

/// HAR files before a judge of another house: the schema of the specification in the validator har-validator, which
/// npm brings. Without npm, node or a registry it is skipped.
class TestHarSchema : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_node = QStandardPaths::findExecutable(u"node"_s);
        const QString npm = QStandardPaths::findExecutable(u"npm"_s);
        if (m_node.isEmpty() || npm.isEmpty())
            QSKIP("npm and node are not both installed here, so HAR files are not validated");
        m_tools = u"" SEATSCOPE_HARCHECK_BUILD ""_s;
        QVERIFY(QDir().mkpath(m_tools));
        const QByteArray lock = contentOf(source(u"package-lock.json"_s));
        QVERIFY(!lock.isEmpty());
        // What is there is what the lock names: once is enough.
        const QString installed = m_tools + u"/installed.json";
        if (contentOf(installed) == lock)
            return;
        writeFile(m_tools + u"/package.json", contentOf(source(u"package.json"_s)));
        writeFile(m_tools + u"/package-lock.json", lock);
        const Run got = run(npm,
                            {u"ci"_s, u"--ignore-scripts"_s, u"--no-audit"_s, u"--no-fund"_s, u"--fetch-retries=0"_s,
                             u"--cache"_s, m_tools + u"/cache"},
                            m_tools);
        if (got.exitCode != 0 && isRegistryAway(got.output))
            QSKIP("npm does not reach its registry, so HAR files are not validated");
        QVERIFY2(got.exitCode == 0, qPrintable(got.output));
        writeFile(installed, lock);
    }

    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
    }

    void filesAreValid_data()
    {
        QTest::addColumn<QByteArray>("file");
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        Redactor redactor;
        QTest::newRow("nothing") << harOf({});
        QTest::newRow("samples") << harOf(sampleCaptures());
        QTest::newRow("samples, redacted") << harOf(sampleCaptures(), &redactor);
        QTest::newRow("odd requests") << harOf(oddForCurl() + oddForShells());
        QTest::newRow("random requests") << harOf(randomCaptures(random, 200));
        QTest::newRow("wild bytes") << harOf(wildCaptures(random));
        QTest::newRow("wild bytes, redacted") << harOf(wildCaptures(random), &redactor);
        std::vector<Capture> told;
        for (const StoryStep &step : story)
            told.push_back(sampleCapture(std::ssize(told) + 1, testData(u"story/"_s + QLatin1StringView(step.file))));
        QTest::newRow("story") << harOf(told);
        QTest::newRow("story, redacted") << harOf(told, &redactor);
    }

    void filesAreValid()
    {
        QFETCH(QByteArray, file);
        const Run judged = judge(file);
        QVERIFY2(judged.exitCode == 0 && judged.output.isEmpty(), qPrintable(judged.output.left(2000)));
    }

    void theJudgeFindsFaults_data()
    {
        QTest::addColumn<QByteArray>("was");
        QTest::addColumn<QByteArray>("is");
        QTest::addColumn<QString>("fault");
        QTest::newRow("no JSON") << json("'log':") << QByteArray("log:") << u"JSON"_s;
        QTest::newRow("missing") << json("'cache':{},") << QByteArray() << u"property 'cache'"_s;
        QTest::newRow("type") << json("'headersSize':-1") << json("'headersSize':'-1'") << u"should be integer"_s;
        QTest::newRow("date") << json("'startedDateTime':'2026-09") << json("'startedDateTime':'2026-13")
                              << u"is no date"_s;
        QTest::newRow("URL") << json("'url':'http://") << json("'url':' http://") << u"format"_s;
        QTest::newRow("port") << json("'url':'http://callback.example:8088")
                              << json("'url':'http://callback.example:99999") << u"is no URL"_s;
        QTest::newRow("unknown") << json("'_seq':") << json("'seq':") << u"seq is unknown"_s;
        QTest::newRow("negative") << json("'time':0") << json("'time':-1") << u"less than 0"_s;
    }

    void theJudgeFindsFaults()
    {
        QFETCH(QByteArray, was);
        QFETCH(QByteArray, is);
        QFETCH(QString, fault);
        QByteArray file = harOf({sampleCapture(1, "{}")});
        QVERIFY(file.contains(was));
        const Run judged = judge(file.replace(was, is));
        QCOMPARE(judged.exitCode, 1);
        QVERIFY2(judged.output.contains(fault), qPrintable(judged.output));
    }

private:
    [[nodiscard]] static QString source(const QString &name) { return u"" SEATSCOPE_HARCHECK "/"_s + name; }

    Run judge(const QByteArray &file)
    {
        const QString path = m_dir->filePath(u"a.har"_s);
        writeFile(path, file);
        return run(m_node, {source(u"check.js"_s), path}, m_tools);
    }

    QString m_node;
    QString m_tools;
    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TestHarSchema)
#include "tst_harschema.moc"
