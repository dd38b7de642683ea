// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/filter/filteredit.h"

#include "ui/filter/filtercompletion.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/tints.h"
#include "ui/theme/widgets.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QPainter>
#include <QStringListModel>

namespace seatscope {

using namespace Qt::StringLiterals;

FilterEdit::FilterEdit(QWidget *parent)
    : QLineEdit(parent),
      m_completer(new QCompleter(this)),
      m_words(new QStringListModel(this))
{
    setFont(fixedFont());
    setPlaceholderText(tr("Filter captures: room == \"rid-1\" and flag == late"));
    setAccessibleName(tr("Filter captures"));
    setClearButtonEnabled(true);
    addAction(symbolicIcon(u"filter"_s, Tint::Muted), QLineEdit::LeadingPosition);
    m_completer->setModel(m_words);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::PopupCompletion);
    m_completer->popup()->setAccessibleName(tr("What can stand here"));
    m_completer->popup()->setFont(font());
    connect(this, &QLineEdit::textEdited, this, [this] { offer(false); });
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &FilterEdit::complete);
}

void FilterEdit::markFault(std::optional<qsizetype> offset)
{
    m_fault = offset;
    update();
}

bool FilterEdit::offers() const
{
    return m_completer->popup()->isVisible();
}

void FilterEdit::offer(bool onDemand)
{
    const FilterCompletion completion = completionAt(text(), cursorPosition(), onDemand);
    m_words->setStringList(completion.words);
    if (completion.words.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->setCompletionPrefix({}); // the words are chosen already
    constexpr int leastWidth = 160;
    QRect place = cursorRect();
    place.setLeft(place.left() -
                  fontMetrics().horizontalAdvance(text().mid(completion.start, cursorPosition() - completion.start)));
    place.setWidth(leastWidth);
    m_completer->complete(place);
}

void FilterEdit::complete(const QString &word)
{
    const FilterCompletion completion = completionAt(text(), cursorPosition(), true);
    const auto start = static_cast<int>(completion.start);
    setSelection(start, cursorPosition() - start);
    // A path goes on behind its dot.
    insert(word.endsWith(u'.') ? word : word + u' ');
    Q_EMIT textEdited(text());
}

bool FilterEdit::takeOffered(bool evenUnchosen)
{
    QModelIndex chosen = m_completer->popup()->currentIndex();
    if (!chosen.isValid() && evenUnchosen)
        chosen = m_completer->popup()->model()->index(0, 0);
    if (!chosen.isValid())
        return false;
    const QString word = chosen.data().toString();
    m_completer->popup()->hide();
    complete(word);
    return true;
}

bool FilterEdit::event(QEvent *event)
{
    const auto *press = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress
                            ? dynamic_cast<const QKeyEvent *>(event)
                            : nullptr;
    // In here, Esc does not return to live.
    if (press != nullptr && event->type() == QEvent::ShortcutOverride && press->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (press != nullptr && event->type() == QEvent::KeyPress && press->key() == Qt::Key_Tab && offers() &&
        takeOffered(true)) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        if (offers())
            m_completer->popup()->hide();
        else
            Q_EMIT escaped();
    } else if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        offer(true);
    } else if (isEnter && offers() && takeOffered(false)) {
        event->accept();
    } else {
        if (isEnter)
            m_completer->popup()->hide();
        QLineEdit::keyPressEvent(event);
    }
}

void FilterEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (!m_fault)
        return;
    const QString shown = text();
    const qsizetype from = qMin(*m_fault, shown.size());
    qsizetype end = from;
    while (end < shown.size() && !shown.at(end).isSpace())
        ++end;
    // The cursor tells how far the text is scrolled.
    const QFontMetrics metrics = fontMetrics();
    const int origin = cursorRect().center().x() - metrics.horizontalAdvance(shown.left(cursorPosition()));
    const int left = origin + metrics.horizontalAdvance(shown.left(from));
    const int right = qMax(left + metrics.averageCharWidth(), origin + metrics.horizontalAdvance(shown.left(end)));
    QPainter painter(this);
    painter.setClipRect(rect().adjusted(4, 0, -4, 0));
    painter.setPen(QPen(tintColor(Tint::Bad, palette()), 2));
    const int base = cursorRect().bottom() - 1;
    painter.drawLine(left, base, right, base);
}

} // namespace seatscope
