// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/callbackscan.h"

#include "model/callback/fieldreader.h"
#include "model/callback/shorttext.h"

#include <algorithm>

namespace seatscope {

namespace {

using namespace Qt::StringLiterals;
using Kind = RawValue::Kind;

/// In the order of RootField, SeatField and InfoField.
constexpr std::array rootNames{
    "CallbackCommand"_L1, "WebhookCommand"_L1, "Operator_Account"_L1, "RoomId"_L1,       "SeatList"_L1,
    "EventTime"_L1,       "RoomInfo"_L1,       "EventInfo"_L1,        "EventGroupId"_L1, "EventType"_L1,
};
constexpr std::array seatNames{
    "Index"_L1, "Member_Account"_L1, "IsTakenDisabled"_L1, "IsVideoDisabled"_L1, "IsAudioDisabled"_L1,
};
constexpr std::array infoNames{"RoomId"_L1, "EventMsTs"_L1};

template<size_t Count>
int find(const std::array<QLatin1StringView, Count> &names, QByteArrayView key)
{
    const auto matches = [key](QLatin1StringView name) { return QByteArrayView(name.data(), name.size()) == key; };
    const auto found = std::ranges::find_if(names, matches);
    return found == names.end() ? -1 : static_cast<int>(found - names.begin());
}

void addKeyFinding(FindingList &list, FindingCode code, const FieldPlace &parent, QLatin1StringView expected,
                   QByteArrayView key)
{
    if (list.hasRoom())
        list.add({code, QString(parent.pointer() % u'/' % pointerStep(key)), expected, shortText(key)});
    else
        list.addUnlisted();
}

} // namespace

QLatin1StringView CallbackScan::name(RootField field)
{
    return rootNames.at(static_cast<size_t>(field));
}

QLatin1StringView CallbackScan::name(InfoField field)
{
    return infoNames.at(static_cast<size_t>(field));
}

const RawValue &CallbackScan::infoField(RootField parent, InfoField field) const
{
    return (parent == RootField::RoomInfo ? m_roomInfo : m_eventInfo).at(static_cast<size_t>(field));
}

std::vector<SeatReport> CallbackScan::seats() const
{
    std::vector<SeatReport> reports;
    reports.reserve(m_seats.size());
    for (const auto &[index, report] : m_seats)
        reports.push_back(report);
    return reports;
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
        addKeyFinding(m_unknownRootKeys, FindingCode::UnknownField, {}, expected, key);
    else if (m_place == Place::Seat)
        addKeyFinding(m_seatFindings, FindingCode::UnknownField, {{}, name(RootField::SeatList), m_element}, expected,
                      key);
}

void CallbackScan::reportDuplicate(QByteArrayView key)
{
    FieldPlace parent;
    if (m_place == Place::Seat)
        parent = {{}, name(RootField::SeatList), m_element};
    else if (m_place == Place::Info)
        parent = {rootNames.at(static_cast<size_t>(m_infoParent))};
    addKeyFinding(m_duplicates, FindingCode::DuplicateKey, parent, "each key once"_L1, key);
}

void CallbackScan::take(RawValue::Kind kind, QByteArrayView text)
{
    if (m_ignoredDepth > 0)
        return;
    if (m_place == Place::Outside) {
        m_rootValue = {kind, text.toByteArray()};
    } else if (m_place == Place::SeatList) {
        const FieldPlace place{{}, name(RootField::SeatList), m_element++};
        m_hasUnplacedSeats = true;
        FieldReader(m_seatFindings).report(FindingCode::WrongType, place, "object"_L1, {kind, text.toByteArray()});
    } else if (RawValue *value = slot()) {
        *value = {kind, text.toByteArray()};
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
        return FieldPlace{seatNames.at(static_cast<size_t>(f)), name(RootField::SeatList), m_element};
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
    if (index) {
        seat.index = *index;
        const size_t before = m_seats.size();
        // Lists are ascending nearly always, so the hint makes this constant.
        m_seats.insert_or_assign(m_seats.end(), *index, std::move(seat));
        if (m_seats.size() == before) {
            reader.report(FindingCode::RepeatedSeat, place(SeatField::Index), "each seat once"_L1,
                          value(SeatField::Index));
        }
    } else {
        m_hasUnplacedSeats = true;
    }
    ++m_element;
}

} // namespace seatscope
