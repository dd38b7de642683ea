// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/listenoptions.h"

#include <QRegularExpression>

#include <limits>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 maxBodyLimit = 1024LL * 1024 * 1024;
constexpr qint64 maxHeadLimit = 1024LL * 1024;
constexpr qint64 maxSeconds = 24LL * 60 * 60;
constexpr qint64 maxCount = 1'000'000;
constexpr qint64 maxKeptCaptures = 1'000'000'000'000;
constexpr qint64 maxKeptDays = 100'000;

void addLimitOptions(OptionReader &reader)
{
    reader.addValue(u"max-body"_s, u"BYTES"_s, u"The largest body that is accepted (1048576)."_s);
    reader.addValue(u"max-target"_s, u"BYTES"_s, u"The longest request target that is accepted (8192)."_s);
    reader.addValue(u"max-head"_s, u"BYTES"_s, u"The largest head that is accepted (32768)."_s);
    reader.addValue(u"max-fields"_s, u"N"_s, u"The most fields a head may have (100)."_s);
    reader.addValue(u"head-timeout"_s, u"S"_s, u"How long a head may take to come (10)."_s);
    reader.addValue(u"request-timeout"_s, u"S"_s, u"How long a whole request may take to come (30)."_s);
    reader.addValue(u"idle-timeout"_s, u"S"_s, u"How long a connection may stay silent between requests (75)."_s);
    reader.addValue(u"max-connections"_s, u"N"_s, u"Connections in all (1024)."_s);
    reader.addValue(u"max-connections-per-address"_s, u"N"_s, u"Connections from one address (64)."_s);
    reader.addFlag(u"count-loopback"_s, u"That limit holds for connections from this machine too."_s);
    reader.addValue(u"max-in-flight"_s, u"N"_s, u"Requests that may wait for their answer, in all (4096)."_s);
    reader.addValue(u"max-unfinished"_s, u"BYTES"_s,
                    u"What requests that have not come in full may hold, in all (67108864)."_s);
}

void readSeconds(OptionReader &reader, const QString &name, std::chrono::milliseconds &time)
{
    if (const auto seconds = reader.integer(name, 1, maxSeconds))
        time = std::chrono::seconds(*seconds);
}

template<typename Number>
void readNumber(OptionReader &reader, const QString &name, qint64 least, qint64 most, Number &number)
{
    if (const auto value = reader.integer(name, least, most))
        number = static_cast<Number>(*value);
}

void readLimits(OptionReader &reader, ReceiveLimits &limits)
{
    readNumber(reader, u"max-body"_s, 1, maxBodyLimit, limits.bodyBytes);
    readNumber(reader, u"max-target"_s, 1, maxHeadLimit, limits.targetBytes);
    readNumber(reader, u"max-head"_s, 64, maxHeadLimit, limits.headBytes);
    readNumber(reader, u"max-fields"_s, 1, maxCount, limits.fields);
    readSeconds(reader, u"head-timeout"_s, limits.headTime);
    readSeconds(reader, u"request-timeout"_s, limits.requestTime);
    readSeconds(reader, u"idle-timeout"_s, limits.idleTime);
    readNumber(reader, u"max-connections"_s, 1, maxCount, limits.connections);
    readNumber(reader, u"max-connections-per-address"_s, 1, maxCount, limits.connectionsPerAddress);
    limits.countLoopback = reader.has(u"count-loopback"_s);
    readNumber(reader, u"max-in-flight"_s, 1, maxCount, limits.requestsInFlight);
    readNumber(reader, u"max-unfinished"_s, 1, 1024 * maxBodyLimit, limits.unfinishedBytes);
}

void addRetentionOptions(OptionReader &reader)
{
    reader.addValue(u"keep"_s, u"N"_s, u"Captures to keep; the oldest go first, bookmarked ones stay (1000000)."_s);
    reader.addValue(u"keep-bytes"_s, u"BYTES"_s, u"How large the journal may grow (2147483648)."_s);
    reader.addValue(u"keep-days"_s, u"D"_s, u"How long captures are kept; without it: any time."_s);
}

void readRetention(OptionReader &reader, RetentionLimits &retention)
{
    readNumber(reader, u"keep"_s, 1, maxKeptCaptures, retention.captures);
    readNumber(reader, u"keep-bytes"_s, qint64{1024} * 1024, std::numeric_limits<qint64>::max(), retention.bytes);
    if (const auto days = reader.integer(u"keep-days"_s, 1, maxKeptDays))
        retention.age = std::chrono::hours(24 * *days);
}

QByteArray readPath(OptionReader &reader)
{
    const QString path = reader.text(u"path"_s).value_or(u"/"_s);
    static const QRegularExpression valid(u"^/[!-~]*$"_s);
    if (!valid.match(path).hasMatch() || path.contains(u'?') || path.contains(u'#'))
        reader.fail(u"--path needs a path that starts with '/', without blanks, '?' and '#', not '%1'."_s.arg(path));
    return path.toLatin1();
}

} // namespace

void addListenOptions(OptionReader &reader)
{
    reader.addValue(u"journal"_s, u"FILE"_s, u"The journal; it is made when it does not exist."_s);
    reader.addValue(u"listen"_s, u"ADDR:PORT"_s, u"Where to listen (127.0.0.1:8088); port 0 picks a free one."_s);
    reader.addValue(u"path"_s, u"/p"_s, u"The path of the callback URL (/)."_s);
    reader.addValue(u"sdkappid"_s, u"N"_s, u"Let in this application only; may be repeated. Without it: any."_s);
    reader.addValue(u"token-file"_s, u"F"_s, u"File with the token of callback authentication in its first line."_s);
    addLimitOptions(reader);
    addRetentionOptions(reader);
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
    readLimits(reader, options.session.limits);
    readRetention(reader, options.session.retention);
    options.tokenFile = reader.text(u"token-file"_s).value_or(QString());
    return options;
}

} // namespace seatscope
