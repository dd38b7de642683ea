// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testdata.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <sys/resource.h>
#include <sys/stat.h>

using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 30'000;

} // namespace

/// What keeps `serve` from starting, or from starting with all that was asked for, said in words.
class TestStart : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    QProcess m_process;

    QString write(const QString &name, const QByteArray &content) const
    {
        QFile file(m_dir->filePath(name));
        if (file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            file.write(content);
        return file.fileName();
    }

    void start(const QStringList &options)
    {
        m_process.start(QStringLiteral(SEATSCOPE_PROGRAM),
                        QStringList{u"serve"_s, u"--journal"_s, m_dir->filePath(u"j.seatscope"_s), u"--listen"_s,
                                    u"127.0.0.1:0"_s} +
                            options);
    }

    /// The words of a program that ends by itself; empty when it does not end, or not with \a code.
    QString wordsAtTheEnd(int code)
    {
        if (!m_process.waitForFinished(patienceMs) || m_process.exitStatus() != QProcess::NormalExit ||
            m_process.exitCode() != code)
            return {};
        return QString::fromUtf8(m_process.readAllStandardError());
    }

    void limitDescriptors(rlim_t most)
    {
        m_process.setChildProcessModifier([most] {
            const rlimit limit{most, most};
            ::setrlimit(RLIMIT_NOFILE, &limit);
        });
    }

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
        m_process.setChildProcessModifier({});
    }
    void cleanup()
    {
        m_process.kill();
        m_process.waitForFinished(patienceMs);
    }

    void doesNotWaitForAPipe_data()
    {
        QTest::addColumn<QString>("option");
        for (const char *option : {"--tls-cert", "--tls-key", "--token-file", "--secret-path-file"})
            QTest::newRow(option) << QString::fromLatin1(option);
    }
    void doesNotWaitForAPipe()
    {
        QFETCH(QString, option);
        const QString pipe = m_dir->filePath(u"pipe"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        QStringList options{option, pipe};
        if (option == "--tls-cert"_L1)
            options += {u"--tls-key"_s, write(u"rsa.key"_s, testData(u"tls/rsa.key"_s))};
        else if (option == "--tls-key"_L1)
            options += {u"--tls-cert"_s, write(u"rsa.crt"_s, testData(u"tls/rsa.crt"_s))};
        start(options);
        const QString words = wordsAtTheEnd(1);
        QVERIFY2(words.contains(pipe + u": is no regular file"_s), qPrintable(words));
    }

    void refusesAKeyThatNobodyCanUse()
    {
        const QString key = write(u"weak.key"_s, testData(u"tls/rsa-1024.key"_s));
        start({u"--tls-cert"_s, write(u"weak.crt"_s, testData(u"tls/rsa-1024.crt"_s)), u"--tls-key"_s, key});
        const QString words = wordsAtTheEnd(1);
        QVERIFY2(words.contains(key) && words.contains(u"2048"_s), qPrintable(words));
    }

    void refusesLimitsThatDoNotGoTogether()
    {
        start({u"--max-unfinished"_s, u"1000"_s});
        const QString words = wordsAtTheEnd(2);
        QVERIFY2(words.contains(u"--max-body"_s), qPrintable(words));
    }

    void refusesToStartWithAHandfulOfConnections()
    {
        limitDescriptors(64);
        start({u"--max-connections"_s, u"1000"_s});
        const QString words = wordsAtTheEnd(1);
        QVERIFY2(words.contains(u"1 of 1000 connections"_s) && words.contains(u"ulimit -n 2128"_s), qPrintable(words));
    }

    void saysThatFewerConnectionsArePossible()
    {
        limitDescriptors(256);
        start({u"--max-connections"_s, u"1000"_s});
        while (!m_process.canReadLine() && m_process.waitForReadyRead(patienceMs)) {
        }
        QVERIFY(m_process.readLine().startsWith("listening on "));
        m_process.terminate();
        const QString words = wordsAtTheEnd(0);
        QVERIFY2(words.contains(u"64 of 1000 connections"_s) && words.contains(u"--max-connections"_s),
                 qPrintable(words));
    }

    void saysNothingWhereAllConnectionsArePossible()
    {
        limitDescriptors(256);
        start({u"--max-connections"_s, u"64"_s, u"--sdkappid"_s, u"1"_s});
        while (!m_process.canReadLine() && m_process.waitForReadyRead(patienceMs)) {
        }
        QVERIFY(m_process.readLine().startsWith("listening on "));
        m_process.terminate();
        QVERIFY(m_process.waitForFinished(patienceMs));
        QCOMPARE(m_process.readAllStandardError(), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestStart)
#include "tst_start.moc"
