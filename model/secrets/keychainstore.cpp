// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/secrets/keychainstore.h"

#include <QCoreApplication>
#include <QObject>
#include <qt6keychain/keychain.h>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("seatscope::Keychain", text);
}

QString serviceName()
{
    return u"SeatScope"_s;
}

Error errorOf(const QKeychain::Job &job)
{
    const QString instead = tr("Unlock or start the keychain of the desktop, or name a file with --token-file, or set "
                               "SEATSCOPE_TOKEN");
    switch (job.error()) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return {tr("the keychain is locked or does not let SeatScope in"), tr("keychain"), instead};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return {tr("there is no keychain in this session"), tr("keychain"), instead};
    default:
        return {tr("no keychain works in this session (%1)").arg(job.errorString()), tr("keychain"), instead};
    }
}

/// Starts \a job, which deletes itself, and hands it to \a then when it is finished.
template<typename Job, typename Then>
void run(Job *job, QObject *context, Then then)
{
    job->setKey(u"callback-token"_s);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, then = std::move(then)] { then(*job); });
    job->start();
}

Result<void> outcomeOf(const QKeychain::Job &job)
{
    if (job.error() != QKeychain::NoError)
        return tl::unexpected<Error>(errorOf(job));
    return {};
}

} // namespace

void KeychainStore::read(QObject *context, Found then)
{
    run(new QKeychain::ReadPasswordJob(serviceName()), context,
        [then = std::move(then)](const QKeychain::ReadPasswordJob &job) {
            if (job.error() == QKeychain::EntryNotFound)
                then(std::optional<QByteArray>());
            else if (job.error() != QKeychain::NoError)
                then(tl::unexpected<Error>(errorOf(job)));
            else
                then(std::optional(job.binaryData()));
        });
}

void KeychainStore::write(const QByteArray &secret, QObject *context, Done then)
{
    auto *job = new QKeychain::WritePasswordJob(serviceName());
    job->setBinaryData(secret);
    run(job, context, [then = std::move(then)](const QKeychain::Job &done) { then(outcomeOf(done)); });
}

void KeychainStore::remove(QObject *context, Done then)
{
    run(new QKeychain::DeletePasswordJob(serviceName()), context, [then = std::move(then)](const QKeychain::Job &done) {
        then(done.error() == QKeychain::EntryNotFound ? Result<void>() : outcomeOf(done));
    });
}

} // namespace seatscope
