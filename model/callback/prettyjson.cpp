// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/prettyjson.h"

#include "model/callback/jsonreader.h"

namespace seatscope {

namespace {

/// Deeper levels stay on one line: indenting every level of a hostile nesting would make gigabytes of blanks.
constexpr qsizetype deepestIndented = 32;

void appendEscaped(QByteArray &out, char c)
{
    switch (c) {
    case '"':
    case '\\':
        out += '\\';
        out += c;
        return;
    case '\b':
        out += "\\b";
        return;
    case '\f':
        out += "\\f";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        out += "\\u00" + QByteArray::number(static_cast<unsigned char>(c), 16).rightJustified(2, '0');
    }
}

/// Writes what is read, with line breaks.
class Printer final : public JsonEvents {
public:
    [[nodiscard]] QString text() const { return QString::fromUtf8(m_out); }

    void restart() override { *this = Printer(); }
    void beginObject() override { open('{'); }
    void endObject() override { close('}'); }
    void beginArray() override { open('['); }
    void endArray() override { close(']'); }
    void key(QByteArrayView utf8) override;
    void string(QByteArrayView utf8) override;
    void number(QByteArrayView text) override { scalar(text); }
    void boolean(bool value) override { scalar(value ? "true" : "false"); }
    void null() override { scalar("null"); }

private:
    void open(char bracket);
    void close(char bracket);
    void scalar(QByteArrayView text);
    void beginValue();
    void breakLine();
    void quote(QByteArrayView utf8);

    QByteArray m_out;
    qsizetype m_depth = 0;
    bool m_isFirst = true;   ///< nothing stands in the present object or array yet
    bool m_afterKey = false; ///< the next value belongs to the key before it
};

void Printer::breakLine()
{
    if (m_depth > deepestIndented) {
        if (!m_isFirst)
            m_out += ' ';
        return;
    }
    m_out += '\n';
    m_out.append(2 * m_depth, ' ');
}

void Printer::beginValue()
{
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (m_depth == 0)
        return;
    if (!m_isFirst)
        m_out += ',';
    breakLine();
    m_isFirst = false;
}

void Printer::open(char bracket)
{
    beginValue();
    m_out += bracket;
    ++m_depth;
    m_isFirst = true;
}

void Printer::close(char bracket)
{
    const bool breaks = !m_isFirst && m_depth <= deepestIndented;
    --m_depth;
    if (breaks)
        breakLine();
    m_out += bracket;
    m_isFirst = false;
}

void Printer::key(QByteArrayView utf8)
{
    beginValue();
    quote(utf8);
    m_out += ": ";
    m_afterKey = true;
}

void Printer::string(QByteArrayView utf8)
{
    beginValue();
    quote(utf8);
}

void Printer::scalar(QByteArrayView text)
{
    beginValue();
    m_out += text;
}

void Printer::quote(QByteArrayView utf8)
{
    m_out += '"';
    qsizetype plain = 0;
    for (qsizetype i = 0; i < utf8.size(); ++i) {
        const char c = utf8[i];
        if (c != '"' && c != '\\' && static_cast<unsigned char>(c) >= 0x20)
            continue;
        m_out += utf8.sliced(plain, i - plain);
        appendEscaped(m_out, c);
        plain = i + 1;
    }
    m_out += utf8.sliced(plain);
    m_out += '"';
}

} // namespace

tl::expected<QString, JsonError> prettyJson(const QByteArray &body)
{
    Printer printer;
    const JsonReading reading = readJson(body, printer);
    if (reading.error)
        return tl::unexpected<JsonError>(*reading.error);
    return printer.text();
}

} // namespace seatscope
