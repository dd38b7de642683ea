// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/session.h"
#include "ui/filter/filterterms.h"

#include <QScrollArea>

#include <array>
#include <functional>
#include <vector>

class QFormLayout;
class QLabel;
class QLineEdit;
class QMenu;
class QToolButton;
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
    /// The bookmark and the note of what is shown are those of \a summary now.
    void showMarks(const CaptureSummary &summary);
    /// What the log is filtered by, for the menus of the values.
    void setCurrentFilter(std::function<QString()> filter) { m_currentFilter = std::move(filter); }
    [[nodiscard]] QLabel *marksLabel() const { return m_marks; }
    /// Names the capture that the shown one was edited from, and leads there; hidden where there is none.
    [[nodiscard]] QToolButton *originButton() const { return m_origin; }
    [[nodiscard]] QTableView *seatsView() const { return m_seatsView; }

Q_SIGNALS:
    /// The log is to be filtered so.
    void filterWanted(const QString &filter);
    /// Another capture is to be shown.
    void captureWanted(seatscope::Sequence sequence);

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
    void setFact(Fact fact, const QString &text, std::vector<FilterTerm> terms);
    void showMenu(Fact fact, const QPoint &place);
    void showSeatMenu(const QPoint &place);
    void addTerms(QMenu &menu, const std::vector<FilterTerm> &terms);
    void showTables(const CaptureInspection &inspection);

    IconView *m_verdictIcon;
    QLabel *m_verdict;
    QLabel *m_reason;
    QLabel *m_flags;
    QLabel *m_marks;
    QToolButton *m_origin;
    std::optional<Sequence> m_originSequence;
    QLabel *m_jsonError;
    QLabel *m_meaning; ///< a whole sentence, on as many lines as it needs
    std::array<QLineEdit *, FactCount> m_facts{};
    std::array<std::vector<FilterTerm>, FactCount> m_terms;
    std::vector<SeatReport> m_reports;
    std::function<QString()> m_currentFilter;
    QLabel *m_seatsTitle;
    QLabel *m_findingsTitle;
    SeatReportModel *m_seats;
    FindingsModel *m_findings;
    QTableView *m_seatsView;
    QTableView *m_findingsView;
};

} // namespace seatscope
