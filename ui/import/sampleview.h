// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/session/importfile.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPlainTextEdit;

namespace seatscope {

/// A sample of the documentation as it is and as it was mended, side by side, and whether it is wanted so.
class SampleView : public QWidget {
    Q_OBJECT

public:
    explicit SampleView(QWidget *parent = nullptr);

    void show(const ImportSample &sample, bool isAgreed);

    [[nodiscard]] QPlainTextEdit *before() const { return m_before; }
    [[nodiscard]] QPlainTextEdit *after() const { return m_after; }
    [[nodiscard]] QLabel *changes() const { return m_changes; }
    [[nodiscard]] QCheckBox *agree() const { return m_agree; }

Q_SIGNALS:
    /// The person wants the text that is shown imported as it was mended, or does not.
    void agreed(bool isAgreed);

private:
    QLabel *m_changes;
    QPlainTextEdit *m_before;
    QPlainTextEdit *m_after;
    QCheckBox *m_agree;
};

} // namespace seatscope
