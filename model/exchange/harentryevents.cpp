// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/harentryevents.h"

#include <algorithm>
#include <array>

namespace seatscope {

namespace {

/// A path that is longer is none of those that are looked for.
constexpr qsizetype longestPath = 64;

constexpr std::array<QByteArrayView, 20> wanted{
    "/startedDateTime",
    "/_seq",
    "/_peer",
    "/_verdict",
    "/_reason",
    "/_duplicateOf",
    "/_origin",
    "/_bookmarked",
    "/_note",
    "/_receivedUs",
    "/_head",
    "/_method",
    "/_target",
    "/request/bodySize",
    "/request/_requestBodyStatus",
    "/request/postData/text",
    "/request/postData/encoding",
    "/request/_content/text",
    "/request/_content/encoding",
    "/response/status",
};

} // namespace

void HarEntryEvents::restart()
{
    *this = {};
}

void HarEntryEvents::beginObject()
{
    if (m_levels.empty())
        m_facts.isObject = true;
    if (m_path == "/request/headers/*")
        m_facts.request.fields.emplace_back();
    else if (m_path == "/request/postData/params/*")
        m_facts.formFields.emplace_back();
    open(false);
}

void HarEntryEvents::endObject()
{
    close();
}

void HarEntryEvents::beginArray()
{
    open(true);
}

void HarEntryEvents::endArray()
{
    close();
}

void HarEntryEvents::open(bool isArray)
{
    m_levels.push_back({m_path.size(), isArray});
    if (isArray)
        m_path += "/*";
}

void HarEntryEvents::close()
{
    m_path.truncate(m_levels.back().pathSize);
    m_levels.pop_back();
}

void HarEntryEvents::key(QByteArrayView utf8)
{
    m_path.truncate(m_levels.back().pathSize);
    // A key with a slash would pass for two; none that is looked for has one.
    const bool isPlain = utf8.size() <= longestPath && !utf8.contains('/');
    m_path.append('/').append(isPlain ? utf8 : QByteArrayView("?"));
}

void HarEntryEvents::string(QByteArrayView utf8)
{
    value(utf8);
}

void HarEntryEvents::number(QByteArrayView text)
{
    value(text);
}

void HarEntryEvents::boolean(bool isTrue)
{
    value(isTrue ? "true" : "false");
}

void HarEntryEvents::value(QByteArrayView text)
{
    if (m_path == "/request/method")
        m_facts.request.method = text.toByteArray();
    else if (m_path == "/request/url")
        m_facts.request.url = text.toByteArray();
    else if (m_path == "/request/httpVersion")
        m_facts.request.version = text.toByteArray();
    else if (m_path == "/request/headers/*/name")
        m_facts.request.fields.back().name = text.toByteArray();
    else if (m_path == "/request/headers/*/value")
        m_facts.request.fields.back().value = text.toByteArray();
    else if (m_path == "/request/postData/params/*/name")
        m_facts.formFields.back().name = text.toByteArray();
    else if (m_path == "/request/postData/params/*/value")
        m_facts.formFields.back().value = text.toByteArray();
    else if (m_path == "/_flags/*")
        m_facts.flags.push_back(text.toByteArray());
    else if (std::ranges::find(wanted, QByteArrayView(m_path)) != wanted.end())
        m_facts.values.insert(m_path, text.toByteArray());
}

} // namespace seatscope
