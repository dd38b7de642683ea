// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/clock.h"
#include "model/tables/timetravel.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace seatscope {

class IconView;

/// The band over the seats that says that they are not live, in words, with a sign and on a ground of its own. Hidden
/// while they are.
class TimeBand : public QWidget {
    Q_OBJECT

public:
    /// \a time and \a clock must outlive the band.
    TimeBand(TimeTravel &time, const Clock &clock, QWidget *parent = nullptr);

    /// A sentence beside the moment, for example that there is no step; the next moment takes it away, or some seconds
    /// in the present.
    void setNote(const QString &note);
    /// What is to be said about playing, until something else is.
    void setPlayNote(const QString &note);
    /// The moment as it is said, empty while nothing is.
    [[nodiscard]] QString text() const;
    /// What is said beside it.
    [[nodiscard]] QString note() const { return m_shownNote; }
    [[nodiscard]] QPushButton *retryButton() const { return m_retry; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    /// What is to be said about the moment, if anything.
    [[nodiscard]] QString aboutMoment(const RoomsAt &shown) const;
    void showNote(const QString &note);
    void elide();

    TimeTravel &m_time;
    const Clock &m_clock;
    QLabel *m_text;
    QLabel *m_noteText;
    QPushButton *m_retry;
    QString m_note;
    QString m_playNote;
    QString m_shownNote;
    QTimer m_noteTimer; ///< takes a note away that is shown in the present
    QTimer m_busyTimer; ///< tells that a moment is on its way when it takes long
};

} // namespace seatscope
