// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/importsamples.h"
#include "tests/gui/windowwithcaptures.h"
#include "ui/closingquestion.h"
#include "ui/exchange/exportcontroller.h"
#include "ui/import/importcontroller.h"

#include <QPushButton>
#include <QSignalSpy>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// A window that is closed while it works.
class TestClosing : public QObject {
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
    [[nodiscard]] ClosingQuestion &closing() { return *m_it->window().closing(); }

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

    void closingAsksWhatToDoWithAnImport()
    {
        const QSignalSpy closed(&m_it->window(), &MainWindow::closed);
        importing().look({file(u"a.json"_s, bodyOf("bob"))});
        QTRY_VERIFY(importing().dialog());
        ImportDialog &dialog = *importing().dialog();
        {
            const BusyWriter busy(m_it->session());
            dialog.importButton()->click();
            QVERIFY(!m_it->window().close());
            QVERIFY(closing().box());
            QCOMPARE(closing().box()->text(), u"An import is running."_s);
            closing().box()->reject();
            QTRY_VERIFY(!closing().box());
            QVERIFY(m_it->window().isVisible());
            QVERIFY(!m_it->window().close());
            closing().waitButton()->click();
            QTRY_VERIFY(!closing().box());
            QCOMPARE(closed.size(), 0);
        }
        QTRY_COMPARE(closed.size(), 1);
        QTRY_COMPARE(m_it->session().lastSequence(), Sequence(2));
    }

    void closingCanGiveUp()
    {
        const QSignalSpy closed(&m_it->window(), &MainWindow::closed);
        m_it->window().exporting()->start(
            {ExportScope::Everything, {exportFormatNamed(u"jsonl"_s)}, false, path(u"1.jsonl"_s)}, {});
        QVERIFY(!m_it->window().close());
        QCOMPARE(closing().box()->text(), u"An export is running."_s);
        closing().giveUpButton()->click();
        QTRY_COMPARE(closed.size(), 1);
    }

    void whatEndsMeanwhileAsksNoMore()
    {
        const QSignalSpy closed(&m_it->window(), &MainWindow::closed);
        m_it->window().exporting()->start(
            {ExportScope::Everything, {exportFormatNamed(u"jsonl"_s)}, false, path(u"1.jsonl"_s)}, {});
        QVERIFY(!m_it->window().close());
        QTRY_VERIFY(!closing().box());
        QVERIFY(QFile::exists(path(u"1.jsonl"_s)));
        QCOMPARE(closed.size(), 0);
        QVERIFY(m_it->window().close());
        QCOMPARE(closed.size(), 1);
    }

    void aFailureKeepsTheWindowOpen()
    {
        const QSignalSpy closed(&m_it->window(), &MainWindow::closed);
        m_it->window().exporting()->start(
            {ExportScope::Everything, {exportFormatNamed(u"jsonl"_s)}, false, path(u"none/1.jsonl"_s)}, {});
        QVERIFY(!m_it->window().close());
        closing().waitButton()->click();
        QTRY_VERIFY(!m_it->window().exporting()->isRunning());
        QTRY_VERIFY(!closing().box());
        QCOMPARE(closed.size(), 0);
        QVERIFY(m_it->window().isVisible());
    }
};

QTEST_MAIN(TestClosing)
#include "tst_gui_closing.moc"
