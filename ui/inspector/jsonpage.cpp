// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/inspector/jsonpage.h"

#include "model/callback/prettypointer.h"
#include "ui/inspector/bodytext.h"
#include "ui/inspector/fieldwords.h"
#include "ui/inspector/jsonhighlighter.h"
#include "ui/text/visibletext.h"
#include "ui/theme/widgets.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPlainTextEdit>
#include <QToolTip>
#include <QVBoxLayout>

namespace seatscope {

JsonPage::JsonPage(QWidget *parent)
    : QWidget(parent),
      m_note(paragraph({}, this)),
      m_text(bodyText(tr("Body as JSON"), this)),
      m_highlighter(new JsonHighlighter(m_text->document())),
      m_field(paragraph({}, this))
{
    m_note->setContentsMargins(8, 8, 8, 8);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_note);
    column->addWidget(m_text, 1);
    m_field->setContentsMargins(8, 4, 8, 4);
    column->addWidget(m_field);
    m_text->viewport()->installEventFilter(this);
    connect(m_text, &QPlainTextEdit::cursorPositionChanged, this, &JsonPage::describeField);
}

void JsonPage::show(const CaptureInspection &inspection)
{
    const bool isJson = !inspection.prettyBody.isEmpty();
    const QByteArray &body = inspection.capture.body;
    QStringList notes;
    if (!isJson)
        notes +=
            body.isEmpty() ? tr("The request has no body.") : tr("The body is no JSON: %1").arg(inspection.jsonError);
    const qint64 size = isJson ? inspection.prettyBody.size() : body.size();
    if (size > shownBodyLimit) {
        const QLocale locale;
        notes +=
            isJson
                ? tr("Showing the first %1 of %2 characters.")
                      .arg(locale.toString(shownBodyLimit), locale.toString(size))
                : tr("Showing the first %1 of %2 bytes.").arg(locale.toString(shownBodyLimit), locale.toString(size));
    }
    m_note->setText(notes.join(u'\n'));
    m_note->setVisible(!notes.isEmpty());
    m_isJson = isJson;
    m_entry = catalogueEntry(inspection.capture.summary.command, inspection.capture.summary.product);
    m_highlighter->setDocument(isJson ? m_text->document() : nullptr);
    m_text->setPlainText(isJson ? inspection.prettyBody.left(shownBodyLimit) : visibleBytes(body.left(shownBodyLimit)));
    describeField();
}

QString JsonPage::fieldAt(int position) const
{
    return m_isJson ? FieldWords::describe(m_entry, pointerAt(m_text->toPlainText(), position)) : QString();
}

void JsonPage::describeField()
{
    const QString field = fieldAt(m_text->textCursor().position());
    m_field->setText(field.isEmpty() && m_isJson ? tr("A click on a field says what is documented about it.") : field);
    m_field->setVisible(m_isJson);
}

bool JsonPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::eventFilter(watched, event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QString field = fieldAt(m_text->cursorForPosition(help->pos()).position());
    QToolTip::showText(help->globalPos(), plainToolTip(field), m_text->viewport());
    return true;
}

void JsonPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_highlighter->document() != nullptr)
        m_highlighter->rehighlight();
}

} // namespace seatscope
