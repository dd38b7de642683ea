// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/harscanner.h"

#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype bufferBytes = qsizetype{256} * 1024;
/// Longer keys are none of those that are looked for.
constexpr qsizetype longestKey = 256;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool endsScalar(char c)
{
    return c == '\0' || c == ',' || c == ']' || c == '}' || isBlank(c);
}

} // namespace

HarScanner::HarScanner(std::unique_ptr<QFile> file, qint64 longest) : m_file(std::move(file)), m_longest(longest) {}

Result<std::unique_ptr<HarScanner>> HarScanner::open(std::unique_ptr<QFile> file, qint64 longest)
{
    std::unique_ptr<HarScanner> scanner(new HarScanner(std::move(file), longest));
    if (scanner->peek() == '\xEF') {
        for (const char c : {'\xEF', '\xBB', '\xBF'})
            scanner->m_at += scanner->peek() == c ? 1 : 0;
    }
    const bool isHar = scanner->takeToken('{') && scanner->enter("log", '{') && scanner->enter("entries", '[');
    if (scanner->m_file->error() != QFileDevice::NoError)
        return failure(u"cannot be read (%1)"_s.arg(scanner->m_file->errorString()), scanner->m_file->fileName());
    if (!isHar) {
        return failure(u"is no HAR file: it has no list of entries in its log"_s, scanner->m_file->fileName(),
                       u"Choose a file that a browser or a proxy saved as HAR"_s);
    }
    return scanner;
}

bool HarScanner::fill()
{
    m_buffer.resize(bufferBytes);
    const qint64 count = m_file->read(m_buffer.data(), bufferBytes);
    m_buffer.resize(std::max(qint64{0}, count));
    m_at = 0;
    m_read += m_buffer.size();
    return !m_buffer.isEmpty();
}

char HarScanner::peek()
{
    if (m_at >= m_buffer.size() && !fill())
        return '\0';
    return m_buffer.at(m_at);
}

char HarScanner::take()
{
    const char c = peek();
    if (m_at < m_buffer.size())
        ++m_at;
    return c;
}

void HarScanner::skipBlanks()
{
    while (isBlank(peek()))
        ++m_at;
}

bool HarScanner::takeToken(char c)
{
    skipBlanks();
    if (peek() != c)
        return false;
    ++m_at;
    return true;
}

std::optional<QByteArray> HarScanner::takeKey()
{
    Entry key;
    if (!takeToken('"') || !takeString(&key) || !takeToken(':'))
        return std::nullopt;
    key.json.chop(1);
    return key.isTooLong || key.json.size() > longestKey ? QByteArray() : key.json;
}

void HarScanner::keep(Entry *entry, char c) const
{
    if (entry == nullptr || entry->isTooLong || entry->isTooDeep)
        return;
    if (entry->json.size() >= m_longest) {
        entry->isTooLong = true;
        entry->json = {};
    } else {
        entry->json += c;
    }
}

bool HarScanner::takeString(Entry *entry)
{
    for (;;) {
        if (m_at >= m_buffer.size() && !fill())
            return false;
        const char c = m_buffer.at(m_at++);
        keep(entry, c);
        if (c == '"')
            return true;
        if (c == '\\')
            keep(entry, take());
    }
}

bool HarScanner::takeValue(Entry *entry)
{
    skipBlanks();
    qint64 depth = 0;
    for (;;) {
        const char c = peek();
        if (depth == 0 && endsScalar(c))
            return c != '\0';
        if (c == '\0' && m_at >= m_buffer.size())
            return false;
        ++m_at;
        keep(entry, c);
        if (c == '"') {
            if (!takeString(entry))
                return false;
        } else if (c == '{' || c == '[') {
            if (++depth > deepestEntry && entry != nullptr) {
                entry->isTooDeep = true;
                entry->json = {};
            }
        } else if (c == '}' || c == ']') {
            --depth;
        } else {
            continue;
        }
        if (depth == 0)
            return true;
    }
}

bool HarScanner::enter(QByteArrayView key, char bracket)
{
    for (;;) {
        const std::optional<QByteArray> found = takeKey();
        if (!found)
            return false;
        if (*found == key && takeToken(bracket))
            return true;
        if (!takeValue(nullptr) || !takeToken(','))
            return false;
    }
}

bool HarScanner::finish()
{
    for (int around = 0; around < 2; ++around) {
        while (takeToken(',')) {
            if (!takeKey() || !takeValue(nullptr))
                return false;
        }
        if (!takeToken('}'))
            return false;
    }
    skipBlanks();
    return m_file->atEnd() && m_at >= m_buffer.size();
}

std::optional<HarScanner::Entry> HarScanner::broken()
{
    Entry entry;
    entry.number = m_count;
    entry.isBroken = true;
    return entry;
}

Result<std::optional<HarScanner::Entry>> HarScanner::next()
{
    if (m_isOver)
        return std::optional<Entry>();
    const bool isFirst = m_count == 0;
    std::optional<Entry> found;
    if (takeToken(']')) {
        m_isOver = true;
        found = finish() ? std::nullopt : broken();
    } else if (!isFirst && !takeToken(',')) {
        m_isOver = true;
        found = broken();
    } else {
        found = Entry{};
        found->number = ++m_count;
        if (!takeValue(&*found)) {
            found->isCutOff = true;
            found->json = {};
            m_isOver = true;
        }
    }
    if (m_file->error() != QFileDevice::NoError)
        return failure(u"cannot be read (%1)"_s.arg(m_file->errorString()), m_file->fileName());
    return found;
}

} // namespace seatscope
