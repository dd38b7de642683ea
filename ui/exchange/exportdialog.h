// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"
#include "ui/exchange/exporthabits.h"

#include <QDialog>

#include <vector>

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QFormLayout;
class QPushButton;
class QVBoxLayout;

namespace seatscope {

class TargetField;

/// Which captures are to be exported.
enum class ExportScope : quint8 { Selected, Filtered, Everything };

/// What the log offers to export.
struct ExportOffer {
    std::vector<Sequence> selected; ///< ascending
    QString filter;                 ///< in force; empty: none
    qint64 all = 0;                 ///< captures in the log
};

/// What a person wants exported.
struct ExportWish {
    ExportScope scope = ExportScope::Everything;
    ExportForm form;
    bool redacts = false;
    QString target; ///< absolute
};

/// Asks which captures to export, in which format, and where to.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    /// \a scope is chosen at first, where there is such a choice. \a target is a suggestion.
    ExportDialog(const ExportOffer &offer, ExportScope scope, const ExportHabits &habits, const QString &target,
                 QWidget *parent = nullptr);

    [[nodiscard]] ExportWish wish() const;

    /// By ExportScope; without a button for what there is not.
    [[nodiscard]] QButtonGroup *scopes() const { return m_scopes; }
    /// By the places in exportFormats().
    [[nodiscard]] QButtonGroup *formats() const { return m_formats; }
    [[nodiscard]] QComboBox *tables() const { return m_tables; }
    [[nodiscard]] QCheckBox *redact() const { return m_redact; }
    [[nodiscard]] TargetField *target() const { return m_target; }
    [[nodiscard]] QPushButton *exportButton() const { return m_export; }

Q_SIGNALS:
    void exportWanted(const seatscope::ExportWish &wish);

private:
    [[nodiscard]] QWidget *buildScopes(const ExportOffer &offer, ExportScope scope);
    [[nodiscard]] QWidget *buildFormats(const ExportForm &form);
    [[nodiscard]] QWidget *buildRedaction(bool redacts);
    [[nodiscard]] const ExportFormat &format() const;
    void formatChosen();
    void showReadiness();

    QButtonGroup *m_scopes;
    QButtonGroup *m_formats;
    QComboBox *m_tables;
    QCheckBox *m_redact;
    TargetField *m_target;
    QPushButton *m_export = nullptr;
};

} // namespace seatscope
