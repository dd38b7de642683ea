// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/import/importdialog.h"

#include "ui/import/newjournalfield.h"
#include "ui/import/sampleview.h"
#include "ui/text/visibletext.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/tints.h"
#include "ui/theme/widgets.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QGroupBox>
#include <QHeaderView>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

enum Column { FileColumn, FateColumn };

/// Files that are seen without scrolling.
constexpr int shownFiles = 6;

/// Words below a choice, in the colour of what is less important.
QLabel *explanation(const QString &text, QWidget *parent)
{
    QLabel *label = plainLabel(text, parent);
    QPalette colours = label->palette();
    colours.setColor(QPalette::WindowText, tintColor(Tint::Muted, colours));
    label->setPalette(colours);
    label->setWordWrap(true);
    label->setIndent(24);
    return label;
}

} // namespace

ImportDialog::ImportDialog(std::vector<ImportFile> files, const ImportPlaces &places, QWidget *parent)
    : QDialog(parent),
      m_files(std::move(files)),
      m_list(new QTreeWidget(this)),
      m_problem(paragraph({}, this)),
      m_sample(new SampleView(this)),
      m_here(new QRadioButton(this)),
      m_elsewhere(new QRadioButton(tr("A &new journal"), this)),
      m_newJournal(new NewJournalField(places.newJournal, this))
{
    setWindowTitle(tr("Import captures"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setIcon({});
    m_import = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    m_import->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(buildFiles(), 1);
    column->addWidget(buildPlaces(places));
    column->addWidget(buttons);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ImportDialog::showFile);
    connect(m_sample, &SampleView::agreed, this, &ImportDialog::agree);
    connect(m_newJournal, &NewJournalField::changed, this, &ImportDialog::showReadiness);
    connect(m_elsewhere, &QRadioButton::toggled, this, &ImportDialog::showReadiness);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT importWanted(wish());
        accept();
    });
    fillList();
    showReadiness();
    const QSize wanted =
        m_sample->sizePolicy().retainSizeWhenHidden() ? QSize(840, 780) : QSize(640, sizeHint().height());
    resize(wanted.boundedTo(screen()->availableSize() * 0.95));
}

QWidget *ImportDialog::buildFiles()
{
    auto *box = new QGroupBox(tr("Files"), this);
    auto *column = new QVBoxLayout(box);
    column->setSpacing(8);
    column->addWidget(m_list);
    column->addWidget(m_problem);
    column->addWidget(m_sample, 1);
    m_list->setAccessibleName(tr("Files to import"));
    m_list->setHeaderLabels({tr("File"), tr("What becomes of it")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setIconSize(QSize(16, 16));
    m_list->header()->setSectionsMovable(false);
    m_list->header()->setMinimumSectionSize(160);
    m_list->header()->setSectionResizeMode(FileColumn, QHeaderView::ResizeToContents);
    m_list->header()->setMaximumSectionSize(360);
    m_problem->hide();
    const bool hasSample = std::ranges::any_of(m_files, [](const ImportFile &file) { return file.sample.has_value(); });
    m_sample->setVisible(hasSample);
    // What is below stays where it is while one looks at other files.
    QSizePolicy policy = m_sample->sizePolicy();
    policy.setRetainSizeWhenHidden(hasSample);
    m_sample->setSizePolicy(policy);
    return box;
}

QWidget *ImportDialog::buildPlaces(const ImportPlaces &places)
{
    auto *box = new QGroupBox(tr("Into"), this);
    auto *column = new QVBoxLayout(box);
    column->setSpacing(4);
    m_here->setText(
        tr("&This journal, %1").arg(visibleText(QFileInfo(places.journal).fileName()).replace(u"&"_s, u"&&"_s)));
    const QString here =
        places.last > Sequence(0)
            ? tr("They get the numbers behind #%1, and rooms and activity show them. Callbacks go on being received.")
                  .arg(places.last.value())
            : tr("They keep their numbers, and rooms and activity show them. Callbacks go on being received.");
    const QString elsewhere = tr("They keep their numbers. A window of its own shows it, and listens elsewhere.");
    m_here->setAccessibleDescription(here);
    m_elsewhere->setAccessibleDescription(elsewhere);
    column->addWidget(m_here);
    column->addWidget(explanation(here, box));
    column->addWidget(m_elsewhere);
    column->addWidget(explanation(elsewhere, box));
    auto *line = new QHBoxLayout;
    line->setContentsMargins(24, 0, 0, 0);
    line->addWidget(m_newJournal);
    column->addLayout(line);
    (places.prefersNew ? m_elsewhere : m_here)->setChecked(true);
    return box;
}

void ImportDialog::fillList()
{
    QTreeWidgetItem *first = nullptr;
    for (std::size_t place = 0; place < m_files.size(); ++place) {
        const ImportFile &file = m_files.at(place);
        auto *item = new QTreeWidgetItem(m_list);
        item->setText(FileColumn, visibleText(QFileInfo(file.path).fileName()));
        item->setToolTip(FileColumn, plainToolTip(file.path));
        item->setSizeHint(FateColumn, QSize(0, rowHeight));
        showFate(place);
        // What a person has to look at.
        if (first == nullptr && file.sample)
            first = item;
    }
    const int rows = std::min(shownFiles, static_cast<int>(m_files.size()));
    m_list->setFixedHeight(m_list->header()->sizeHint().height() + rows * rowHeight + 2 * m_list->frameWidth());
    m_list->setCurrentItem(first != nullptr ? first : m_list->topLevelItem(0));
}

bool ImportDialog::isWanted(std::size_t place) const
{
    const ImportFile &file = m_files.at(place);
    return file.problem.isEmpty() && (!file.sample || m_agreed.contains(place));
}

void ImportDialog::showFate(std::size_t place)
{
    const ImportFile &file = m_files.at(place);
    QTreeWidgetItem *item = m_list->topLevelItem(static_cast<int>(place));
    QString fate = tr("is imported");
    QIcon icon = symbolicIcon(u"check"_s, Tint::Ok);
    if (!file.problem.isEmpty()) {
        fate = tr("is left out: %1").arg(visibleText(file.problem));
        icon = symbolicIcon(u"warning"_s, Tint::Bad);
    } else if (file.sample && isWanted(place)) {
        fate = tr("is imported as it was mended");
    } else if (file.sample) {
        fate = tr("is left out, unless you want it as it was mended");
        icon = symbolicIcon(u"warning"_s, Tint::Warn);
    }
    item->setText(FateColumn, fate);
    item->setToolTip(FateColumn, plainToolTip(fate));
    item->setIcon(FateColumn, icon);
}

void ImportDialog::showFile()
{
    const int row = m_list->indexOfTopLevelItem(m_list->currentItem());
    if (row < 0)
        return;
    const ImportFile &file = m_files.at(static_cast<std::size_t>(row));
    m_problem->setText(visibleText(file.problem));
    m_problem->setVisible(!file.problem.isEmpty());
    m_sample->setVisible(file.sample.has_value());
    if (file.sample)
        m_sample->show(*file.sample, m_agreed.contains(static_cast<std::size_t>(row)));
}

void ImportDialog::agree(bool isAgreed)
{
    const auto place = static_cast<std::size_t>(m_list->indexOfTopLevelItem(m_list->currentItem()));
    if (isAgreed)
        m_agreed.insert(place);
    else
        m_agreed.erase(place);
    showFate(place);
    showReadiness();
}

ImportWish ImportDialog::wish() const
{
    ImportWish wish;
    for (std::size_t place = 0; place < m_files.size(); ++place) {
        if (isWanted(place))
            wish.files.push_back(place);
    }
    if (m_elsewhere->isChecked())
        wish.newJournal = m_newJournal->path();
    return wish;
}

void ImportDialog::showReadiness()
{
    m_newJournal->setEnabled(m_elsewhere->isChecked());
    const bool hasPlace = m_here->isChecked() || m_newJournal->isPossible();
    m_import->setEnabled(hasPlace && !wish().files.empty());
}

} // namespace seatscope
