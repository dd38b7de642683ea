// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/capturereplayjob.h"
#include "ui/replay/replayform.h"
#include "ui/replay/replaywords.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTabWidget;

namespace seatscope {

class QuestionLine;
class ReplayPreviewView;
class ReplayResultsView;
class ReplayTargetField;

/// Which captures are to be sent again.
enum class ReplayScope : quint8 { Selected, Filtered, Everything };

/// What the log offers to send again.
struct ReplayOffer {
    std::vector<Sequence> selected; ///< ascending
    QString filter;                 ///< in force; empty: none
    qint64 all = 0;                 ///< captures in the log
};

/// Sends captures again: which, where to and how; what would be sent, how far it is, and what came of it. Beside the
/// main window and not modal.
class ReplayWindow : public QWidget {
    Q_OBJECT

public:
    ReplayWindow(bool hasToken, QWidget *parent);

    void setOffer(const ReplayOffer &offer, ReplayScope scope);
    [[nodiscard]] ReplayScope scope() const;
    /// Shows \a job from now on. It must outlive the window or tell of its end.
    void setJob(CaptureReplayJob *job);
    /// Nothing was sent, and why; empty: that is over.
    void showRefusal(const QString &message);

    [[nodiscard]] QComboBox *scopes() const { return m_scopes; }
    [[nodiscard]] ReplayTargetField *target() const { return m_target; }
    [[nodiscard]] ReplayForm *form() const { return m_form; }
    [[nodiscard]] QTabWidget *tabs() const { return m_tabs; }
    [[nodiscard]] ReplayPreviewView *preview() const { return m_preview; }
    [[nodiscard]] ReplayResultsView *results() const { return m_results; }
    [[nodiscard]] QuestionLine *question() const { return m_question; }
    [[nodiscard]] QLabel *stateText() const { return m_state; }
    [[nodiscard]] QLabel *timeText() const { return m_time; }
    [[nodiscard]] QProgressBar *bar() const { return m_bar; }
    [[nodiscard]] QPushButton *startButton() const { return m_start; }
    [[nodiscard]] QPushButton *pauseButton() const { return m_pause; }
    [[nodiscard]] QPushButton *stepButton() const { return m_step; }
    [[nodiscard]] QPushButton *stopButton() const { return m_stop; }
    [[nodiscard]] QPushButton *closeButton() const { return m_close; }

Q_SIGNALS:
    void scopeChosen();
    void previewWanted(size_t index);
    void startWanted(bool onlyFailed);
    void captureWanted(seatscope::Sequence sequence);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void build();
    [[nodiscard]] QWidget *buildButtons();
    void connectParts();
    void askToClose();
    void showBegin();
    void take(const ReplayNews &news);
    void stateChanged();
    void showState();
    void showPlan();

    QComboBox *m_scopes;
    ReplayTargetField *m_target;
    ReplayForm *m_form;
    QTabWidget *m_tabs;
    ReplayPreviewView *m_preview;
    ReplayResultsView *m_results;
    QuestionLine *m_question;
    QLabel *m_state;
    QLabel *m_time;
    QProgressBar *m_bar;
    QPushButton *m_start;
    QPushButton *m_pause;
    QPushButton *m_step;
    QPushButton *m_stop;
    QPushButton *m_close;
    CaptureReplayJob *m_job = nullptr; ///< null once it has ended
    ReplaySeen m_seen;
    QString m_refusal;
    bool m_isPlanned = false; ///< the job's plan is made, or cannot be
};

} // namespace seatscope
