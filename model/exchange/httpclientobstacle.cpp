// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/httpclientobstacle.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

struct ObstacleText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::EditorObstacle)
};

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Whether \a c may stand in a path or query (RFC 3986), and is left as it is there (https://url.spec.whatwg.org).
bool isTargetByte(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           QByteArrayView("-._~!$&()*+,;=:@/?").contains(c);
}

/// Whether no URL parser would write \a target another way.
bool isPlainTarget(const QByteArray &target)
{
    if (!target.startsWith('/'))
        return false;
    for (qsizetype i = 0; i < target.size(); ++i) {
        const bool isEscape =
            target[i] == '%' && i + 2 < target.size() && isHexDigit(target[i + 1]) && isHexDigit(target[i + 2]);
        if (!isEscape && !isTargetByte(target[i]))
            return false;
    }
    const QByteArray path = target.split('?').first().toLower().replace("%2e", ".") + '/';
    return !path.contains("/./") && !path.contains("/../");
}

bool isKnownMethod(const QByteArray &method)
{
    constexpr std::array known{"GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"};
    return std::ranges::any_of(known, [&method](const char *name) { return method == name; });
}

bool isPrintableAscii(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

std::optional<QString> fieldObstacle(const HttpHead &head)
{
    for (const HeadField &field : head.fields) {
        if (isLeftToEditor(field.name))
            continue;
        const QString name = QString::fromLatin1(field.name);
        const auto isSame = [&field](const HeadField &other) { return isSameName(other.name, field.name); };
        if (std::ranges::count_if(head.fields, isSame) > 1)
            return ObstacleText::tr("it has more than one field %1").arg(name);
        if (!isPrintableAscii(field.value))
            return ObstacleText::tr("the field %1 is no plain ASCII").arg(name);
        if (field.line.contains("{{") || field.name.startsWith('#'))
            return ObstacleText::tr("the field %1 would mean something to the editor").arg(name);
    }
    return std::nullopt;
}

/// Whether a line of a body that begins so means something to an editor. Blanks before it do not count.
bool isEditorsLine(QStringView line)
{
    constexpr std::array marks{"#"_L1, "//"_L1, "<"_L1, ">"_L1, "@"_L1, "```"_L1, "HTTP/"_L1};
    const QStringView text = line.trimmed();
    return std::ranges::any_of(marks, [text](QLatin1StringView mark) { return text.startsWith(mark); });
}

/// Whether an editor would take \a c for the end of a line, or could not show it.
bool isOddCharacter(QChar c)
{
    constexpr char16_t byteOrderMark = 0xFEFF;
    const bool isControl = c.category() == QChar::Other_Control && c != u'\n' && c != u'\t';
    return isControl || c == QChar::LineSeparator || c == QChar::ParagraphSeparator || c == byteOrderMark;
}

std::optional<QString> textObstacle(const QByteArray &body)
{
    if (!body.isValidUtf8())
        return ObstacleText::tr("the body is no UTF-8");
    const QString text = QString::fromUtf8(body);
    if (text.contains(u'\r'))
        return ObstacleText::tr("the body has carriage returns");
    if (std::ranges::any_of(text, isOddCharacter) || body.startsWith("\xEF\xBB\xBF"))
        return ObstacleText::tr("the body has control characters or the like");
    if (text.contains("{{"_L1))
        return ObstacleText::tr("the body has {{, with which variables begin");
    if (text != text.trimmed())
        return ObstacleText::tr("the body begins or ends with blanks or empty lines");
    for (const QStringView line : QStringView(text).split(u'\n')) {
        if (isEditorsLine(line))
            return ObstacleText::tr(
                "a line of the body would mean something to the editor (#, //, <, >, @, ``` or HTTP/)");
    }
    return std::nullopt;
}

std::optional<QString> bodyObstacle(const QByteArray &body, const HttpHead &head)
{
    if (body.isEmpty())
        return std::nullopt;
    const HeadField *type = findField(head, "content-type");
    const QByteArray kind = type != nullptr ? type->value.toLower() : QByteArray();
    for (const char *rewritten : {"multipart/", "form-urlencoded", "ndjson", "graphql"}) {
        if (kind.contains(rewritten))
            return ObstacleText::tr("editors rewrite bodies of its Content-Type");
    }
    if (findField(head, "x-request-type") != nullptr)
        return ObstacleText::tr("the field X-Request-Type would mean something to the editor");
    return textObstacle(body);
}

/// Whether there is less of the body than \a head tells.
bool isCutOff(const Capture &capture, const HttpHead &head)
{
    const HeadField *length = findField(head, "content-length");
    return !isChunked(head) && length != nullptr && length->value != QByteArray::number(capture.body.size());
}

} // namespace

bool isLeftToEditor(QByteArrayView fieldName)
{
    constexpr std::array left{"host", "content-length", "transfer-encoding"};
    return std::ranges::any_of(left, [fieldName](const char *name) { return isSameName(fieldName, name); });
}

std::optional<QString> editorObstacle(const Capture &capture, const HttpHead &head)
{
    if (!isKnownMethod(head.method))
        return ObstacleText::tr("editors do not know its method");
    if (!isPlainTarget(head.target))
        return ObstacleText::tr("editors would write its target another way");
    if (isCutOff(capture, head))
        return ObstacleText::tr("its body was not kept whole");
    std::optional<QString> obstacle = fieldObstacle(head);
    return obstacle ? obstacle : bodyObstacle(capture.body, head);
}

} // namespace seatscope
