// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/tablescan.h"

#include "model/callback/commandcatalogue.h"

#include <algorithm>
#include <utility>

namespace seatscope {

namespace {

using namespace Qt::StringLiterals;
using Kind = RawValue::Kind;

/// A type that an element of a list of \a type has.
FieldType elementType(FieldType type)
{
    switch (type) {
    case FieldType::Identifiers:
        return FieldType::Identifier;
    case FieldType::Texts:
        return FieldType::Text;
    case FieldType::Integers:
        return FieldType::Integer;
    default:
        return FieldType::Object;
    }
}

FindingCode missingOr(const RawValue &value, FindingCode code)
{
    return value.kind == Kind::Null ? FindingCode::NullValue : code;
}

} // namespace

void TableScan::begin(Level &level, FieldTable fields)
{
    level.fields = fields;
    level.field = nullptr;
    level.seen = 0;
    level.otherKeys.reset();
}

FieldPlace TableScan::placeOf(QLatin1StringView name) const
{
    if (m_place != Place::Inner && m_place != Place::InnerList)
        return {name};
    return {name, m_root.field->name, isInnerInList() ? m_element : -1};
}

void TableScan::beginObject()
{
    if (m_ignoredDepth == 0) {
        if (m_place == Place::Outside) {
            m_place = Place::Root;
            begin(m_root, m_entry->fields);
            return;
        }
        const FieldEntry *field = m_root.field;
        const bool isEntry = m_place == Place::RootList && field->type == FieldType::Objects;
        const bool isMember =
            m_place == Place::Root && field && field->type == FieldType::Object && !field->fields.isEmpty();
        if (isEntry || isMember) {
            m_place = Place::Inner;
            begin(m_inner, field->fields);
            return;
        }
        value({Kind::Object, {}});
    }
    ++m_ignoredDepth;
}

void TableScan::endObject()
{
    if (m_ignoredDepth > 0) {
        --m_ignoredDepth;
        return;
    }
    finish(level());
    if (m_place == Place::Root) {
        m_place = Place::Outside;
    } else if (isInnerInList()) {
        m_place = Place::RootList;
        ++m_element;
    } else {
        m_place = Place::Root;
    }
}

void TableScan::beginArray()
{
    if (m_ignoredDepth == 0) {
        if (const FieldEntry *field = level().field; isInObject() && field && isList(field->type)) {
            m_place = m_place == Place::Root ? Place::RootList : Place::InnerList;
            m_item = 0;
            if (m_place == Place::RootList)
                m_element = 0;
            return;
        }
        value({Kind::Array, {}});
    }
    ++m_ignoredDepth;
}

void TableScan::endArray()
{
    if (m_ignoredDepth > 0)
        --m_ignoredDepth;
    else
        m_place = m_place == Place::RootList ? Place::Root : Place::Inner;
}

void TableScan::finish(const Level &level)
{
    FieldReader reader(m_findings);
    quint64 bit = 1;
    for (const FieldEntry &field : level.fields) {
        // Where the body names no command is found out elsewhere.
        if (field.presence == Presence::Required && !(level.seen & bit) && field.role != FieldRole::Command)
            reader.report(FindingCode::MissingField, placeOf(field.name), expectedValue(field), {});
        bit <<= 1;
    }
}

void TableScan::key(QByteArrayView utf8)
{
    if (m_ignoredDepth > 0)
        return;
    Level &object = level();
    object.field = nullptr;
    quint64 bit = 1;
    for (const FieldEntry &field : object.fields) {
        if (field.name.size() == utf8.size() && std::equal(utf8.begin(), utf8.end(), field.name.data())) {
            object.field = &field;
            break;
        }
        bit <<= 1;
    }
    const bool isRepeated = object.field ? (object.seen & bit) != 0 : object.otherKeys.isRepeated(utf8);
    FieldReader reader(m_findings);
    if (isRepeated) {
        reader.reportKey(FindingCode::DuplicateKey, placeOf({}), "each key once"_L1, utf8);
        if (object.field)
            forget(*object.field);
    } else if (object.field) {
        object.seen |= bit;
    } else if (!m_entry->isOpen) {
        reader.reportKey(FindingCode::UnknownField, placeOf({}), "no such field"_L1, utf8);
    }
}

void TableScan::forget(const FieldEntry &field)
{
    m_values.forget(field.role);
    for (const FieldEntry &inner : field.fields)
        m_values.forget(inner.role);
    m_hasTooMany = false;
}

void TableScan::value(const RawValue &value)
{
    if (m_ignoredDepth > 0 || m_place == Place::Outside)
        return;
    const FieldEntry *field = level().field;
    if (isInObject()) {
        if (field)
            readField(*field, value, placeOf(field->name));
        return;
    }
    FieldPlace place = placeOf(field->name);
    place.item = field->type == FieldType::Objects ? m_element++ : m_item++;
    FieldEntry element = *field;
    element.type = elementType(field->type);
    // A list of objects: what is none has been found to be none.
    if (element.type == FieldType::Object)
        FieldReader(m_findings).report(missingOr(value, FindingCode::WrongType), place, "object"_L1, value);
    else
        readField(element, value, place);
}

void TableScan::readField(const FieldEntry &field, const RawValue &value, const FieldPlace &place)
{
    if (field.role == FieldRole::Command)
        return;
    FieldReader reader(m_findings);
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Choice:
        readText(field, value, place);
        return;
    case FieldType::Identifier:
    case FieldType::IdentifierOrNumber:
        readIdentifier(field, value, place);
        return;
    case FieldType::Integer:
        readInteger(field, value, place);
        return;
    case FieldType::Boolean:
        static_cast<void>(reader.flag(value, place));
        return;
    case FieldType::Milliseconds:
    case FieldType::Seconds:
        readTime(field, value, place);
        return;
    case FieldType::Object:
        if (value.kind == Kind::Object)
            return;
        break;
    case FieldType::Any:
        return;
    default:
        break;
    }
    reader.report(missingOr(value, FindingCode::WrongType), place, expectedValue(field), value);
}

void TableScan::readIdentifier(const FieldEntry &field, const RawValue &value, const FieldPlace &place)
{
    const bool isOwnNumber = field.type == FieldType::IdentifierOrNumber && value.kind == Kind::Number;
    if (isOwnNumber && value.text.size() <= longestIdentifier)
        return;
    std::optional<QString> text = FieldReader(m_findings).identifier(value, place, Presence::Required);
    if (!text)
        return;
    if (field.role == FieldRole::Owner)
        m_values.owner = UserId(*std::move(text));
    else if (field.role == FieldRole::FromRoom)
        m_values.fromRoom = RoomId(*std::move(text));
    else if (field.role == FieldRole::Member)
        addMember(UserId(*std::move(text)));
}

void TableScan::addMember(UserId &&member)
{
    if (m_values.members.size() < mostMembers) {
        m_values.members.push_back(std::move(member));
    } else if (!std::exchange(m_hasTooMany, true)) {
        const RawValue list{Kind::Array, {}};
        FieldPlace place{m_root.field->name};
        FieldReader(m_findings).report(FindingCode::OutOfRange, place, "at most 10000 members"_L1, list);
    }
}

void TableScan::readText(const FieldEntry &field, const RawValue &value, const FieldPlace &place)
{
    FieldReader reader(m_findings);
    const bool isChoice = field.type == FieldType::Choice;
    if (value.kind != Kind::Text) {
        const FindingCode code =
            value.kind == Kind::Number && !isChoice ? FindingCode::NumberForText : FindingCode::WrongType;
        reader.report(missingOr(value, code), place, expectedValue(field), value);
        if (code != FindingCode::NumberForText)
            return;
    }
    if (isChoice) {
        const auto isSame = [&value](QLatin1StringView choice) {
            return choice.size() == value.text.size() &&
                   std::equal(choice.begin(), choice.end(), value.text.begin(), value.text.end());
        };
        if (std::ranges::none_of(field.choices, isSame))
            reader.report(FindingCode::WrongType, place, expectedValue(field), value);
        else if (field.role != FieldRole::None)
            (field.role == FieldRole::Change ? m_values.change : m_values.cause) = QString::fromUtf8(value.text);
    } else if (field.role == FieldRole::Name) {
        // Only what is kept has a limit.
        if (value.text.size() > longestIdentifier)
            reader.report(FindingCode::OutOfRange, place, "at most 1024 bytes"_L1, value);
        else
            m_values.name = QString::fromUtf8(value.text);
    }
}

void TableScan::readInteger(const FieldEntry &field, const RawValue &value, const FieldPlace &place)
{
    const std::optional<qint64> number =
        FieldReader(m_findings).integer(value, place, expectedValue(field), field.most);
    if (field.role == FieldRole::MaxSeats)
        m_values.maxSeats = number;
    else if (field.role == FieldRole::MemberCount)
        m_values.memberCount = number;
}

void TableScan::readTime(const FieldEntry &field, const RawValue &value, const FieldPlace &place)
{
    FieldReader reader(m_findings);
    if (field.type == FieldType::Milliseconds) {
        const std::optional<EventTime> time = reader.eventTime(value, place, Presence::Required, false);
        if (field.role == FieldRole::Time)
            m_values.time = time;
        return;
    }
    const std::optional<qint64> seconds = reader.integer(value, place, expectedValue(field), latestEventTime / 1000);
    if (field.role == FieldRole::TimeInSeconds && seconds && *seconds > 0) {
        m_values.time = EventTime(*seconds * 1000);
        m_values.isTimeInSeconds = true;
    }
    if (field.role == FieldRole::CreationTime && seconds && *seconds > 0)
        m_values.createdAt = EventTime(*seconds * 1000);
}

} // namespace seatscope
