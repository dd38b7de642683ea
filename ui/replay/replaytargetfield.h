// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/replay/replaytarget.h"
#include "ui/replay/replaytargets.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QInputDialog;
class QLabel;
class QToolButton;

namespace seatscope {

/// Where captures are sent: this program, a saved target by its name, or a URL that is typed. Says what is wrong with
/// it. Targets are saved under a name, and removed.
class ReplayTargetField : public QWidget {
    Q_OBJECT

public:
    explicit ReplayTargetField(QWidget *parent = nullptr);

    /// What stands there is this program, and not a URL.
    [[nodiscard]] bool isOwn() const;
    /// The URL that stands there or is saved under what stands there; empty when it is this program.
    [[nodiscard]] QString url() const;
    [[nodiscard]] bool isPossible() const;
    /// What is said while the target is this program.
    void setOwnRemark(const QString &remark);
    void setText(const QString &text);
    /// Offers what is saved now: it is changed elsewhere, too.
    void reload();
    [[nodiscard]] QString text() const;

    [[nodiscard]] const ReplayTargets &targets() const { return m_targets; }
    /// Captures may be sent to \a url, another machine, from now on.
    void allow(const QString &url);

    [[nodiscard]] QComboBox *box() const { return m_box; }
    [[nodiscard]] QLabel *remark() const { return m_remark; }
    [[nodiscard]] QToolButton *saveButton() const { return m_save; }
    [[nodiscard]] QToolButton *removeButton() const { return m_remove; }
    /// Asks for a name; null while it is closed.
    [[nodiscard]] QInputDialog *nameDialog() const;

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] static QString ownName();
    void fill();
    void look();
    void askForName();
    void keep(const QString &name);
    void remove();

    ReplayTargets m_targets;
    QComboBox *m_box;
    QToolButton *m_save;
    QToolButton *m_remove;
    QLabel *m_remark;
    QString m_ownRemark;
    QPointer<QInputDialog> m_nameDialog;
};

} // namespace seatscope
