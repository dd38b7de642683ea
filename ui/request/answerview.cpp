// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/request/answerview.h"

#include "ui/inspector/bodytext.h"
#include "ui/text/sizetext.h"
#include "ui/text/visibletext.h"
#include "ui/theme/iconview.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// An answer's body is shown so far, bytes.
constexpr qsizetype mostShown = qsizetype{64} << 10;

struct AnswerWords {
    Q_DECLARE_TR_FUNCTIONS(seatscope::AnswerView)
};

QString differenceText(const ReplayDifference &difference, const CaptureSummary &recorded)
{
    if (recorded.status == 0)
        return AnswerWords::tr("How #%1 was answered is not known.").arg(recorded.sequence.value());
    if (difference.status)
        return AnswerWords::tr("#%1 was answered %2.").arg(recorded.sequence.value()).arg(recorded.status);
    return difference.body ? AnswerWords::tr("#%1 was answered with the same status and another body.")
                                 .arg(recorded.sequence.value())
                           : AnswerWords::tr("#%1 was answered the same.").arg(recorded.sequence.value());
}

QString changesText(const std::vector<ReplayChange> &changes)
{
    QStringList texts;
    for (const ReplayChange &change : changes)
        texts += visibleText(replayChangeText(change));
    return AnswerWords::tr("Besides what was edited: %1.").arg(texts.join("; "_L1));
}

} // namespace

AnswerView::AnswerView(QWidget *parent)
    : QWidget(parent),
      m_icon(new IconView({}, 16, this)),
      m_headline(paragraph({}, this)),
      m_details(paragraph({}, this)),
      m_body(bodyText(tr("Body of the answer"), this)),
      m_show(new QPushButton(this))
{
    constexpr int bodyLines = 4;
    m_headline->setAccessibleName(tr("Answer"));
    m_body->setFrameShape(QFrame::StyledPanel);
    m_body->setFixedHeight(m_body->fontMetrics().lineSpacing() * bodyLines + 12);
    m_show->setAutoDefault(false);
    QPalette colours = m_details->palette();
    colours.setColor(QPalette::WindowText, tintColor(Tint::Muted, colours));
    m_details->setPalette(colours);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addWidget(m_headline, 1);
    line->addWidget(m_show, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(line);
    column->addWidget(m_details);
    column->addWidget(m_body);
    connect(m_show, &QPushButton::clicked, this, [this] { Q_EMIT captureWanted(m_kept); });
    hide();
}

void AnswerView::show(const QString &icon, bool isBad, const QString &headline, const QStringList &details)
{
    m_icon->setIcon(symbolicIcon(icon, isBad ? Tint::Bad : icon == "check"_L1 ? Tint::Ok : Tint::Muted));
    m_headline->setText(headline);
    m_details->setText(details.join(u'\n'));
    m_details->setVisible(!details.isEmpty());
    m_body->hide();
    setVisible(true);
}

void AnswerView::showSending(const QString &target)
{
    m_show->hide();
    show(u"send"_s, false, tr("Sending to %1…").arg(visibleText(target)), {});
}

void AnswerView::showProblem(const QString &message)
{
    m_show->hide();
    show(u"warning"_s, true, tr("Nothing was sent: %1").arg(visibleText(message)), {});
}

void AnswerView::showOutcome(const SendingOutcome &outcome, const CaptureSummary &recorded)
{
    const ReplayResult &result = outcome.result;
    const QString target = visibleText(outcome.target);
    const QStringList changes = outcome.changes.empty() ? QStringList() : QStringList{changesText(outcome.changes)};
    if (!result.answer) {
        show(u"cross"_s, true, tr("%1 did not answer: %2").arg(target, visibleText(result.error)), changes);
        return;
    }
    const QLocale locale;
    const QString time = locale.toString(static_cast<double>(result.tookUs) / 1000, 'f', 1);
    const ReplayAnswer &answer = *result.answer;
    show(result.isOk() ? u"check"_s : u"cross"_s, !result.isOk(),
         tr("%1 answered %2 in %3 ms, with %4. %5")
             .arg(target, QString::number(answer.status), time, sizeText(answer.bodySize),
                  differenceText(result.difference, recorded)),
         changes);
    m_body->setPlainText(visibleBytes(answer.body.left(mostShown)));
    m_body->setVisible(!answer.body.isEmpty());
}

void AnswerView::showKept(Sequence sequence)
{
    m_kept = sequence;
    m_show->setText(tr("&Kept as #%1").arg(sequence.value()));
    m_show->setToolTip(tr("Shows it in the log"));
    m_show->show();
}

} // namespace seatscope
