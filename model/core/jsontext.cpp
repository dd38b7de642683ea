// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/core/jsontext.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <QString>

namespace seatscope {

namespace {

/// A JSON string literal for text with lone surrogates, which UTF-8 cannot carry.
QByteArray escapedLiteral(QStringView text)
{
    QByteArray out("\"");
    for (const QChar c : text) {
        const auto unit = static_cast<ushort>(c.unicode());
        if (unit >= 0x20 && unit < 0x7f && unit != '"' && unit != '\\')
            out += static_cast<char>(unit);
        else
            out += "\\u" + QByteArray::number(unit, 16).rightJustified(4, '0');
    }
    return out + '"';
}

} // namespace

struct JsonWriter::Impl {
    rapidjson::StringBuffer buffer;
    rapidjson::Writer<rapidjson::StringBuffer> writer{buffer};
};

JsonWriter::JsonWriter() : m_impl(std::make_unique<Impl>()) {}
JsonWriter::~JsonWriter() = default;

JsonWriter &JsonWriter::beginObject()
{
    m_impl->writer.StartObject();
    return *this;
}

JsonWriter &JsonWriter::endObject()
{
    m_impl->writer.EndObject();
    return *this;
}

JsonWriter &JsonWriter::beginArray()
{
    m_impl->writer.StartArray();
    return *this;
}

JsonWriter &JsonWriter::endArray()
{
    m_impl->writer.EndArray();
    return *this;
}

JsonWriter &JsonWriter::key(QLatin1StringView name)
{
    m_impl->writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    return *this;
}

JsonWriter &JsonWriter::string(QStringView text)
{
    if (text.isValidUtf16()) {
        const QByteArray utf8 = text.toUtf8();
        m_impl->writer.String(utf8.constData(), static_cast<rapidjson::SizeType>(utf8.size()));
    } else {
        const QByteArray literal = escapedLiteral(text);
        m_impl->writer.RawValue(literal.constData(), static_cast<size_t>(literal.size()), rapidjson::kStringType);
    }
    return *this;
}

JsonWriter &JsonWriter::number(qint64 value)
{
    m_impl->writer.Int64(value);
    return *this;
}

JsonWriter &JsonWriter::real(double value)
{
    m_impl->writer.Double(value);
    return *this;
}

JsonWriter &JsonWriter::boolean(bool value)
{
    m_impl->writer.Bool(value);
    return *this;
}

JsonWriter &JsonWriter::null()
{
    m_impl->writer.Null();
    return *this;
}

QByteArray JsonWriter::bytes() const
{
    return QByteArray(m_impl->buffer.GetString(), static_cast<qsizetype>(m_impl->buffer.GetSize()));
}

} // namespace seatscope
