// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/findinglist.h"
#include "model/callback/jsonreader.h"
#include "model/callback/keywatch.h"
#include "model/callback/rawvalue.h"
#include "model/callback/seatlist.h"

#include <array>
#include <optional>
#include <vector>

namespace seatscope {

/// Fields of the root that are looked at.
enum class RootField : quint8 {
    CallbackCommand,
    WebhookCommand,
    OperatorAccount,
    Room,
    SeatList,
    Time,
    RoomInfo,
    EventInfo,
    EventGroupId,
    EventType,
};
/// Fields of an entry of `SeatList`.
enum class SeatField : quint8 { Index, MemberAccount, IsTakenDisabled, IsVideoDisabled, IsAudioDisabled };
/// Fields of `RoomInfo` and `EventInfo` that are looked at.
enum class InfoField : quint8 { Room, TimeMs };

/// Picks what SeatScope needs out of a body in one pass; its values are views of what was read. The command may stand
/// last, so the fields are kept as they came and read afterwards; seats are read at once, because keeping a long list
/// raw would take too much memory.
class CallbackScan final : public JsonEvents {
public:
    /// The body's one value, an Object unless the body is odd.
    [[nodiscard]] const RawValue &root() const { return m_rootValue; }
    [[nodiscard]] const RawValue &field(RootField field) const { return m_root.at(static_cast<size_t>(field)); }
    /// A field of `RoomInfo` or `EventInfo` (\a parent).
    [[nodiscard]] const RawValue &infoField(RootField parent, InfoField field) const;
    /// The seats of the last `SeatList`, ascending; to be taken once.
    [[nodiscard]] std::vector<SeatReport> takeSeats() { return m_seats.take(); }
    /// Whether each seat stands in the list at its place among takeSeats(); to be asked before.
    [[nodiscard]] bool areSeatsInOrder() const { return m_seats.ascendingCount() == m_element; }
    /// Whether the list has entries that name no readable seat.
    [[nodiscard]] bool hasUnplacedSeats() const { return m_hasUnplacedSeats; }
    [[nodiscard]] const FindingList &seatFindings() const { return m_seatFindings; }
    /// Keys that came twice, in any object that is looked into.
    [[nodiscard]] const FindingList &duplicateKeys() const { return m_duplicates; }
    /// Keys of the root that are none of RootField.
    [[nodiscard]] const FindingList &unknownRootKeys() const { return m_unknownRootKeys; }

    /// The key of \a field, as documented.
    [[nodiscard]] static QLatin1StringView name(RootField field);
    [[nodiscard]] static QLatin1StringView name(InfoField field);

    void restart() override { *this = CallbackScan(); }
    void beginObject() override;
    void endObject() override;
    void beginArray() override;
    void endArray() override;
    void key(QByteArrayView utf8) override;
    void string(QByteArrayView utf8) override { take(RawValue::Kind::Text, utf8); }
    void number(QByteArrayView text) override { take(RawValue::Kind::Number, text); }
    void boolean(bool value) override { take(value ? RawValue::Kind::True : RawValue::Kind::False, {}); }
    void null() override { take(RawValue::Kind::Null, {}); }

private:
    enum class Place : quint8 { Outside, Root, Info, SeatList, Seat };
    using InfoFields = std::array<RawValue, 2>;

    void take(RawValue::Kind kind, QByteArrayView text);
    void enter(RawValue::Kind kind);
    void leave();
    void beginSeatList();
    void endSeat();
    [[nodiscard]] RawValue *slot();
    [[nodiscard]] InfoFields &info();
    [[nodiscard]] bool isField(RootField field) const { return m_field == static_cast<int>(field); }
    void reportDuplicate(QByteArrayView key);
    void reportUnknown(QByteArrayView key);

    Place m_place = Place::Outside;
    qint64 m_ignoredDepth = 0; ///< how deep in a value that nobody asks for
    int m_field = -1;          ///< the field of the present object whose value comes next, −1: not looked at
    int m_infoParent = -1;     ///< the RootField that m_place Info is in
    qint64 m_element = 0;      ///< number of the present entry of SeatList

    RawValue m_rootValue;
    std::array<RawValue, 10> m_root;
    InfoFields m_roomInfo;
    InfoFields m_eventInfo;
    std::array<RawValue, 5> m_seat;
    KeyWatch m_rootKeys;
    KeyWatch m_innerKeys;
    SeatList m_seats;
    bool m_hasUnplacedSeats = false;
    FindingList m_seatFindings;
    FindingList m_duplicates;
    FindingList m_unknownRootKeys;
};

} // namespace seatscope
