// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/session.h"

#include <QScrollArea>

#include <array>

class QFormLayout;
class QLabel;
class QLineEdit;
class QTableView;

namespace seatscope {

class FindingsModel;
class IconView;
class SeatReportModel;

/// What a capture is, in facts: its verdict, who and when, the seats it names and its findings.
class OverviewPage : public QScrollArea {
    Q_OBJECT

public:
    explicit OverviewPage(QWidget *parent = nullptr);

    void show(const CaptureInspection &inspection);

private:
    enum Fact {
        Command,
        Timing,
        Documentation,
        ProductFact,
        Room,
        Operator,
        Received,
        ReceivedUtc,
        Event,
        Delay,
        Status,
        Peer,
        Target,
        Size,
        FactCount
    };

    void buildFacts(QFormLayout *form);
    void addFact(QFormLayout *form, const QString &name, QWidget *value);
    void setFact(Fact fact, const QString &text);
    void showVerdict(const Ruling &ruling);
    void showFacts(const CaptureSummary &summary);
    void showCatalogue(const CaptureSummary &summary);
    void showTables(const CaptureInspection &inspection);

    IconView *m_verdictIcon;
    QLabel *m_verdict;
    QLabel *m_reason;
    QLabel *m_flags;
    QLabel *m_jsonError;
    QLabel *m_meaning; ///< a whole sentence, on as many lines as it needs
    std::array<QLineEdit *, FactCount> m_facts{};
    QLabel *m_seatsTitle;
    QLabel *m_findingsTitle;
    SeatReportModel *m_seats;
    FindingsModel *m_findings;
    QTableView *m_seatsView;
    QTableView *m_findingsView;
};

} // namespace seatscope
