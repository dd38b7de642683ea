// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/activity/activityfilter.h"
#include "model/room/roomstate.h"

#include <QObject>
#include <QString>

#include <atomic>
#include <memory>

class QThread;

namespace seatscope {

/// What to save, and where.
struct ActivityExportOptions {
    enum class Format : quint8 { JsonLines, Csv };

    QString journal;
    QString target; ///< replaced as a whole when all is written, else left as it is
    Format format = Format::JsonLines;
    ActivityFilter filter;
    Sequence last; ///< up to this capture
};

/// Saves activities of a journal to a file, in a thread of its own with a connection of its own: a large journal takes
/// a while. The signals are emitted in the thread of the object; deleting it gives up.
class ActivityExport : public QObject {
    Q_OBJECT

public:
    explicit ActivityExport(ActivityExportOptions options, QObject *parent = nullptr);
    ~ActivityExport() override;

    void start();

Q_SIGNALS:
    /// \a activities were written.
    void saved(qint64 activities);
    void failed(const QString &message);

private:
    ActivityExportOptions m_options;
    std::atomic<bool> m_isGivenUp = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace seatscope
