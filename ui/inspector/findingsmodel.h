// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/finding.h"

#include <QAbstractTableModel>

namespace seatscope {

struct CommandEntry;

/// The findings of one capture: what they mean, where in the body, what was expected and what came.
class FindingsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { MeaningColumn, PointerColumn, ExpectedColumn, ActualColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Shows \a findings of a callback of \a entry (null: not documented) instead of those before: another capture was
    /// chosen.
    void show(Findings findings, const CommandEntry *entry);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Findings m_findings;
    const CommandEntry *m_entry = nullptr;
};

} // namespace seatscope
