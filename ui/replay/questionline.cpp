// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/replay/questionline.h"

#include "ui/theme/iconview.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/tints.h"
#include "ui/theme/widgets.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

QuestionLine::QuestionLine(QWidget *parent)
    : QWidget(parent),
      m_text(paragraph({}, this)),
      m_yes(new QPushButton(this)),
      m_no(new QPushButton(this))
{
    m_text->setForegroundRole(QPalette::Text);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 8, 8, 8);
    row->setSpacing(8);
    row->addWidget(new IconView(symbolicIcon(u"warning"_s), 16, this));
    row->addWidget(m_text, 1);
    row->addWidget(m_yes);
    row->addWidget(m_no);
    connect(m_yes, &QPushButton::clicked, this, [this] {
        const std::function<void()> agreed = std::exchange(m_agreed, {});
        withdraw();
        if (agreed)
            agreed();
    });
    connect(m_no, &QPushButton::clicked, this, &QuestionLine::withdraw);
    // In a dialog, Enter shall not agree to what has just come up.
    for (QPushButton *button : {m_yes, m_no})
        button->setAutoDefault(false);
    hide();
}

void QuestionLine::ask(const QString &question, const QString &yes, const QString &no, std::function<void()> agreed)
{
    m_text->setText(question);
    m_yes->setText(yes);
    m_no->setText(no);
    m_agreed = std::move(agreed);
    show();
    m_no->setFocus();
}

void QuestionLine::withdraw()
{
    m_agreed = {};
    hide();
}

QString QuestionLine::question() const
{
    return isHidden() ? QString() : m_text->text();
}

void QuestionLine::paintEvent(QPaintEvent * /*event*/)
{
    constexpr double groundShare = 0.3; // as the band above the seats
    QPainter painter(this);
    painter.fillRect(rect(), tintedGround(palette(), tintColor(Tint::Warn, palette()), groundShare));
}

} // namespace seatscope
