// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/exchange/copyas.h"

#include "model/exchange/exportform.h"
#include "model/tables/capturelogmodel.h"
#include "ui/text/visibletext.h"
#include "ui/theme/symbolicicon.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QTableView>

#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// The inspector, which asks for captures too, counts from 1.
constexpr quint64 firstToken = quint64{1} << 63U;

std::optional<Sequence> currentOf(const QTableView *log)
{
    const QModelIndex current = log->currentIndex();
    return current.isValid() ? std::optional(Sequence(current.data(CaptureLogModel::SequenceRole).toLongLong()))
                             : std::nullopt;
}

} // namespace

CopyAs::CopyAs(Session &session, QObject *parent) : QObject(parent), m_session(session), m_token(firstToken)
{
    connect(&session, &Session::inspectionReady, this,
            [this](const std::shared_ptr<const CaptureInspection> &inspection, quint64 token) {
                if (!m_wanted || m_wanted->token != token || !inspection)
                    return;
                const Wanted wanted = *std::exchange(m_wanted, std::nullopt);
                copy(inspection->capture, *wanted.format);
            });
    connect(&session, &Session::inspectionFailed, this, [this](const QString &message, quint64 token) {
        if (!m_wanted || m_wanted->token != token)
            return;
        const Wanted wanted = *std::exchange(m_wanted, std::nullopt);
        Q_EMIT failed(tr("#%1 was not copied: %2").arg(wanted.sequence.value()).arg(visibleText(message)));
    });
}

QMenu *CopyAs::addMenuFor(QTableView *log, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setIcon(symbolicIcon(u"copy"_s));
    const auto showTitle = [menu, log] {
        const std::optional<Sequence> current = currentOf(log);
        menu->setTitle(current ? tr("&Copy #%1 as").arg(current->value()) : tr("&Copy as"));
        menu->menuAction()->setEnabled(current.has_value());
    };
    connect(log->selectionModel(), &QItemSelectionModel::currentRowChanged, menu, showTitle);
    connect(log->model(), &QAbstractItemModel::modelReset, menu, showTitle);
    showTitle();
    fill(menu, [this, log](const ExportFormat &format) {
        if (const std::optional<Sequence> current = currentOf(log))
            ask(*current, format);
    });
    return menu;
}

QMenu *CopyAs::addMenuFor(std::function<const Capture *()> shown, QWidget *parent)
{
    auto *menu = new QMenu(tr("Copy as"), parent);
    menu->setIcon(symbolicIcon(u"copy"_s));
    fill(menu, [this, shown = std::move(shown)](const ExportFormat &format) {
        if (const Capture *capture = shown())
            copy(*capture, format);
    });
    return menu;
}

void CopyAs::fill(QMenu *menu, const std::function<void(const ExportFormat &)> &copy)
{
    menu->setToolTipsVisible(true);
    for (const ExportFormat &format : exportFormats()) {
        if (!format.isText)
            continue;
        QAction *action = menu->addAction(QString(format.name));
        action->setToolTip(plainToolTip(exportFormatDescription(format)));
        connect(action, &QAction::triggered, this, [copy, &format] { copy(format); });
    }
}

void CopyAs::ask(Sequence sequence, const ExportFormat &format)
{
    m_wanted = Wanted{++m_token, &format, sequence};
    m_session.requestInspection(sequence, m_token);
}

void CopyAs::copy(const Capture &capture, const ExportFormat &format)
{
    const qint64 number = capture.summary.sequence.value();
    const Result<QString> text = captureAsText(capture, format);
    if (!text) {
        Q_EMIT failed(tr("#%1 was not copied: %2").arg(number).arg(visibleText(text.error().message())));
        return;
    }
    QGuiApplication::clipboard()->setText(*text);
    Q_EMIT copied(tr("#%1 is on the clipboard as %2").arg(number).arg(format.name));
}

} // namespace seatscope
