// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/gui/windowwithcaptures.h"
#include "ui/exchange/exportcontroller.h"
#include "ui/exchange/exportstrip.h"
#include "ui/exchange/targetfield.h"

#include <QButtonGroup>
#include <QLineEdit>
#include <QPushButton>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// Exporting requests as files, in the whole window over a real session.
class TestExportRequests : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_dir.path());
    }
    void init() { failOnAnyGuiWarning(); }

    void aZipOrATextForEditors()
    {
        WindowWithCaptures it;
        QVERIFY(it.isReady());
        for (const char *user : {"alice", "bob"})
            it.send("rid-1", user);
        QTRY_COMPARE(it.view()->model()->rowCount(), 2);
        it.view()->setFocus();
        QTest::keyClick(it.view(), Qt::Key_E, Qt::ControlModifier);
        ExportDialog *dialog = it.window().exporting()->dialog();
        QVERIFY(dialog);
        const auto choose = [dialog](QStringView format) {
            const auto place = exportFormatNamed(format) - exportFormats().data();
            dialog->formats()->button(static_cast<int>(place))->click();
        };
        // The folder is the command line's: a window writes one file.
        dialog->target()->edit()->setText(m_dir.filePath(u"r"_s));
        choose(u"http");
        QCOMPARE(dialog->wish().target, m_dir.filePath(u"r.zip"_s));
        choose(u"http-client");
        QCOMPARE(dialog->wish().target, m_dir.filePath(u"r.http"_s));
        choose(u"http");
        dialog->exportButton()->click();
        const QString target = m_dir.filePath(u"r.zip"_s);
        const ExportStrip &strip = *it.window().exporting()->strip();
        QTRY_VERIFY2(strip.words().contains(target), qPrintable(strip.words()));
        QFile file(target);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray zip = file.readAll();
        QVERIFY(zip.startsWith("PK\3\4"));
        QCOMPARE(zip.count("-seat-info-changed.http"), 4); // each at its place and in the list at the end
    }

private:
    QTemporaryDir m_dir;
};

QTEST_MAIN(TestExportRequests)
#include "tst_gui_exportrequests.moc"
