// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/sampletext.h"

#include "model/exchange/bodyreader.h"

#include <QCoreApplication>

#include <algorithm>

namespace seatscope {

namespace {

struct ExchangeText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Exchange)
};

constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

constexpr bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U;
}

/// Goes through a sample once, copying what stays.
class Mender {
public:
    explicit Mender(const QByteArray &text) : m_text(text) {}
    [[nodiscard]] MendedSample mend();

private:
    /// What stood last, but for blanks and comments.
    enum class Last : quint8 { Nothing, Value, Comma, Other };
    /// A place in the sample, and the same in what was made of it.
    struct Place {
        qsizetype before = 0;
        qsizetype after = 0;
    };
    struct Change {
        SampleChange::Kind kind;
        qsizetype offset; ///< in the sample
    };

    void step();
    [[nodiscard]] bool isComment() const
    {
        return m_at + 1 < m_text.size() && m_text[m_at] == '/' && (m_text[m_at + 1] == '/' || m_text[m_at + 1] == '*');
    }
    void dropComment();
    void copyString();
    void copyWord();
    void open();
    void close();
    void copyComma();
    /// A value or key begins: the comma before it may be missing.
    void beginValue();
    void endValue()
    {
        m_last = Last::Value;
        m_valueEnd = here();
    }
    void copy() { m_made += m_text[m_at++]; }
    [[nodiscard]] Place here() const { return {m_at, m_made.size()}; }
    /// The changes with lines and columns.
    [[nodiscard]] std::vector<SampleChange> placedChanges();

    const QByteArray &m_text;
    QByteArray m_made;
    qsizetype m_at = 0;
    Last m_last = Last::Nothing;
    qint64 m_depth = 0;
    Place m_valueEnd{}; ///< of the last value
    Place m_comma{};    ///< the last one
    std::vector<Change> m_changes;
};

MendedSample Mender::mend()
{
    m_made.reserve(m_text.size() + m_text.size() / 16);
    while (m_at < m_text.size() && m_changes.size() <= mostSampleChanges)
        step();
    if (m_changes.size() > mostSampleChanges)
        return {{}, {}, ExchangeText::tr("there is too much to mend")};
    return {m_made.trimmed() + '\n', placedChanges(), std::nullopt};
}

void Mender::step()
{
    const char c = m_text[m_at];
    if (isBlank(c)) {
        copy();
    } else if (isComment()) {
        dropComment();
    } else if (c == '"') {
        copyString();
    } else if (c == '{' || c == '[') {
        open();
    } else if (c == '}' || c == ']') {
        close();
    } else if (c == ',') {
        copyComma();
    } else if (c == ':') {
        copy();
        m_last = Last::Other;
    } else {
        copyWord();
    }
}

void Mender::dropComment()
{
    m_changes.push_back({SampleChange::Kind::CommentRemoved, m_at});
    const bool isLine = m_text[m_at + 1] == '/';
    const qsizetype end = isLine ? m_text.indexOf('\n', m_at) : m_text.indexOf("*/", m_at + 2);
    m_at = end < 0 ? m_text.size() : end + (isLine ? 0 : 2);
    // Blanks before it would be left at the line's end.
    qsizetype blanks = m_made.size();
    while (blanks > 0 && (m_made[blanks - 1] == ' ' || m_made[blanks - 1] == '\t'))
        --blanks;
    m_made.truncate(blanks);
}

void Mender::beginValue()
{
    if (m_last != Last::Value || m_depth == 0)
        return;
    m_changes.push_back({SampleChange::Kind::CommaAdded, m_valueEnd.before});
    m_made.insert(m_valueEnd.after, ',');
}

void Mender::copyString()
{
    beginValue();
    const qsizetype begin = m_at;
    qsizetype end = m_at + 1;
    while (end < m_text.size() && m_text[end] != '"')
        end += m_text[end] == '\\' ? 2 : 1;
    m_at = std::min(end + 1, m_text.size());
    m_made += QByteArrayView(m_text).sliced(begin, m_at - begin);
    endValue();
}

void Mender::copyWord()
{
    beginValue();
    constexpr QByteArrayView ends(",:{}[]\"/");
    do {
        copy();
    } while (m_at < m_text.size() && !isBlank(m_text[m_at]) && !ends.contains(m_text[m_at]));
    endValue();
}

void Mender::open()
{
    beginValue();
    copy();
    ++m_depth;
    m_last = Last::Other;
}

void Mender::close()
{
    if (m_last == Last::Comma) {
        m_changes.push_back({SampleChange::Kind::TrailingCommaRemoved, m_comma.before});
        m_made.remove(m_comma.after, 1);
    }
    copy();
    --m_depth;
    endValue();
}

void Mender::copyComma()
{
    // One behind nothing is no trailing one: what is missing there nobody knows.
    m_comma = here();
    copy();
    m_last = m_last == Last::Value ? Last::Comma : Last::Other;
}

std::vector<SampleChange> Mender::placedChanges()
{
    std::ranges::sort(m_changes, {}, &Change::offset);
    std::vector<SampleChange> placed;
    placed.reserve(m_changes.size());
    SampleChange next;
    qsizetype counted = 0;
    for (const Change &change : m_changes) {
        for (; counted < change.offset; ++counted) {
            if (m_text[counted] == '\n') {
                ++next.line;
                next.column = 1;
            } else if (!isContinuation(m_text[counted])) {
                ++next.column;
            }
        }
        next.kind = change.kind;
        placed.push_back(next);
    }
    return placed;
}

} // namespace

MendedSample mendSample(const QByteArray &text)
{
    MendedSample mended = Mender(text).mend();
    if (!mended.problem)
        mended.problem = whyNoJson(mended.text.trimmed());
    return mended;
}

QString changeText(const SampleChange &change)
{
    QString what;
    switch (change.kind) {
    case SampleChange::Kind::CommentRemoved:
        what = ExchangeText::tr("a comment was removed");
        break;
    case SampleChange::Kind::CommaAdded:
        what = ExchangeText::tr("a missing comma was added");
        break;
    case SampleChange::Kind::TrailingCommaRemoved:
        what = ExchangeText::tr("a comma behind the last value was removed");
        break;
    }
    return ExchangeText::tr("line %1, column %2: %3").arg(change.line).arg(change.column).arg(what);
}

} // namespace seatscope
