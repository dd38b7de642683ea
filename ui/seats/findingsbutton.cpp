// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/seats/findingsbutton.h"

#include "ui/seats/roomfindingwords.h"
#include "ui/text/visibletext.h"
#include "ui/theme/symbolicicon.h"

#include <QListWidget>
#include <QVBoxLayout>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int listWidth = 460;
constexpr int mostHeight = 380;
constexpr int sequenceRole = Qt::UserRole;

/// As high as its text needs when it is \a width pixels wide.
int heightOf(const QListWidget &list, const QString &text, int width)
{
    constexpr int padding = 12;
    constexpr int iconAndMargins = 40;
    const QRect room(0, 0, width - iconAndMargins, mostHeight * 10);
    return list.fontMetrics().boundingRect(room, Qt::TextWordWrap, text).height() + padding;
}

} // namespace

FindingsButton::FindingsButton(QWidget *parent) : QToolButton(parent)
{
    setIcon(symbolicIcon(u"warning"_s, Tint::Warn));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    connect(this, &QToolButton::clicked, this, &FindingsButton::open);
    hide();
}

void FindingsButton::show(std::vector<RoomFinding> findings)
{
    if (findings == m_findings)
        return;
    m_findings = std::move(findings);
    setText(RoomFindingWords::count(std::ssize(m_findings)));
    setAccessibleName(tr("%1 in this room").arg(text()));
    QStringList sentences;
    for (const RoomFinding &finding : m_findings)
        sentences += RoomFindingWords::what(finding);
    setToolTip(plainToolTip(sentences.join(u'\n')));
    setVisible(!m_findings.empty());
}

void FindingsButton::open()
{
    if (m_list != nullptr)
        return;
    auto *popup = new QFrame(this, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setFrameShape(QFrame::StyledPanel);
    m_list = new QListWidget(popup);
    m_list->setAccessibleName(tr("Findings of this room"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setTextElideMode(Qt::ElideNone);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    int height = 4;
    for (const RoomFinding &finding : m_findings) {
        auto *item =
            new QListWidgetItem(symbolicIcon(u"warning"_s, Tint::Warn),
                                RoomFindingWords::what(finding) + u'\n' + RoomFindingWords::why(finding), m_list);
        item->setData(sequenceRole, finding.sequence.value());
        item->setToolTip(tr("Show #%1 in the list of captures").arg(finding.sequence.value()));
        const int itemHeight = heightOf(*m_list, item->text(), listWidth);
        item->setSizeHint(QSize(0, itemHeight));
        height += itemHeight;
    }
    const auto choose = [this, popup](const QListWidgetItem *item) {
        const Sequence sequence(item->data(sequenceRole).toLongLong());
        popup->close();
        Q_EMIT captureWanted(sequence);
    };
    connect(m_list, &QListWidget::itemClicked, popup, choose);
    connect(m_list, &QListWidget::itemActivated, popup, choose);
    auto *column = new QVBoxLayout(popup);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_list);
    popup->resize(listWidth, qMin(height, mostHeight));
    const QPoint corner = mapToGlobal(QPoint(width() - popup->width(), this->height()));
    popup->move(qMax(0, corner.x()), corner.y());
    popup->show();
    m_list->setCurrentRow(0);
    m_list->setFocus();
}

} // namespace seatscope
