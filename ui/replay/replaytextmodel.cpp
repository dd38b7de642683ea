// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/replay/replaytextmodel.h"

#include "model/tables/replayresultmodel.h"
#include "ui/text/visibletext.h"
#include "ui/theme/symbolicicon.h"
#include "ui/theme/widgets.h"

#include <QLocale>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

using Results = ReplayResultModel;

constexpr double usOfMs = 1000;
constexpr double usOfSecond = 1'000'000;

bool isNumber(int column)
{
    return column == Results::SequenceColumn || column == Results::SentColumn || column == Results::TookColumn;
}

} // namespace

ReplayTextModel::ReplayTextModel(QObject *parent)
    : QIdentityProxyModel(parent),
      m_check(symbolicIcon(u"check"_s, Tint::Ok)),
      m_cross(symbolicIcon(u"cross"_s, Tint::Bad))
{
}

QString ReplayTextModel::difference(const QModelIndex &index)
{
    const QVariant recorded = index.data(Results::RecordedStatusRole);
    if (!index.data(Results::StatusRole).isValid() || !recorded.isValid())
        return u"—"_s;
    if (index.data(Results::StatusDiffersRole).toBool())
        return tr("%1 was recorded").arg(recorded.toInt());
    return index.data(Results::BodyDiffersRole).toBool() ? tr("another answer") : tr("as recorded");
}

QString ReplayTextModel::answer(const QModelIndex &index)
{
    if (!index.data(Results::StatusRole).isValid())
        return visibleText(index.data(Results::ErrorRole).toString());
    const QByteArray answer = index.data(Results::AnswerRole).toByteArray();
    const QString text = visibleText(QString::fromUtf8(answer));
    return index.data(Results::AnswerSizeRole).toLongLong() > answer.size() ? QString(text % u'…') : text;
}

QString ReplayTextModel::text(const QModelIndex &index) const
{
    const QLocale locale;
    const auto number = [&](int role, double unit, int decimals) {
        const QVariant value = index.data(role);
        return value.isValid() ? locale.toString(value.toDouble() / unit, 'f', decimals) : u"—"_s;
    };
    switch (index.column()) {
    case Results::SequenceColumn:
        return QString::number(index.data(Results::SequenceRole).toLongLong());
    case Results::SentColumn:
        return number(Results::SentUsRole, usOfSecond, 3);
    case Results::StatusColumn: {
        const QVariant status = index.data(Results::StatusRole);
        if (status.isValid())
            return status.toString();
        return index.data(Results::SentUsRole).isValid() ? tr("no answer") : tr("not sent");
    }
    case Results::TookColumn:
        return number(Results::TookUsRole, usOfMs, 1);
    case Results::DifferenceColumn:
        return difference(index);
    case Results::AnswerColumn:
        return answer(index);
    default:
        return {};
    }
}

QVariant ReplayTextModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case Qt::ToolTipRole:
        return plainToolTip(text(index));
    case Qt::DecorationRole:
        if (index.column() != Results::StatusColumn)
            return {};
        return index.data(Results::OkRole).toBool() ? m_check : m_cross;
    case Qt::TextAlignmentRole:
        return QVariant(Qt::Alignment(Qt::AlignVCenter | (isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft)));
    case Qt::FontRole:
        return isNumber(index.column()) || index.column() == Results::AnswerColumn ? QVariant(fixedFont()) : QVariant();
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

QVariant ReplayTextModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::Alignment(Qt::AlignVCenter | (isNumber(section) ? Qt::AlignRight : Qt::AlignLeft)));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Results::SequenceColumn:
        return tr("#");
    case Results::SentColumn:
        return tr("sent, s");
    case Results::StatusColumn:
        return tr("status");
    case Results::TookColumn:
        return tr("took, ms");
    case Results::DifferenceColumn:
        return tr("against the record");
    case Results::AnswerColumn:
        return tr("answer");
    default:
        return {};
    }
}

QString ReplayTextModel::asText() const
{
    QString all;
    const auto addLine = [&all](const auto &cell) {
        for (int column = 0; column < Results::ColumnCount; ++column)
            all += cell(column) % (column + 1 < Results::ColumnCount ? u'\t' : u'\n');
    };
    addLine([this](int column) { return headerData(column, Qt::Horizontal, Qt::DisplayRole).toString(); });
    for (int row = 0; row < qMin(rowCount(), mostCopiedRows); ++row)
        addLine([this, row](int column) { return text(index(row, column)); });
    return all;
}

} // namespace seatscope
