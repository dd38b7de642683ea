// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/activity/activity.h"
#include "model/exchange/redactionparts.h"
#include "model/exchange/redactionwords.h"
#include "model/journal/capture.h"

namespace seatscope {

/// Replaces in captures what identifies people and machines, and what is secret, by pseudonyms: users and operators,
/// addresses of clients, tokens, signatures, cookies and secret paths. Structure and sizes stay: a body of JSON remains
/// JSON of as many bytes, digits remain digits. The same user has the same pseudonym everywhere (see Pseudonyms).
///
/// learn() collects what fields name as such; what is learnt is replaced wherever it is (notes, names of rooms, texts,
/// bodies that are no JSON), so everything is to be learnt before the first capture is redacted. Room ids stay unless
/// they hold a user's. Too short to be looked for elsewhere: see RedactionWords. From one thread.
class Redactor {
public:
    explicit Redactor(QByteArray key = Pseudonyms::randomKey());

    void learn(const Capture &capture);
    [[nodiscard]] Capture redacted(const Capture &capture);
    [[nodiscard]] Activity redacted(Activity activity);

    /// How much was replaced so far.
    [[nodiscard]] RedactedCount count(RedactedKind kind) const { return m_words.count(kind); }
    /// There was too much to look for all of it everywhere (see RedactionWords::mostWords).
    [[nodiscard]] bool isFull() const { return m_words.isFull(); }

private:
    [[nodiscard]] QByteArray learnPart(QByteArrayView raw, TextCode code, PartRole role, int depth);
    [[nodiscard]] QByteArray replacePart(QByteArrayView raw, TextCode code, PartRole role, int depth);
    void replaceText(QByteArray &text, int depth);
    [[nodiscard]] QString replaced(const QString &text, PartRole role);
    [[nodiscard]] PartVisit learning(int depth = 0);
    [[nodiscard]] PartVisit replacing(int depth = 0);

    RedactionWords m_words;
};

} // namespace seatscope
