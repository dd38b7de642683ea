// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/exportform.h"
#include "tests/support/testmain.h"
#include "tests/unit/query/filterjournal.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

class Fixed final : public CaptureFormat {
public:
    explicit Fixed(QByteArray bytes) : m_bytes(std::move(bytes)) {}
    [[nodiscard]] QByteArray entry(const Capture &) override { return m_bytes; }

private:
    QByteArray m_bytes;
};

ExportFormat binary(std::unique_ptr<CaptureFormat> (*make)())
{
    return {"binary"_L1, "bin"_L1, "Bytes.", make, false};
}

} // namespace

class TestExportForm : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void aCaptureAsTextIsAFileOfIt()
    {
        const Capture capture = filterCaptures().front();
        for (const ExportFormat &format : exportFormats()) {
            const auto made = format.make();
            QByteArray file = made->begin();
            file += made->entry(capture);
            file += made->end();
            const Result<QString> text = captureAsText(capture, format);
            if (format.isText) {
                QVERIFY2(text, format.name.data());
                QCOMPARE(text->toUtf8(), file);
            }
        }
    }

    void whatIsNoTextIsRefusedInWords()
    {
        const Capture capture = filterCaptures().front();
        for (const auto &format :
             {binary([]() -> std::unique_ptr<CaptureFormat> { return std::make_unique<Fixed>("a\xff"); }),
              binary(
                  []() -> std::unique_ptr<CaptureFormat> { return std::make_unique<Fixed>(QByteArray("a\0b", 3)); })}) {
            const Result<QString> text = captureAsText(capture, format);
            QVERIFY(!text);
            QVERIFY2(text.error().message().contains(u"#1 as binary"_s), qPrintable(text.error().message()));
        }
    }

    void theJournalIsSpared_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<bool>("isSpared");
        QTest::newRow("itself") << u"j.seatscope"_s << true;
        QTest::newRow("roundabout") << u"sub/../j.seatscope"_s << true;
        QTest::newRow("through a link") << u"link"_s << true;
        QTest::newRow("write-ahead log") << u"j.seatscope-wal"_s << true;
        QTest::newRow("not there yet") << u"j.seatscope-shm"_s << true;
        QTest::newRow("lock") << u"j.seatscope.lock"_s << true;
        QTest::newRow("beside") << u"j.seatscope.jsonl"_s << false;
        QTest::newRow("shorter") << u"j"_s << false;
        QTest::newRow("other") << u"a.jsonl"_s << false;
        QTest::newRow("no folder") << u"none/j.seatscope"_s << false;
    }
    void theJournalIsSpared()
    {
        QFETCH(const QString, target);
        QFETCH(const bool, isSpared);
        const QTemporaryDir dir;
        QVERIFY(QDir(dir.path()).mkdir(u"sub"_s));
        const QString journal = dir.filePath(u"j.seatscope"_s);
        for (const QString &ending : {QString(), u"-wal"_s, u".lock"_s}) {
            QFile file(journal + ending);
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QVERIFY(QFile::link(journal, dir.filePath(u"link"_s)));
        const Result<void> spared = refuseJournal(dir.path() + u'/' + target, journal);
        QCOMPARE(!spared, isSpared);
        if (isSpared)
            QVERIFY(spared.error().message().contains(u"journal"_s));
    }

    void tablesAreOfCsvAlone()
    {
        for (const ExportFormat &format : exportFormats())
            QCOMPARE(hasTables(format), format.name == "csv"_L1);
    }
};

QTEST_GUILESS_MAIN(TestExportForm)
#include "tst_exportform.moc"
