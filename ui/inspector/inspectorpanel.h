// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/session.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QStackedWidget;
class QTabWidget;

namespace seatscope {

class EmptyPage;
class JsonPage;
class OverviewPage;
class RawPage;

/// One capture in full. It asks for what it shows and drops answers to older questions.
class InspectorPanel : public QWidget {
    Q_OBJECT

public:
    using Inspection = std::shared_ptr<const CaptureInspection>;

    explicit InspectorPanel(QWidget *parent = nullptr);

    /// Asks for \a sequence; what was shown stays until the answer comes.
    void inspect(Sequence sequence);
    /// The answer to inspectionWanted with \a token.
    void showInspection(const Inspection &inspection, quint64 token);
    /// Why the question with \a token could not be answered.
    void showFailure(const QString &message, quint64 token);

    /// Captures were marked; what is shown may be among them.
    void showMarkings(const std::vector<Marking> &markings);
    /// What the log is filtered by, for the menus of the values.
    void setCurrentFilter(std::function<QString()> filter);

    /// The capture that is shown, null when none is.
    [[nodiscard]] const Inspection &shown() const { return m_shown; }
    [[nodiscard]] QTabWidget *tabs() const { return m_tabs; }
    [[nodiscard]] OverviewPage *overview() const { return m_overview; }

Q_SIGNALS:
    void inspectionWanted(seatscope::Sequence sequence, quint64 token);
    /// The log is to be filtered so.
    void filterWanted(const QString &filter);
    /// Another capture is to be shown.
    void captureWanted(seatscope::Sequence sequence);
    /// What the panel is called now, for example "Inspector · #512".
    void titleChanged(const QString &title);

private:
    void showBusy();
    [[nodiscard]] QWidget *buildFailurePage();

    quint64 m_token = 0;
    bool m_waiting = false;
    std::optional<Sequence> m_wanted;
    Inspection m_shown;
    QTimer m_busyTimer;
    QStackedWidget *m_pages;
    EmptyPage *m_empty;
    EmptyPage *m_failure = nullptr;
    QWidget *m_failurePage;
    QTabWidget *m_tabs;
    OverviewPage *m_overview;
    JsonPage *m_json;
    RawPage *m_raw;
};

} // namespace seatscope
