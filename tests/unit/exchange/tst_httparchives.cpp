// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/httparchive.h"
#include "model/exchange/httparchivereader.h"
#include "model/exchange/importsources.h"
#include "tests/support/testmain.h"
#include "tests/unit/exchange/formsamples.h"
#include "tests/unit/exchange/madezip.h"

#include <QDir>
#include <QTemporaryDir>

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray request(const QByteArray &body)
{
    return "POST /" + body + " HTTP/1.1\r\nHost: h\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
           body;
}

/// Archives of others, and of those who mean harm.
QByteArray zipOf(const std::vector<Capture> &captures)
{
    HttpArchive zip;
    QByteArray bytes = zip.begin();
    for (const Capture &capture : captures)
        bytes += zip.entry(capture);
    return bytes + zip.end();
}

} // namespace

class TestHttpArchives : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_dir->path()).mkpath(u"in/in"_s));
        m_zip = m_dir->filePath(u"in/in/a"_s);
    }

    void namesAreShownAndNoPaths_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const QByteArray &name :
             {QByteArray("../../x.http"), QByteArray("/tmp/seatscope-test-x.http"), QByteArray("..\\..\\x.http"),
              QByteArray("a\0b.http", 8), QByteArray("C:\\x.http"), QByteArray("\xFF\xFE.http"),
              QByteArray("\x1b[31m\n.http"), QByteArray(60'000, 'n'), QByteArray(), QByteArray("."), QByteArray("..")})
            QTest::newRow(name.left(30).toPercentEncoding().constData()) << name;
    }
    void namesAreShownAndNoPaths()
    {
        QFETCH(const QByteArray, name);
        writeFile(m_zip, madeZip({{name, request("a")}, {name, "broken"}, {"z", request("z")}}));
        const QStringList items = read();
        QCOMPARE(items.size(), 3);
        QVERIFY(items.contains(u"a"_s) && items.contains(u"z"_s));
        for (const QString &item : items) {
            if (item.size() > 1) {
                QVERIFY2(item.contains(u"it is no HTTP request"_s) && item.size() < 200, qPrintable(item));
                QVERIFY(std::ranges::all_of(item, [](QChar c) { return c.isPrint(); }));
            }
        }
        // Nothing was unpacked anywhere.
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList(u"in"_s));
        QCOMPARE(QDir(m_dir->filePath(u"in/in"_s)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList(u"a"_s));
        QVERIFY(!QFile::exists(u"/tmp/seatscope-test-x.http"_s));
    }

    void goesByNames()
    {
        writeFile(m_zip, madeZip({{"10.http", request("10")},
                                  {"d/", {}, 0, 040755},
                                  {"9.http", request("9")},
                                  {"d/1", request("d1")},
                                  {"1.http", request("1")}}));
        QCOMPARE(read(), (QStringList{u"1"_s, u"9"_s, u"10"_s, u"d1"_s}));
    }

    void goesByNamesWhateverTheirPlace()
    {
        QRandomGenerator random(11);
        std::vector<MadeEntry> entries;
        QStringList expected;
        for (int i = 0; i < 300; ++i) {
            entries.push_back({QByteArray::number(i) + ".http", request(QByteArray::number(i))});
            expected += QString::number(i);
        }
        std::shuffle(entries.begin(), entries.end(), random);
        writeFile(m_zip, madeZip(entries));
        QCOMPARE(read(), expected);
    }

    void readsTheRest()
    {
        std::vector<MadeEntry> entries{{"1", request("1")}, {"2", request("2")}, {"3", request("3")},
                                       {"4", request("4")}, {"5", request("5")}, {"6", request("6")}};
        entries[1].hasWrongSum = true;
        entries[2].mode = 0120777;
        entries[3].content = madeZip({{"x", request("x")}});
        writeFile(m_zip, madeZip(entries));
        const QStringList items = read();
        QCOMPARE(items.size(), 6);
        QCOMPARE(items.first(), u"1"_s);
        QCOMPARE(items.last(), u"6"_s);
        QVERIFY2(items.at(1).startsWith(u"2: it is damaged"_s), qPrintable(items.at(1)));
        QVERIFY2(items.at(2).contains(u"link"_s), qPrintable(items.at(2)));
        QVERIFY2(items.at(3).contains(u"archives in others are not opened"_s), qPrintable(items.at(3)));
        QCOMPARE(items.at(4), u"5"_s);
    }

    void readsWhatIsBehindADamage()
    {
        std::vector<Capture> captures;
        for (qint64 i = 1; i <= 50; ++i)
            captures.push_back(
                sampleCapture(i, QByteArray(4000, static_cast<char>('a' + i % 26)) + randomBytes(m_random, 4000)));
        QByteArray zip = zipOf(captures);
        // In the packed bytes of one, where they lie between the heads of entries.
        const qsizetype head = zip.indexOf("000020-");
        for (qsizetype i = head + 60; i < head + 90; ++i)
            zip[i] = static_cast<char>(0xFF);
        writeFile(m_zip, zip);
        const QStringList items = read();
        QCOMPARE(items.size(), 50);
        qsizetype problems = 0;
        for (const QString &item : items)
            problems += item.startsWith(u"000020-accepted.http: it is damaged"_s) ? 1 : 0;
        QCOMPARE(problems, 1);
    }

    void endsWhenTooMuchIsDamaged()
    {
        std::vector<Capture> captures;
        for (qint64 i = 1; i <= 150; ++i)
            captures.push_back(sampleCapture(i, QByteArray(500, 'a')));
        QByteArray zip = zipOf(captures);
        const qsizetype list = zip.indexOf("PK\1\2");
        for (qsizetype at = zip.indexOf("-accepted.http"); at >= 0 && at < list;
             at = zip.indexOf("-accepted.http", at + 1)) {
            for (qsizetype i = at + 60; i < at + 100; ++i)
                zip[i] = static_cast<char>(0xFF);
        }
        writeFile(m_zip, zip);
        const QStringList items = read();
        QCOMPARE(items.size(), 101);
        QVERIFY2(items.last().contains(u"too much of the archive is damaged"_s), qPrintable(items.last()));
    }

    void truncatedOnesAreRefused()
    {
        const QByteArray zip = zipOf({sampleCapture(1, "{}"), sampleCapture(2, "{}")});
        for (qsizetype size = 4; size < zip.size(); ++size) {
            writeFile(m_zip, zip.first(size));
            const auto input = openInput(m_zip);
            QVERIFY2(!input, QByteArray::number(size).constData());
            QVERIFY2(input.error().message().contains(u"damaged or cut off"_s) && input.error().where == m_zip,
                     qPrintable(input.error().message()));
        }
    }

    void oddBytesAreNoDanger()
    {
        const QByteArray zip = zipOf({sampleCapture(1, "{}"), sampleCapture(2, QByteArray(3000, 'x'))});
        for (int i = 0; i < 500; ++i) {
            QByteArray odd = zip;
            for (int changes = m_random.bounded(1, 4); changes > 0; --changes)
                odd[m_random.bounded(static_cast<int>(odd.size()))] = static_cast<char>(m_random.bounded(256));
            writeFile(m_zip, odd);
            QVERIFY(read(u"http").size() < 20);
        }
    }

    void encryptedOnesAreRefused()
    {
        writeFile(m_zip, madeZip({{"1", request("1")}, {"2", request("2"), 1}}));
        QVERIFY2(refusal().contains(u"the archive is encrypted"_s), qPrintable(refusal()));
    }

    void bombsAreRefused()
    {
        // 180 MB of the same byte, some 180 KB packed.
        const Capture capture = sampleCapture(1, QByteArray(60'000'000, ' '));
        writeFile(m_zip, zipOf({capture, capture, capture}));
        QVERIFY(QFileInfo(m_zip).size() < 1'000'000);
        QVERIFY2(refusal().contains(u"more than 200 times as much"_s), qPrintable(refusal()));
        // One is a large request.
        writeFile(m_zip, zipOf({capture}));
        QCOMPARE(read().size(), 1);
    }

    void liesAboutSizesAreNoWayAround()
    {
        MadeEntry small{"1", request("1")};
        small.toldSize = 3;
        MadeEntry large{"2", request("2")};
        large.toldSize = 1000;
        MadeEntry huge{"3", request("3")};
        huge.toldSize = 4'000'000'000U;
        writeFile(m_zip, madeZip({small, large, huge, {"4", request("4")}}));
        const QStringList items = read();
        QCOMPARE(items.size(), 4);
        for (const QString &item : items.first(3))
            QVERIFY2(item.contains(u"it is "_s), qPrintable(item));
        QVERIFY2(items.at(2).startsWith(u"3: it is larger than"_s), qPrintable(items.at(2)));
        QCOMPARE(items.last(), u"4"_s);
    }

    void limitsHold()
    {
        const QByteArray zip =
            madeZip({{"1", request("1")}, {"2", request(QByteArray(200, '2'))}, {"3", request("3")}});
        writeFile(m_zip, zip);
        ImportLimits limits;
        limits.archiveEntries = 2;
        QVERIFY(refusal(limits).contains(u"more than the 2 entries"_s));
        limits = {};
        limits.archiveBytes = 300;
        QVERIFY(refusal(limits).contains(u"unpacks to more than the 300 bytes"_s));
        limits = {};
        limits.fileBytes = zip.size() - 1;
        QVERIFY2(refusal(limits).contains(m_zip), qPrintable(refusal(limits)));
        limits = {};
        limits.archiveFactor = 0;
        limits.archiveFreeBytes = 100;
        QVERIFY(refusal(limits).contains(u"it may be made to do harm"_s));
        limits = {};
        limits.requestBytes = 300;
        const auto reader = HttpArchiveReader::open(m_zip, limits);
        QVERIFY(reader);
        const auto items = readAll(**reader);
        QCOMPARE(items.size(), size_t{3});
        QVERIFY(std::get_if<ImportProblem>(&items[1])->reason.contains(u"larger than the 300 bytes"_s));
        QCOMPARE((*reader)->position(), (*reader)->size());
    }

    void hugeFilesAreRefusedAtOnce()
    {
        QFile file(m_zip);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write("PK\3\4"), 4);
        QVERIFY(file.resize(qint64{10} * 1024 * 1024 * 1024));
        file.close();
        QVERIFY2(refusal().contains(u"has 10"_s), qPrintable(refusal()));
    }

    void anEmptyOneHasNothing()
    {
        writeFile(m_zip, zipOf({}));
        QCOMPARE(read().join(u'|'), QString());
    }

private:
    /// The body of each request, or what is said instead.
    [[nodiscard]] QStringList read(QStringView format = {}) const
    {
        const auto input = openInput(m_zip, format.isEmpty() ? nullptr : importFormat(format));
        if (!input)
            return {input.error().message()};
        QStringList items;
        for (const auto &item : readAll(*input->input.source)) {
            const auto *const problem = std::get_if<ImportProblem>(&item);
            items += problem ? problem->where + u": "_s + problem->reason
                             : QString::fromLatin1(std::get<ImportedCapture>(item).body);
        }
        return items;
    }
    [[nodiscard]] QString refusal(const ImportLimits &limits = {}) const
    {
        const auto reader = HttpArchiveReader::open(m_zip, limits);
        return reader ? QString() : reader.error().message();
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_zip;
    QRandomGenerator m_random{5};
};

QTEST_GUILESS_MAIN(TestHttpArchives)
#include "tst_httparchives.moc"
