// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/redactionalias.h"

#include "model/exchange/redactionshape.h"

#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QtEndian>

#include <array>

namespace seatscope {

namespace {

constexpr int rounds = 8;
constexpr int keyWords = 8;

/// The network over the values of the units of one text.
class Network {
public:
    Network(const QByteArray &key, const QByteArray &text, TextShape &shape)
        : m_key(key),
          m_units(shape.units),
          m_middle(shape.units.size() / 2)
    {
        // Texts of another shape get another permutation: what stays, and which values there are.
        QByteArray frame = text;
        for (const ShapeUnit &unit : m_units) {
            for (qsizetype i = 0; i < unit.size; ++i)
                frame[unit.at + i] = '\0';
            append(m_shape, unit.first);
            append(m_shape, unit.count);
            append(m_shape, static_cast<quint32>(unit.size));
        }
        m_shape += frame;
    }

    /// One value alone has no other half: it is moved by what the key gives.
    void moveOnly()
    {
        ShapeUnit &unit = m_units.front();
        const QByteArray hash = QCryptographicHash::hash(QByteArray(m_key + m_shape), QCryptographicHash::Blake2b_256);
        const quint32 step = 1 + qFromLittleEndian<quint32>(hash.constData()) % (unit.count - 1);
        unit.value = (unit.value + step) % unit.count;
    }
    [[nodiscard]] bool hasHalves() const { return m_units.size() > 1; }
    void forward()
    {
        for (int round = 0; round < rounds; ++round)
            mix(round, true);
    }
    void back()
    {
        for (int round = rounds - 1; round >= 0; --round)
            mix(round, false);
    }
    /// The next text of the shape; the first behind the last.
    void increment()
    {
        for (ShapeUnit &unit : m_units) {
            unit.value = (unit.value + 1) % unit.count;
            if (unit.value != 0)
                return;
        }
    }

private:
    static void append(QByteArray &bytes, quint32 number)
    {
        const quint32 order = qToLittleEndian(number);
        bytes.append(reinterpret_cast<const char *>(&order), sizeof order);
    }

    /// Adds to each value of the one half what the other half gives, or takes it away again.
    void mix(int round, bool adds)
    {
        const bool isFirst = round % 2 == 0;
        const size_t from = isFirst ? 0 : m_middle;
        const size_t end = isFirst ? m_middle : m_units.size();
        QByteArray seed = m_key;
        append(seed, static_cast<quint32>(round));
        for (size_t i = 0; i < m_units.size(); ++i) {
            if (i < from || i >= end)
                append(seed, m_units[i].value);
        }
        seed += m_shape;
        QByteArray stream;
        qsizetype used = 0;
        for (size_t i = from; i < end; ++i, used += 4) {
            if (used + 4 > stream.size()) {
                append(seed, static_cast<quint32>(i));
                stream = QCryptographicHash::hash(seed, QCryptographicHash::Blake2b_256);
                used = 0;
            }
            ShapeUnit &unit = m_units[i];
            const quint32 step = qFromLittleEndian<quint32>(stream.constData() + used) % unit.count;
            unit.value = (unit.value + (adds ? step : unit.count - step)) % unit.count;
        }
    }

    const QByteArray &m_key;
    std::vector<ShapeUnit> &m_units;
    size_t m_middle;
    QByteArray m_shape;
};

} // namespace

QByteArray Pseudonyms::randomKey()
{
    std::array<quint32, keyWords> words{};
    QRandomGenerator::system()->generate(words.begin(), words.end());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words);
}

QByteArray Pseudonyms::of(const QByteArray &text) const
{
    TextShape shape = shapeOf(text);
    if (shape.units.empty())
        return text;
    Network network(m_key, text, shape);
    if (network.hasHalves()) {
        // One step further in an order that only the key knows: a permutation without a fixed point.
        network.forward();
        network.increment();
        network.back();
    } else {
        network.moveOnly();
    }
    return withValues(text, shape);
}

} // namespace seatscope
