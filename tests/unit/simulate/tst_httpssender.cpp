// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/tlsidentity.h"
#include "model/simulate/callbacksender.h"
#include "tests/support/testdata.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslServer>
#include <QSslSocket>
#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// Which certificates the sender trusts.
class TestHttpsSender : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    [[nodiscard]] QString copy(const QString &name) const
    {
        QFile file(m_dir.filePath(name));
        if (file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
            file.write(testData(u"tls/"_s + name));
        return file.fileName();
    }

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void trustsWhatItIsTold_data()
    {
        QTest::addColumn<QString>("identity");
        QTest::addColumn<QString>("pinned");
        QTest::addColumn<QString>("roots");
        QTest::addColumn<bool>("trusted");
        QTest::newRow("nothing told") << u"rsa"_s << QString() << QString() << false;
        QTest::newRow("the certificate itself") << u"rsa"_s << u"rsa"_s << QString() << true;
        QTest::newRow("the certificate itself, of another name and expired")
            << u"expired"_s << u"expired"_s << QString() << true;
        QTest::newRow("another certificate") << u"rsa"_s << u"ec"_s << QString() << false;
        QTest::newRow("as its own root") << u"rsa"_s << QString() << u"rsa"_s << true;
        QTest::newRow("another root") << u"rsa"_s << QString() << u"ec"_s << false;
        QTest::newRow("its authority") << u"chain"_s << QString() << u"ca"_s << true;
        QTest::newRow("expired, as its own root") << u"expired"_s << QString() << u"expired"_s << false;
    }
    void trustsWhatItIsTold()
    {
        QFETCH(QString, identity);
        QFETCH(QString, pinned);
        QFETCH(QString, roots);
        QFETCH(bool, trusted);
        const Result<QSslConfiguration> tls = loadTlsIdentity(copy(identity + u".crt"_s), copy(identity + u".key"_s));
        QVERIFY2(tls, tls ? "" : qPrintable(tls.error().message()));
        QSslServer server;
        server.setSslConfiguration(*tls);
        connect(&server, &QTcpServer::pendingConnectionAvailable, &server, [&server] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                if (socket->readAll().contains("}"))
                    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 21\r\n\r\n{\"ActionStatus\":\"OK\"}");
            });
        });
        QVERIFY(server.listen(QHostAddress::LocalHost));

        CallbackSenderOptions options;
        options.target = QUrl(u"https://127.0.0.1:%1/"_s.arg(server.serverPort()));
        options.count = 1;
        if (!pinned.isEmpty())
            options.pinned = readCertificates(copy(pinned + u".crt"_s))->constFirst();
        if (!roots.isEmpty())
            options.roots = *readCertificates(copy(roots + u".crt"_s));
        ScenarioOptions scenario;
        scenario.start = EventTime(1'700'000'000'000);
        const SystemClock clock;
        CallbackSender sender(options, scenario, clock);
        QSignalSpy finished(&sender, &CallbackSender::finished);
        QSignalSpy failed(&sender, &CallbackSender::failed);
        QSignalSpy sent(&sender, &CallbackSender::sent);
        sender.start();
        QTRY_VERIFY(!finished.isEmpty() || !failed.isEmpty());
        QVERIFY2(finished.isEmpty() != trusted, failed.isEmpty() ? "" : qPrintable(failed[0][0].toString()));
        QCOMPARE(sent.size(), trusted ? 1 : 0);
    }
};

QTEST_GUILESS_MAIN(TestHttpsSender)
#include "tst_httpssender.moc"
