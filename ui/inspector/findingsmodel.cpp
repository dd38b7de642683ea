// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/inspector/findingsmodel.h"

#include "ui/inspector/fieldwords.h"
#include "ui/text/visibletext.h"
#include "ui/text/words.h"

namespace seatscope {

void FindingsModel::show(Findings findings, const CommandEntry *entry)
{
    beginResetModel();
    m_entry = entry;
    m_findings = std::move(findings);
    endResetModel();
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_findings.size());
}

int FindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const Finding &finding = m_findings.at(static_cast<size_t>(index.row()));
    QString text;
    switch (index.column()) {
    case MeaningColumn:
        text = Words::finding(finding.code);
        break;
    case PointerColumn:
        text = finding.pointer.isEmpty() ? tr("whole callback") : finding.pointer;
        break;
    case ExpectedColumn:
        text = finding.expected;
        break;
    case ActualColumn:
        text = finding.actual;
        break;
    default:
        break;
    }
    if (role == Qt::ToolTipRole && index.column() == MeaningColumn)
        return plainToolTip(Words::findingReason(finding.code));
    if (role == Qt::ToolTipRole && index.column() == PointerColumn && !finding.pointer.isEmpty())
        return plainToolTip(FieldWords::describe(m_entry, finding.pointer));
    return role == Qt::ToolTipRole ? plainToolTip(text) : visibleText(text);
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case MeaningColumn:
        return tr("finding");
    case PointerColumn:
        return tr("where");
    case ExpectedColumn:
        return tr("expected");
    case ActualColumn:
        return tr("came");
    default:
        return {};
    }
}

} // namespace seatscope
