// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/tableleaf.h"
#include "tests/support/testmain.h"

#include <QTest>

#include <limits>
#include <random>

using namespace seatscope;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype pageSize = 512;
constexpr qint64 maxPayload = 100'000;

/// A leaf page with \a cells, each at its place.
QByteArray leafWith(const QList<std::pair<int, QByteArray>> &cells)
{
    QByteArray page(pageSize, '\0');
    page[0] = 0x0d;
    page[4] = static_cast<char>(cells.size());
    for (int i = 0; i < cells.size(); ++i) {
        page[8 + 2 * i] = static_cast<char>(cells[i].first >> 8);
        page[9 + 2 * i] = static_cast<char>(cells[i].first);
        page.replace(cells[i].first, cells[i].second.size(), cells[i].second);
    }
    return page;
}

QList<qint64> rowIds(const std::vector<LeafCell> &cells)
{
    QList<qint64> numbers;
    for (const LeafCell &cell : cells)
        numbers += cell.rowId;
    return numbers;
}

} // namespace

class TestTableLeaf : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void readsCells()
    {
        // The size, the number in one or two bytes, the payload.
        const QByteArray page =
            leafWith({{400, QByteArray::fromHex("0305616263")}, {300, QByteArray::fromHex("0281006465")}});
        const auto cells = leafCells(page, pageSize, maxPayload);
        QCOMPARE(rowIds(cells), (QList<qint64>{5, 128}));
        QCOMPARE(cells[0].local, QByteArrayView("abc"));
        QCOMPARE(cells[1].local, QByteArrayView("de"));
        QCOMPARE(cells[1].overflow, 0U);
    }

    void findsTheOverflowPage()
    {
        // 1000 bytes: least is (512 - 12) * 32 / 255 - 23 = 39, and 39 + 961 % 508 = 492 is beyond 477.
        QByteArray cell = QByteArray::fromHex("876801") + QByteArray(39, 'x') + QByteArray::fromHex("00000007");
        const auto cells = leafCells(leafWith({{100, cell}}), pageSize, maxPayload);
        QCOMPARE(cells.size(), 1U);
        QCOMPARE(cells[0].payloadSize, 1000);
        QCOMPARE(cells[0].local.size(), 39);
        QCOMPARE(cells[0].overflow, 7U);
        QVERIFY(leafCells(leafWith({{100, cell}}), pageSize, 999).empty());
    }

    void leavesOutWhatDoesNotFit()
    {
        const QByteArray sound = "\x01\x05z";
        QCOMPARE(rowIds(leafCells(leafWith({{400, sound}, {509, "\x09\x06z"}}), pageSize, maxPayload)),
                 QList<qint64>{5});
        QCOMPARE(rowIds(leafCells(leafWith({{9, sound}, {400, sound}}), pageSize, maxPayload)), QList<qint64>{5});
        QByteArray other = leafWith({{400, sound}});
        other[0] = 0x05;
        QVERIFY(leafCells(other, pageSize, maxPayload).empty());
        other[0] = 0x0d;
        other[3] = '\xff';
        QVERIFY(leafCells(other, pageSize, maxPayload).empty());
        QVERIFY(leafCells(other.left(100), pageSize, maxPayload).empty());
        QVERIFY(leafCells({}, pageSize, maxPayload).empty());
    }

    void leavesOutNumbersThatBreakTheOrder()
    {
        const auto cell = [](char number) -> QByteArray { return QByteArray("\x01") + number + 'z'; };
        const QByteArray page =
            leafWith({{400, cell(40)}, {410, cell(90)}, {420, cell(41)}, {430, cell(3)}, {440, cell(42)}});
        QCOMPARE(rowIds(leafCells(page, pageSize, maxPayload)), (QList<qint64>{40, 41, 42}));
    }

    void readsRecords()
    {
        // Null, 1, -2, 0x010203, a text of 2, a blob of 1. The values are views into it.
        const QByteArray record = QByteArray::fromHex("07000901031"
                                                      "10e"
                                                      "fe"
                                                      "010203"
                                                      "6162"
                                                      "ff");
        const auto values = recordValues(record);
        QVERIFY(values);
        QCOMPARE(values->size(), 6U);
        QVERIFY(values->at(0).type == RecordValue::Type::Null);
        QCOMPARE(values->at(1).integer, 1);
        QCOMPARE(values->at(2).integer, -2);
        QCOMPARE(values->at(3).integer, 0x010203);
        QVERIFY(values->at(4).type == RecordValue::Type::Text);
        QCOMPARE(values->at(4).bytes, QByteArrayView("ab"));
        QVERIFY(values->at(5).type == RecordValue::Type::Blob);
        QCOMPARE(values->at(5).bytes, QByteArrayView("\xff"));
    }

    void refusesWhatIsNoRecord_data()
    {
        QTest::addColumn<QByteArray>("hex");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("header beyond") << QByteArray("0509");
        QTest::newRow("header of nothing") << QByteArray("00");
        QTest::newRow("value beyond") << QByteArray("0211"
                                                    "61");
        QTest::newRow("bytes left") << QByteArray("0209"
                                                  "61");
        QTest::newRow("real") << QByteArray("0207"
                                            "0000000000000000");
        QTest::newRow("reserved") << QByteArray("020a");
        QTest::newRow("huge") << QByteArray("0affffffffffffffffff"
                                            "61");
        QTest::newRow("columns") << "22" + QByteArray("09").repeated(33);
    }
    void refusesWhatIsNoRecord()
    {
        QFETCH(QByteArray, hex);
        QVERIFY(!recordValues(QByteArray::fromHex(hex)));
    }

    void staysWithinAnyBytes()
    {
        std::mt19937 random(1);
        for (int round = 0; round < 20'000; ++round) {
            QByteArray page(pageSize, '\0');
            for (char &byte : page)
                byte = static_cast<char>(random());
            page[0] = 0x0d;
            page[3] = 0;
            for (qsizetype i = 8; i < 200; i += 2)
                page[i] = static_cast<char>(random() % 2);
            const QByteArrayView bytes = page;
            for (const LeafCell &cell : leafCells(page, pageSize, std::numeric_limits<qint64>::max())) {
                QVERIFY(cell.local.begin() >= bytes.begin() && cell.local.end() <= bytes.end());
                QVERIFY(cell.local.size() <= cell.payloadSize);
                for (const RecordValue &value : recordValues(cell.local).value_or(std::vector<RecordValue>()))
                    QVERIFY(value.bytes.size() <= cell.local.size());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestTableLeaf)
#include "tst_tableleaf.moc"
