// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/import/sampleview.h"

#include "ui/inspector/bodytext.h"
#include "ui/text/pluralcount.h"
#include "ui/text/visibletext.h"
#include "ui/theme/widgets.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QSignalBlocker>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// Lines of text that are seen without scrolling.
constexpr int shownLines = 8;
/// Changes that are named; the texts show the others.
constexpr qsizetype namedChanges = 4;

QPlainTextEdit *pane(const QString &name, QWidget *parent)
{
    QPlainTextEdit *text = bodyText(name, parent);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setMinimumHeight(shownLines * text->fontMetrics().lineSpacing());
    text->setFrameShape(QFrame::StyledPanel);
    return text;
}

/// Nothing in it can hide or reorder what would be imported.
QString shownText(QString text)
{
    return visibleBytes(text.replace(u'\t', u"    "_s).toUtf8());
}

} // namespace

SampleView::SampleView(QWidget *parent)
    : QWidget(parent),
      m_changes(paragraph({}, this)),
      m_before(pane(tr("The sample as it is"), this)),
      m_after(pane(tr("The sample as it was mended"), this)),
      m_agree(new QCheckBox(tr("I&mport this text as it was mended"), this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_changes, 0, 0, 1, 2);
    grid->addWidget(plainLabel(tr("As it is"), this), 1, 0);
    grid->addWidget(plainLabel(tr("As it was mended"), this), 1, 1);
    grid->addWidget(m_before, 2, 0);
    grid->addWidget(m_after, 2, 1);
    grid->addWidget(m_agree, 3, 0, 1, 2);
    grid->setRowStretch(2, 1);
    connect(m_agree, &QCheckBox::toggled, this, &SampleView::agreed);
}

void SampleView::show(const ImportSample &sample, bool isAgreed)
{
    QString changes = sample.changes.first(qMin(namedChanges, sample.changes.size())).join(u'\n');
    const qint64 more = sample.changeCount - qMin<qint64>(namedChanges, sample.changes.size());
    if (more > 0)
        changes += u'\n' % tr("and %1 more changes", nullptr, pluralCount(more)).arg(QLocale().toString(more));
    m_changes->setText(tr("This is a sample of the documentation, and no JSON. To make it so:\n%1").arg(changes));
    m_before->setPlainText(shownText(sample.before));
    m_after->setPlainText(shownText(sample.after));
    const QSignalBlocker blocker(m_agree);
    m_agree->setChecked(isAgreed);
}

} // namespace seatscope
