// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/simulate/callbackbody.h"

#include "model/callback/decodedcallback.h"
#include "model/core/jsontext.h"
#include "model/simulate/people.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace seatscope {

namespace {

using namespace Qt::StringLiterals;

constexpr quint64 optionalPercent = 60;
constexpr quint64 truePercent = 30;

bool contains(const ChoiceTable &choices, QLatin1StringView text)
{
    return std::ranges::find(choices, text) != choices.end();
}

/// Writes the fields of one entry of the catalogue.
class BodyWriter {
public:
    BodyWriter(const CommandEntry &entry, const QString &command, const Scene &scene, const BodyFacts &facts,
               Dice &dice)
        : m_entry(entry),
          m_command(command),
          m_scene(scene),
          m_facts(facts),
          m_dice(dice)
    {
    }

    MadeBody make()
    {
        writeObject(m_entry.fields, nullptr);
        m_made.bytes = m_json.bytes();
        return std::move(m_made);
    }

private:
    void writeObject(const FieldTable &fields, const FieldEntry *parent);
    void writeValue(const FieldEntry &field, const FieldEntry *parent);
    void writeIdentifier(const FieldEntry &field, const FieldEntry *parent);
    void writeText(const FieldEntry &field);
    void writeInteger(const FieldEntry &field);
    void writeTime();
    void writeList(const FieldEntry &field, const FieldEntry *parent);
    [[nodiscard]] bool isWanted(const FieldEntry &field);
    [[nodiscard]] bool isScenes(FieldRole role) const;
    [[nodiscard]] QString identifierOf(const FieldEntry &field, const FieldEntry *parent);
    [[nodiscard]] QString choiceOf(const FieldEntry &field);
    [[nodiscard]] UserId nextMember();
    [[nodiscard]] size_t memberCount() const { return std::max<size_t>(1, members().size()); }
    [[nodiscard]] const std::vector<UserId> &members() const;

    const CommandEntry &m_entry;
    const QString &m_command;
    const Scene &m_scene;
    const BodyFacts &m_facts;
    Dice &m_dice;
    JsonWriter m_json;
    MadeBody m_made;
    size_t m_member = 0; ///< how many members were written
};

const std::vector<UserId> &BodyWriter::members() const
{
    const RoomReport &report = m_scene.report;
    for (const std::vector<UserId> *list : {&report.entered, &report.left, &report.adminsAdded}) {
        if (!list->empty())
            return *list;
    }
    return report.adminsRemoved;
}

UserId BodyWriter::nextMember()
{
    return m_member < members().size() ? members()[m_member++] : personOf(m_dice.below(knownPeople));
}

bool BodyWriter::isScenes(FieldRole role) const
{
    const RoomReport &report = m_scene.report;
    return (role == FieldRole::Name && report.name) || (role == FieldRole::Owner && report.owner) ||
           (role == FieldRole::MaxSeats && report.maxSeats) || (role == FieldRole::MemberCount && report.memberCount);
}

bool BodyWriter::isWanted(const FieldEntry &field)
{
    if (field.presence == Presence::Required || isScenes(field.role))
        return true;
    // What tells of the room or dates the callback is not left to the dice.
    if (field.role != FieldRole::None && field.role != FieldRole::CreationTime)
        return false;
    return field.type == FieldType::Milliseconds || m_dice.chance(optionalPercent);
}

void BodyWriter::writeObject(const FieldTable &fields, const FieldEntry *parent)
{
    m_json.beginObject();
    for (const FieldEntry &field : fields) {
        if (isWanted(field)) {
            m_json.key(field.name);
            writeValue(field, parent);
        }
    }
    m_json.endObject();
}

void BodyWriter::writeValue(const FieldEntry &field, const FieldEntry *parent)
{
    switch (field.type) {
    case FieldType::Text:
        writeText(field);
        return;
    case FieldType::Choice:
        m_json.string(choiceOf(field));
        return;
    case FieldType::Identifier:
    case FieldType::IdentifierOrNumber:
        writeIdentifier(field, parent);
        return;
    case FieldType::Integer:
        writeInteger(field);
        return;
    case FieldType::Boolean:
        m_json.boolean(m_dice.chance(truePercent));
        return;
    case FieldType::Milliseconds:
        writeTime();
        return;
    case FieldType::Seconds:
        m_json.number(m_facts.time.value() / 1000);
        return;
    case FieldType::Object:
        writeObject(field.fields, &field);
        return;
    case FieldType::Any:
        m_json.null();
        return;
    default:
        writeList(field, parent);
    }
}

void BodyWriter::writeTime()
{
    m_made.isDated = true;
    // Chat documents its times as quoted numbers; both occur.
    if (m_entry.product == Product::Chat && m_dice.chance(50))
        m_json.string(QString::number(m_facts.time.value()));
    else
        m_json.number(m_facts.time.value());
}

void BodyWriter::writeList(const FieldEntry &field, const FieldEntry *parent)
{
    const auto isMember = [](const FieldEntry &inner) { return inner.role == FieldRole::Member; };
    const bool areMembers = isMember(field) || std::any_of(field.fields.begin(), field.fields.end(), isMember);
    const size_t count = areMembers ? memberCount() : 1 + m_dice.below(2);
    m_json.beginArray();
    for (size_t i = 0; i < count; ++i) {
        if (field.type == FieldType::Objects)
            writeObject(field.fields, &field);
        else if (field.type == FieldType::Identifiers)
            writeIdentifier(field, parent);
        else if (field.type == FieldType::Integers)
            writeInteger(field);
        else
            writeText(field);
    }
    m_json.endArray();
}

void BodyWriter::writeIdentifier(const FieldEntry &field, const FieldEntry *parent)
{
    m_json.string(identifierOf(field, parent));
}

QString BodyWriter::identifierOf(const FieldEntry &field, const FieldEntry *parent)
{
    const bool isEnvelope = !parent || parent->name == "RoomInfo"_L1 || parent->name == "EventInfo"_L1;
    if (field.role == FieldRole::FromRoom || (field.name == "RoomId"_L1 && isEnvelope)) {
        m_made.namesRoom = true;
        return m_facts.room.text();
    }
    if (field.role == FieldRole::Owner) {
        m_made.report.owner = m_scene.report.owner ? m_scene.report.owner : m_facts.standing.owner;
        return m_made.report.owner.value_or(m_scene.actor).text();
    }
    if (field.role == FieldRole::Member)
        return nextMember().text();
    if (field.name == "Operator_Account"_L1 && !parent) {
        m_made.operatorAccount = m_scene.actor;
        return m_scene.actor.text();
    }
    if (field.name == "OriginalOwner_Account"_L1 && m_scene.formerOwner)
        return m_scene.formerOwner->text();
    if (field.name == "From_Account"_L1 || field.name == "UserId"_L1)
        return m_scene.actor.text();
    if (field.name.endsWith("_Account"_L1))
        return personOf(m_dice.below(knownPeople)).text();
    if (field.name == "GroupId"_L1)
        return m_facts.room.text();
    const QString number = QString::number(100'500 + m_dice.below(400));
    if (field.name.contains("Room"_L1))
        return "live_"_L1 % number;
    return QString(field.name).toLower() % u'-' % number;
}

QString BodyWriter::choiceOf(const FieldEntry &field)
{
    const auto wanted = std::ranges::find_if(
        m_scene.choices, [&field](QLatin1StringView choice) { return contains(field.choices, choice); });
    return wanted != m_scene.choices.end() ? *wanted : field.choices.first[m_dice.below(field.choices.count)];
}

void BodyWriter::writeText(const FieldEntry &field)
{
    static constexpr std::array<QStringView, 6> phrases{u"welcome", u"second round", u"讨论区", u"a <b>bold</b> move",
                                                        u"v2",      u"до встречи"};
    if (field.role == FieldRole::Command) {
        m_json.string(m_command);
    } else if (field.role == FieldRole::Name) {
        m_made.report.name = m_scene.report.name ? m_scene.report.name : m_facts.standing.name;
        m_json.string(m_made.report.name.value_or(QString()));
    } else if (field.name == "RoomType"_L1) {
        m_json.string(m_facts.live ? u"Live" : u"Conference");
    } else if (field.name.endsWith("URL"_L1)) {
        m_json.string(u"https://example.com/%1/%2.png"_s.arg(QString(field.name).toLower()).arg(m_dice.below(100)));
    } else {
        m_json.string(phrases.at(m_dice.below(phrases.size())));
    }
}

void BodyWriter::writeInteger(const FieldEntry &field)
{
    if (field.role == FieldRole::MaxSeats) {
        m_made.report.maxSeats = m_facts.standing.maxSeats;
        m_json.number(m_made.report.maxSeats.value_or(0));
    } else if (field.role == FieldRole::MemberCount) {
        m_made.report.memberCount =
            m_scene.report.memberCount ? m_scene.report.memberCount : m_facts.standing.memberCount;
        m_json.number(m_made.report.memberCount.value_or(0));
    } else if (field.name == "Duration"_L1 || field.name == "Timeout"_L1) {
        m_json.number(static_cast<qint64>(1 + m_dice.below(10)) * 30'000);
    } else {
        constexpr qint64 usual = 100;
        m_json.number(static_cast<qint64>(m_dice.below(static_cast<quint64>(std::min(usual, field.most)) + 1)));
    }
}

void writeSeat(JsonWriter &json, const TrueSeat &seat, bool live)
{
    json.beginObject().key("Index"_L1).number(seat.index.value());
    // The Live form leaves the account of an empty seat out, the Room form sends it empty.
    if (seat.user || !live)
        json.key("Member_Account"_L1).string(seat.user ? seat.user->text() : QString());
    json.key("IsTakenDisabled"_L1).boolean(seat.locked);
    json.key("IsVideoDisabled"_L1).boolean(seat.videoDisabled);
    json.key("IsAudioDisabled"_L1).boolean(seat.audioDisabled).endObject();
}

} // namespace

MadeBody makeBody(const CommandEntry &entry, const QString &command, const Scene &scene, const BodyFacts &facts,
                  Dice &dice)
{
    return BodyWriter(entry, command, scene, facts, dice).make();
}

QByteArray makeSeatBody(const RoomId &room, const std::vector<TrueSeat> &seats,
                        const std::optional<UserId> &operatorAccount, EventTime time)
{
    JsonWriter json;
    json.beginObject().key("CallbackCommand"_L1).string(seatInfoChangedCommand);
    if (operatorAccount)
        json.key("Operator_Account"_L1).string(operatorAccount->text());
    json.key("RoomId"_L1).string(room.text()).key("SeatList"_L1).beginArray();
    for (const TrueSeat &seat : seats)
        writeSeat(json, seat, !operatorAccount);
    json.endArray().key("EventTime"_L1).number(time.value()).endObject();
    return json.bytes();
}

} // namespace seatscope
