// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QIcon>
#include <QMap>
#include <QStyledItemDelegate>

namespace seatscope {

/// Paints the capture log: verdicts in their colour, flags each with its shape and word.
class CaptureDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit CaptureDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    void paintMark(QPainter *painter, const QStyleOptionViewItem &item, const QModelIndex &index) const;
    void paintFlags(QPainter *painter, const QStyleOptionViewItem &item, const QModelIndex &index) const;

    QMap<QString, QIcon> m_icons;
};

} // namespace seatscope
