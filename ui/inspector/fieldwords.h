// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/commandcatalogue.h"

#include <QCoreApplication>

namespace seatscope {

/// What the documentation says about the fields of a callback, in words. Plain text.
class FieldWords {
    Q_DECLARE_TR_FUNCTIONS(seatscope::FieldWords)

public:
    /// "document 60733 of product 647".
    [[nodiscard]] static QString page(const CommandEntry &entry);
    /// What the field at \a pointer means, what is expected of it, whether it must be there and where that is
    /// documented; that it is not documented otherwise. Empty without a pointer.
    [[nodiscard]] static QString describe(const CommandEntry *entry, const QString &pointer);
};

} // namespace seatscope
