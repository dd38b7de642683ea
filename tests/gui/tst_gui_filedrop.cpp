// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/importsamples.h"
#include "tests/gui/windowwithcaptures.h"
#include "ui/filter/filterbar.h"
#include "ui/filter/filteredit.h"
#include "ui/import/drophint.h"
#include "ui/import/filedrop.h"
#include "ui/import/importcontroller.h"
#include "ui/import/importstrip.h"

#include <QDir>
#include <QDropEvent>
#include <QMimeData>
#include <QPushButton>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// Files that are dropped on the whole window.
class TestFileDrop : public QObject {
    Q_OBJECT

    QTemporaryDir m_settings;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<WindowWithCaptures> m_it;

    [[nodiscard]] ImportController &importing() { return *m_it->window().importing(); }
    [[nodiscard]] QString path(const QString &name) const { return m_dir->filePath(name); }
    /// Writes a file, and returns its path.
    [[nodiscard]] QString file(const QString &name, const QByteArray &content) const
    {
        QFile written(path(name));
        if (!written.open(QIODevice::WriteOnly) || written.write(content) != content.size())
            qFatal("the file cannot be written");
        return path(name);
    }
    [[nodiscard]] DropHint &hint() { return *importing().fileDrop()->hint(); }
    [[nodiscard]] ImportStrip &strip() { return *importing().strip(); }
    /// Whether \a target takes what is dragged over it.
    template<typename Event>
    static bool drag(QWidget *target, const QMimeData &mime, Qt::DropAction wanted = Qt::MoveAction)
    {
        Event event(QPoint(5, 5), Qt::CopyAction | Qt::MoveAction, &mime, Qt::LeftButton, Qt::NoModifier);
        event.setDropAction(wanted);
        event.ignore();
        QCoreApplication::sendEvent(target, &event);
        return event.isAccepted() && event.dropAction() == Qt::CopyAction;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_settings.path());
    }
    void init()
    {
        failOnAnyGuiWarning();
        m_dir = std::make_unique<QTemporaryDir>();
        m_it = std::make_unique<WindowWithCaptures>();
        QVERIFY(m_it->isReady());
        m_it->send("rid-1", "alice");
        QTRY_COMPARE(m_it->view()->model()->rowCount(), 1);
        m_it->view()->setFocus();
    }
    void cleanup() { m_it.reset(); }

    void filesAreDropped()
    {
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(file(u"a.json"_s, bodyOf("bob")))});
        QVERIFY(drag<QDragEnterEvent>(&m_it->window(), mime));
        QVERIFY(hint().isVisible());
        QCOMPARE(hint().words(), u"Drop to import a.json"_s);
        QCOMPARE(hint().size(), m_it->window().size());
        QVERIFY(hint().testAttribute(Qt::WA_TransparentForMouseEvents));
        QVERIFY(drag<QDragMoveEvent>(&m_it->window(), mime));
        QVERIFY(hint().isVisible());
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(&m_it->window(), &leave);
        QVERIFY(!hint().isVisible());
        QVERIFY(drag<QDragEnterEvent>(&m_it->window(), mime));
        QVERIFY(drag<QDropEvent>(&m_it->window(), mime));
        QVERIFY(!hint().isVisible());
        // One thing at a time.
        QVERIFY(!drag<QDragEnterEvent>(&m_it->window(), mime));
        QVERIFY(!hint().isVisible());
        QTRY_VERIFY(importing().dialog());
        QVERIFY(!drag<QDragEnterEvent>(&m_it->window(), mime));
        importing().dialog()->importButton()->click();
        QTRY_VERIFY(!importing().isRunning());
        QCOMPARE(strip().words(), u"1 capture was imported as #2."_s);
        strip().showButton()->click();
        QCOMPARE(m_it->log().filter(), u"seq == 2"_s);
    }

    void fieldsLeaveFilesToTheWindow()
    {
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(file(u"a.json"_s, bodyOf("bob")))});
        QVERIFY(mime.hasText());
        QWidget *field = m_it->log().filterBar()->field();
        QVERIFY(field->acceptDrops());
        // Qt asks the field first, then what it lies on.
        QVERIFY(drag<QDragEnterEvent>(field, mime, Qt::CopyAction));
        QVERIFY(hint().isVisible());
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(&m_it->window(), &leave);
        QMimeData words;
        words.setText(u"alice"_s);
        QVERIFY(drag<QDragEnterEvent>(field, words, Qt::CopyAction));
    }

    void otherThingsAreRefused_data()
    {
        QTest::addColumn<QStringList>("urls");
        QTest::newRow("nothing") << QStringList();
        QTest::newRow("web") << QStringList{u"https://example.com/a.jsonl"_s};
        QTest::newRow("folder") << QStringList{u"."_s};
        QTest::newRow("gone") << QStringList{u"gone.jsonl"_s};
        QTest::newRow("device") << QStringList{u"/dev/zero"_s};
        QTest::newRow("one of two") << QStringList{u"a.json"_s, u"https://example.com/a.jsonl"_s};
        QTest::newRow("too many") << QStringList(FileDrop::mostFiles + 1, u"a.json"_s);
    }
    void otherThingsAreRefused()
    {
        QFETCH(const QStringList, urls);
        static_cast<void>(file(u"a.json"_s, bodyOf("bob")));
        QMimeData mime;
        QList<QUrl> list;
        for (const QString &url : urls)
            list += url.contains(u"://"_s) ? QUrl(url) : QUrl::fromLocalFile(QDir(m_dir->path()).absoluteFilePath(url));
        if (list.isEmpty())
            mime.setText(u"words"_s);
        mime.setUrls(list);
        QVERIFY(!drag<QDragEnterEvent>(&m_it->window(), mime));
        QVERIFY(!hint().isVisible());
        QVERIFY(!importing().isRunning());
    }
};

QTEST_MAIN(TestFileDrop)
#include "tst_gui_filedrop.moc"
