// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/strongtypes.h"
#include "model/session/importfile.h"

#include <QDialog>

#include <optional>
#include <set>
#include <vector>

class QLabel;
class QPushButton;
class QRadioButton;
class QTreeWidget;

namespace seatscope {

class NewJournalField;
class SampleView;

/// What a person wants imported.
struct ImportWish {
    std::vector<std::size_t> files;    ///< their places among those that were offered
    std::optional<QString> newJournal; ///< absolute; absent: into the journal of the window
};

/// Where captures can go.
struct ImportPlaces {
    QString journal;         ///< of the window
    Sequence last;           ///< that was given in it; 0: none
    QString newJournal;      ///< a suggestion
    bool prefersNew = false; ///< which is chosen at first
};

/// Shows what files are, asks whether samples are wanted as they were mended, and where all goes.
class ImportDialog : public QDialog {
    Q_OBJECT

public:
    ImportDialog(std::vector<ImportFile> files, const ImportPlaces &places, QWidget *parent = nullptr);

    [[nodiscard]] ImportWish wish() const;

    /// A row for each file: its name, and what becomes of it.
    [[nodiscard]] QTreeWidget *files() const { return m_list; }
    /// Why the chosen file cannot be imported.
    [[nodiscard]] QLabel *problem() const { return m_problem; }
    [[nodiscard]] SampleView *sample() const { return m_sample; }
    [[nodiscard]] QRadioButton *here() const { return m_here; }
    [[nodiscard]] QRadioButton *elsewhere() const { return m_elsewhere; }
    [[nodiscard]] NewJournalField *newJournal() const { return m_newJournal; }
    [[nodiscard]] QPushButton *importButton() const { return m_import; }

Q_SIGNALS:
    void importWanted(const seatscope::ImportWish &wish);

private:
    [[nodiscard]] QWidget *buildFiles();
    [[nodiscard]] QWidget *buildPlaces(const ImportPlaces &places);
    void fillList();
    void showFile();
    void agree(bool isAgreed);
    void showFate(std::size_t place);
    void showReadiness();
    [[nodiscard]] bool isWanted(std::size_t place) const;

    const std::vector<ImportFile> m_files;
    std::set<std::size_t> m_agreed; ///< samples that are wanted as they were mended
    QTreeWidget *m_list;
    QLabel *m_problem;
    SampleView *m_sample;
    QRadioButton *m_here;
    QRadioButton *m_elsewhere;
    NewJournalField *m_newJournal;
    QPushButton *m_import = nullptr;
};

} // namespace seatscope
