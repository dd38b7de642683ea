// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalcheck.h"
#include "model/journal/journalrepair.h"
#include "model/journal/journalschema.h"
#include "tests/support/testmain.h"
#include "tests/unit/journal/journaltools.h"

#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

/// Which capture another one was edited from, in journals.
class TestCaptureOrigin : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(u"journal"_s);
    }

    void keepsWhereACaptureComesFrom()
    {
        {
            const auto writer = openWriter(m_path);
            QVERIFY(writer);
            Capture edited = capture(2);
            edited.summary.origin = Sequence(1);
            edited.summary.flags = CaptureFlag::Replay | CaptureFlag::KeptOut | CaptureFlag::Sent;
            edited.summary.status = 0;
            keep(*writer, {capture(1), edited});
            QCOMPARE(*writer->arrivalOf(Sequence(2)), capture(2).summary.receivedAt);
            QCOMPARE(*writer->arrivalOf(Sequence(3)), std::nullopt);
        }
        const auto reader = openReader(m_path);
        QCOMPARE((*reader->capture(Sequence(1)))->summary.origin, std::nullopt);
        QCOMPARE((*reader->capture(Sequence(2)))->summary.origin, Sequence(1));
        QCOMPARE(reader->window(Sequence(1), 9)->back().origin, Sequence(1));
        // Nobody answered it: that is no damage.
        QCOMPARE(*checkJournal(m_path), QStringList());
        const QString output = m_dir->filePath(u"repaired"_s);
        QVERIFY(repairJournal(m_path, output));
        const CaptureSummary saved = (*openReader(output)->capture(Sequence(2)))->summary;
        QCOMPARE(saved.origin, Sequence(1));
        QCOMPARE(saved.status, 0);
        QCOMPARE(*checkJournal(output), QStringList());
    }

    void isReadFromPagesAlone()
    {
        {
            const auto writer = openWriter(m_path);
            QVERIFY(writer);
            Capture edited = capture(2);
            edited.summary.origin = Sequence(1);
            keep(*writer, {capture(1), edited});
        }
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QCOMPARE(file.write(QByteArray(journalPageSize, '\0')), journalPageSize);
        file.close();
        const QString output = m_dir->filePath(u"repaired"_s);
        const auto report = repairJournal(m_path, output);
        QVERIFY(report);
        QCOMPARE(report->whole, 2);
        QCOMPARE((*openReader(output)->capture(Sequence(1)))->summary.origin, std::nullopt);
        QCOMPARE((*openReader(output)->capture(Sequence(2)))->summary.origin, Sequence(1));
    }

    /// What a program without origins wrote.
    void takesJournalsOfTheFormatBefore()
    {
        QStringList statements = journalCreation();
        for (const int version : {1, 2})
            statements += journalMigration(version);
        QVERIFY(runSql(m_path, u"PRAGMA page_size=8192; PRAGMA journal_mode=WAL; BEGIN; "_s + statements.join(u';') +
                                   u"; COMMIT"_s));
        QVERIFY(runSql(m_path, u"INSERT INTO capture VALUES(1,5,X'504F5354',X'2F','p','c',1,'r',NULL,7,0,'',0,NULL,"
                               "200,2,1,'kept'); INSERT INTO content VALUES(1,X'61',X'7B7D')"_s));
        const auto check = [this](LaterColumns columns) {
            const auto reader = openReader(m_path);
            QVERIFY(reader);
            QCOMPARE(reader->laterColumns().marks, columns.marks);
            QCOMPARE(reader->laterColumns().origins, columns.origins);
            const CaptureSummary read = (*reader->capture(Sequence(1)))->summary;
            QCOMPARE(read.note, u"kept"_s);
            QCOMPARE(read.origin, std::nullopt);
        };
        check({true, false});
        QVERIFY(openWriter(m_path));
        check({true, true});
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestCaptureOrigin)
#include "tst_captureorigin.moc"
