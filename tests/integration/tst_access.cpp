// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/admission.h"
#include "model/journal/journalreader.h"
#include "tests/support/httpclient.h"
#include "tests/support/program.h"
#include "tests/support/testdata.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

} // namespace

/// Who may post callbacks: token, secret path and TLS, tried on the program from outside.
class TestAccess : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_journal;
    HttpClient m_client;

    QString write(const QString &name, const QByteArray &content, QFile::Permissions permissions = ownerOnly) const
    {
        QFile file(m_dir->filePath(name));
        if (file.open(QIODevice::WriteOnly) && file.setPermissions(permissions))
            file.write(content);
        return file.fileName();
    }

    QUrl signedUrl(QUrl url, const QByteArray &token) const
    {
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        url.setQuery(
            u"SdkAppid=1&CallbackCommand=Mic.CallbackAfterSeatInfoChanged&RequestTime=%1&Sign=%2"_s.arg(now).arg(
                QString::fromLatin1(callbackSignature(token, now))));
        return url;
    }

    /// Whether \a text is in any of the files that were written.
    bool isWrittenAnywhere(const QByteArray &text) const
    {
        const QDir dir(m_dir->path());
        for (const QString &name : dir.entryList({u"j.*"_s}, QDir::Files)) {
            QFile file(dir.filePath(name));
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
                return true;
        }
        return false;
    }

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
        m_journal = m_dir->filePath(u"j.seatscope"_s);
    }

    void secretPathLetsIn()
    {
        const QString file = m_dir->filePath(u"path"_s);
        QUrl url;
        {
            ServeProgram serve(m_journal, {u"--secret-path-file"_s, file});
            url = serve.url();
            QVERIFY(url.path().size() > 22);
            const QByteArray body = testData(u"corpus/seat-kick.json"_s);
            QCOMPARE(m_client.post(url, body).status, 200);
            QUrl wrong = url;
            for (const QString &path : {u"/"_s, url.path().chopped(1), QString(url.path() + u'/')}) {
                wrong.setPath(path);
                const HttpReply reply = m_client.post(wrong, body);
                QCOMPARE(reply.status, 404);
                if (!path.startsWith(url.path()))
                    QVERIFY2(!reply.body.contains(url.path().toUtf8()), reply.body.constData());
            }
            QCOMPARE(serve.terminate(), 0);
        }
        const ProgramResult captures = runProgram({u"captures"_s, u"--journal"_s, m_journal, u"--json"_s});
        QCOMPARE(captures.output.count("\"wrong-path\""), 3);
        // The next run goes on with the same path.
        const ServeProgram again(m_journal, {u"--secret-path-file"_s, file});
        QCOMPARE(again.url().path(), url.path());
    }

    void tokenLetsInAndIsNowhere_data()
    {
        QTest::addColumn<bool>("byEnvironment");
        QTest::newRow("file") << false;
        QTest::newRow("environment") << true;
    }
    void tokenLetsInAndIsNowhere()
    {
        QFETCH(bool, byEnvironment);
        const QByteArray token = "Tr0ub4dor-and-3";
        const QString file = write(u"token"_s, token + '\n');
        if (byEnvironment)
            qputenv("SEATSCOPE_TOKEN", token);
        ServeProgram serve(m_journal, byEnvironment ? QStringList() : QStringList{u"--token-file"_s, file});
        qunsetenv("SEATSCOPE_TOKEN");
        const QByteArray body = testData(u"corpus/seat-kick.json"_s);
        QCOMPARE(m_client.post(serve.url(), body).status, 403);
        QCOMPARE(m_client.post(signedUrl(serve.url(), "wrong"), body).status, 403);
        QCOMPARE(m_client.post(signedUrl(serve.url(), token), body).status, 200);
        QFile environment(u"/proc/%1/environ"_s.arg(serve.process().processId()));
        QVERIFY(environment.open(QIODevice::ReadOnly));
        QVERIFY(!environment.readAll().contains(token));
        QCOMPARE(serve.terminate(), 0);
        QVERIFY(!serve.process().readAllStandardOutput().contains(token));
        QVERIFY(isWrittenAnywhere("SdkAppid=1"));
        QVERIFY(!isWrittenAnywhere(token));
    }

    void simulateSignsToo()
    {
        const QString file = write(u"token"_s, "xxxxyyyy");
        const QString path = m_dir->filePath(u"path"_s);
        const ServeProgram serve(m_journal, {u"--token-file"_s, file, u"--secret-path-file"_s, path});
        const ProgramResult sent = runProgram({u"simulate"_s, u"--to"_s, serve.url().toString(), u"--token-file"_s,
                                               file, u"--count"_s, u"5"_s, u"--rate"_s, u"0"_s});
        QVERIFY2(sent.exitCode == 0, sent.words.constData());
        QVERIFY2(!sent.words.contains(serve.url().path().toUtf8()), sent.words.constData());
    }

    void listeningBeyondThisMachineNeedsAWayOut()
    {
        const QStringList serve{u"serve"_s, u"--journal"_s, m_journal, u"--listen"_s, u"0.0.0.0:0"_s};
        const ProgramResult refused = runProgram(serve);
        QCOMPARE(refused.exitCode, 2);
        for (const char *way : {"--token-file", "--token-keychain", "--secret-path-file", "--allow-open"})
            QVERIFY2(refused.words.contains(way), refused.words.constData());
        QVERIFY(refused.output.isEmpty());
        QVERIFY(!QFile::exists(m_journal));
        const QStringList anywhere{u"--listen"_s, u"0.0.0.0:0"_s};
        QVERIFY(!ServeProgram(m_journal, anywhere + QStringList{u"--allow-open"_s}).url().isEmpty());
        QVERIFY(!ServeProgram(m_journal, anywhere + QStringList{u"--secret-path-file"_s, m_dir->filePath(u"p"_s)})
                     .url()
                     .isEmpty());
        QVERIFY(
            !ServeProgram(m_journal, anywhere + QStringList{u"--token-file"_s, write(u"t"_s, "xxxx")}).url().isEmpty());
    }

    void refusesFilesThatOthersRead_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("token") << QStringList{u"--token-file"_s, u"shared"_s};
        QTest::newRow("secret path") << QStringList{u"--secret-path-file"_s, u"shared"_s};
        QTest::newRow("key") << QStringList{u"--tls-cert"_s, u"rsa.crt"_s, u"--tls-key"_s, u"shared"_s};
    }
    void refusesFilesThatOthersRead()
    {
        QFETCH(QStringList, options);
        write(u"shared"_s, "0123456789abcdef0123456789abcdef", ownerOnly | QFile::ReadGroup);
        write(u"rsa.crt"_s, testData(u"tls/rsa.crt"_s));
        QStringList arguments{u"serve"_s, u"--journal"_s, m_journal, u"--listen"_s, u"127.0.0.1:0"_s};
        for (const QString &option : options)
            arguments += option.startsWith(u'-') ? option : m_dir->filePath(option);
        const ProgramResult result = runProgram(arguments);
        QCOMPARE(result.exitCode, 1);
        QVERIFY2(result.words.contains("chmod 600"), result.words.constData());
        QVERIFY2(!result.words.contains("0123456789"), result.words.constData());
    }

    void servesHttps()
    {
        const QString certificate = write(u"rsa.crt"_s, testData(u"tls/rsa.crt"_s));
        const QString key = write(u"rsa.key"_s, testData(u"tls/rsa.key"_s));
        const ServeProgram serve(m_journal, {u"--tls-cert"_s, certificate, u"--tls-key"_s, key});
        QCOMPARE(serve.url().scheme(), u"https"_s);
        const QStringList simulate{u"simulate"_s, u"--to"_s, serve.url().toString(), u"--count"_s, u"5"_s,
                                   u"--rate"_s,   u"0"_s};
        const ProgramResult trusted = runProgram(simulate + QStringList{u"--tls-ca"_s, certificate});
        QVERIFY2(trusted.exitCode == 0, trusted.words.constData());
        const ProgramResult strange = runProgram(simulate);
        QCOMPARE(strange.exitCode, 1);
    }
};

QTEST_GUILESS_MAIN(TestAccess)
#include "tst_access.moc"
