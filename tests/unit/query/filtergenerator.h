// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRandomGenerator>
#include <QStringList>

namespace seatscope::test {

/// Makes filters by the grammar, from a seed, with values that captures of the fixed journal have, or nearly have.
class FilterGenerator {
public:
    explicit FilterGenerator(quint32 seed) : m_random(seed) {}

    [[nodiscard]] QString filter() { return condition(4); }

private:
    [[nodiscard]] int below(qsizetype limit) { return m_random.bounded(static_cast<int>(limit)); }
    [[nodiscard]] QString oneOf(const QStringList &choices) { return choices.at(below(choices.size())); }

    [[nodiscard]] QString condition(int depth)
    {
        switch (depth == 0 ? 9 : below(10)) {
        case 0:
        case 1:
            return condition(depth - 1) + QStringLiteral(" and ") + condition(depth - 1);
        case 2:
        case 3:
            return condition(depth - 1) + QStringLiteral(" or ") + condition(depth - 1);
        case 4:
            return QStringLiteral("not ") + comparison();
        case 5:
            return QStringLiteral("not (") + condition(depth - 1) + QLatin1Char(')');
        case 6:
            return QLatin1Char('(') + condition(depth - 1) + QLatin1Char(')');
        default:
            return comparison();
        }
    }

    [[nodiscard]] QString comparison()
    {
        switch (below(12)) {
        case 0:
        case 1:
            return numeric();
        case 2:
        case 3:
        case 4:
            return textual();
        case 5:
            return QStringLiteral("verdict") + words(verdicts());
        case 6:
            return QStringLiteral("flag") + words(flags());
        case 7:
            return oneOf({QStringLiteral("locked"), QStringLiteral("video"), QStringLiteral("audio"),
                          QStringLiteral("bookmarked")}) +
                   oneOf({QString(), QStringLiteral(" == true"), QStringLiteral(" != true"),
                          QStringLiteral(" == false")});
        case 8:
            return json();
        case 9:
            return QStringLiteral("seat") + numberTest({0, 1, 2, 3, 5});
        case 10:
            return QStringLiteral("time") +
                   oneOf({QStringLiteral(" > -30m"), QStringLiteral(" <= -22m"), QStringLiteral(" == -20m"),
                          QStringLiteral(" in -40m..-35m"), QStringLiteral(" != \"2026-11-22T10:07Z\"")});
        default:
            return oneOf(needles());
        }
    }

    [[nodiscard]] QString numeric()
    {
        switch (below(6)) {
        case 0:
            return QStringLiteral("seq") + numberTest({0, 1, 7, 20, 33, 40});
        case 1:
            return QStringLiteral("status") + numberTest({0, 200, 400, 403, 404});
        case 2:
            return QStringLiteral("size") + numberTest({0, 1, 2, 11, 17, 200});
        case 3:
            return QStringLiteral("origin") + numberTest({0, 1, 3, 29, 40});
        default:
            return QStringLiteral("delay") + numberTest({-50, 0, 50, 100, 3000, Q_INT64_C(9223372036854775807)});
        }
    }

    [[nodiscard]] QString numberTest(const QList<qint64> &numbers)
    {
        const auto number = [&] { return QString::number(numbers.at(below(numbers.size()))); };
        if (below(4) == 0) {
            QString list = oneOf({QStringLiteral(" in ("), QStringLiteral(" not in (")}) + number();
            for (int more = below(4); more > 0; --more)
                list += QLatin1Char(',') + number();
            return list + QStringLiteral(", 5..12)");
        }
        return oneOf({QStringLiteral(" == "), QStringLiteral(" != "), QStringLiteral(" < "), QStringLiteral(" <= "),
                      QStringLiteral(" > "), QStringLiteral(" >= ")}) +
               number();
    }

    [[nodiscard]] QString textual()
    {
        const QString field =
            oneOf({QStringLiteral("room"), QStringLiteral("command"), QStringLiteral("operator"),
                   QStringLiteral("user"), QStringLiteral("method"), QStringLiteral("path"),
                   QStringLiteral("query.SdkAppid"), QStringLiteral("query.a"), QStringLiteral("header.X-Trace"),
                   QStringLiteral("note"), QStringLiteral("body"), QStringLiteral("room"), QStringLiteral("body")});
        switch (below(5)) {
        case 0:
            return field + oneOf({QStringLiteral(" in ("), QStringLiteral(" not in (")}) + oneOf(needles()) +
                   QLatin1Char(',') + oneOf(needles()) + QLatin1Char(')');
        case 1:
        case 2:
            return field + oneOf({QStringLiteral(" contains "), QStringLiteral(" not contains ")}) + oneOf(needles());
        case 3:
            return field + QStringLiteral(" ~ ") +
                   oneOf({QStringLiteral("\"^[a-l]\""), QStringLiteral("\"\\d-\\d\""), QStringLiteral("o"),
                          QStringLiteral("\"(?i)LO|sta\"")});
        default:
            return field + oneOf({QStringLiteral(" == "), QStringLiteral(" != ")}) + oneOf(needles());
        }
    }

    [[nodiscard]] QString json()
    {
        return QStringLiteral("json.") +
               oneOf({QStringLiteral("RoomId"), QStringLiteral("SeatList[*].Index"),
                      QStringLiteral("SeatList[0].Index"), QStringLiteral("Deep.List[*]"), QStringLiteral("[*]")}) +
               oneOf({QStringLiteral(" == 1"), QStringLiteral(" != 1"), QStringLiteral(" <= 1"),
                      QStringLiteral(" == lobby"), QStringLiteral(" in (0, 3..9, stage)"),
                      QStringLiteral(" contains o")});
    }

    [[nodiscard]] QString words(const QStringList &known)
    {
        if (below(3) == 0)
            return QStringLiteral(" in (") + oneOf(known) + QLatin1Char(',') + oneOf(known) + QLatin1Char(')');
        return oneOf({QStringLiteral(" == "), QStringLiteral(" != ")}) + oneOf(known);
    }

    [[nodiscard]] static QStringList verdicts()
    {
        return {QStringLiteral("accepted"), QStringLiteral("probe"), QStringLiteral("malformed"),
                QStringLiteral("unknown-command"), QStringLiteral("lost")};
    }
    [[nodiscard]] static QStringList flags()
    {
        return {QStringLiteral("late"), QStringLiteral("duplicate"), QStringLiteral("conflict"),
                QStringLiteral("finding")};
    }
    [[nodiscard]] static QStringList needles()
    {
        return {QStringLiteral("alice"),       QStringLiteral("Alice"),
                QStringLiteral("bob"),         QStringLiteral("lobby"),
                QStringLiteral("stage"),       QStringLiteral("LOB"),
                QStringLiteral("\"房间\""),    QStringLiteral("STRAßE"),
                QStringLiteral("kelvin"),      QStringLiteral("\"and s\""),
                QStringLiteral("\"n k\""),     QStringLiteral("\"n K \""),
                QStringLiteral("123-456"),     QStringLiteral("\"\\u0000 \""),
                QStringLiteral("\"}\""),       QStringLiteral("GET"),
                QStringLiteral("/cb"),         QStringLiteral("1400000001"),
                QStringLiteral("bug"),         QStringLiteral("ok"),
                QStringLiteral("\"{}\""),      QStringLiteral("\"M\\u00fcller\""),
                QStringLiteral("\"\\ufeff\""), QStringLiteral("\"\\ufffd\"")};
    }

    QRandomGenerator m_random;
};

} // namespace seatscope::test
