// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/redactionparts.h"

#include <QStringBuilder>

#include <algorithm>
#include <array>
#include <utility>

namespace seatscope {

namespace {

/// A part of a path from so many characters on may be what makes the path a secret.
constexpr qsizetype shortestSecretSegment = 16;

struct NamedRole {
    QByteArrayView name; ///< in small letters
    PartRole role = PartRole::Text;
};

constexpr std::array namedRoles{
    NamedRole{"userid", PartRole::User},
    NamedRole{"user_id", PartRole::User},
    NamedRole{"useridlist", PartRole::User},
    NamedRole{"userids", PartRole::User},
    NamedRole{"owneruserid", PartRole::User},
    NamedRole{"fromuserid", PartRole::User},
    NamedRole{"touserid", PartRole::User},
    NamedRole{"anchoruserid", PartRole::User},
    NamedRole{"operator", PartRole::User},
    NamedRole{"account", PartRole::User},
    NamedRole{"identifier", PartRole::User},
    NamedRole{"username", PartRole::User},
    NamedRole{"nick", PartRole::User},
    NamedRole{"nickname", PartRole::User},
    NamedRole{"namecard", PartRole::User},
    NamedRole{"clientip", PartRole::Address},
    NamedRole{"client_ip", PartRole::Address},
    NamedRole{"userip", PartRole::Address},
    NamedRole{"memberip", PartRole::Address},
    NamedRole{"ip", PartRole::Address},
    NamedRole{"sign", PartRole::Secret},
    NamedRole{"sig", PartRole::Secret},
    NamedRole{"auth", PartRole::Secret},
    NamedRole{"password", PartRole::Secret},
    NamedRole{"privatemapkey", PartRole::Secret},
    NamedRole{"roomid", PartRole::Room},
    NamedRole{"fromroomid", PartRole::Room},
    NamedRole{"toroomidlist", PartRole::Room},
    NamedRole{"groupid", PartRole::Room},
    NamedRole{"sdkappid", PartRole::Keep},
    NamedRole{"callbackcommand", PartRole::Keep},
    NamedRole{"command", PartRole::Keep},
    NamedRole{"contenttype", PartRole::Keep},
    NamedRole{"optplatform", PartRole::Keep},
    NamedRole{"requesttime", PartRole::Keep},
    NamedRole{"content-length", PartRole::Keep},
    NamedRole{"content-type", PartRole::Keep},
    NamedRole{"transfer-encoding", PartRole::Keep},
};
/// Names that hold one of these are of secrets, whatever else there is in them.
constexpr std::array<QByteArrayView, 6> secretWords{"token", "secret", "signature", "usersig", "api-key", "apikey"};
/// Fields that name who a proxy speaks for; there is no standard but Forwarded (RFC 7239).
constexpr std::array<QByteArrayView, 8> addressFields{
    "x-forwarded-for",          "x-real-ip",     "x-client-ip",        "cf-connecting-ip", "true-client-ip",
    "x-original-forwarded-for", "x-remote-addr", "x-cluster-client-ip"};

/// Calls \a append with the parts of \a text between \a separators, and with the separators.
template<typename Append>
QByteArray joined(QByteArrayView text, QByteArrayView separators, Append append)
{
    QByteArray result;
    result.reserve(text.size());
    for (qsizetype at = 0;;) {
        const auto end = std::ranges::find_if(text.begin() + at, text.end(),
                                              [separators](char c) { return separators.contains(c); });
        const qsizetype next = end - text.begin();
        result += append(text.sliced(at, next - at));
        if (next == text.size())
            return result;
        result += text[next];
        at = next + 1;
    }
}

/// \a text with what \a change makes of it without the blanks around it.
template<typename Change>
QByteArray trimmed(QByteArrayView text, Change change)
{
    const QByteArrayView inner = text.trimmed();
    if (inner.isEmpty())
        return text.toByteArray();
    const qsizetype before = inner.data() - text.data();
    return text.first(before).toByteArray() + change(inner) + text.sliced(before + inner.size()).toByteArray();
}

bool isSecretSegment(QByteArrayView segment)
{
    const auto isUnreserved = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               QByteArrayView("-._~").contains(c);
    };
    return segment.size() >= shortestSecretSegment && std::ranges::all_of(segment, isUnreserved);
}

QByteArray visitQueryPair(QByteArrayView pair, const PartVisit &visit)
{
    const qsizetype equals = pair.indexOf('=');
    if (equals < 0)
        return visit(pair, TextCode::Percent, PartRole::Text);
    const PartRole role = roleOfName(decodedText(pair.first(equals), TextCode::Percent));
    const QByteArrayView value = pair.sliced(equals + 1);
    return pair.first(equals + 1).toByteArray() + visit(value, TextCode::Percent, role);
}

/// "a=b; c=d": the values.
QByteArray visitCookies(QByteArrayView value, const PartVisit &visit)
{
    return joined(value, ";", [&visit](QByteArrayView cookie) -> QByteArray {
        const qsizetype equals = cookie.indexOf('=');
        return cookie.first(equals + 1).toByteArray() +
               trimmed(cookie.sliced(equals + 1),
                       [&](QByteArrayView v) -> QByteArray { return visit(v, TextCode::Plain, PartRole::Secret); });
    });
}

/// "Bearer abc": what is behind the scheme.
QByteArray visitCredentials(QByteArrayView value, const PartVisit &visit)
{
    const qsizetype blank = value.indexOf(' ');
    return value.first(blank + 1).toByteArray() + visit(value.sliced(blank + 1), TextCode::Plain, PartRole::Secret);
}

/// "for=192.0.2.43;proto=http, for="[2001:db8::17]:4711"" (RFC 7239, section 4).
QByteArray visitForwarded(QByteArrayView value, const PartVisit &visit)
{
    return joined(value, ";,", [&visit](QByteArrayView pair) -> QByteArray {
        const qsizetype equals = pair.indexOf('=');
        const QByteArray name = pair.first(std::max<qsizetype>(equals, 0)).trimmed().toByteArray().toLower();
        if (name != "for" && name != "by")
            return visit(pair, TextCode::Plain, PartRole::Text);
        return pair.first(equals + 1).toByteArray() +
               joined(pair.sliced(equals + 1), "\"",
                      [&](QByteArrayView v) -> QByteArray { return visitAddress(v, visit); });
    });
}

QByteArray visitFieldValue(const QByteArray &name, QByteArrayView value, const PartVisit &visit)
{
    if (name == "authorization" || name == "proxy-authorization")
        return visitCredentials(value, visit);
    if (name == "cookie" || name == "set-cookie")
        return visitCookies(value, visit);
    if (name == "forwarded")
        return visitForwarded(value, visit);
    if (std::ranges::find(addressFields, QByteArrayView(name)) != addressFields.end()) {
        return joined(value, ",", [&visit](QByteArrayView address) -> QByteArray {
            return trimmed(address, [&visit](QByteArrayView v) -> QByteArray { return visitAddress(v, visit); });
        });
    }
    return visit(value, TextCode::Plain, roleOfName(name));
}

QByteArray visitRequestLine(QByteArrayView line, const PartVisit &visit)
{
    const qsizetype first = line.indexOf(' ');
    const qsizetype last = line.lastIndexOf(' ');
    if (first < 0)
        return visit(line, TextCode::Plain, PartRole::Text);
    const bool hasVersion = last > first;
    const QByteArrayView target = line.sliced(first + 1, (hasVersion ? last : line.size()) - first - 1);
    return line.first(first + 1).toByteArray() + visitTarget(target, visit) +
           (hasVersion ? line.sliced(last).toByteArray() : QByteArray());
}

QByteArray visitField(QByteArrayView line, const PartVisit &visit)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0)
        return visit(line, TextCode::Plain, PartRole::Text);
    const QByteArray name = line.first(colon).trimmed().toByteArray().toLower();
    return line.first(colon + 1).toByteArray() +
           trimmed(line.sliced(colon + 1),
                   [&](QByteArrayView value) -> QByteArray { return visitFieldValue(name, value, visit); });
}

} // namespace

PartRole roleOfName(QByteArrayView name)
{
    const QByteArray small = name.toByteArray().toLower();
    if (small.endsWith("_account"))
        return PartRole::User;
    const auto *const found = std::ranges::find(namedRoles, QByteArrayView(small), &NamedRole::name);
    if (found != namedRoles.end())
        return found->role;
    const bool isSecret =
        std::ranges::any_of(secretWords, [&small](QByteArrayView word) { return small.contains(word); });
    return isSecret ? PartRole::Secret : PartRole::Text;
}

QByteArray visitAddress(QByteArrayView address, const PartVisit &visit)
{
    QByteArrayView host = address;
    if (const qsizetype end = address.indexOf(']'); address.startsWith('[') && end > 0)
        host = address.sliced(1, end - 1);
    else if (address.count(':') == 1)
        host = address.first(address.indexOf(':'));
    const qsizetype before = host.data() - address.data();
    return address.first(before).toByteArray() + visit(host, TextCode::Plain, PartRole::Address) +
           address.sliced(before + host.size()).toByteArray();
}

QByteArray visitTarget(QByteArrayView target, const PartVisit &visit)
{
    const qsizetype mark = target.indexOf('?');
    QByteArray result =
        joined(mark < 0 ? target : target.first(mark), "/", [&visit](QByteArrayView segment) -> QByteArray {
            return visit(segment, TextCode::Percent, isSecretSegment(segment) ? PartRole::Secret : PartRole::Text);
        });
    if (mark < 0)
        return result;
    return result + '?' + joined(target.sliced(mark + 1), "&", [&visit](QByteArrayView pair) -> QByteArray {
               return visitQueryPair(pair, visit);
           });
}

QByteArray visitHead(QByteArrayView head, const PartVisit &visit)
{
    bool isFirst = true;
    return joined(head, "\n", [&](QByteArrayView line) -> QByteArray {
        const bool isRequestLine = std::exchange(isFirst, false);
        const qsizetype end = line.endsWith('\r') ? line.size() - 1 : line.size();
        const QByteArrayView text = line.first(end);
        const QByteArray seen = isRequestLine ? visitRequestLine(text, visit) : visitField(text, visit);
        return seen + line.sliced(end).toByteArray();
    });
}

} // namespace seatscope
