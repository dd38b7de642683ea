// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/exchange/exportformats.h"
#include "model/session/session.h"

#include <QObject>

#include <functional>
#include <optional>

class QMenu;
class QTableView;

namespace seatscope {

/// Puts one capture on the clipboard in a format that captures are exported in. Gui thread.
class CopyAs : public QObject {
    Q_OBJECT

public:
    /// \a session must outlive it.
    explicit CopyAs(Session &session, QObject *parent = nullptr);

    /// A menu of the formats for the current capture of \a log; its title names the capture.
    QMenu *addMenuFor(QTableView *log, QWidget *parent);
    /// A menu of the formats for the capture that \a shown returns, if any.
    QMenu *addMenuFor(std::function<const Capture *()> shown, QWidget *parent);

Q_SIGNALS:
    /// It is on the clipboard, in words.
    void copied(const QString &message);
    void failed(const QString &message);

private:
    struct Wanted {
        quint64 token = 0;
        const ExportFormat *format = nullptr;
        Sequence sequence;
    };
    void fill(QMenu *menu, const std::function<void(const ExportFormat &)> &copy);
    void ask(Sequence sequence, const ExportFormat &format);
    void copy(const Capture &capture, const ExportFormat &format);

    Session &m_session;
    std::optional<Wanted> m_wanted; ///< asked for; a later wish takes its place
    quint64 m_token;
};

} // namespace seatscope
