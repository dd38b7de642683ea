// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/callbackscan.h"

#include "model/callback/fieldreader.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace seatscope {

namespace {

using namespace Qt::StringLiterals;
using Kind = RawValue::Kind;

/// In the order of RootField, SeatField and InfoField.
constexpr std::array<std::string_view, 10> rootNames{
    "CallbackCommand", "WebhookCommand", "Operator_Account", "RoomId",       "SeatList",
    "EventTime",       "RoomInfo",       "EventInfo",        "EventGroupId", "EventType",
};
constexpr std::array<std::string_view, 5> seatNames{
    "Index", "Member_Account", "IsTakenDisabled", "IsVideoDisabled", "IsAudioDisabled",
};
constexpr std::array<std::string_view, 2> infoNames{"RoomId", "EventMsTs"};

template<size_t Count>
int find(const std::array<std::string_view, Count> &names, QByteArrayView key)
{
    const std::string_view text(key.data(), static_cast<size_t>(key.size()));
    const auto found = std::ranges::find(names, text);
    return found == names.end() ? -1 : static_cast<int>(found - names.begin());
}

template<size_t Count>
QLatin1StringView nameAt(const std::array<std::string_view, Count> &names, size_t field)
{
    const std::string_view name = names.at(field);
    return {name.data(), static_cast<qsizetype>(name.size())};
}

bool namesNobody(const RawValue &account)
{
    const bool isEmpty = account.kind == RawValue::Kind::Text && account.text.isEmpty();
    return !account.isPresent() || account.kind == RawValue::Kind::Null || isEmpty;
}

} // namespace

QLatin1StringView CallbackScan::name(RootField field)
{
    return nameAt(rootNames, static_cast<size_t>(field));
}

QLatin1StringView CallbackScan::name(InfoField field)
{
    return nameAt(infoNames, static_cast<size_t>(field));
}

const RawValue &CallbackScan::infoField(RootField parent, InfoField field) const
{
    return (parent == RootField::RoomInfo ? m_roomInfo : m_eventInfo).at(static_cast<size_t>(field));
}

void CallbackScan::beginObject()
{
    if (m_ignoredDepth == 0 && m_place == Place::Outside) {
        m_rootValue.kind = Kind::Object;
        m_place = Place::Root;
    } else if (m_ignoredDepth == 0 && m_place == Place::SeatList) {
        m_place = Place::Seat;
        m_seat.fill({});
        m_innerKeys.reset();
    } else if (m_ignoredDepth == 0 && m_place == Place::Root &&
               (isField(RootField::RoomInfo) || isField(RootField::EventInfo))) {
        take(Kind::Object, {});
        m_infoParent = m_field;
        m_place = Place::Info;
        info().fill({});
        m_innerKeys.reset();
    } else {
        enter(Kind::Object);
    }
    m_field = -1;
}

void CallbackScan::beginArray()
{
    if (m_ignoredDepth == 0 && m_place == Place::Root && isField(RootField::SeatList)) {
        take(Kind::Array, {});
        beginSeatList();
    } else {
        enter(Kind::Array);
    }
}

void CallbackScan::beginSeatList()
{
    // Where the key comes twice, the last list counts.
    m_place = Place::SeatList;
    m_element = 0;
    m_seats.clear();
    m_hasUnplacedSeats = false;
    m_seatFindings.clear();
}

void CallbackScan::endObject()
{
    if (m_ignoredDepth == 0 && m_place == Place::Seat)
        endSeat();
    leave();
}

void CallbackScan::endArray()
{
    leave();
}

void CallbackScan::enter(RawValue::Kind kind)
{
    if (m_ignoredDepth == 0)
        take(kind, {});
    ++m_ignoredDepth;
}

void CallbackScan::leave()
{
    if (m_ignoredDepth > 0)
        --m_ignoredDepth;
    else if (m_place == Place::Seat)
        m_place = Place::SeatList;
    else
        m_place = m_place == Place::Root ? Place::Outside : Place::Root;
}

void CallbackScan::key(QByteArrayView utf8)
{
    if (m_ignoredDepth > 0)
        return;
    const bool isRoot = m_place == Place::Root;
    if (isRoot)
        m_field = find(rootNames, utf8);
    else
        m_field = m_place == Place::Seat ? find(seatNames, utf8) : find(infoNames, utf8);
    // Fields that are looked at have a place that is taken already when they come again; hashing them costs most.
    const RawValue *known = slot();
    if (known ? known->isPresent() : (isRoot ? m_rootKeys : m_innerKeys).isRepeated(utf8))
        reportDuplicate(utf8);
    else if (m_field < 0)
        reportUnknown(utf8);
}

void CallbackScan::reportUnknown(QByteArrayView key)
{
    constexpr auto expected = "no such field"_L1;
    if (m_place == Place::Root)
        FieldReader(m_unknownRootKeys).reportKey(FindingCode::UnknownField, {}, expected, key);
    else if (m_place == Place::Seat)
        FieldReader(m_seatFindings)
            .reportKey(FindingCode::UnknownField, {{}, name(RootField::SeatList), m_element}, expected, key);
}

void CallbackScan::reportDuplicate(QByteArrayView key)
{
    FieldPlace parent;
    if (m_place == Place::Seat)
        parent = {{}, name(RootField::SeatList), m_element};
    else if (m_place == Place::Info)
        parent = {nameAt(rootNames, static_cast<size_t>(m_infoParent))};
    FieldReader(m_duplicates).reportKey(FindingCode::DuplicateKey, parent, "each key once"_L1, key);
}

void CallbackScan::take(RawValue::Kind kind, QByteArrayView text)
{
    if (m_ignoredDepth > 0)
        return;
    if (m_place == Place::Outside) {
        m_rootValue = {kind, text};
    } else if (m_place == Place::SeatList) {
        const FieldPlace place{{}, name(RootField::SeatList), m_element++};
        m_hasUnplacedSeats = true;
        FieldReader(m_seatFindings).report(FindingCode::WrongType, place, "object"_L1, {kind, text});
    } else if (RawValue *value = slot()) {
        *value = {kind, text};
    }
}

RawValue *CallbackScan::slot()
{
    if (m_field < 0)
        return nullptr;
    const auto field = static_cast<size_t>(m_field);
    if (m_place == Place::Root)
        return &m_root.at(field);
    return m_place == Place::Seat ? &m_seat.at(field) : &info().at(field);
}

CallbackScan::InfoFields &CallbackScan::info()
{
    return m_infoParent == static_cast<int>(RootField::RoomInfo) ? m_roomInfo : m_eventInfo;
}

void CallbackScan::endSeat()
{
    const auto value = [this](SeatField f) -> const RawValue & { return m_seat.at(static_cast<size_t>(f)); };
    const auto place = [this](SeatField f) {
        return FieldPlace{nameAt(seatNames, static_cast<size_t>(f)), name(RootField::SeatList), m_element};
    };
    FieldReader reader(m_seatFindings);
    const auto flag = [&](SeatField f) { return reader.flag(value(f), place(f)); };

    const auto index = reader.seatIndex(value(SeatField::Index), place(SeatField::Index));
    auto user = reader.identifier(value(SeatField::MemberAccount), place(SeatField::MemberAccount), Presence::Optional);
    SeatReport seat;
    if (user)
        seat.user = UserId(*std::move(user));
    seat.locked = flag(SeatField::IsTakenDisabled);
    seat.videoDisabled = flag(SeatField::IsVideoDisabled);
    seat.audioDisabled = flag(SeatField::IsAudioDisabled);
    if (seat.locked && seat.user) {
        reader.report(FindingCode::TakenWhileLocked, place(SeatField::MemberAccount), "nobody on a locked seat"_L1,
                      value(SeatField::MemberAccount));
    }
    // Who cannot be read is not nobody: the seat stays as it was.
    if (index && (seat.user || namesNobody(value(SeatField::MemberAccount)))) {
        seat.index = *index;
        if (m_seats.add(std::move(seat))) {
            reader.report(FindingCode::RepeatedSeat, place(SeatField::Index), "each seat once"_L1,
                          value(SeatField::Index));
        }
    } else {
        m_hasUnplacedSeats = true;
    }
    ++m_element;
}

} // namespace seatscope
