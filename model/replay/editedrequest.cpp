// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/replay/editedrequest.h"

#include "model/replay/recordedhead.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace seatscope {

namespace {

using Part = EditFault::Part;

struct EditText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::EditedRequest)
};

bool isAlphanumeric(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// A token (RFC 9110, section 5.6.2), as methods and names of fields are.
bool isToken(const QByteArray &text)
{
    constexpr QByteArrayView others("!#$%&'*+-.^_`|~");
    return !text.isEmpty() &&
           std::ranges::all_of(text, [&](char c) { return isAlphanumeric(c) || others.contains(c); });
}

/// What may stand in a path or query as it is (RFC 3986, sections 3.3 and 3.4), and the percent sign.
bool isTargetCharacter(char c)
{
    constexpr QByteArrayView others("-._~!$&'()*+,;=:@/?%");
    return isAlphanumeric(c) || others.contains(c);
}

/// \a text as UTF-8 in which all else, and what \a also names, is percent-encoded.
QByteArray encoded(const QString &text, QByteArrayView also)
{
    QByteArray bytes;
    for (const char c : text.toUtf8()) {
        if (isTargetCharacter(c) && !also.contains(c))
            bytes += c;
        else
            bytes += '%' + QByteArray(1, c).toHex().toUpper();
    }
    return bytes;
}

/// Where a percent sign stands that no two hexadecimal digits follow; -1 when there is none.
qsizetype brokenPercent(const QByteArray &text)
{
    for (qsizetype at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
        if (at + 2 >= text.size() || !isHexDigit(text[at + 1]) || !isHexDigit(text[at + 2]))
            return at;
    }
    return -1;
}

QString percentFault(const QByteArray &text)
{
    const qsizetype at = brokenPercent(text);
    return at < 0 ? QString()
                  : EditText::tr("two hexadecimal digits must follow the % in “%1” (character %2); a % itself is sent"
                                 " as %25")
                        .arg(EditedRequest::shownText(text), QString::number(at + 1));
}

QString fieldFault(const EditedField &field)
{
    if (!field.recorded.isEmpty())
        return {};
    if (field.name.isEmpty())
        return EditText::tr("a header field needs a name");
    if (!isToken(field.name))
        return EditText::tr("“%1” is no name of a header field: letters, digits and !#$%&'*+-.^_`|~ may stand in one")
            .arg(EditedRequest::shownText(field.name));
    if (field.value.contains('\r') || field.value.contains('\n'))
        return EditText::tr("a line break in the value of %1 would begin another field")
            .arg(EditedRequest::shownText(field.name));
    const bool hasControl = std::ranges::any_of(
        field.value, [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; });
    return hasControl ? EditText::tr("there is a control character in the value of %1")
                            .arg(EditedRequest::shownText(field.name))
                      : QString();
}

bool isContentLength(const EditedField &field)
{
    return field.name.compare("Content-Length", Qt::CaseInsensitive) == 0;
}

std::vector<EditedParameter> parametersOf(QByteArrayView query)
{
    std::vector<EditedParameter> parameters;
    for (qsizetype from = 0; from <= query.size();) {
        const qsizetype found = query.indexOf('&', from);
        const qsizetype end = found < 0 ? query.size() : found;
        const QByteArrayView part = query.sliced(from, end - from);
        const qsizetype equals = part.indexOf('=');
        EditedParameter parameter;
        parameter.name = (equals < 0 ? part : part.first(equals)).toByteArray();
        parameter.value = equals < 0 ? QByteArray() : part.sliced(equals + 1).toByteArray();
        parameter.hasEquals = equals >= 0;
        parameter.isRecorded = true;
        parameters.push_back(std::move(parameter));
        from = end + 1;
    }
    return parameters;
}

} // namespace

Result<EditedRequest> EditedRequest::from(const Capture &capture)
{
    QByteArray bytes = capture.head;
    if (bytes.isEmpty() && !capture.summary.method.isEmpty() && !capture.summary.target.isEmpty())
        bytes = capture.summary.method + ' ' + capture.summary.target + " HTTP/1.1\r\n\r\n";
    const Result<RecordedHead> head = readRecordedHead(bytes);
    if (!head)
        return tl::unexpected<Error>(head.error());
    EditedRequest request;
    request.m_recorded = capture.summary;
    request.m_method = head->method.toByteArray();
    const qsizetype mark = head->target.indexOf('?');
    request.m_hasQuery = mark >= 0;
    request.m_path = (mark < 0 ? head->target : head->target.first(mark)).toByteArray();
    if (mark >= 0 && mark + 1 < head->target.size())
        request.m_parameters = parametersOf(head->target.sliced(mark + 1));
    request.m_recordedMethod = request.m_method;
    request.m_recordedPath = request.m_path;
    request.m_afterTarget = head->afterTarget.toByteArray();
    for (const RecordedField &field : head->fields)
        request.m_fields.push_back({field.name.toByteArray(), field.value.toByteArray(), field.bytes.toByteArray()});
    request.m_emptyLine = head->emptyLine.toByteArray();
    request.m_body = capture.body;
    request.m_recordedBodySize = capture.body.size();
    return request;
}

EditedParameter EditedRequest::parameterFromText(const QString &name, const QString &value)
{
    return {encoded(name, "&="), encoded(value, "&"), true, false};
}

EditedField EditedRequest::fieldFromText(const QString &name, const QString &value)
{
    // Not trimmed() of the whole white space: a line break is a fault that the person is to see.
    qsizetype from = 0;
    qsizetype to = value.size();
    const auto isBlank = [&value](qsizetype at) { return value[at] == u' ' || value[at] == u'\t'; };
    while (from < to && isBlank(from))
        ++from;
    while (to > from && isBlank(to - 1))
        --to;
    return {name.toUtf8(), value.sliced(from, to - from).toUtf8(), {}};
}

QString EditedRequest::shownText(const QByteArray &bytes)
{
    if (QByteArrayView(bytes).isValidUtf8())
        return QString::fromUtf8(bytes);
    QByteArray text;
    for (const char c : bytes)
        text += static_cast<unsigned char>(c) < 0x80 ? QByteArray(1, c) : '%' + QByteArray(1, c).toHex().toUpper();
    return QString::fromLatin1(text);
}

EditOrigin EditedRequest::origin() const
{
    return {m_recorded.sequence, m_recorded.receivedAt};
}

void EditedRequest::setMethod(const QString &method)
{
    // A text that is the recorded one stands for its very bytes.
    m_method = method == shownText(m_recordedMethod) ? m_recordedMethod : method.toUtf8();
}

void EditedRequest::setPath(const QString &path)
{
    m_path = path == shownText(m_recordedPath) ? m_recordedPath : encoded(path, "?");
}

void EditedRequest::setParameters(std::vector<EditedParameter> parameters)
{
    m_hasQuery = !parameters.empty() || (m_hasQuery && m_parameters.empty());
    m_parameters = std::move(parameters);
}

void EditedRequest::setFields(std::vector<EditedField> fields)
{
    m_fields = std::move(fields);
}

std::vector<EditFault> EditedRequest::faults() const
{
    std::vector<EditFault> found;
    const auto add = [&found](Part part, size_t row, const QString &text) {
        if (!text.isEmpty())
            found.push_back({part, static_cast<int>(row), text});
    };
    if (m_method != m_recordedMethod && !isToken(m_method))
        add(Part::RequestLine, 0,
            EditText::tr("“%1” is no method: it is a word such as POST").arg(shownText(m_method)));
    if (m_path != m_recordedPath) {
        const bool isRooted = m_path.startsWith('/') || m_path.contains("://");
        add(Part::RequestLine, 0, isRooted ? QString() : EditText::tr("the path must begin with /"));
        add(Part::RequestLine, 0, percentFault(m_path));
    }
    for (size_t row = 0; row < m_parameters.size(); ++row) {
        const EditedParameter &parameter = m_parameters[row];
        if (parameter.isRecorded)
            continue;
        const QString inName = percentFault(parameter.name);
        add(Part::Query, row, inName.isEmpty() ? percentFault(parameter.value) : inName);
    }
    for (size_t row = 0; row < m_fields.size(); ++row)
        add(Part::Fields, row, fieldFault(m_fields[row]));
    return found;
}

QByteArray EditedRequest::target() const
{
    QByteArray target = m_path;
    char separator = '?';
    for (const EditedParameter &parameter : m_parameters) {
        target += std::exchange(separator, '&') + parameter.name;
        if (parameter.hasEquals)
            target += '=' + parameter.value;
    }
    if (m_parameters.empty() && m_hasQuery)
        target += '?';
    return target;
}

QByteArray EditedRequest::head() const
{
    QByteArray bytes = m_method + ' ' + target() + m_afterTarget;
    const QByteArray length = QByteArray::number(m_body.size());
    for (const EditedField &field : m_fields) {
        const bool follows =
            isContentLength(field) && (field.recorded.isEmpty() || m_body.size() != m_recordedBodySize);
        if (follows)
            bytes += field.name + ": " + length + m_emptyLine;
        else if (!field.recorded.isEmpty())
            bytes += field.recorded;
        else
            bytes += field.name + ": " + field.value + m_emptyLine;
    }
    return bytes + m_emptyLine;
}

Result<Capture> EditedRequest::compose() const
{
    if (const std::vector<EditFault> found = faults(); !found.empty())
        return failure(found.front().text);
    Capture capture;
    capture.summary = m_recorded;
    capture.summary.method = m_method;
    capture.summary.target = target();
    capture.summary.bodySize = m_body.size();
    capture.head = head();
    capture.body = m_body;
    return capture;
}

} // namespace seatscope
