// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/decodedcallback.h"
#include "model/callback/finding.h"
#include "model/core/verdict.h"
#include "model/journal/capture.h"

#include <QCoreApplication>

#include <vector>

namespace seatscope {

/// The words that the window has for the model's states.
class Words {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Words)

public:
    /// "accepted", "unknown command", "refused: bad signature", …
    [[nodiscard]] static QString verdict(Verdict verdict);
    /// "Room", "Live", …
    [[nodiscard]] static QString product(Product product);
    /// What a finding means: "identifier sent as a number", …
    [[nodiscard]] static QString finding(FindingCode code);
    /// What a finding means and why it matters, in whole sentences.
    [[nodiscard]] static QString findingReason(FindingCode code);
    /// "none" in the words for an absent value.
    [[nodiscard]] static QString absent();

    /// That retention cannot keep the journal within its limits, because bookmarked captures stay; and what to do.
    [[nodiscard]] static QString bookmarksExceed();

    /// One flag of a capture: its icon's name and its word.
    struct FlagWord {
        QString icon;
        QString word;
    };
    /// The flags that are set, most important first.
    [[nodiscard]] static std::vector<FlagWord> flags(CaptureFlags flags, std::optional<Sequence> duplicateOf);
    /// The name of the icon that goes with \a verdict.
    [[nodiscard]] static QString verdictIcon(Verdict verdict);
};

} // namespace seatscope
