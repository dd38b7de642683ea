// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractItemModel>
#include <QStringList>

namespace seatscope::test {

/// A table as text, a line a row, the shown values apart by '|'; an absent value is "-". A failure shows the picture.
inline QStringList tableText(const QAbstractItemModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            const QVariant value = model.index(row, column).data();
            cells << (value.isValid() ? value.toString() : QStringLiteral("-"));
        }
        lines << cells.join(u'|');
    }
    return lines;
}

/// Follows a model by its signals only, as a view does: what the signals do not tell stays as it was.
class SignalFollower : public QObject {
public:
    explicit SignalFollower(QAbstractItemModel &model) : m_lines(tableText(model))
    {
        connect(&model, &QAbstractItemModel::rowsInserted, this,
                [this, &model](const QModelIndex &, int first, int last) {
                    for (int row = first; row <= last; ++row)
                        m_lines.insert(row, tableText(model).at(row));
                });
        connect(&model, &QAbstractItemModel::rowsRemoved, this,
                [this](const QModelIndex &, int first, int last) { m_lines.remove(first, last - first + 1); });
        connect(&model, &QAbstractItemModel::dataChanged, this,
                [this, &model](const QModelIndex &from, const QModelIndex &to, const QList<int> &roles) {
                    if (!roles.isEmpty() && !roles.contains(Qt::DisplayRole))
                        return;
                    for (int row = from.row(); row <= to.row(); ++row)
                        m_lines[row] = tableText(model).at(row);
                });
        connect(&model, &QAbstractItemModel::modelReset, this, [this] { ++m_resets; });
    }

    [[nodiscard]] const QStringList &lines() const { return m_lines; }
    [[nodiscard]] int resets() const { return m_resets; }

private:
    QStringList m_lines;
    int m_resets = 0;
};

} // namespace seatscope::test
