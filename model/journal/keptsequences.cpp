// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/keptsequences.h"

#include <bit>

namespace seatscope {

bool KeptSequences::holds(const Block &block, qint64 place)
{
    return block.bits ? ((*block.bits)[wordOf(place)] & maskOf(place)) != 0 : block.count > 0;
}

qint64 KeptSequences::set(Block &block, qint64 from, qint64 to, bool there)
{
    const qint64 before = block.count;
    const bool isUniform = block.count == 0 || block.count == blockSize;
    if (isUniform && (block.count > 0) == there)
        return 0;
    if (from == 0 && to == blockSize - 1) {
        block.bits.reset();
        block.count = there ? blockSize : 0;
        return block.count - before;
    }
    if (!block.bits) {
        block.bits = std::make_unique<Bits>();
        block.bits->fill(block.count > 0 ? ~quint64{0} : 0);
    }
    for (qint64 place = from; place <= to; ++place) {
        if (holds(block, place) != there) {
            (*block.bits)[wordOf(place)] ^= maskOf(place);
            block.count += there ? 1 : -1;
        }
    }
    if (block.count == 0 || block.count == blockSize)
        block.bits.reset();
    return block.count - before;
}

void KeptSequences::change(const SequenceRange &range, bool there)
{
    for (qint64 number = blockOf(range.first.value()); number <= blockOf(range.last.value()); ++number) {
        const auto index = static_cast<size_t>(number - m_firstBlock);
        const qint64 start = number * blockSize + 1;
        const qint64 from = std::max(range.first.value() - start, qint64{0});
        const qint64 to = std::min(range.last.value() - start, blockSize - 1);
        m_count += set(m_blocks.at(index), from, to, there);
        m_validSums = std::min(m_validSums, index + 1);
    }
}

void KeptSequences::append(const SequenceRange &range)
{
    if (range.first <= m_last || range.last < range.first)
        return;
    if (m_count == 0) {
        m_blocks.clear();
        m_firstBlock = blockOf(range.first.value());
        m_validSums = 0;
    }
    const auto needed = static_cast<size_t>(blockOf(range.last.value()) - m_firstBlock + 1);
    if (m_blocks.size() < needed)
        m_blocks.resize(needed);
    change(range, true);
    m_last = range.last;
}

void KeptSequences::remove(const SequenceRange &range)
{
    const qint64 lowest = m_firstBlock * blockSize + 1;
    const qint64 highest = (m_firstBlock + static_cast<qint64>(m_blocks.size())) * blockSize;
    const SequenceRange known{Sequence(std::max(range.first.value(), lowest)), std::min(range.last, Sequence(highest))};
    if (m_count == 0 || known.last < known.first)
        return;
    change(known, false);
    while (!m_blocks.empty() && m_blocks.front().count == 0) {
        m_blocks.pop_front();
        ++m_firstBlock;
        m_validSums = 0;
    }
}

const std::vector<qint64> &KeptSequences::sums() const
{
    m_sums.resize(m_blocks.size());
    for (; m_validSums < m_blocks.size(); ++m_validSums)
        m_sums[m_validSums] = m_validSums == 0 ? 0 : m_sums[m_validSums - 1] + m_blocks[m_validSums - 1].count;
    return m_sums;
}

qint64 KeptSequences::countBelow(qint64 sequence) const
{
    const qint64 number = blockOf(sequence);
    if (number < m_firstBlock)
        return 0;
    const auto index = static_cast<size_t>(number - m_firstBlock);
    if (index >= m_blocks.size())
        return m_count;
    const Block &block = m_blocks[index];
    const qint64 place = placeOf(sequence);
    qint64 below = block.count > 0 ? place : 0;
    if (block.bits) {
        below = std::popcount((*block.bits)[wordOf(place)] & (maskOf(place) - 1));
        for (size_t word = 0; word < wordOf(place); ++word)
            below += std::popcount((*block.bits)[word]);
    }
    return sums()[index] + below;
}

KeptSequences::Rows KeptSequences::rowsOf(const SequenceRange &range) const
{
    if (range.last < range.first || range.last.value() < 1)
        return {};
    const qint64 first = countBelow(std::max<qint64>(range.first.value(), 1));
    return {first, countBelow(range.last.value() + 1) - first};
}

std::vector<SequenceRange> KeptSequences::ranges() const
{
    Removal all;
    for (size_t index = 0; index < m_blocks.size(); ++index) {
        const Block &block = m_blocks[index];
        const qint64 start = (m_firstBlock + static_cast<qint64>(index)) * blockSize + 1;
        for (qint64 place = 0; block.bits && place < blockSize; ++place) {
            if (holds(block, place))
                all.add(Sequence(start + place), false);
        }
        if (!block.bits && block.count > 0)
            all.add({{{Sequence(start), Sequence(start + blockSize - 1)}}, blockSize, 0});
    }
    return std::move(all.ranges);
}

Sequence KeptSequences::sequenceAt(qint64 row) const
{
    if (row < 0 || row >= m_count)
        return Sequence();
    const std::vector<qint64> &before = sums();
    const auto after = std::upper_bound(before.begin(), before.end(), row);
    const auto index = static_cast<size_t>(after - before.begin()) - 1;
    const Block &block = m_blocks[index];
    qint64 place = row - before[index];
    if (block.bits) {
        qint64 rest = place;
        place = 0;
        for (qint64 here = 0; rest >= (here = std::popcount((*block.bits)[wordOf(place)])); place += wordSize)
            rest -= here;
        for (; !holds(block, place) || rest-- > 0; ++place) {
        }
    }
    return Sequence((m_firstBlock + static_cast<qint64>(index)) * blockSize + 1 + place);
}

qint64 KeptSequences::rowOf(Sequence sequence) const
{
    const qint64 number = blockOf(sequence.value());
    if (sequence.value() < 1 || number < m_firstBlock || sequence > m_last)
        return -1;
    const auto index = static_cast<size_t>(number - m_firstBlock);
    if (index >= m_blocks.size() || !holds(m_blocks[index], placeOf(sequence.value())))
        return -1;
    return countBelow(sequence.value());
}

} // namespace seatscope
