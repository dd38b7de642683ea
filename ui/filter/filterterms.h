// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"

#include <QString>

#include <functional>
#include <vector>

class QMenu;
class QModelIndex;

namespace seatscope {

/// A condition about a value that a person points at, in the filter language, and its opposite.
struct FilterTerm {
    QString positive;
    QString negative;

    friend bool operator==(const FilterTerm &, const FilterTerm &) = default;
};

/// Makes conditions of what is shown. None where the language cannot say the value.
class FilterTerms {
public:
    [[nodiscard]] static std::vector<FilterTerm> text(QLatin1StringView field, const QString &value);
    [[nodiscard]] static std::vector<FilterTerm> number(QLatin1StringView field, qint64 value);
    /// From \a at on, to the microsecond; its opposite: before that.
    [[nodiscard]] static std::vector<FilterTerm> since(ArrivalTime at);
    /// About the cell of a capture log, which may have several (flags) or none.
    [[nodiscard]] static std::vector<FilterTerm> ofCell(const QModelIndex &index);
    /// \a filter and \a term together; \a term alone where there is no filter.
    [[nodiscard]] static QString joined(const QString &filter, const QString &term);

    using Use = std::function<void(const QString &filter)>;
    /// Puts what can be done with \a terms into \a menu; \a current is the filter in force. \a use lives as long as the
    /// menu.
    static void addTo(QMenu &menu, const std::vector<FilterTerm> &terms, const QString &current, const Use &use);
};

} // namespace seatscope
