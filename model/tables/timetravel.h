// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/roomsat.h"

#include <QObject>

#include <functional>
#include <optional>

namespace seatscope {

/// Which moment is shown: the present or one of the past. Asks for one moment at a time; while an answer is under way
/// only the newest wish waits, so a slider can be dragged over everything. Lives in the gui thread.
class TimeTravel : public QObject {
    Q_OBJECT

public:
    enum class State : quint8 {
        Live,   ///< the present is shown
        Moving, ///< to target(); until it is there, what was shown before is
        At,     ///< shown() is shown
        Failed, ///< target() could not be read, see error(); what was shown before still is
    };
    /// The moment to go to when another is wanted: the same one if the journal still has it.
    using Nearest = std::function<Sequence(Sequence)>;

    explicit TimeTravel(Nearest nearest, QObject *parent = nullptr) : QObject(parent), m_nearest(std::move(nearest)) {}

    [[nodiscard]] State state() const;
    /// Whether the present is shown, whatever is on its way.
    [[nodiscard]] bool isLive() const { return m_shown == nullptr; }
    /// The moment that is shown, null when it is the present.
    [[nodiscard]] const RoomsAtPtr &shown() const { return m_shown; }
    /// Where it is going, or could not go.
    [[nodiscard]] std::optional<Sequence> target() const { return m_target; }
    /// The moment to go on from: the target, else the one shown; none in the present.
    [[nodiscard]] std::optional<Sequence> moment() const;
    /// Why the target could not be read, empty otherwise.
    [[nodiscard]] const QString &error() const { return m_error; }
    /// The moment that was wanted and is no longer in the journal, when another is shown instead.
    [[nodiscard]] std::optional<Sequence> missing() const { return m_missing; }

    /// Whether that moment has not come yet.
    [[nodiscard]] bool isAhead() const { return m_isAhead; }

    /// Goes to the moment after capture \a moment; 0: before the first.
    void go(Sequence moment);
    /// Shows the present at once.
    void goLive();
    /// Captures are gone from the journal: where this moment is one of them, goes to the nearest that is left.
    void look();
    /// What is read from the journal is read in another way now: asks again for the moment of the past. An answer that
    /// is under way is of no use any more.
    void readAnew();

    /// The answer to roomsWanted(). One that nobody waits for any more is dropped.
    void supply(const RoomsAtPtr &rooms, quint64 token);
    /// The question of roomsWanted() could not be answered.
    void fail(const QString &message, quint64 token);

Q_SIGNALS:
    void roomsWanted(seatscope::Sequence moment, quint64 token);
    /// shown() is another one.
    void shownChanged();
    /// Anything has changed, told after shownChanged().
    void changed();

private:
    void ask();
    /// Takes note of an answer; whether its content is of use.
    [[nodiscard]] bool isAwaited(quint64 token);

    Nearest m_nearest;
    RoomsAtPtr m_shown;
    std::optional<Sequence> m_target;
    std::optional<Sequence> m_missing;
    std::optional<Sequence> m_asked; ///< the question that is under way
    bool m_isAhead = false;          ///< m_missing was beyond all that had come
    bool m_isOutdated = false;       ///< its answer is not wanted any more
    quint64 m_token = 0;
    QString m_error;
};

} // namespace seatscope
