// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>
#include <QIdentityProxyModel>

namespace seatscope {

/// A ReplayResultModel, or the part of it that failed, in words.
class ReplayTextModel : public QIdentityProxyModel {
    Q_OBJECT

public:
    explicit ReplayTextModel(QObject *parent = nullptr);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The rows as a text: a line each, columns separated by tabs, with a title; the first mostCopiedRows of them.
    [[nodiscard]] QString asText() const;
    static constexpr int mostCopiedRows = 100'000;

private:
    [[nodiscard]] QString text(const QModelIndex &index) const;
    [[nodiscard]] static QString difference(const QModelIndex &index);
    [[nodiscard]] static QString answer(const QModelIndex &index);

    const QIcon m_check;
    const QIcon m_cross;
};

} // namespace seatscope
