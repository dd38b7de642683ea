// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/timeline/notliveline.h"

#include "ui/theme/iconview.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/tints.h"
#include "ui/theme/widgets.h"
#include "ui/timeline/timewords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace seatscope {

using namespace Qt::StringLiterals;

NotLiveLine::NotLiveLine(const QString &words, QWidget *parent)
    : QWidget(parent),
      m_words(words),
      m_label(plainLabel({}, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 2, 8, 2);
    row->setSpacing(8);
    row->addWidget(new IconView(symbolicIcon(u"rewind"_s, Tint::Text), 16, this));
    m_label->setForegroundRole(QPalette::Text);
    m_label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_label, 1);
    hide();
}

void NotLiveLine::setMoment(std::optional<Sequence> moment)
{
    m_sentence = moment ? m_words.arg(TimeWords::number(*moment)) : QString();
    m_label->setToolTip(m_sentence);
    m_label->setAccessibleName(m_sentence);
    setVisible(moment.has_value());
    elide();
}

QString NotLiveLine::text() const
{
    return m_sentence;
}

void NotLiveLine::elide()
{
    layout()->activate();
    m_label->setText(m_label->fontMetrics().elidedText(m_sentence, Qt::ElideRight, m_label->width()));
}

void NotLiveLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    elide();
}

void NotLiveLine::paintEvent(QPaintEvent * /*event*/)
{
    constexpr double groundShare = 0.3; // as the band above the seats
    QPainter painter(this);
    painter.fillRect(rect(), tintedGround(palette(), tintColor(Tint::Warn, palette()), groundShare));
}

} // namespace seatscope
