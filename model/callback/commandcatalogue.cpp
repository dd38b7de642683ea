// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/commandcatalogue.h"

#include "model/callback/livecommands.h"
#include "model/callback/roomcommands.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace seatscope {

namespace {

using namespace Qt::StringLiterals;

/// A family of Chat callbacks, which Chat documents.
constexpr CommandEntry family(QLatin1StringView prefix, const char *description)
{
    return {prefix, Product::Chat, CallbackTiming::After, 0, description, catalogue::chatEnvelope, RoomEffect::None,
            true,   true};
}

/// The commands of the RTC documentation, product 647, in the order in which they are looked for.
constexpr std::array entries{
    CommandEntry{"Mic.CallbackAfterSeatInfoChanged"_L1, Product::Room, CallbackTiming::After, 60736,
                 QT_TRANSLATE_NOOP("seatscope::Catalogue",
                                   "Somebody took or left a seat, or a seat was locked, muted or opened again."),
                 catalogue::roomSeatsChanged},
    CommandEntry{"Mic.CallbackAfterSeatInfoChanged"_L1, Product::Live, CallbackTiming::After, 64425,
                 QT_TRANSLATE_NOOP("seatscope::Catalogue",
                                   "Somebody took or left a seat, or a seat was locked, muted or opened again."),
                 catalogue::liveSeatsChanged},
    CommandEntry{"Room.CallbackAfterCreateRoom"_L1, Product::Room, CallbackTiming::After, 60733,
                 QT_TRANSLATE_NOOP("seatscope::Catalogue", "A room was created."), catalogue::roomCreated,
                 RoomEffect::Create},
    CommandEntry{"Room.CallbackAfterDestroyRoom"_L1, Product::Room, CallbackTiming::After, 60732,
                 QT_TRANSLATE_NOOP("seatscope::Catalogue", "A room was destroyed."), catalogue::roomDestroyed,
                 RoomEffect::Destroy},
    CommandEntry{"Room.CallbackAfterUpdateRoomInfo"_L1, Product::Room, CallbackTiming::After, 60731,
                 QT_TRANSLATE_NOOP("seatscope::Catalogue", "What is said about a room changed, for example its name."),
                 catalogue::roomUpdated, RoomEffect::Update},
    CommandEntry{"Room.CallbackUpdateRoomInfo"_L1, Product::Room, CallbackTiming::After, 60731,
                 QT_TRANSLATE_NOOP("seatscope::Catalogue",
                                   "What is said about a room changed (the older name of the callback)."),
                 catalogue::roomUpdated, RoomEffect::Update},
    CommandEntry{"Room.CallbackAfterMemberEnter"_L1, Product::Room, CallbackTiming::After, 60735,
                 QT_TRANSLATE_NOOP("seatscope::Catalogue", "Members entered a room."), catalogue::memberEntered,
                 RoomEffect::Enter},
    CommandEntry{"Room.CallbackAfterMemberLeave"_L1, Product::Room, CallbackTiming::After, 60734,
                 QT_TRANSLATE_NOOP("seatscope::Catalogue", "Members left a room, were put out or lost connection."),
                 catalogue::memberLeft, RoomEffect::Leave},
    CommandEntry{"Live.CallbackAfterCreateRoom"_L1, Product::Live, CallbackTiming::After, 64422,
                 QT_TRANSLATE_NOOP("seatscope::Catalogue", "A live room was created."), catalogue::liveCreated,
                 RoomEffect::Create},
    CommandEntry{"Live.CallbackAfterDestroyRoom"_L1, Product::Live, CallbackTiming::After, 64423,
                 QT_TRANSLATE_NOOP("seatscope::Catalogue", "A live room was destroyed."), catalogue::liveDestroyed,
                 RoomEffect::Destroy},
    CommandEntry{
        "Live.CallbackAfterUpdateRoomInfo"_L1, Product::Live, CallbackTiming::After, 67938,
        QT_TRANSLATE_NOOP("seatscope::Catalogue", "What is said about a live room changed, for example its name."),
        catalogue::liveUpdated, RoomEffect::Update},
    CommandEntry{"Live.CallbackAfterSetMetadata"_L1, Product::Live, CallbackTiming::After, 68222,
                 QT_TRANSLATE_NOOP("seatscope::Catalogue", "Entries of a live room's metadata were set."),
                 catalogue::metadataSet},
    CommandEntry{"Live.CallbackAfterDelMetadata"_L1, Product::Live, CallbackTiming::After, 68223,
                 QT_TRANSLATE_NOOP("seatscope::Catalogue", "Entries of a live room's metadata were deleted."),
                 catalogue::metadataDeleted},
    CommandEntry{
        "Live.CallbackAfterCreateRoomReachingThreshold"_L1, Product::Live, CallbackTiming::After, 70485,
        QT_TRANSLATE_NOOP("seatscope::Catalogue", "The application has nearly as many live rooms as it can have."),
        catalogue::thresholdReached},
    CommandEntry{"Live.CallbackAfterMemberStateChanged"_L1, Product::Live, CallbackTiming::After, 64424,
                 QT_TRANSLATE_NOOP("seatscope::Catalogue",
                                   "Members of a live room came, went, or lost or regained their connection."),
                 catalogue::memberStateChanged, RoomEffect::MemberState},
    CommandEntry{"Live.CallbackAfterChangeOwner"_L1, Product::Live, CallbackTiming::After, 72553,
                 QT_TRANSLATE_NOOP("seatscope::Catalogue", "A live room has another owner."), catalogue::ownerChanged,
                 RoomEffect::Owner},
    CommandEntry{"Live.CallbackAfterModifyAdmin"_L1, Product::Live, CallbackTiming::After, 72554,
                 QT_TRANSLATE_NOOP("seatscope::Catalogue", "Administrators of a live room were added or removed."),
                 catalogue::adminsModified, RoomEffect::Admins},
    CommandEntry{"Live.CallbackAfterCreateBattle"_L1, Product::Live, CallbackTiming::After, 68259,
                 QT_TRANSLATE_NOOP("seatscope::Catalogue", "A live room asked others for a battle."),
                 catalogue::battleCreated},
    CommandEntry{"Live.CallbackAfterStartBattle"_L1, Product::Live, CallbackTiming::After, 68260,
                 QT_TRANSLATE_NOOP("seatscope::Catalogue", "A battle between live rooms began."),
                 catalogue::battleStarted},
    CommandEntry{"Live.CallbackAfterEndBattle"_L1, Product::Live, CallbackTiming::After, 68261,
                 QT_TRANSLATE_NOOP("seatscope::Catalogue", "A battle between live rooms ended."),
                 catalogue::battleEnded},
    CommandEntry{"Live.CallbackBeforeSendGift"_L1, Product::Live, CallbackTiming::Before, 72210,
                 QT_TRANSLATE_NOOP("seatscope::Catalogue",
                                   "Somebody is about to send a gift: ErrorCode 0 in the answer allows it, 1 rejects "
                                   "it."),
                 catalogue::giftAsked},
    // Recordings and TRTC events have fields of their own for each kind of event.
    CommandEntry{"Live.CallbackAfterCloudRecordingChanged"_L1, Product::Live, CallbackTiming::After, 78428,
                 QT_TRANSLATE_NOOP("seatscope::Catalogue", "The recording of a live room began, ended or progressed."),
                 catalogue::recordingChanged, RoomEffect::None, true},
    CommandEntry{
        {},
        Product::Trtc,
        CallbackTiming::After,
        39558,
        QT_TRANSLATE_NOOP("seatscope::Catalogue", "An event of a TRTC room or of its media; it names no command."),
        catalogue::trtcEvent,
        RoomEffect::None,
        true},
    CommandEntry{"Group.CallbackBeforeSendMsg"_L1, Product::Chat, CallbackTiming::Before, 0,
                 QT_TRANSLATE_NOOP("seatscope::Catalogue",
                                   "Somebody is about to send a message to a group: ErrorCode 0 in the answer allows "
                                   "it, 1 rejects it, 2 drops it silently."),
                 catalogue::chatEnvelope, RoomEffect::None, true},
    CommandEntry{"Group.CallbackAfterSendMsg"_L1, Product::Chat, CallbackTiming::After, 0,
                 QT_TRANSLATE_NOOP("seatscope::Catalogue", "Somebody sent a message to a group."),
                 catalogue::chatEnvelope, RoomEffect::None, true},
    family("Group."_L1, QT_TRANSLATE_NOOP("seatscope::Catalogue", "Something happened in a Chat group.")),
    family("C2C."_L1, QT_TRANSLATE_NOOP("seatscope::Catalogue", "Something happened between two users of Chat.")),
    family("State."_L1, QT_TRANSLATE_NOOP("seatscope::Catalogue", "A user of Chat went online or offline.")),
    family("Profile."_L1, QT_TRANSLATE_NOOP("seatscope::Catalogue", "A user's profile in Chat changed.")),
    family("Sns."_L1, QT_TRANSLATE_NOOP("seatscope::Catalogue", "A user's contacts in Chat changed.")),
    family("Follow."_L1, QT_TRANSLATE_NOOP("seatscope::Catalogue", "Users began or ceased to follow each other.")),
    family("Call."_L1, QT_TRANSLATE_NOOP("seatscope::Catalogue", "A call began, ended or changed.")),
};

struct Family {
    QLatin1StringView prefix;
    Product product = Product::Unknown;
};

constexpr std::array families{
    Family{"Room."_L1, Product::Room}, Family{"Live."_L1, Product::Live},   Family{"Group."_L1, Product::Chat},
    Family{"C2C."_L1, Product::Chat},  Family{"State."_L1, Product::Chat},  Family{"Profile."_L1, Product::Chat},
    Family{"Sns."_L1, Product::Chat},  Family{"Follow."_L1, Product::Chat}, Family{"Call."_L1, Product::Chat},
};

constexpr std::array productNames{"unknown"_L1, "room"_L1, "live"_L1, "chat"_L1, "trtc"_L1};
static_assert(productNames.size() == static_cast<size_t>(Product::Trtc) + 1);

/// In the order of FieldType.
constexpr std::array expectations{
    "string"_L1,
    "string"_L1,
    "string or number"_L1,
    "integer, 0 or more"_L1,
    "true or false"_L1,
    "milliseconds since 1970"_L1,
    "seconds since 1970"_L1,
    ""_L1,
    "object"_L1,
    "list of strings"_L1,
    "list of strings"_L1,
    "list of integers"_L1,
    "list of objects"_L1,
    "anything"_L1,
};
static_assert(expectations.size() == static_cast<size_t>(FieldType::Any) + 1);

} // namespace

bool isInCatalogue(QStringView command)
{
    // Nearly every callback is one.
    if (command == seatInfoChangedCommand)
        return true;
    return !command.isEmpty() && catalogueEntry(command, Product::Unknown);
}

Product productOfCommand(QStringView command)
{
    const auto family = std::ranges::find_if(families, [command](const Family &f) {
        return command.size() > f.prefix.size() && command.startsWith(f.prefix);
    });
    return family == families.end() ? Product::Unknown : family->product;
}

std::span<const CommandEntry> catalogueEntries()
{
    return entries;
}

const CommandEntry *catalogueEntry(QStringView command, Product product)
{
    const auto found = std::ranges::find_if(entries, [&](const CommandEntry &entry) {
        if (entry.isFamily)
            return command.size() > entry.command.size() && command.startsWith(entry.command);
        const bool isOther = entry.command.isEmpty() ? product != Product::Trtc
                                                     : entry.product == Product::Room && product == Product::Live;
        return entry.command == command && !isOther;
    });
    return found == entries.end() ? nullptr : &*found;
}

const FieldEntry *catalogueField(const CommandEntry &entry, QStringView pointer)
{
    const FieldEntry *field = nullptr;
    FieldTable table = entry.fields;
    bool inList = false;
    if (!pointer.startsWith(u'/'))
        return nullptr;
    for (const QStringView part : pointer.sliced(1).tokenize(u'/')) {
        if (inList) {
            inList = false;
            if (!std::ranges::all_of(part, [](QChar c) { return c >= u'0' && c <= u'9'; }) || part.isEmpty())
                return nullptr;
            continue;
        }
        // No documented name has a character that a pointer escapes.
        const auto *found = std::ranges::find_if(table, [part](const FieldEntry &f) { return f.name == part; });
        if (found == table.end())
            return nullptr;
        field = found;
        table = field->fields;
        inList = isList(field->type);
    }
    return field;
}

CallbackTiming timingOf(const CommandEntry &entry, QStringView command)
{
    return command.contains(".CallbackBefore"_L1) ? CallbackTiming::Before : entry.timing;
}

QString commandDescription(const CommandEntry &entry)
{
    return QCoreApplication::translate("seatscope::Catalogue", entry.description);
}

QString fieldDescription(const FieldEntry &field)
{
    return QCoreApplication::translate("seatscope::Catalogue", field.description);
}

QString expectedValue(const FieldEntry &field)
{
    if (field.type != FieldType::Choice)
        return expectations.at(static_cast<size_t>(field.type));
    QString text;
    for (const QLatin1StringView &choice : field.choices) {
        if (!text.isEmpty())
            text += &choice + 1 == field.choices.end() ? " or "_L1 : ", "_L1;
        text += choice;
    }
    return text;
}

QLatin1StringView productName(Product product)
{
    return productNames.at(static_cast<size_t>(product));
}

} // namespace seatscope
