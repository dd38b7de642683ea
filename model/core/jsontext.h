// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <memory>

namespace seatscope {

/// Writes compact JSON in the order of the calls. QJsonDocument would sort the keys; scripts depend on the shape.
/// Strings are UTF-8; a lone surrogate is written as an escape (\udXXX), so that no identifier is altered.
class JsonWriter {
public:
    JsonWriter();
    ~JsonWriter();
    JsonWriter(const JsonWriter &) = delete;
    JsonWriter &operator=(const JsonWriter &) = delete;

    JsonWriter &beginObject();
    JsonWriter &endObject();
    JsonWriter &beginArray();
    JsonWriter &endArray();
    JsonWriter &key(QLatin1StringView name);
    JsonWriter &string(QStringView text);
    JsonWriter &number(qint64 value);
    JsonWriter &real(double value);
    JsonWriter &boolean(bool value);
    JsonWriter &null();

    /// What has been written so far.
    [[nodiscard]] QByteArray bytes() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace seatscope
