// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/redactionparts.h"

#include <algorithm>
#include <vector>

namespace seatscope {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isStructure(char c)
{
    return QByteArrayView("{}[]:,\"").contains(c);
}

bool isNumberCharacter(char c)
{
    return (c >= '0' && c <= '9') || QByteArrayView("+-.eE").contains(c);
}

/// Goes over a text once, whether it is JSON or not.
class JsonParts {
public:
    JsonParts(QByteArrayView json, const PartVisit &visit) : m_json(json), m_visit(visit) {}

    [[nodiscard]] QByteArray run()
    {
        m_result.reserve(m_json.size());
        while (m_at < m_json.size()) {
            const char c = m_json[m_at];
            if (c == '"')
                takeString();
            else if (isStructure(c))
                takeStructure(c);
            else
                takeBetween();
        }
        return std::move(m_result);
    }

private:
    /// An object or a list that is open.
    struct Frame {
        bool isList = false;
        PartRole role = PartRole::Text; ///< of a list: that of its elements
    };

    void takeStructure(char c)
    {
        if (c == '{')
            m_frames.push_back({false, PartRole::Text});
        else if (c == '[')
            m_frames.push_back({true, valueRole()});
        else if ((c == '}' || c == ']') && !m_frames.empty())
            m_frames.pop_back();
        if (c != ':')
            m_role = PartRole::Text;
        m_result += c;
        ++m_at;
    }

    [[nodiscard]] PartRole valueRole() const
    {
        const bool inList = !m_frames.empty() && m_frames.back().isList;
        return inList ? m_frames.back().role : m_role;
    }

    void takeString()
    {
        qsizetype end = m_at + 1;
        while (end < m_json.size() && m_json[end] != '"')
            end += m_json[end] == '\\' ? 2 : 1;
        end = std::min(end, m_json.size());
        const QByteArrayView raw = m_json.sliced(m_at + 1, end - m_at - 1);
        m_at = std::min(end + 1, m_json.size());
        const bool isClosed = end < m_json.size();
        m_result += '"';
        if (isClosed && isBeforeColon()) {
            m_result += m_visit(raw, TextCode::Json, PartRole::Key);
            m_role = roleOfName(decodedText(raw, TextCode::Json));
        } else {
            m_result += m_visit(raw, TextCode::Json, valueRole());
        }
        if (isClosed)
            m_result += '"';
    }

    [[nodiscard]] bool isBeforeColon() const
    {
        const auto rest = m_json.sliced(m_at);
        const auto next = std::ranges::find_if_not(rest, isBlank);
        return next != rest.end() && *next == ':';
    }

    /// A number, a word, blanks, or what does not belong there.
    void takeBetween()
    {
        const qsizetype start = m_at;
        while (m_at < m_json.size() && !isStructure(m_json[m_at]))
            ++m_at;
        const QByteArrayView all = m_json.sliced(start, m_at - start);
        const QByteArrayView text = all.trimmed();
        if (text.isEmpty() || text == "true" || text == "false" || text == "null") {
            m_result += all;
            return;
        }
        const qsizetype before = text.data() - all.data();
        m_result += all.first(before);
        m_result += m_visit(text, TextCode::Plain, roleOf(text));
        m_result += all.sliced(before + text.size());
    }

    [[nodiscard]] PartRole roleOf(QByteArrayView text) const
    {
        if (!std::ranges::all_of(text, isNumberCharacter))
            return PartRole::Text;
        const PartRole role = valueRole();
        return role == PartRole::Text ? PartRole::Number : role;
    }

    QByteArrayView m_json;
    const PartVisit &m_visit;
    QByteArray m_result;
    qsizetype m_at = 0;
    PartRole m_role = PartRole::Text; ///< of the value that comes
    std::vector<Frame> m_frames;
};

} // namespace

QByteArray visitJson(QByteArrayView json, const PartVisit &visit)
{
    return JsonParts(json, visit).run();
}

} // namespace seatscope
