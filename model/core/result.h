// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace seatscope {

/// A value, or the Error that kept it from being made. std::expected is C++23; this is its backport.
template<typename T>
using Result = tl::expected<T, Error>;

/// An Error ready to be returned from a function that returns a Result.
[[nodiscard]] inline tl::unexpected<Error> failure(QString what, QString where = {}, QString remedy = {})
{
    return tl::unexpected<Error>(Error{std::move(what), std::move(where), std::move(remedy)});
}

} // namespace seatscope
