// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/formrows.h"

#include "ui/theme/tints.h"
#include "ui/theme/widgets.h"

#include <QCoreApplication>
#include <QFormLayout>
#include <QScrollArea>

namespace seatscope {

namespace {

/// Words below a field. A wrapped QLabel asks for room as if its column were narrow.
class Note final : public QLabel {
public:
    Note(const QString &text, QWidget *parent) : QLabel(parent)
    {
        setTextFormat(Qt::PlainText);
        setText(text);
        setWordWrap(true);
        setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        setForegroundRole(QPalette::PlaceholderText);
        QSizePolicy policy = sizePolicy(); // keeps that its height depends on its width
        policy.setHorizontalPolicy(QSizePolicy::Expanding);
        setSizePolicy(policy);
    }
    [[nodiscard]] QSize sizeHint() const override { return {usualWidth, heightForWidth(usualWidth)}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {usualWidth / 3, fontMetrics().height()}; }

private:
    static constexpr int usualWidth = 540;
};

} // namespace

QFormLayout *settingsForm()
{
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    return form;
}

void addSetting(QFormLayout *form, const QString &label, QWidget *field, const QString &name,
                const FixedSettings &fixed)
{
    QLabel *title = plainLabel(label, field->parentWidget());
    title->setBuddy(field);
    if (field->accessibleName().isEmpty())
        field->setAccessibleName(label);
    form->addRow(title, field);
    const auto decides = fixed.constFind(name);
    if (decides == fixed.cend())
        return;
    field->setEnabled(false);
    addNote(form,
            QCoreApplication::translate("seatscope::Settings", "Decided by %1, which wins over the settings.")
                .arg(*decides),
            field->parentWidget());
}

QLabel *addNote(QFormLayout *form, const QString &text, QWidget *parent)
{
    auto *note = new Note(text, parent);
    form->addRow(nullptr, note);
    return note;
}

QWidget *scrolled(QWidget *content, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    return area;
}

} // namespace seatscope
