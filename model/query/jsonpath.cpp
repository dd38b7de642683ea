// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/query/jsonpath.h"

#include "model/callback/jsonreader.h"

#include <QString>

namespace seatscope {

namespace {

/// Reads a name in quotes from \a at on, which stands behind the opening one; afterwards \a at is behind the closing
/// one, or nothing is returned.
std::optional<QString> quotedName(QStringView text, qsizetype &at)
{
    QString name;
    while (at < text.size() && text.at(at) != u'"') {
        if (text.at(at) == u'\\' && at + 1 < text.size())
            ++at;
        name += text.at(at++);
    }
    if (at == text.size())
        return std::nullopt;
    ++at;
    return name;
}

} // namespace

std::optional<JsonPath> JsonPath::parse(QStringView text, Failure &failure)
{
    JsonPath path;
    qsizetype at = 0;
    const auto fails = [&failure](Fault fault, qsizetype offset) {
        failure = {fault, offset};
        return std::nullopt;
    };
    bool needsName = true;
    while (at < text.size() || needsName) {
        if (path.m_steps.size() == mostSteps)
            return fails(Fault::TooLong, at);
        if (at < text.size() && text.at(at) == u'[' && (!needsName || path.m_steps.empty())) {
            const qsizetype close = text.indexOf(u']', at);
            const QStringView inner = close < 0 ? QStringView() : text.sliced(at + 1, close - at - 1);
            bool isNumber = false;
            const qint64 index = inner.toLongLong(&isNumber);
            const bool isAny = inner == u"*";
            if (!isAny && (!isNumber || index < 0 || !inner.front().isDigit()))
                return fails(Fault::BadIndex, at);
            path.m_steps.push_back({{}, isAny ? anyIndex : index, false});
            at = close + 1;
        } else if (!needsName) {
            return fails(Fault::Unexpected, at);
        } else if (at < text.size() && text.at(at) == u'"') {
            const qsizetype start = at++;
            const std::optional<QString> name = quotedName(text, at);
            if (!name)
                return fails(Fault::OpenQuote, start);
            path.m_steps.push_back({name->toUtf8(), 0, true});
        } else {
            const qsizetype start = at;
            while (at < text.size() && text.at(at) != u'.' && text.at(at) != u'[' && text.at(at) != u'"')
                ++at;
            if (at == start)
                return fails(Fault::EmptyName, start);
            path.m_steps.push_back({text.sliced(start, at - start).toUtf8(), 0, true});
        }
        needsName = at < text.size() && text.at(at) == u'.';
        at += needsName ? 1 : 0;
    }
    return path;
}

/// Follows the path while the text is read: keeps what is open along the path, and of what is open beside it the depth.
class JsonPath::Walk final : public JsonEvents {
public:
    Walk(const std::vector<Step> &steps, const std::function<bool(const JsonValue &)> &visit)
        : m_steps(steps),
          m_visit(visit)
    {
    }

    [[nodiscard]] bool isFound() const { return m_isFound; }

    void restart() override
    {
        m_open.clear();
        m_beside = 0;
        m_isFound = false;
    }
    void beginObject() override { begin(false); }
    void endObject() override { end(); }
    void beginArray() override { begin(true); }
    void endArray() override { end(); }
    void key(QByteArrayView utf8) override
    {
        if (m_beside == 0)
            m_open.back().isNextOnPath = isKeyOf(m_open.size() - 1, utf8);
    }
    void string(QByteArrayView utf8) override { scalar({JsonValue::Kind::Text, utf8}); }
    void number(QByteArrayView text) override { scalar({JsonValue::Kind::Number, text}); }
    void boolean(bool value) override { scalar({value ? JsonValue::Kind::True : JsonValue::Kind::False, {}}); }
    void null() override { scalar({JsonValue::Kind::Null, {}}); }

private:
    /// An object or a list along the path.
    struct Level {
        bool isList = false;
        qint64 next = 0;           ///< of a list, the next element
        bool isNextOnPath = false; ///< of an object, whether the value of the last key is
    };

    [[nodiscard]] bool isKeyOf(size_t step, QByteArrayView key) const
    {
        return m_steps[step].isKey && QByteArrayView(m_steps[step].key) == key;
    }
    /// Whether the value that begins now is on the path.
    [[nodiscard]] bool takesNext()
    {
        if (m_open.empty())
            return true;
        Level &level = m_open.back();
        if (!level.isList)
            return level.isNextOnPath;
        const Step &step = m_steps[m_open.size() - 1];
        const qint64 index = level.next++;
        return !step.isKey && (step.index == anyIndex || step.index == index);
    }
    void tell(const JsonValue &value) { m_isFound = m_isFound || m_visit(value); }
    void scalar(const JsonValue &value)
    {
        if (m_beside == 0 && takesNext() && m_open.size() == m_steps.size())
            tell(value);
    }
    void begin(bool isList)
    {
        if (m_beside == 0 && takesNext()) {
            if (m_open.size() < m_steps.size()) {
                m_open.push_back({isList, 0, false});
                return;
            }
            tell({JsonValue::Kind::Container, {}});
        }
        ++m_beside;
    }
    void end()
    {
        if (m_beside > 0)
            --m_beside;
        else
            m_open.pop_back();
    }

    const std::vector<Step> &m_steps;
    const std::function<bool(const JsonValue &)> &m_visit;
    std::vector<Level> m_open; ///< of these, each but the last is left by the step with its place
    qint64 m_beside = 0;
    bool m_isFound = false;
};

bool JsonPath::anyOf(const QByteArray &body, const std::function<bool(const JsonValue &)> &visit) const
{
    Walk walk(m_steps, visit);
    const JsonReading reading = readJson(body, walk);
    return !reading.error && walk.isFound();
}

} // namespace seatscope
