// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/replay/replaytargetfield.h"

#include "ui/text/visibletext.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

#include <QComboBox>
#include <QInputDialog>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestText = 2000;

QToolButton *toolButton(const QString &icon, const QString &toolTip, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(symbolicIcon(icon));
    button->setAutoRaise(true);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    return button;
}

} // namespace

ReplayTargetField::ReplayTargetField(QWidget *parent)
    : QWidget(parent),
      m_targets(ReplayTargets::load()),
      m_box(new QComboBox(this)),
      m_save(toolButton(u"bookmark"_s, tr("Save this target under a name…"), this)),
      m_remove(toolButton(u"cross"_s, tr("Remove this saved target, and the leave to send to it"), this)),
      m_remark(paragraph({}, this))
{
    m_box->setEditable(true);
    m_box->setInsertPolicy(QComboBox::NoInsert);
    m_box->setCompleter(nullptr); // it would put a saved name in place of what is typed
    m_box->setAccessibleName(tr("Where to send"));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(24);
    m_box->lineEdit()->setMaxLength(longestText);
    m_box->lineEdit()->setPlaceholderText(u"http://127.0.0.1:9000/callback"_s);
    auto *line = new QHBoxLayout;
    line->setSpacing(4);
    line->addWidget(m_box, 1);
    line->addWidget(m_save);
    line->addWidget(m_remove);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(line);
    column->addWidget(m_remark);
    // There from the start, so that nothing moves while a target is typed.
    m_remark->setMinimumHeight(m_remark->fontMetrics().lineSpacing());
    m_remark->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setFocusProxy(m_box);
    fill();
    setText(ownName());
    connect(m_box, &QComboBox::editTextChanged, this, &ReplayTargetField::look);
    connect(m_save, &QToolButton::clicked, this, &ReplayTargetField::askForName);
    connect(m_remove, &QToolButton::clicked, this, &ReplayTargetField::remove);
    look();
}

QString ReplayTargetField::ownName()
{
    return tr("This program");
}

QInputDialog *ReplayTargetField::nameDialog() const
{
    return m_nameDialog;
}

void ReplayTargetField::fill()
{
    const QString text = m_box->currentText();
    const QSignalBlocker blocker(m_box);
    m_box->clear();
    m_box->addItem(ownName());
    for (const SavedReplayTarget &target : m_targets.all()) {
        m_box->addItem(target.name);
        m_box->setItemData(m_box->count() - 1, plainToolTip(target.url), Qt::ToolTipRole);
    }
    m_box->setEditText(text);
}

void ReplayTargetField::reload()
{
    m_targets = ReplayTargets::load();
    fill();
    look();
}

void ReplayTargetField::setText(const QString &text)
{
    m_box->setEditText(text);
}

QString ReplayTargetField::text() const
{
    return m_box->currentText().trimmed();
}

bool ReplayTargetField::isOwn() const
{
    return text() == ownName();
}

QString ReplayTargetField::url() const
{
    if (isOwn())
        return {};
    const SavedReplayTarget *saved = m_targets.named(text());
    return saved != nullptr ? saved->url : text();
}

bool ReplayTargetField::isPossible() const
{
    return isOwn() || readReplayTarget(url());
}

void ReplayTargetField::setOwnRemark(const QString &remark)
{
    m_ownRemark = remark;
    look();
}

void ReplayTargetField::look()
{
    const bool isSaved = m_targets.named(text()) != nullptr;
    const Result<ReplayTarget> target = readReplayTarget(url());
    QString remark;
    if (isOwn())
        remark = m_ownRemark;
    else if (text().isEmpty())
        remark = tr("Type a URL, or choose a target.");
    else if (!text().contains(u"://"_s) && !isSaved)
        remark = tr("A URL begins with http:// or https://.");
    else if (!target)
        remark = tr("Nothing can be sent there: %1").arg(visibleText(target.error().message()));
    else if (target->path.isEmpty())
        remark = tr("To %1; the recorded paths are kept.").arg(visibleText(target->origin()));
    else
        remark = tr("To %1, all to the path %2.")
                     .arg(visibleText(target->origin()), visibleText(QString::fromLatin1(target->path)));
    m_remark->setText(remark);
    m_box->setAccessibleDescription(remark);
    m_save->setEnabled(!isOwn() && !isSaved && target.has_value());
    m_remove->setEnabled(!isOwn() && isSaved);
    Q_EMIT changed();
}

void ReplayTargetField::askForName()
{
    delete m_nameDialog;
    auto *dialog = new QInputDialog(this);
    m_nameDialog = dialog;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save target"));
    dialog->setLabelText(tr("Name of the target:"));
    connect(dialog, &QInputDialog::textValueSelected, this, &ReplayTargetField::keep);
    dialog->open();
}

void ReplayTargetField::keep(const QString &name)
{
    constexpr qsizetype longestName = 100;
    const QString trimmed = name.simplified().left(longestName);
    if (trimmed.isEmpty() || trimmed == ownName() || !isPossible() || isOwn())
        return;
    const QString kept = url();
    m_targets = ReplayTargets::load();
    m_targets.add(trimmed, kept);
    m_targets.save();
    fill();
    setText(trimmed);
}

void ReplayTargetField::remove()
{
    const QString kept = url();
    m_targets = ReplayTargets::load();
    m_targets.remove(text());
    m_targets.save();
    fill();
    setText(kept);
    look(); // also where the name was the URL
}

void ReplayTargetField::allow(const QString &url)
{
    m_targets = ReplayTargets::load();
    m_targets.allow(url);
    m_targets.save();
    fill();
    look();
}

} // namespace seatscope
