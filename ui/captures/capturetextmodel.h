// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"
#include "ui/text/words.h"

#include <QIcon>
#include <QIdentityProxyModel>

#include <array>
#include <optional>

namespace seatscope {

/// A CaptureLogModel, with or without a filter, in words and icons, for the capture log. Rows that are not loaded show
/// "…".
class CaptureTextModel : public QIdentityProxyModel {
    Q_OBJECT

public:
    enum Role {
        LaterRole = Qt::UserRole + 1000, ///< bool, came after the moment that is shown
    };

    /// \a clock must outlive the model; it tells which times are of another day.
    explicit CaptureTextModel(const Clock &clock, QObject *parent = nullptr);

    /// Which moment of the past is shown, nothing for the present.
    void setMoment(std::optional<Sequence> moment);

    /// The name of the sign of a row that is bookmarked or, else, noted; empty when it is neither.
    [[nodiscard]] static QString markIcon(const QModelIndex &index);
    /// The flags of a row with the word for one that came later, for a delegate that paints each with its icon.
    [[nodiscard]] static std::vector<Words::FlagWord> flagsOf(const QModelIndex &index);

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const QModelIndex &index) const;
    [[nodiscard]] QString toolTip(const QModelIndex &index) const;
    [[nodiscard]] static QString timeToolTip(const QModelIndex &index);
    [[nodiscard]] static QString commandToolTip(const QModelIndex &index);
    /// "Bookmarked", and the note; empty when there is neither.
    [[nodiscard]] static QString markWords(const QModelIndex &index);
    [[nodiscard]] QVariant verdictIcon(const QModelIndex &index) const;

    [[nodiscard]] bool isLater(const QModelIndex &index) const;

    const Clock &m_clock;
    std::optional<Sequence> m_moment;
    QIcon m_check, m_cross, m_unknown, m_probe;
};

} // namespace seatscope
