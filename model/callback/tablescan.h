// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/commandentry.h"
#include "model/callback/fieldreader.h"
#include "model/callback/findinglist.h"
#include "model/callback/jsonreader.h"
#include "model/callback/keywatch.h"
#include "model/callback/rawvalue.h"
#include "model/callback/tablevalues.h"

namespace seatscope {

/// Members of one callback that are kept; a room of the largest kind tells of them in portions of a few hundred.
inline constexpr size_t mostMembers = 10'000;

/// Compares a body with its entry of the catalogue in one pass, and picks what the entry says about the room. Values
/// are read as they come, so memory is bounded by mostMembers and the findings, however long and deep the body is.
class TableScan final : public JsonEvents {
public:
    /// \a entry must outlive the object, as those of the catalogue do.
    explicit TableScan(const CommandEntry &entry) : m_entry(&entry) {}

    [[nodiscard]] const FindingList &findings() const { return m_findings; }
    /// What the fields said; to be taken once.
    [[nodiscard]] TableValues takeValues() { return std::exchange(m_values, {}); }

    void restart() override { *this = TableScan(*m_entry); }
    void beginObject() override;
    void endObject() override;
    void beginArray() override;
    void endArray() override;
    void key(QByteArrayView utf8) override;
    void string(QByteArrayView utf8) override { value({RawValue::Kind::Text, utf8}); }
    void number(QByteArrayView text) override { value({RawValue::Kind::Number, text}); }
    void boolean(bool value) override { this->value({value ? RawValue::Kind::True : RawValue::Kind::False, {}}); }
    void null() override { value({RawValue::Kind::Null, {}}); }

private:
    /// Documented objects are at most two deep, and their lists hold no lists.
    enum class Place : quint8 { Outside, Root, RootList, Inner, InnerList };
    /// An object that is being read.
    struct Level {
        FieldTable fields;
        const FieldEntry *field = nullptr; ///< whose value comes next; null: not documented
        quint64 seen = 0;                  ///< a bit for each of fields
        KeyWatch otherKeys;
    };

    void begin(Level &level, FieldTable fields);
    void finish(const Level &level);
    void forget(const FieldEntry &field);
    void value(const RawValue &value);
    void readField(const FieldEntry &field, const RawValue &value, const FieldPlace &place);
    void readIdentifier(const FieldEntry &field, const RawValue &value, const FieldPlace &place);
    void readText(const FieldEntry &field, const RawValue &value, const FieldPlace &place);
    void readInteger(const FieldEntry &field, const RawValue &value, const FieldPlace &place);
    void readTime(const FieldEntry &field, const RawValue &value, const FieldPlace &place);
    void addMember(UserId &&member);
    [[nodiscard]] Level &level() { return m_place == Place::Inner || m_place == Place::InnerList ? m_inner : m_root; }
    [[nodiscard]] bool isInObject() const { return m_place == Place::Root || m_place == Place::Inner; }
    [[nodiscard]] bool isInnerInList() const { return m_root.field && m_root.field->type == FieldType::Objects; }
    /// The place of a field of the present object.
    [[nodiscard]] FieldPlace placeOf(QLatin1StringView name) const;

    const CommandEntry *m_entry;
    Place m_place = Place::Outside;
    qint64 m_ignoredDepth = 0; ///< how deep in a value that is not documented
    qint64 m_element = 0;      ///< number of the present entry of a list of objects
    qint64 m_item = 0;         ///< number of the present entry of a list of anything else
    bool m_hasTooMany = false; ///< members beyond mostMembers have come
    Level m_root;
    Level m_inner;
    TableValues m_values;
    FindingList m_findings;
};

} // namespace seatscope
