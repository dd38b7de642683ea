// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/import/filedrop.h"

#include "ui/import/drophint.h"
#include "ui/import/importwords.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLineEdit>
#include <QMainWindow>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QUrl>

#include <utility>

namespace seatscope {

FileDrop::FileDrop(QMainWindow *window, std::function<bool()> mayTake)
    : QObject(window),
      m_window(window),
      m_mayTake(std::move(mayTake)),
      m_hint(new DropHint(window))
{
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

void FileDrop::claimFields()
{
    for (QLineEdit *field : m_window->findChildren<QLineEdit *>())
        field->installEventFilter(this);
    for (const QPlainTextEdit *text : m_window->findChildren<QPlainTextEdit *>())
        text->viewport()->installEventFilter(this);
}

QStringList FileDrop::filesOf(const QMimeData &mime)
{
    const QList<QUrl> urls = mime.urls();
    if (urls.size() > mostFiles)
        return {};
    QStringList paths;
    for (const QUrl &url : urls) {
        const QString path = url.toLocalFile();
        // A folder, a device or a pipe is nothing that could be read from its start to its end.
        if (path.isEmpty() || !QFileInfo(path).isFile())
            return {};
        paths += path;
    }
    return paths;
}

bool FileDrop::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::DragLeave && watched == m_window) {
        m_hint->hide();
        return true;
    }
    if (type == QEvent::Resize && watched == m_window && m_hint->isVisible())
        m_hint->setGeometry(m_window->rect());
    if (type != QEvent::DragEnter && type != QEvent::DragMove && type != QEvent::Drop)
        return false;
    auto *drop = static_cast<QDropEvent *>(event);
    if (watched != m_window) {
        // Whatever is below the fields is asked next, up to the window.
        if (!drop->mimeData()->hasUrls())
            return false;
        drop->ignore();
        return true;
    }
    // While something moves it stays what it was.
    if (type != QEvent::DragMove)
        m_files = m_mayTake() ? filesOf(*drop->mimeData()) : QStringList();
    if (m_files.isEmpty()) {
        drop->ignore();
        return true;
    }
    // Whoever gives them would delete them after a move.
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (type == QEvent::DragEnter)
        m_hint->show(tr("Drop to import %1").arg(ImportWords::files(m_files)));
    if (type == QEvent::Drop) {
        m_hint->hide();
        Q_EMIT dropped(std::exchange(m_files, {}));
    }
    return true;
}

} // namespace seatscope
