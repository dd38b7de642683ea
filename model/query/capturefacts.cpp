// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/query/capturefacts.h"

#include "model/callback/decoder.h"

#include <limits>

namespace seatscope {

namespace {

void addUser(std::vector<CaptureFacts::Entry> &entries, const UserId &user)
{
    entries.push_back({user.text(), std::nullopt});
}

std::vector<CaptureFacts::Entry> entriesOf(DecodedCallback &&callback)
{
    std::vector<CaptureFacts::Entry> entries;
    if (callback.seats) {
        for (SeatReport &seat : *callback.seats) {
            std::optional<QString> user = seat.user ? std::optional(seat.user->text()) : std::nullopt;
            entries.push_back({std::move(user), std::move(seat)});
        }
    }
    const RoomReport &report = callback.report;
    for (const auto *users : {&report.entered, &report.left, &report.adminsAdded, &report.adminsRemoved}) {
        for (const UserId &user : *users)
            addUser(entries, user);
    }
    if (report.owner)
        addUser(entries, *report.owner);
    return entries;
}

} // namespace

ByteText::ByteText(QByteArrayView bytes) : isUtf8(bytes.isValidUtf8())
{
    text = isUtf8 ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes);
}

bool ByteText::contains(const QString &needle) const
{
    if (isUtf8)
        return text.contains(needle, Qt::CaseInsensitive);
    return text.toLatin1().toLower().contains(needle.toUtf8().toLower());
}

std::optional<qint64> CaptureFacts::delay() const
{
    if (!summary().eventTime)
        return std::nullopt;
    qint64 ms = 0;
    const qint64 sent = summary().eventTime->value();
    if (qSubOverflow(summary().receivedAt.value() / 1000, sent, &ms))
        ms = sent < 0 ? std::numeric_limits<qint64>::max() : std::numeric_limits<qint64>::min();
    return ms;
}

const std::vector<CaptureFacts::Entry> &CaptureFacts::entries()
{
    if (!m_entries) {
        m_entries.emplace();
        const RequestQuery query = parseRequestTarget(summary().target);
        if (auto decoded = decodeCallback(m_capture.body, query.command))
            m_entries = entriesOf(*std::move(decoded));
    }
    return *m_entries;
}

const ByteText &CaptureFacts::body()
{
    if (!m_body)
        m_body.emplace(m_capture.body);
    return *m_body;
}

std::vector<QByteArray> CaptureFacts::queryValues(const QString &name)
{
    if (!m_query)
        m_query = queryPairs(summary().target);
    std::vector<QByteArray> values;
    const QByteArray wanted = name.toUtf8();
    for (const QueryPair &pair : *m_query) {
        if (pair.name.compare(wanted, Qt::CaseInsensitive) == 0)
            values.push_back(pair.value);
    }
    return values;
}

std::vector<QByteArray> CaptureFacts::headerValues(const QString &name) const
{
    std::vector<QByteArray> values;
    const QByteArray wanted = name.toUtf8();
    // The first line is the request's.
    QByteArrayView rest(m_capture.head);
    qsizetype end = rest.indexOf('\n');
    while (end >= 0) {
        rest = rest.sliced(end + 1);
        end = rest.indexOf('\n');
        const QByteArrayView line = end < 0 ? rest : rest.first(end);
        const qsizetype colon = line.indexOf(':');
        if (colon >= 0 && line.first(colon).compare(wanted, Qt::CaseInsensitive) == 0)
            values.push_back(line.sliced(colon + 1).trimmed().toByteArray());
    }
    return values;
}

} // namespace seatscope
