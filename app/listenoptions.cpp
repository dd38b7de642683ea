// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/listenoptions.h"

#include "app/limitoptions.h"
#include "model/secrets/secretpath.h"

#include <QRegularExpression>

#include <limits>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

QByteArray readPath(OptionReader &reader)
{
    const QString path = reader.text(u"path"_s).value_or(u"/"_s);
    static const QRegularExpression valid(u"^/[!-~]*$"_s);
    if (!valid.match(path).hasMatch() || path.contains(u'?') || path.contains(u'#'))
        reader.fail(u"--path needs a path that starts with '/', without blanks, '?' and '#', not '%1'."_s.arg(path));
    return path.toLatin1();
}

void readTlsFiles(OptionReader &reader, TlsFiles &tls)
{
    tls.certificate = reader.text(u"tls-cert"_s).value_or(QString());
    tls.key = reader.text(u"tls-key"_s).value_or(QString());
    if (tls.certificate.isEmpty() != tls.key.isEmpty())
        reader.fail(u"--tls-cert and --tls-key are given together or not at all."_s);
}

} // namespace

void addListenOptions(OptionReader &reader)
{
    reader.addValue(u"journal"_s, u"FILE"_s, u"The journal; it is made when it does not exist."_s);
    reader.addValue(u"listen"_s, u"ADDR:PORT"_s, u"Where to listen (127.0.0.1:8088); port 0 picks a free one."_s);
    reader.addValue(u"path"_s, u"/p"_s, u"The path of the callback URL (/)."_s);
    reader.addValue(u"secret-path-file"_s, u"F"_s,
                    u"File with a secret path for the callback URL; made, with a new path, when there is none."_s);
    reader.addValue(u"sdkappid"_s, u"N"_s, u"Let in this application only; may be repeated. Without it: any."_s);
    addTokenOptions(reader);
    reader.addValue(u"tls-cert"_s, u"F"_s, u"PEM file with the certificate to serve https with, and its chain."_s);
    reader.addValue(u"tls-key"_s, u"F"_s, u"PEM file with the certificate's key, not encrypted."_s);
    reader.addFlag(u"allow-open"_s, u"Listen beyond this machine with neither a token nor a secret path."_s);
    reader.addFlag(u"keep-replays-out"_s,
                   u"Capture what \"seatscope replay\" sends, but leave the rooms as they are."_s);
    addLimitOptions(reader);
}

std::optional<SdkAppId> readAppId(OptionReader &reader, const QString &text)
{
    bool isNumber = false;
    const qulonglong value = text.toULongLong(&isNumber);
    if (isNumber && value > 0)
        return SdkAppId(value);
    reader.fail(u"--sdkappid needs a positive number, not '%1'."_s.arg(text));
    return std::nullopt;
}

std::optional<std::pair<QHostAddress, quint16>> parseListenAddress(const QString &text)
{
    static const QRegularExpression form(u"^(?:\\[([^\\]]+)\\]|([^:]+)):([0-9]{1,5})$"_s);
    const QRegularExpressionMatch match = form.match(text);
    const int port = match.captured(3).toInt();
    if (!match.hasMatch() || port > std::numeric_limits<quint16>::max())
        return std::nullopt;
    const QString name = match.captured(1) + match.captured(2);
    const QHostAddress address = name == "localhost"_L1 ? QHostAddress(QHostAddress::LocalHost) : QHostAddress(name);
    if (address.isNull())
        return std::nullopt;
    return std::pair(address, static_cast<quint16>(port));
}

ListenOptions readListenOptions(OptionReader &reader)
{
    ListenOptions options;
    if (const auto journal = reader.text(u"journal"_s))
        options.session.journalPath = *journal;
    if (const auto listen = reader.text(u"listen"_s)) {
        if (const auto address = parseListenAddress(*listen))
            std::tie(options.session.address, options.session.port) = *address;
        else
            reader.fail(u"--listen needs ADDR:PORT, for example 127.0.0.1:8088 or [::1]:0, not '%1'."_s.arg(*listen));
    }
    options.session.admission.path = readPath(reader);
    for (const QString &text : reader.texts(u"sdkappid"_s)) {
        if (const auto id = readAppId(reader, text))
            options.session.admission.allowedApps.insert(*id);
    }
    options.secretPathFile = reader.text(u"secret-path-file"_s).value_or(QString());
    if (reader.has(u"path"_s) && reader.has(u"secret-path-file"_s))
        reader.fail(u"--path and --secret-path-file exclude each other."_s);
    readTlsFiles(reader, options.session.tls);
    options.session.allowOpen = reader.has(u"allow-open"_s);
    options.session.keepsReplaysOut = reader.has(u"keep-replays-out"_s);
    readLimitOptions(reader, options.session);
    options.token = readTokenOptions(reader);
    const QStringList given = reader.given();
    options.given = std::set<QString>(given.cbegin(), given.cend());
    return options;
}

Result<void> openSecretPath(const QString &file, AdmissionRules &rules)
{
    if (file.isEmpty())
        return {};
    const Result<QByteArray> path = openSecretPathFile(file);
    if (!path)
        return tl::unexpected<Error>(path.error());
    rules.path = *path;
    rules.pathIsSecret = true;
    return {};
}

} // namespace seatscope
