// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/history/snapshots.h"
#include "tests/support/testmain.h"

using namespace seatscope;

class TestSnapshots : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void isDueAfter_data()
    {
        QTest::addColumn<qint64>("packedBytes");
        QTest::addColumn<qint64>("encodedBytes");
        QTest::addColumn<qint64>("bodyBytes");
        QTest::addColumn<qint64>("callbacks");
        const qint64 least = SnapshotRhythm::leastCallbacks;
        QTest::newRow("few rooms") << qint64{100} << qint64{1000} << qint64{500} << least;
        QTest::newRow("large beside what comes") << qint64{1000 * least} << qint64{1000} << qint64{500} << 10 * least;
        QTest::newRow("much to pack") << qint64{100} << 80 * 3 * least << qint64{500} << 3 * least;
        QTest::newRow("both") << qint64{1000 * least} << 80 * 20 * least << qint64{500} << 20 * least;
    }

    void isDueAfter()
    {
        QFETCH(const qint64, packedBytes);
        QFETCH(const qint64, encodedBytes);
        QFETCH(const qint64, bodyBytes);
        SnapshotRhythm rhythm;
        rhythm.measured({QByteArray(packedBytes, 'x'), encodedBytes});
        qint64 callbacks = 0;
        for (; !rhythm.isDue(); ++callbacks)
            rhythm.count(bodyBytes);
        QTEST(callbacks, "callbacks");
    }

    void theFirstIsDueSoon()
    {
        SnapshotRhythm rhythm;
        qint64 callbacks = 0;
        for (; !rhythm.isDue(); ++callbacks)
            rhythm.count(0);
        QCOMPARE(callbacks, SnapshotRhythm::leastCallbacks);
    }

    void whatIsTooLargeIsNotUnpacked()
    {
        const QByteArray packed = packRooms({}).bytes;
        QVERIFY(unpackRooms(packed));
        QByteArray larger = packed;
        larger.replace(0, 4, QByteArray::fromHex("08000001"));
        QVERIFY(!unpackRooms(larger));
        QVERIFY(!unpackRooms("abc"));
    }
};

QTEST_GUILESS_MAIN(TestSnapshots)

#include "tst_snapshots.moc"
