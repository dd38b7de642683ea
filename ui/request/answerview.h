// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/editedsending.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace seatscope {

class IconView;

/// How an edited request was answered, and where it is kept.
class AnswerView : public QWidget {
    Q_OBJECT

public:
    explicit AnswerView(QWidget *parent = nullptr);

    void showSending(const QString &target);
    /// \a recorded is what the capture was that the request was made of.
    void showOutcome(const SendingOutcome &outcome, const CaptureSummary &recorded);
    /// Why nothing was sent.
    void showProblem(const QString &message);
    /// The request is \a sequence now.
    void showKept(Sequence sequence);

    [[nodiscard]] QLabel *headline() const { return m_headline; }
    [[nodiscard]] QLabel *details() const { return m_details; }
    [[nodiscard]] QPlainTextEdit *body() const { return m_body; }
    [[nodiscard]] QPushButton *showButton() const { return m_show; }

Q_SIGNALS:
    void captureWanted(seatscope::Sequence sequence);

private:
    void show(const QString &icon, bool isBad, const QString &headline, const QStringList &details);

    IconView *m_icon;
    QLabel *m_headline;
    QLabel *m_details;
    QPlainTextEdit *m_body;
    QPushButton *m_show;
    Sequence m_kept;
};

} // namespace seatscope
