// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/replay/replaypreviewview.h"

#include "model/replay/replaychange.h"
#include "ui/inspector/bodytext.h"
#include "ui/text/visibletext.h"
#include "ui/theme/emptypage.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

#include <QLocale>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestChange = 300;
constexpr qint64 mostShownBytes = qint64{64} * 1024;

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

ReplayPreviewView::ReplayPreviewView(QWidget *parent)
    : QWidget(parent),
      m_pages(new QStackedWidget(this)),
      m_empty(new EmptyPage(symbolicIcon(u"replay"_s, Tint::Muted), {}, {}, this)),
      m_previous(toolButton(u"step-back"_s, tr("The capture before"), this)),
      m_next(toolButton(u"step-forward"_s, tr("The next capture"), this)),
      m_place(plainLabel({}, this)),
      m_changes(paragraph({}, this)),
      m_bytes(bodyText(tr("What is sent"), this))
{
    auto *page = new QWidget(this);
    auto *line = new QHBoxLayout;
    line->setSpacing(4);
    line->setContentsMargins(8, 4, 8, 0);
    line->addWidget(m_previous);
    line->addWidget(m_next);
    line->addWidget(m_place, 1);
    m_changes->setContentsMargins(8, 0, 8, 4);
    m_changes->setAccessibleName(tr("What differs from the record"));
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(line);
    column->addWidget(m_changes);
    column->addWidget(m_bytes, 1);
    m_pages->addWidget(page);
    m_pages->addWidget(m_empty);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_pages);
    connect(m_previous, &QToolButton::clicked, this, [this] { go(m_index - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { go(m_index + 1); });
    setCaptures(0);
}

void ReplayPreviewView::setCaptures(qint64 captures, const QString &title, const QString &advice)
{
    m_captures = captures;
    m_empty->setTexts(title, advice);
    m_pages->setCurrentIndex(captures > 0 ? 0 : 1);
    m_place->clear();
    m_changes->clear();
    m_bytes->clear();
    go(0);
}

void ReplayPreviewView::go(qint64 index)
{
    m_index = index;
    m_previous->setEnabled(index > 0);
    m_next->setEnabled(index + 1 < m_captures);
    refresh();
}

void ReplayPreviewView::refresh()
{
    if (m_captures > 0)
        Q_EMIT previewWanted(static_cast<size_t>(m_index));
}

void ReplayPreviewView::show(const ReplayPreview &preview)
{
    if (std::cmp_not_equal(preview.index, m_index) || m_captures == 0)
        return;
    const QLocale locale;
    m_place->setText(
        tr("#%1, %2 of %3")
            .arg(QString::number(preview.sequence.value()), locale.toString(m_index + 1), locale.toString(m_captures)));
    if (!preview.error.isEmpty()) {
        m_changes->setText(tr("It cannot be sent: %1").arg(visibleText(preview.error)));
        m_bytes->clear();
        return;
    }
    QStringList changes;
    for (const ReplayChange &change : preview.changes) {
        const QString text = visibleText(replayChangeText(change));
        changes += text.size() > longestChange ? QString(text.left(longestChange) % u'…') : text;
    }
    m_changes->setText(changes.isEmpty() ? tr("Byte for byte as recorded.")
                                         : tr("Otherwise than recorded:\n%1").arg(changes.join(u'\n')));
    QByteArray shown = preview.head.left(mostShownBytes);
    shown += preview.body.left(mostShownBytes - shown.size());
    const qint64 total = preview.head.size() + preview.body.size();
    const QString text = visibleBytes(shown);
    m_bytes->setPlainText(
        shown.size() < total
            ? tr("%1\n… %2 of %3 bytes").arg(text, locale.toString(shown.size()), locale.toString(total))
            : text);
}

} // namespace seatscope
