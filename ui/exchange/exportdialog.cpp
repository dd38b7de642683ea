// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/exchange/exportdialog.h"

#include "ui/exchange/targetfield.h"
#include "ui/text/pluralcount.h"
#include "ui/text/visibletext.h"
#include "ui/theme/tints.h"
#include "ui/theme/widgets.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QGroupBox>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>

namespace seatscope {

namespace {

/// Words beside a choice, in the colour of what is less important.
QLabel *explanation(const QString &text, QWidget *parent)
{
    QLabel *label = plainLabel(text, parent);
    QPalette colours = label->palette();
    colours.setColor(QPalette::WindowText, tintColor(Tint::Muted, colours));
    label->setPalette(colours);
    return label;
}

} // namespace

ExportDialog::ExportDialog(const ExportOffer &offer, ExportScope scope, const ExportHabits &habits,
                           const QString &target, QWidget *parent)
    : QDialog(parent),
      m_scopes(new QButtonGroup(this)),
      m_formats(new QButtonGroup(this)),
      m_tables(new QComboBox(this)),
      m_redact(new QCheckBox(this)),
      m_target(new TargetField(target, this))
{
    setWindowTitle(tr("Export captures"));
    auto *file = new QGroupBox(tr("File"), this);
    (new QVBoxLayout(file))->addWidget(m_target);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setIcon({});
    m_export = buttons->addButton(tr("&Export"), QDialogButtonBox::AcceptRole);
    m_export->setDefault(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(buildScopes(offer, scope));
    column->addWidget(buildFormats(habits.form));
    column->addWidget(buildRedaction(habits.redacts));
    column->addWidget(file);
    column->addStretch();
    column->addWidget(buttons);
    connect(m_target, &TargetField::changed, this, &ExportDialog::showReadiness);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT exportWanted(wish());
        accept();
    });
    formatChosen();
    showReadiness();
    m_scopes->checkedButton()->setFocus();
}

QWidget *ExportDialog::buildScopes(const ExportOffer &offer, ExportScope scope)
{
    auto *box = new QGroupBox(tr("Captures"), this);
    auto *column = new QVBoxLayout(box);
    const QLocale locale;
    const auto add = [&](ExportScope choice, const QString &text) {
        auto *button = new QRadioButton(text, box);
        m_scopes->addButton(button, static_cast<int>(choice));
        column->addWidget(button);
        if (choice == scope)
            button->setChecked(true);
        return button;
    };
    const auto count = static_cast<qint64>(offer.selected.size());
    if (count == 1)
        add(ExportScope::Selected, tr("The &selected capture, #%1").arg(offer.selected.front().value()));
    else if (count > 1)
        add(ExportScope::Selected,
            tr("The %1 &selected captures", nullptr, pluralCount(count)).arg(locale.toString(count)));
    if (!offer.filter.isEmpty()) {
        constexpr int mostPixels = 440;
        QRadioButton *button = add(ExportScope::Filtered, tr("What the &filter lets pass"));
        const QString filter = visibleText(offer.filter);
        QLabel *label = explanation(fontMetrics().elidedText(filter, Qt::ElideRight, mostPixels), box);
        label->setToolTip(plainToolTip(filter));
        label->setIndent(24);
        column->addWidget(label);
        button->setAccessibleDescription(filter);
    }
    QRadioButton *all =
        add(ExportScope::Everything,
            tr("E&verything: %1 captures", nullptr, pluralCount(offer.all)).arg(locale.toString(offer.all)));
    if (m_scopes->checkedButton() == nullptr)
        all->setChecked(true);
    return box;
}

QWidget *ExportDialog::buildFormats(const ExportForm &form)
{
    auto *box = new QGroupBox(tr("Format"), this);
    auto *grid = new QGridLayout(box);
    grid->setHorizontalSpacing(16);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const ExportFormat &format : exportFormats()) {
        auto *button = new QRadioButton(QString(format.name), box);
        const QString description = exportFormatDescription(format);
        button->setAccessibleDescription(description);
        button->setChecked(format.name == form.format->name);
        m_formats->addButton(button, row);
        grid->addWidget(button, row, 0);
        grid->addWidget(explanation(description, box), row, 1);
        if (hasTables(format)) {
            grid->addWidget(m_tables, row, 2);
            setTabOrder(button, m_tables);
        }
        ++row;
    }
    m_tables->addItem(tr("Captures"), static_cast<int>(ExportTable::Captures));
    m_tables->addItem(tr("Seats and members"), static_cast<int>(ExportTable::Seats));
    m_tables->addItem(tr("Activity in the rooms"), static_cast<int>(ExportTable::Activity));
    m_tables->setCurrentIndex(m_tables->findData(static_cast<int>(form.table)));
    m_tables->setAccessibleName(tr("What the rows of the table are"));
    connect(m_formats, &QButtonGroup::idToggled, this, [this](int, bool isChosen) {
        if (isChosen)
            formatChosen();
    });
    return box;
}

QWidget *ExportDialog::buildRedaction(bool redacts)
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_redact->setText(tr("&Redact users, addresses and secrets"));
    m_redact->setChecked(redacts);
    const QString what =
        tr("Users, operators, addresses of clients, tokens and signatures are replaced by pseudonyms of "
           "the same size. What people typed otherwise stays: look at the file before you give it away.");
    m_redact->setAccessibleDescription(what);
    QLabel *note = explanation(what, box);
    note->setWordWrap(true);
    note->setIndent(24);
    column->addWidget(m_redact);
    column->addWidget(note);
    return box;
}

const ExportFormat &ExportDialog::format() const
{
    return exportFormats()[static_cast<size_t>(m_formats->checkedId())];
}

ExportWish ExportDialog::wish() const
{
    ExportWish wish;
    wish.scope = static_cast<ExportScope>(m_scopes->checkedId());
    wish.form = {&format(), static_cast<ExportTable>(m_tables->currentData().toInt())};
    wish.redacts = m_redact->isChecked();
    wish.target = m_target->path();
    return wish;
}

void ExportDialog::formatChosen()
{
    m_tables->setEnabled(hasTables(format()));
    m_target->setPath(withSuffixOf(format(), m_target->edit()->text()));
}

void ExportDialog::showReadiness()
{
    m_export->setEnabled(m_target->isPossible());
    m_export->setText(m_target->replaces() ? tr("&Export and replace") : tr("&Export"));
}

} // namespace seatscope
