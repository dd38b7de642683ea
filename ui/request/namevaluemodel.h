// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace seatscope {

/// Names and values that a person edits, in their order: the parameters of a query, or the fields of a head.
class NameValueModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { NameColumn, ValueColumn, ColumnCount };

    struct Row {
        QString name;
        QString value;
        std::optional<size_t> recorded; ///< which of the recorded ones it is, as long as nobody changed it
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<Row> rows);
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    /// Puts an empty row behind \a row, at the end for -1; returns where.
    int addBehind(int row);
    void removeRowAt(int row);
    /// Moves \a row one up or, else, down; returns where it is then.
    int move(int row, bool up);
    /// What is wrong with \a row; empty where nothing is.
    void setFaults(const std::vector<std::pair<int, QString>> &faults);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    /// Names, values or their order are others now.
    void edited();

private:
    std::vector<Row> m_rows;
    std::vector<QString> m_faults; ///< one a row
};

} // namespace seatscope
