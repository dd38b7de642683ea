// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/replay/replayrequest.h"

#include "model/callback/requestquery.h"
#include "model/replay/eventtimes.h"
#include "model/replay/recordedhead.h"

#include <QCoreApplication>

#include <algorithm>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

using Kind = ReplayChange::Kind;

QString tr(const char *text)
{
    return QCoreApplication::translate("seatscope::ReplayRequest", text);
}

/// The fields that say how long the body is.
struct Framing {
    bool isChunked = false;
    bool hasLength = false;
    bool isReadable = true; ///< all lengths are the same number
    qint64 length = 0;
};

Framing framingOf(const RecordedHead &head)
{
    Framing framing;
    for (const RecordedField &field : head.fields) {
        framing.isChunked = framing.isChunked || field.is("Transfer-Encoding");
        if (!field.is("Content-Length"))
            continue;
        const bool areDigits =
            !field.value.isEmpty() && std::ranges::all_of(field.value, [](char c) { return c >= '0' && c <= '9'; });
        bool isNumber = false;
        const qint64 length = field.value.toByteArray().toLongLong(&isNumber);
        const bool differs = framing.hasLength && length != framing.length;
        framing.isReadable = framing.isReadable && areDigits && isNumber && !differs;
        framing.length = length;
        framing.hasLength = true;
    }
    return framing;
}

/// What keeps the request from being sent, if anything does.
Result<void> checkWhole(const RecordedHead &head, const Framing &framing, qsizetype bodySize)
{
    if (head.method == "CONNECT")
        return failure(tr("CONNECT asks for a tunnel, which is not replayed"));
    if (!framing.isChunked && framing.hasLength && framing.isReadable && framing.length != bodySize)
        return failure(tr("its body was not recorded whole: %1 of %2 bytes").arg(bodySize).arg(framing.length));
    return {};
}

bool endsConnection(const RecordedHead &head, const Framing &framing)
{
    bool closes = head.version != "HTTP/1.1";
    for (const RecordedField &field : head.fields) {
        if (field.is("Connection") || field.is("Upgrade"))
            closes = closes || field.is("Upgrade") || field.value.compare("keep-alive", Qt::CaseInsensitive) != 0;
    }
    return closes || !framing.isReadable;
}

/// Puts the head that is sent together.
class HeadEditor {
public:
    HeadEditor(const RecordedHead &head, const ReplayTarget &target, std::vector<ReplayChange> &changes)
        : m_head(head),
          m_target(target),
          m_changes(changes)
    {
    }

    [[nodiscard]] QByteArray edit(const Capture &capture, const ReplayEdits &edits, const Framing &framing,
                                  qsizetype bodySize)
    {
        m_bytes.reserve(capture.head.size() + 128);
        addRequestLine(edits);
        if (m_head.version == "HTTP/1.1" && !has("Host")) {
            addField("Host", m_target.authority);
            m_changes.push_back({Kind::HostAdded, {}, m_target.authority});
        }
        m_length = QByteArray::number(bodySize);
        for (const RecordedField &field : m_head.fields)
            addRecorded(field, framing);
        if (!framing.hasLength && !framing.isChunked && bodySize > 0) {
            addField("Content-Length", m_length);
            m_changes.push_back({Kind::ContentLengthAdded, {}, m_length});
        }
        if (edits.mark) {
            const CaptureSummary &summary = capture.summary;
            const QByteArray value = edits.edited ? editMark({summary.sequence, summary.receivedAt})
                                                  : QByteArray::number(summary.sequence.value());
            addField(replayField, value);
            m_changes.push_back({Kind::Mark, {}, replayField.toByteArray() + ": " + value});
        }
        m_bytes += m_head.emptyLine;
        return m_bytes;
    }

private:
    [[nodiscard]] bool has(QByteArrayView name) const
    {
        return std::ranges::any_of(m_head.fields, [name](const RecordedField &field) { return field.is(name); });
    }

    void addField(QByteArrayView name, QByteArrayView value)
    {
        m_bytes.append(name).append(": ").append(value).append(m_head.emptyLine);
    }

    void addRequestLine(const ReplayEdits &edits)
    {
        QByteArray target = m_head.target.toByteArray();
        if (!m_target.path.isEmpty()) {
            const QByteArray replaced = withPath(target, m_target.path);
            if (replaced != target)
                m_changes.push_back({Kind::Path, parseRequestTarget(target).path, m_target.path});
            target = replaced;
        }
        if (!edits.token.isEmpty()) {
            target = signedAnew(target, edits.token, edits.signingTimeS);
            m_changes.push_back({Kind::Signed, {}, {}});
        }
        m_bytes.append(m_head.method).append(' ').append(target).append(m_head.afterTarget);
    }

    void addRecorded(const RecordedField &field, const Framing &framing)
    {
        if (field.is("Host") && field.value != m_target.authority) {
            m_changes.push_back({Kind::Host, field.value.toByteArray(), m_target.authority});
            m_bytes += field.with(field.name, m_target.authority);
        } else if (field.is("Transfer-Encoding")) {
            addUnchunked(field, framing);
        } else if (field.is("Content-Length") && framing.isReadable && field.value != m_length &&
                   field.value.toByteArray().toLongLong() != m_length.toLongLong()) {
            m_changes.push_back({Kind::ContentLength, field.value.toByteArray(), m_length});
            m_bytes += field.with(field.name, m_length);
        } else {
            m_bytes += field.bytes;
        }
    }

    /// Of several, or beside a Content-Length, nothing is left.
    void addUnchunked(const RecordedField &field, const Framing &framing)
    {
        if (!m_isUnchunked && !framing.hasLength)
            m_bytes += field.with("Content-Length", m_length);
        if (!m_isUnchunked)
            m_changes.push_back({Kind::Unchunked, field.value.toByteArray(), m_length});
        m_isUnchunked = true;
    }

    const RecordedHead &m_head;
    const ReplayTarget &m_target;
    std::vector<ReplayChange> &m_changes;
    QByteArray m_bytes;
    QByteArray m_length;
    bool m_isUnchunked = false;
};

/// The body with its times shifted, which \a changes tells.
QByteArray withFreshTimes(const QByteArray &body, qint64 shiftMs, std::vector<ReplayChange> &changes)
{
    const EventTimes times = findEventTimes(body);
    if (times.spots.empty()) {
        changes.push_back({Kind::FreshTimeMissing, {}, {}});
        return body;
    }
    const EventTimeSpot &first = times.spots.front();
    QByteArray shifted = shiftEventTimes(body, times, shiftMs);
    if (shifted != body)
        changes.push_back(
            {Kind::FreshTime, body.mid(first.offset, first.size), QByteArray::number(first.timeMs + shiftMs)});
    return shifted;
}

} // namespace

Result<ReplayRequest> makeReplayRequest(const Capture &capture, const ReplayTarget &target, const ReplayEdits &edits)
{
    ReplayRequest request;
    Capture made;
    const Capture *source = &capture;
    if (capture.head.isEmpty() && !capture.summary.method.isEmpty() && !capture.summary.target.isEmpty()) {
        made = capture;
        made.head = capture.summary.method + ' ' + capture.summary.target + " HTTP/1.1\r\n\r\n";
        source = &made;
        request.changes.push_back({Kind::HeadMade, {}, {}});
    }
    const Result<RecordedHead> head = readRecordedHead(source->head);
    if (!head)
        return tl::unexpected<Error>(head.error());
    const Framing framing = framingOf(*head);
    if (const Result<void> whole = checkWhole(*head, framing, capture.body.size()); !whole)
        return tl::unexpected<Error>(whole.error());
    request.body = capture.body;
    if (edits.freshTimes)
        request.body = withFreshTimes(capture.body, edits.shiftMs.value_or(0), request.changes);
    HeadEditor editor(*head, target, request.changes);
    request.head = editor.edit(*source, edits, framing, request.body.size());
    request.isHead = head->method == "HEAD";
    request.endsConnection = endsConnection(*head, framing);
    return request;
}

} // namespace seatscope
