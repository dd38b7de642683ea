// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QStringView>

#include <functional>
#include <optional>
#include <vector>

namespace seatscope {

/// A value that stands at a path of a body. Views are valid only during the visit.
struct JsonValue {
    enum class Kind : quint8 { Null, False, True, Number, Text, Container };

    Kind kind = Kind::Null;
    QByteArrayView text; ///< of a Text its UTF-8, of a Number the characters as they were sent
};

/// A place of a JSON text: `SeatList[0].Member_Account`, `SeatList[*].Index`, `"a.b".c`. `[*]` is any element.
class JsonPath {
public:
    /// Steps that a path has at most.
    static constexpr size_t mostSteps = 64;

    /// What is wrong with a path, and where.
    enum class Fault : quint8 { EmptyName, BadIndex, OpenQuote, TooLong, Unexpected };
    struct Failure {
        Fault fault = Fault::EmptyName;
        qsizetype offset = 0; ///< UTF-16 units from the start
    };

    /// Reads \a text, what follows `json.`. Names in quotes have the escapes of the filter's strings \" and \\ only.
    /// The path, or what is wrong with it in \a failure.
    [[nodiscard]] static std::optional<JsonPath> parse(QStringView text, Failure &failure);

    /// Calls \a visit with each value of \a body that stands at the path (several with `[*]` or with keys that come
    /// twice) until it returns true; whether it did. A body that is no JSON has none. Linear in the body, without
    /// recursion; the memory that it takes besides the reader's does not depend on the nesting.
    [[nodiscard]] bool anyOf(const QByteArray &body, const std::function<bool(const JsonValue &)> &visit) const;

private:
    struct Step {
        QByteArray key; ///< UTF-8; null for an element
        qint64 index = anyIndex;
        bool isKey = false;
    };
    static constexpr qint64 anyIndex = -1;
    class Walk;

    std::vector<Step> m_steps;
};

} // namespace seatscope
