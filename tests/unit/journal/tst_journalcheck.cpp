// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalcheck.h"
#include "tests/support/testmain.h"
#include "tests/unit/journal/journaltools.h"

#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

class TestJournalCheck : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(u"journal"_s);
        const auto writer = openWriter(m_path);
        QVERIFY(writer);
        std::vector<Capture> batch;
        for (qint64 i = 1; i <= 20; ++i) {
            batch.push_back(capture(i));
            if (i % 9 == 0)
                batch.back().summary.ruling = {Verdict::BadSignature, u"wrong"_s};
        }
        keep(*writer, batch);
    }

    void findsNothingInASoundJournal()
    {
        const QByteArray before = contentOf(m_path);
        QVERIFY(!before.isEmpty());
        const auto problems = checkJournal(m_path);
        QVERIFY(problems);
        QCOMPARE(*problems, QStringList());
        QCOMPARE(contentOf(m_path), before);
    }

    void findsWhatIsWrong_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("words");
        QTest::newRow("no content") << u"DELETE FROM content WHERE seq = 7"_s << u"capture 7: its head and body"_s;
        QTest::newRow("content alone") << u"DELETE FROM capture WHERE seq = 8"_s << u"capture 8: there is nothing"_s;
        QTest::newRow("size") << u"UPDATE capture SET body_size = 1 WHERE seq = 9"_s << u"capture 9: its body"_s;
        QTest::newRow("verdict") << u"UPDATE capture SET verdict = 99 WHERE seq = 10"_s << u"capture 10: its verdict"_s;
        QTest::newRow("product") << u"UPDATE capture SET product = 9 WHERE seq = 10"_s << u"capture 10: its product"_s;
        QTest::newRow("status") << u"UPDATE capture SET status = 0 WHERE seq = 10"_s << u"capture 10: its status"_s;
        QTest::newRow("count") << u"UPDATE tally SET captures = 1"_s << u"the tally counts 1 captures"_s;
        QTest::newRow("refused") << u"UPDATE tally SET refused = 1"_s << u"counts 1 refused requests"_s;
        QTest::newRow("uninvited") << u"UPDATE tally SET uninvited = 1"_s << u"counts 1 uninvited requests"_s;
        QTest::newRow("bytes") << u"UPDATE tally SET uninvited_bytes = 1"_s << u"counts 1 bytes"_s;
        QTest::newRow("tally") << u"DELETE FROM tally"_s << u"the tally is missing"_s;
        QTest::newRow("sequence") << u"UPDATE capture SET seq = -4 WHERE seq = 3"_s << u"capture -4: sequences"_s;
    }
    void findsWhatIsWrong()
    {
        QFETCH(QString, sql);
        QFETCH(QString, words);
        QVERIFY(runSql(m_path, sql));
        const auto problems = checkJournal(m_path);
        QVERIFY(problems);
        QVERIFY2(problems->join(u'\n').contains(words), qPrintable(problems->join(u'\n')));
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestJournalCheck)
#include "tst_journalcheck.moc"
