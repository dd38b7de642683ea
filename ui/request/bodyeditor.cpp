// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/bodyeditor.h"

#include "model/callback/prettyjson.h"
#include "ui/inspector/jsonhighlighter.h"
#include "ui/text/sizetext.h"
#include "ui/text/visibletext.h"
#include "ui/theme/iconview.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QVBoxLayout>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// The text is looked at when it has been left alone for so long, ms.
constexpr int checkAfterMs = 80;

/// What the editor holds. Not toPlainText(), which takes no-break spaces for spaces.
QString textOf(const QPlainTextEdit *edit)
{
    return edit->document()->toRawText().replace(QChar::ParagraphSeparator, u'\n');
}

} // namespace

BodyEditor::BodyEditor(QWidget *parent)
    : QWidget(parent),
      m_edit(new QPlainTextEdit(this)),
      m_highlighter(new JsonHighlighter(m_edit->document())),
      m_icon(new IconView({}, 16, this)),
      m_remark(paragraph({}, this)),
      m_goTo(new QPushButton(tr("&Go there"), this)),
      m_format(new QPushButton(tr("F&ormat"), this))
{
    m_edit->setFont(fixedFont());
    m_edit->setAccessibleName(tr("Body"));
    m_edit->setTabChangesFocus(true);
    m_format->setToolTip(tr("Indents the JSON; keys, their order and numbers stay as they are"));
    m_goTo->setToolTip(tr("Puts the cursor where the JSON breaks off"));
    for (QPushButton *button : {m_goTo, m_format})
        button->setAutoDefault(false);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addWidget(m_remark, 1);
    line->addWidget(m_goTo, 0, Qt::AlignTop);
    line->addWidget(m_format, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addWidget(m_edit, 1);
    column->addLayout(line);
    m_checkTimer.setSingleShot(true);
    m_checkTimer.setInterval(checkAfterMs);
    connect(&m_checkTimer, &QTimer::timeout, this, &BodyEditor::check);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        m_checkTimer.start();
        Q_EMIT edited();
    });
    connect(m_goTo, &QPushButton::clicked, this, [this] {
        QTextCursor cursor = m_edit->textCursor();
        cursor.setPosition(m_place);
        m_edit->setTextCursor(cursor);
        m_edit->setFocus();
    });
    connect(m_format, &QPushButton::clicked, this, &BodyEditor::format);
    check();
}

void BodyEditor::setBody(const QByteArray &body)
{
    m_recorded = body;
    const std::optional<BodyText> text = body.size() > longestEdited ? std::nullopt : bodyAsText(body);
    m_kind = body.size() > longestEdited ? Kind::Fixed : text ? Kind::Text : Kind::Hex;
    m_lineEnd = text ? text->lineEnd : LineEnd::Lf;
    m_highlighter->setDocument(m_kind == Kind::Text ? m_edit->document() : nullptr);
    m_edit->setReadOnly(m_kind == Kind::Fixed);
    m_edit->setPlainText(text ? text->text : m_kind == Kind::Hex ? bodyAsHex(body) : QString());
    check();
}

Result<QByteArray> BodyEditor::body() const
{
    if (m_kind == Kind::Fixed)
        return m_recorded;
    return m_kind == Kind::Hex ? bodyFromHex(textOf(m_edit)) : bodyFromText({textOf(m_edit), m_lineEnd});
}

void BodyEditor::showRemark(const QString &text, const QString &icon, bool isBad)
{
    m_icon->setIcon(symbolicIcon(icon, isBad ? Tint::Bad : icon == "check"_L1 ? Tint::Ok : Tint::Muted));
    m_remark->setText(text);
}

void BodyEditor::check()
{
    m_checkTimer.stop();
    const Result<QByteArray> present = body();
    m_goTo->hide();
    markPlace(-1);
    m_format->setEnabled(false);
    if (m_kind == Kind::Fixed)
        showRemark(tr("This body is too long to be edited here (%1). It is sent as it was recorded.")
                       .arg(sizeText(m_recorded.size())),
                   u"info"_s, false);
    else if (!present)
        showRemark(visibleText(present.error().message()), u"warning"_s, true);
    else if (m_kind == Kind::Hex)
        showRemark(tr("This body cannot be edited as text without loss: it is no UTF-8, or holds control characters. "
                      "Edit its bytes: two hexadecimal digits are one. %1.")
                       .arg(sizeText(present->size())),
                   u"info"_s, false);
    else if (present->isEmpty())
        showRemark(tr("The request has no body."), u"info"_s, false);
    else
        checkJson(*present);
}

void BodyEditor::checkJson(const QByteArray &body)
{
    const auto &[error, hasHalves] = checkJsonOf(body);
    // Half a pair has no form in which it could be written again.
    m_format->setEnabled(!error && !hasHalves);
    if (!error) {
        showRemark(tr("This is JSON, %1.").arg(sizeText(body.size())), u"check"_s, false);
        return;
    }
    showRemark(tr("This is no JSON: %1. It can be sent nevertheless.").arg(visibleText(error->message())), u"warning"_s,
               true);
    const QTextBlock line = m_edit->document()->findBlockByNumber(static_cast<int>(error->line) - 1);
    // The column counts bytes; one behind the end is that of the text.
    const QByteArray before = line.text().toUtf8().first(
        std::clamp<qsizetype>(static_cast<qsizetype>(error->column) - 1, 0, line.text().toUtf8().size()));
    markPlace(line.isValid() ? line.position() + static_cast<int>(QString::fromUtf8(before).size()) : -1);
    m_goTo->setVisible(m_place >= 0);
}

void BodyEditor::markPlace(int position)
{
    m_place = position;
    QTextEdit::ExtraSelection mark;
    if (position >= 0) {
        mark.cursor = QTextCursor(m_edit->document());
        const int last = m_edit->document()->characterCount() - 1;
        mark.cursor.setPosition(std::min(position, last));
        // At the end, what stands before it is marked.
        mark.cursor.movePosition(position < last ? QTextCursor::NextCharacter : QTextCursor::PreviousCharacter,
                                 QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(tintColor(Tint::Bad, palette()));
    }
    m_edit->setExtraSelections(position >= 0 ? QList<QTextEdit::ExtraSelection>{mark}
                                             : QList<QTextEdit::ExtraSelection>());
}

void BodyEditor::format()
{
    const Result<QByteArray> present = body();
    const auto pretty = present ? prettyJson(*present) : tl::unexpected<JsonError>(JsonError{});
    if (!pretty)
        return;
    // As typed, so that it can be undone.
    QTextCursor all(m_edit->document());
    all.select(QTextCursor::Document);
    all.insertText(*pretty);
}

} // namespace seatscope
