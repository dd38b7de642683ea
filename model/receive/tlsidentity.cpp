// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/tlsidentity.h"

#include "model/secrets/privatefile.h"

#include <QCoreApplication>
#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

#include <memory>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <optional>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// More than any chain and any key; a wrong file may be a disk.
constexpr qint64 mostBytes = 1024LL * 1024;

template<auto Free>
struct Freeing {
    template<typename T>
    void operator()(T *object) const
    {
        Free(object);
    }
};
using Bio = std::unique_ptr<BIO, Freeing<BIO_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freeing<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freeing<X509_free>>;

QString tr(const char *text)
{
    return QCoreApplication::translate("seatscope::TlsIdentity", text);
}

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(tr("the certificate cannot be read: %1").arg(file.errorString()), path);
    QByteArray content = file.read(mostBytes + 1);
    if (content.size() > mostBytes)
        return failure(tr("is too large for a certificate"), path, tr("Name a PEM file"));
    return content;
}

Bio memory(const QByteArray &bytes)
{
    return Bio(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
}

/// Refuses to give a passphrase, so that OpenSSL does not ask for one on the terminal, and notes that it was asked.
int notePassphrase(char *, int, int, void *wasAsked)
{
    *static_cast<bool *>(wasAsked) = true;
    return -1;
}

Result<Key> parseKey(const QByteArray &pem, const QString &path)
{
    bool isEncrypted = false;
    Key key(PEM_read_bio_PrivateKey(memory(pem).get(), nullptr, notePassphrase, &isEncrypted));
    ERR_clear_error();
    if (isEncrypted) {
        return failure(
            tr("this key is encrypted, which is not supported"), path,
            tr("Write it without a passphrase: \"openssl pkey -in KEY -out FILE\", then \"chmod 600 FILE\""));
    }
    if (!key)
        return failure(tr("holds no private key in PEM format"), path,
                       tr("It has to begin with -----BEGIN PRIVATE KEY----- or the like"));
    return key;
}

std::optional<QSsl::KeyAlgorithm> algorithmOf(const EVP_PKEY &key)
{
    switch (EVP_PKEY_get_base_id(&key)) {
    case EVP_PKEY_RSA:
        return QSsl::Rsa;
    case EVP_PKEY_EC:
        return QSsl::Ec;
    default:
        return std::nullopt;
    }
}

/// The key of \a path when it is the one of \a certificatePem's first certificate.
Result<QSslKey> matchingKey(const QByteArray &certificatePem, const QString &path)
{
    const Result<QByteArray> pem = readPrivateFile(path, mostBytes);
    if (!pem)
        return tl::unexpected<Error>(pem.error());
    const Result<Key> key = parseKey(*pem, path);
    if (!key)
        return tl::unexpected<Error>(key.error());
    const std::optional<QSsl::KeyAlgorithm> algorithm = algorithmOf(**key);
    if (!algorithm)
        return failure(tr("is of a kind that is not supported"), path, tr("Use an RSA or an elliptic curve key"));
    const Certificate certificate(PEM_read_bio_X509(memory(certificatePem).get(), nullptr, nullptr, nullptr));
    const bool matches = certificate && X509_check_private_key(certificate.get(), key->get()) == 1;
    ERR_clear_error();
    if (!matches) {
        return failure(tr("this key does not belong to the certificate"), path,
                       tr("Name the key that the certificate was made for; the server's own certificate comes first in "
                          "its file"));
    }
    QSslKey usable(*pem, *algorithm);
    if (usable.isNull())
        return failure(tr("this key cannot be used"), path, tr("Use an RSA or an elliptic curve key in PEM format"));
    return usable;
}

} // namespace

Result<QList<QSslCertificate>> readCertificates(const QString &file)
{
    const Result<QByteArray> pem = readFile(file);
    if (!pem)
        return tl::unexpected<Error>(pem.error());
    QList<QSslCertificate> certificates = QSslCertificate::fromData(*pem, QSsl::Pem);
    if (certificates.isEmpty())
        return failure(tr("holds no certificate in PEM format"), file,
                       tr("It has to begin with -----BEGIN CERTIFICATE-----"));
    return certificates;
}

Result<QSslConfiguration> loadTlsIdentity(const QString &certificateFile, const QString &keyFile)
{
    if (!QSslSocket::supportsSsl()) {
        return failure(
            tr("Qt has no support for TLS here (built for %1)").arg(QSslSocket::sslLibraryBuildVersionString()), {},
            tr("Install Qt's TLS plugin and OpenSSL 3: on Debian libqt6network6 and libssl3"));
    }
    const Result<QList<QSslCertificate>> chain = readCertificates(certificateFile);
    if (!chain)
        return tl::unexpected<Error>(chain.error());
    const Result<QSslKey> key = matchingKey(chain->constFirst().toPem(), keyFile);
    if (!key)
        return tl::unexpected<Error>(key.error());
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(*chain);
    configuration.setPrivateKey(*key);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    // Senders show no certificate.
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

QString validityWarning(const QSslConfiguration &configuration, const QDateTime &now)
{
    const QSslCertificate certificate = configuration.localCertificate();
    if (now > certificate.expiryDate())
        return tr("the certificate expired on %1: senders will refuse it")
            .arg(certificate.expiryDate().toUTC().toString(Qt::ISODate));
    if (now < certificate.effectiveDate())
        return tr("the certificate is not valid before %1: senders will refuse it")
            .arg(certificate.effectiveDate().toUTC().toString(Qt::ISODate));
    return {};
}

} // namespace seatscope
