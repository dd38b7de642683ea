// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/redactor.h"

#include "model/callback/commandcatalogue.h"
#include "model/callback/decoder.h"

#include <QSet>

#include <optional>
#include <vector>

namespace seatscope {

namespace {

/// A number in JSON that no field says to be a user's counts as one from so many digits on.
constexpr qsizetype shortestNumber = 6;
/// JSON within strings of JSON, so many times.
constexpr int deepestText = 3;

void collect(const FieldTable &table, QSet<QByteArray> &names)
{
    for (const FieldEntry &field : table) {
        names.insert(QByteArray(field.name.data(), field.name.size()));
        collect(field.fields, names);
    }
}

/// The names of all documented fields.
const QSet<QByteArray> &documentedNames()
{
    static const QSet<QByteArray> names = [] {
        QSet<QByteArray> all;
        for (const CommandEntry &entry : catalogueEntries())
            collect(entry.fields, all);
        return all;
    }();
    return names;
}

std::optional<RedactedKind> kindOf(PartRole role)
{
    switch (role) {
    case PartRole::User:
        return RedactedKind::User;
    case PartRole::Address:
        return RedactedKind::Address;
    case PartRole::Secret:
        return RedactedKind::Secret;
    default:
        return std::nullopt;
    }
}

bool looksLikeJson(const QByteArray &text)
{
    return text.size() > 2 && (text.front() == '{' || text.front() == '[');
}

} // namespace

Redactor::Redactor(QByteArray key) : m_words(Pseudonyms(std::move(key))) {}

PartVisit Redactor::learning(int depth)
{
    return
        [this, depth](QByteArrayView raw, TextCode code, PartRole role) { return learnPart(raw, code, role, depth); };
}

PartVisit Redactor::replacing(int depth)
{
    return
        [this, depth](QByteArrayView raw, TextCode code, PartRole role) { return replacePart(raw, code, role, depth); };
}

QByteArray Redactor::learnPart(QByteArrayView raw, TextCode code, PartRole role, int depth)
{
    const std::optional<RedactedKind> kind = kindOf(role);
    if (kind) {
        m_words.learn(decodedText(raw, code), *kind);
    } else if (role == PartRole::Text && code == TextCode::Json && depth < deepestText) {
        const QByteArray text = decodedText(raw, code);
        if (looksLikeJson(text))
            static_cast<void>(visitJson(text, learning(depth + 1)));
    }
    return raw.toByteArray();
}

void Redactor::replaceText(QByteArray &text, int depth)
{
    if (m_words.replaceIfKnown(text))
        return;
    if (depth < deepestText && looksLikeJson(text))
        text = visitJson(text, replacing(depth + 1));
    m_words.replaceWithin(text);
}

QByteArray Redactor::replacePart(QByteArrayView raw, TextCode code, PartRole role, int depth)
{
    return changedText(raw, code, [&](QByteArray &text) {
        if (const std::optional<RedactedKind> kind = kindOf(role)) {
            m_words.replaceWhole(text, *kind);
            return;
        }
        const bool isNumber = role == PartRole::Number || (role == PartRole::Room && code == TextCode::Plain);
        if (role == PartRole::Keep)
            return;
        if (isNumber) {
            if (role == PartRole::Room || text.size() >= shortestNumber)
                m_words.replaceIfKnown(text);
        } else if (role == PartRole::Key) {
            if (text.size() >= RedactionWords::shortestSearched && !documentedNames().contains(text))
                m_words.replaceIfKnown(text);
        } else {
            replaceText(text, code == TextCode::Json ? depth : deepestText);
        }
    });
}

QString Redactor::replaced(const QString &text, PartRole role)
{
    return QString::fromUtf8(replacePart(text.toUtf8(), TextCode::Plain, role, deepestText));
}

void Redactor::learn(const Capture &capture)
{
    const PartVisit visit = learning();
    const CaptureSummary &summary = capture.summary;
    static_cast<void>(visitAddress(summary.peer.toUtf8(), visit));
    static_cast<void>(visitTarget(summary.target, visit));
    static_cast<void>(visitHead(capture.head, visit));
    static_cast<void>(visitJson(capture.body, visit));
    if (summary.operatorAccount)
        m_words.learn(summary.operatorAccount->text().toUtf8(), RedactedKind::User);
}

Capture Redactor::redacted(const Capture &capture)
{
    const PartVisit visit = replacing();
    Capture result = capture;
    CaptureSummary &summary = result.summary;
    summary.peer = QString::fromUtf8(visitAddress(summary.peer.toUtf8(), visit));
    summary.target = visitTarget(summary.target, visit);
    summary.ruling.reason = replaced(summary.ruling.reason, PartRole::Text);
    summary.note = replaced(summary.note, PartRole::Text);
    if (summary.room)
        summary.room = RoomId(replaced(summary.room->text(), PartRole::Text));
    if (summary.operatorAccount)
        summary.operatorAccount = UserId(replaced(summary.operatorAccount->text(), PartRole::User));
    result.head = visitHead(capture.head, visit);
    result.body = visitJson(capture.body, visit);
    // Beyond the bounds of parts, which mean nothing there.
    if (!decodeCallback(capture.body, {}))
        m_words.replaceWithin(result.body);
    return result;
}

Activity Redactor::redacted(Activity activity)
{
    activity.room = RoomId(replaced(activity.room.text(), PartRole::Text));
    activity.name = replaced(activity.name, PartRole::Text);
    for (std::optional<UserId> *user : {&activity.user, &activity.by}) {
        if (*user)
            *user = UserId(replaced((*user)->text(), PartRole::User));
    }
    return activity;
}

} // namespace seatscope
