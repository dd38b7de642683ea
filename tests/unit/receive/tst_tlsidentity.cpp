// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/tlsidentity.h"
#include "tests/support/testdata.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// Certificate and key files, as a person may get them wrong.
class TestTlsIdentity : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    /// A copy with permissions that git does not keep.
    [[nodiscard]] QString copy(const QString &name, QFile::Permissions permissions) const
    {
        const QString path = m_dir.filePath(name);
        QFile::remove(path);
        QFile file(path);
        if (!name.isEmpty() && file.open(QIODevice::WriteOnly) && file.setPermissions(permissions))
            file.write(testData(u"tls/"_s + name));
        return path;
    }

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void loadsWhatFits_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("chain");
        QTest::newRow("RSA") << u"rsa.crt"_s << u"rsa.key"_s << 1;
        QTest::newRow("RSA, PKCS #1") << u"rsa.crt"_s << u"rsa-pkcs1.key"_s << 1;
        QTest::newRow("elliptic curve") << u"ec.crt"_s << u"ec.key"_s << 1;
        QTest::newRow("elliptic curve, SEC 1") << u"ec.crt"_s << u"ec-sec1.key"_s << 1;
        QTest::newRow("with the authority behind it") << u"chain.crt"_s << u"chain.key"_s << 2;
        QTest::newRow("expired") << u"expired.crt"_s << u"expired.key"_s << 1;
    }
    void loadsWhatFits()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, key);
        QFETCH(int, chain);
        constexpr auto shared = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther;
        const Result<QSslConfiguration> tls =
            loadTlsIdentity(copy(certificate, shared), copy(key, QFile::ReadOwner | QFile::WriteOwner));
        QVERIFY2(tls, tls ? "" : qPrintable(tls.error().message()));
        QCOMPARE(tls->localCertificateChain().size(), chain);
        QVERIFY(!tls->privateKey().isNull());
        QCOMPARE(tls->protocol(), QSsl::TlsV1_2OrLater);
        QCOMPARE(tls->peerVerifyMode(), QSslSocket::VerifyNone);
        const bool isExpired = certificate == u"expired.crt"_s;
        const QString warning = validityWarning(*tls, QDateTime(QDate(2050, 1, 1), {}, Qt::UTC));
        QCOMPARE(!warning.isEmpty(), isExpired);
        QVERIFY(!isExpired || warning.contains(u"expired"_s));
        QVERIFY(validityWarning(*tls, QDateTime(QDate(1999, 1, 1), {}, Qt::UTC)).contains(u"not valid before"_s));
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("sharedKey");
        QTest::addColumn<QString>("named");
        QTest::addColumn<QString>("words");
        QTest::newRow("no certificate") << u"none.crt"_s << u"rsa.key"_s << false << u"none.crt"_s
                                        << u"no such file. Check the name"_s;
        QTest::newRow("no key") << u"rsa.crt"_s << u"none.key"_s << false << u"none.key"_s
                                << u"no such file. Check the name"_s;
        QTest::newRow("key for certificate")
            << u"rsa.key"_s << u"rsa.crt"_s << false << u"rsa.key"_s << u"no certificate"_s;
        QTest::newRow("no PEM key") << u"rsa.crt"_s << u"junk.key"_s << false << u"junk.key"_s << u"no private key"_s;
        QTest::newRow("no PEM certificate")
            << u"junk.key"_s << u"rsa.key"_s << false << u"junk.key"_s << u"no certificate"_s;
        QTest::newRow("other RSA key") << u"rsa.crt"_s << u"chain.key"_s << false << u"chain.key"_s
                                       << u"does not belong"_s;
        QTest::newRow("other curve key") << u"ec.crt"_s << u"expired.key"_s << false << u"expired.key"_s
                                         << u"does not belong"_s;
        QTest::newRow("curve for RSA") << u"rsa.crt"_s << u"ec.key"_s << false << u"ec.key"_s << u"does not belong"_s;
        QTest::newRow("chain upside down")
            << u"upside-down.crt"_s << u"chain.key"_s << false << u"chain.key"_s << u"comes first"_s;
        QTest::newRow("encrypted") << u"rsa.crt"_s << u"encrypted.key"_s << false << u"encrypted.key"_s
                                   << u"is encrypted"_s;
        QTest::newRow("Ed25519") << u"ed25519.crt"_s << u"ed25519.key"_s << false << u"ed25519.key"_s
                                 << u"not supported"_s;
        const std::initializer_list<std::pair<const char *, QString>> tooWeak = {
            {"rsa-1024", u"1024 bits"_s}, {"p224", u"secp224r1"_s}, {"secp256k1", u"secp256k1"_s}};
        for (const auto &[name, said] : tooWeak) {
            const QString file = QString::fromLatin1(name);
            QTest::newRow(name) << QString(file + u".crt"_s) << QString(file + u".key"_s) << false
                                << QString(file + u".key"_s) << said;
        }
        QTest::newRow("signed with SHA-1") << u"sha1.crt"_s << u"sha1.key"_s << false << u"sha1.crt"_s << u"SHA-256"_s;
        QTest::newRow("shared key") << u"rsa.crt"_s << u"rsa.key"_s << true << u"rsa.key"_s << u"chmod 600"_s;
    }
    void saysWhatIsWrong()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, key);
        QFETCH(bool, sharedKey);
        QFETCH(QString, named);
        QFETCH(QString, words);
        const auto path = [this](const QString &name, QFile::Permissions permissions) {
            return name.startsWith(u"none"_s) ? m_dir.filePath(name) : copy(name, permissions);
        };
        constexpr auto own = QFile::ReadOwner | QFile::WriteOwner;
        const QString certificatePath = path(certificate, own);
        const Result<QSslConfiguration> tls =
            loadTlsIdentity(certificatePath, path(key, sharedKey ? own | QFile::ReadGroup : own));
        QVERIFY(!tls);
        const QString said = tls.error().message();
        QVERIFY2(said.contains(m_dir.filePath(named)) && said.contains(words), qPrintable(said));
    }

    void readsRegularFilesOnly()
    {
        constexpr auto own = QFile::ReadOwner | QFile::WriteOwner;
        const QString certificate = copy(u"rsa.crt"_s, own);
        const QString key = copy(u"rsa.key"_s, own);
        const QString pipe = m_dir.filePath(u"pipe"_s);
        QCOMPARE(::mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        const QString link = m_dir.filePath(u"link"_s);
        QVERIFY(QFile::link(certificate, link));
        QVERIFY(loadTlsIdentity(link, key));
        // A pipe must not be waited for either.
        for (const QString &wrong : {pipe, m_dir.path(), u"/dev/zero"_s}) {
            for (const auto &tls : {loadTlsIdentity(wrong, key), loadTlsIdentity(certificate, wrong)}) {
                QVERIFY(!tls);
                const QString said = tls.error().message();
                QVERIFY2(said.startsWith(wrong) && said.contains(u"is no regular file. Name"_s), qPrintable(said));
            }
        }
    }

    void refusesHugeFiles()
    {
        const QString huge = m_dir.filePath(u"huge"_s);
        QFile file(huge);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(1024LL * 1024 + 1));
        const Result<QSslConfiguration> tls = loadTlsIdentity(huge, huge);
        QVERIFY(!tls);
        QVERIFY2(tls.error().message().contains(u"larger than"_s), qPrintable(tls.error().message()));
    }
};

QTEST_GUILESS_MAIN(TestTlsIdentity)
#include "tst_tlsidentity.moc"
