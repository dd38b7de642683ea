// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/receive/tlsidentity.h"

#include "model/secrets/privatefile.h"

#include <QCoreApplication>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

#include <algorithm>
#include <array>
#include <memory>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>
#include <optional>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// More than any chain and any key; a wrong file may be a disk.
constexpr qint64 mostBytes = 1024LL * 1024;
/// What OpenSSL's security level 2 asks for, the usual one: with less every handshake fails.
constexpr int leastRsaBits = 2048;
/// The curves of RFC 8446 section 4.2.3 for certificates, as OpenSSL calls them; others are too short, or no sender
/// offers them.
constexpr std::array usualCurves = {"prime256v1"_L1, "secp384r1"_L1, "secp521r1"_L1};

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
using TlsContext = std::unique_ptr<SSL_CTX, Freeing<SSL_CTX_free>>;

QString tr(const char *text)
{
    return QCoreApplication::translate("seatscope::TlsIdentity", text);
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

/// Refuses a key with which Qt would start and then fail in every handshake without a word.
Result<void> checkStrength(const EVP_PKEY &key, const QString &path)
{
    const QString remedy =
        tr("Make a stronger key and a certificate for it, for example with \"openssl req -x509 -newkey rsa:2048 -nodes "
           "-subj /CN=HOST -days 365 -keyout KEY -out CERTIFICATE\"");
    if (EVP_PKEY_get_base_id(&key) == EVP_PKEY_RSA) {
        const int bits = EVP_PKEY_get_bits(&key);
        if (bits < leastRsaBits) {
            return failure(
                tr("this RSA key has %1 bits, and TLS connections need %2 or more").arg(bits).arg(leastRsaBits), path,
                remedy);
        }
        return {};
    }
    std::array<char, 64> name{};
    EVP_PKEY_get_group_name(&key, name.data(), name.size(), nullptr);
    const QLatin1StringView curve(name.data());
    if (std::ranges::find(usualCurves, curve) == usualCurves.end())
        return failure(tr("this key is on the curve %1, and TLS connections need P-256, P-384 or P-521").arg(curve),
                       path, remedy);
    return {};
}

/// Refuses certificates that OpenSSL does not show to anybody as it is set up here.
Result<void> checkShowable(const QList<QSslCertificate> &chain, const QString &path)
{
    const TlsContext context(SSL_CTX_new(TLS_server_method()));
    bool isFine = context != nullptr;
    for (qsizetype i = 0; isFine && i < chain.size(); ++i) {
        const QByteArray pem = chain.at(i).toPem();
        const Certificate certificate(PEM_read_bio_X509(memory(pem).get(), nullptr, nullptr, nullptr));
        isFine = certificate && (i == 0 ? SSL_CTX_use_certificate(context.get(), certificate.get())
                                        : SSL_CTX_add1_chain_cert(context.get(), certificate.get())) == 1;
    }
    const char *reason = isFine ? nullptr : ERR_reason_error_string(ERR_peek_last_error());
    ERR_clear_error();
    if (isFine)
        return {};
    return failure(
        tr("no TLS connection can be made with this certificate or one behind it (OpenSSL says: %1)")
            .arg(QString::fromLatin1(reason)),
        path,
        tr("Use certificates that are signed with SHA-256 or better and have RSA keys of %1 bits or more, or "
           "keys on the curve P-256, P-384 or P-521")
            .arg(leastRsaBits));
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
    if (const Result<void> isStrong = checkStrength(**key, path); !isStrong)
        return tl::unexpected<Error>(isStrong.error());
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
    const Result<QByteArray> pem = readRegularFile(file, mostBytes);
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
    if (const Result<void> isShowable = checkShowable(*chain, certificateFile); !isShowable)
        return tl::unexpected<Error>(isShowable.error());
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
