// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace seatscope {

/// A line above a list that says that it shows the past; hidden while it shows the present.
class NotLiveLine : public QWidget {
    Q_OBJECT

public:
    /// \a words: "Not live: rooms as of %1", where %1 is the moment.
    NotLiveLine(const QString &words, QWidget *parent = nullptr);

    /// The last capture of the moment that is shown; nothing: the present.
    void setMoment(std::optional<Sequence> moment);
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void elide();

    QString m_words;
    QString m_sentence;
    QLabel *m_label;
};

} // namespace seatscope
