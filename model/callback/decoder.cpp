// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/decoder.h"

#include "model/callback/callbackscan.h"
#include "model/callback/commandcatalogue.h"
#include "model/callback/fieldreader.h"
#include "model/callback/seatchecks.h"
#include "model/callback/shorttext.h"
#include "model/callback/tablescan.h"

#include <array>

namespace seatscope {

namespace {

using namespace Qt::StringLiterals;
using Kind = RawValue::Kind;

/// Fields that the documentation names for seat callbacks only where they are in this list.
constexpr std::array foreignToSeatCallbacks{
    RootField::WebhookCommand, RootField::RoomInfo, RootField::EventInfo, RootField::EventGroupId, RootField::EventType,
};

/// Turns what was scanned into typed values.
class Assembly {
public:
    /// \a scan has read \a body.
    Assembly(CallbackScan &scan, const QByteArray &body, const QString &queryCommand)
        : m_scan(scan),
          m_body(body),
          m_queryCommand(queryCommand)
    {
    }

    [[nodiscard]] DecodedCallback make(std::optional<qint64> loneSurrogateOffset);

private:
    void readCommand();
    void readProduct();
    void readSeatCallback();
    void readSeatList();
    void readByTable(const CommandEntry &entry);
    void readOther();
    void readEnvelope(FieldReader &reader);
    void readRoomOfEnvelope(FieldReader &reader);
    void reportMissingCommand();
    [[nodiscard]] std::optional<QString> bodyCommand();
    [[nodiscard]] bool isTrtcEvent() const;
    [[nodiscard]] const RawValue &field(RootField f) const { return m_scan.field(f); }

    CallbackScan &m_scan;
    const QByteArray &m_body;
    const QString &m_queryCommand;
    DecodedCallback m_callback;
    FindingList m_findings;
    FieldReader m_reader{m_findings};
};

FieldPlace placeOf(RootField field)
{
    return {CallbackScan::name(field)};
}

DecodedCallback Assembly::make(std::optional<qint64> loneSurrogateOffset)
{
    if (loneSurrogateOffset) {
        m_findings.add({FindingCode::LoneSurrogate,
                        {},
                        u"surrogates in pairs"_s,
                        u"half of a pair at byte %1"_s.arg(*loneSurrogateOffset)});
    }
    readCommand();
    m_callback.inCatalogue = isInCatalogue(m_callback.command);
    if (m_scan.root().kind != Kind::Object) {
        m_callback.product = productOfCommand(m_callback.command);
        m_reader.report(FindingCode::WrongType, {}, "object"_L1, m_scan.root());
    } else {
        readProduct();
        if (m_callback.command == seatInfoChangedCommand)
            readSeatCallback();
        else
            readOther();
    }
    m_callback.findings = m_findings.result();
    return std::move(m_callback);
}

std::optional<QString> Assembly::bodyCommand()
{
    for (const RootField key : {RootField::CallbackCommand, RootField::WebhookCommand}) {
        const RawValue &value = field(key);
        if (value.kind == Kind::Text && !value.text.isEmpty() && value.text.size() <= longestIdentifier)
            return QString::fromUtf8(value.text);
        if (value.text.size() > longestIdentifier) {
            m_reader.report(FindingCode::OutOfRange, placeOf(key), "at most 1024 bytes"_L1, value);
            continue;
        }
        if (value.kind == Kind::Null)
            m_reader.report(FindingCode::NullValue, placeOf(key), "string"_L1, value);
        else if (value.isPresent())
            m_reader.report(FindingCode::WrongType, placeOf(key), "the name of a command"_L1, value);
    }
    return std::nullopt;
}

void Assembly::readCommand()
{
    const std::optional<QString> named = bodyCommand();
    m_callback.command = named.value_or(m_queryCommand);
    if (named && !m_queryCommand.isEmpty() && *named != m_queryCommand) {
        const RootField key =
            field(RootField::CallbackCommand).isPresent() ? RootField::CallbackCommand : RootField::WebhookCommand;
        m_findings.add({FindingCode::CommandMismatch, placeOf(key).pointer(),
                        QString(shortText(m_queryCommand) % " as in the query"_L1), shortText(*named)});
    }
}

bool Assembly::isTrtcEvent() const
{
    return m_callback.command.isEmpty() && field(RootField::EventGroupId).isPresent() &&
           field(RootField::EventType).isPresent() && field(RootField::EventInfo).kind == Kind::Object;
}

void Assembly::readProduct()
{
    if (m_callback.command == seatInfoChangedCommand)
        m_callback.product = field(RootField::OperatorAccount).isPresent() ? Product::Room : Product::Live;
    else
        m_callback.product = isTrtcEvent() ? Product::Trtc : productOfCommand(m_callback.command);
}

void Assembly::reportMissingCommand()
{
    if (const RootField key = RootField::CallbackCommand;
        !field(key).isPresent() && !field(RootField::WebhookCommand).isPresent())
        m_reader.report(FindingCode::MissingField, placeOf(key), "the name of a command"_L1, field(key));
}

void Assembly::readSeatList()
{
    const RawValue &list = field(RootField::SeatList);
    if (list.kind != Kind::Array) {
        FindingCode code = FindingCode::WrongType;
        if (list.kind == Kind::Absent || list.kind == Kind::Null)
            code = list.isPresent() ? FindingCode::NullValue : FindingCode::MissingField;
        m_reader.report(code, placeOf(RootField::SeatList), "list of seats"_L1, list);
        return;
    }
    m_callback.hasUnplacedSeats = m_scan.hasUnplacedSeats();
    m_findings.append(m_scan.seatFindings());
    if (!m_callback.room)
        return;
    const bool isInOrder = m_scan.areSeatsInOrder();
    m_callback.seats = m_scan.takeSeats();
    reportOddSeats(*m_callback.seats, isInOrder, m_findings);
}

void Assembly::readSeatCallback()
{
    reportMissingCommand();
    const auto identifier = [this](RootField key, Presence presence) {
        return m_reader.identifier(field(key), placeOf(key), presence);
    };
    if (auto text = identifier(RootField::OperatorAccount, Presence::Optional))
        m_callback.operatorAccount = UserId(*std::move(text));
    if (auto text = identifier(RootField::Room, Presence::Required))
        m_callback.room = RoomId(*std::move(text));
    readSeatList();
    m_callback.eventTime =
        m_reader.eventTime(field(RootField::Time), placeOf(RootField::Time), Presence::Required, false);
    for (const RootField key : foreignToSeatCallbacks) {
        if (field(key).isPresent())
            m_reader.report(FindingCode::UnknownField, placeOf(key), "no such field"_L1, field(key));
    }
    m_findings.append(m_scan.unknownRootKeys());
    m_findings.append(m_scan.duplicateKeys());
}

void Assembly::readRoomOfEnvelope(FieldReader &reader)
{
    const RawValue &own = field(RootField::Room);
    if (own.isPresent()) {
        if (auto text = reader.identifier(own, placeOf(RootField::Room), Presence::Optional)) {
            m_callback.room = RoomId(*std::move(text));
            return;
        }
    }
    for (const RootField parent : {RootField::RoomInfo, RootField::EventInfo}) {
        const RawValue &value = m_scan.infoField(parent, InfoField::Room);
        // TRTC rooms are named by number or string: neither is odd there.
        if (m_callback.product == Product::Trtc && value.kind == Kind::Number) {
            m_callback.room = RoomId(QString::fromUtf8(value.text));
            return;
        }
        const FieldPlace place{CallbackScan::name(InfoField::Room), CallbackScan::name(parent)};
        if (auto text = reader.identifier(value, place, Presence::Optional)) {
            m_callback.room = RoomId(*std::move(text));
            return;
        }
    }
}

void Assembly::readEnvelope(FieldReader &reader)
{
    readRoomOfEnvelope(reader);
    if (auto text = reader.identifier(field(RootField::OperatorAccount), placeOf(RootField::OperatorAccount),
                                      Presence::Optional))
        m_callback.operatorAccount = UserId(*std::move(text));
    // Chat documents EventTime as a quoted number.
    const bool quoted = m_callback.product == Product::Chat;
    m_callback.eventTime =
        reader.eventTime(field(RootField::Time), placeOf(RootField::Time), Presence::Optional, quoted);
    if (!m_callback.eventTime) {
        const FieldPlace place{CallbackScan::name(InfoField::TimeMs), CallbackScan::name(RootField::EventInfo)};
        m_callback.eventTime = reader.eventTime(m_scan.infoField(RootField::EventInfo, InfoField::TimeMs), place,
                                                Presence::Optional, false);
    }
}

void Assembly::readByTable(const CommandEntry &entry)
{
    TableScan table(entry);
    [[maybe_unused]] const JsonReading reading = readJson(m_body, table);
    Q_ASSERT(!reading.error);
    if (entry.product != Product::Trtc)
        reportMissingCommand();
    m_findings.append(table.findings());
    // What is odd about the envelope is among the findings of the table.
    FindingList known;
    FieldReader reader(known);
    readEnvelope(reader);
    TableValues values = table.takeValues();
    if (!m_callback.room)
        m_callback.room = std::move(values.fromRoom);
    if (!m_callback.eventTime) {
        m_callback.eventTime = values.time;
        m_callback.isTimeInSeconds = values.isTimeInSeconds;
    }
    m_callback.report = makeRoomReport(entry.effect, std::move(values));
}

void Assembly::readOther()
{
    const CommandEntry *entry = catalogueEntry(m_callback.command, m_callback.product);
    if (entry && entry->product != Product::Chat) {
        readByTable(*entry);
    } else {
        readEnvelope(m_reader);
        m_findings.append(m_scan.duplicateKeys());
    }
}

} // namespace

tl::expected<DecodedCallback, JsonError> decodeCallback(const QByteArray &body, const QString &queryCommand)
{
    CallbackScan scan;
    const JsonReading reading = readJson(body, scan);
    if (reading.error)
        return tl::unexpected<JsonError>(*reading.error);
    return Assembly(scan, body, queryCommand).make(reading.loneSurrogateOffset);
}

} // namespace seatscope
