// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/tableleaf.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <limits>

namespace seatscope {

namespace {

constexpr char leafType = 0x0d;
constexpr qsizetype leafHeader = 8;
constexpr qsizetype overflowPointer = 4;
/// More columns than any table of a journal has.
constexpr size_t maxColumns = 32;

/// Reads a variable-length integer at \a place and moves behind it; nothing when it does not end within \a bytes.
std::optional<qint64> takeVarint(QByteArrayView bytes, qsizetype &place)
{
    quint64 value = 0;
    for (int i = 0; i < 9 && place < bytes.size(); ++i) {
        const auto byte = static_cast<quint8>(bytes[place++]);
        if (i == 8)
            return static_cast<qint64>((value << 8) | byte);
        value = (value << 7) | (byte & 0x7fU);
        if ((byte & 0x80U) == 0)
            return static_cast<qint64>(value);
    }
    return std::nullopt;
}

/// How much of a payload stays in the leaf page.
qint64 localSize(qint64 payload, qsizetype usable)
{
    const qint64 most = usable - 35;
    if (payload <= most)
        return payload;
    const qint64 least = (usable - 12) * 32 / 255 - 23;
    const qint64 wanted = least + (payload - least) % (usable - overflowPointer);
    return wanted <= most ? wanted : least;
}

std::optional<LeafCell> cellAt(QByteArrayView page, qsizetype place, qint64 maxPayload)
{
    const std::optional<qint64> size = takeVarint(page, place);
    const std::optional<qint64> rowId = size ? takeVarint(page, place) : std::nullopt;
    if (!rowId || *size < 0 || *size > maxPayload)
        return std::nullopt;
    const qint64 local = localSize(*size, page.size());
    const qint64 pointer = local < *size ? overflowPointer : 0;
    if (local + pointer > page.size() - place)
        return std::nullopt;
    LeafCell cell{*rowId, *size, page.sliced(place, local), 0};
    if (pointer > 0)
        cell.overflow = qFromBigEndian<quint32>(page.data() + place + local);
    return cell;
}

/// The longest run of \a cells, in their order, whose numbers ascend: the others have a damaged number.
std::vector<LeafCell> ascending(const std::vector<LeafCell> &cells)
{
    constexpr size_t none = std::numeric_limits<size_t>::max();
    std::vector<size_t> ends; // for each length, which cell ends the run whose end is lowest
    std::vector<size_t> before(cells.size(), none);
    for (size_t i = 0; i < cells.size(); ++i) {
        const auto place =
            std::ranges::lower_bound(ends, cells[i].rowId, {}, [&cells](size_t index) { return cells[index].rowId; });
        if (place != ends.begin())
            before[i] = *(place - 1);
        if (place == ends.end())
            ends.push_back(i);
        else
            *place = i;
    }
    std::vector<LeafCell> run;
    for (size_t i = ends.empty() ? none : ends.back(); i != none; i = before[i])
        run.push_back(cells[i]);
    std::ranges::reverse(run);
    return run;
}

/// The big-endian two's complement number that \a bytes are.
qint64 signedNumber(QByteArrayView bytes)
{
    quint64 value = !bytes.isEmpty() && bytes.front() < 0 ? ~quint64{0} : 0;
    for (const char byte : bytes)
        value = (value << 8) | static_cast<quint8>(byte);
    return static_cast<qint64>(value);
}

/// Takes the value of a serial \a type off the front of \a body.
std::optional<RecordValue> takeValue(qint64 type, QByteArrayView &body)
{
    constexpr std::array<qsizetype, 7> integerSizes{0, 1, 2, 3, 4, 6, 8};
    RecordValue value;
    qint64 size = 0;
    if (type == 8 || type == 9) {
        value.type = RecordValue::Type::Integer;
        value.integer = type - 8;
    } else if (type >= 12) {
        value.type = type % 2 == 0 ? RecordValue::Type::Blob : RecordValue::Type::Text;
        size = (type - 12) / 2;
    } else if (type >= 0 && type < static_cast<qint64>(integerSizes.size())) {
        value.type = type == 0 ? RecordValue::Type::Null : RecordValue::Type::Integer;
        size = integerSizes[static_cast<size_t>(type)];
    } else {
        return std::nullopt;
    }
    if (size > body.size())
        return std::nullopt;
    const QByteArrayView bytes = body.first(size);
    body = body.sliced(size);
    if (type >= 12)
        value.bytes = bytes;
    else if (size > 0)
        value.integer = signedNumber(bytes);
    return value;
}

} // namespace

std::vector<LeafCell> leafCells(QByteArrayView page, qsizetype usable, qint64 maxPayload)
{
    if (usable < 480 || page.size() < usable || page.front() != leafType)
        return {};
    page = page.first(usable);
    const qsizetype count = qFromBigEndian<quint16>(page.data() + 3);
    const qsizetype cellsFrom = leafHeader + 2 * count;
    if (cellsFrom > usable)
        return {};
    std::vector<LeafCell> cells;
    for (qsizetype i = 0; i < count; ++i) {
        const qsizetype place = qFromBigEndian<quint16>(page.data() + leafHeader + 2 * i);
        if (place < cellsFrom || place >= usable)
            continue;
        if (const std::optional<LeafCell> cell = cellAt(page, place, maxPayload))
            cells.push_back(*cell);
    }
    return ascending(cells);
}

std::optional<std::vector<RecordValue>> recordValues(QByteArrayView payload)
{
    qsizetype place = 0;
    const std::optional<qint64> headerSize = takeVarint(payload, place);
    if (!headerSize || *headerSize < place || *headerSize > payload.size())
        return std::nullopt;
    const QByteArrayView header = payload.first(*headerSize);
    QByteArrayView body = payload.sliced(*headerSize);
    std::vector<RecordValue> values;
    while (place < header.size()) {
        const std::optional<qint64> type = takeVarint(header, place);
        const std::optional<RecordValue> value = type ? takeValue(*type, body) : std::nullopt;
        if (!value || values.size() == maxColumns)
            return std::nullopt;
        values.push_back(*value);
    }
    return body.isEmpty() ? std::optional(values) : std::nullopt;
}

} // namespace seatscope
