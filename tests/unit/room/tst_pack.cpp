// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/room/packreader.h"
#include "model/room/packwriter.h"
#include "tests/support/testmain.h"

#include <limits>

using namespace seatscope;

class TestPack : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void integers_data()
    {
        QTest::addColumn<qint64>("number");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("zero") << qint64{0} << QByteArray::fromHex("00");
        QTest::newRow("one") << qint64{1} << QByteArray::fromHex("02");
        QTest::newRow("minus one") << qint64{-1} << QByteArray::fromHex("01");
        QTest::newRow("largest of one byte") << qint64{63} << QByteArray::fromHex("7e");
        QTest::newRow("smallest of two bytes") << qint64{64} << QByteArray::fromHex("8001");
        QTest::newRow("as in the documentation") << qint64{150} << QByteArray::fromHex("ac02");
        QTest::newRow("largest") << std::numeric_limits<qint64>::max() << QByteArray::fromHex("feffffffffffffffff01");
        QTest::newRow("smallest") << std::numeric_limits<qint64>::min() << QByteArray::fromHex("ffffffffffffffffff01");
    }

    void integers()
    {
        QFETCH(const qint64, number);
        PackWriter writer;
        writer.integer(number);
        const QByteArray written = writer.take();
        QTEST(written, "written");
        PackReader reader(written);
        QCOMPARE(reader.integer(), number);
        QVERIFY(reader.isSound() && reader.atEnd());
    }

    void whatEndsTooSoonFails()
    {
        PackWriter writer;
        writer.integer(std::numeric_limits<qint64>::max());
        writer.bytes("seat");
        const QByteArray written = writer.take();
        for (qsizetype length = 0; length < written.size(); ++length) {
            PackReader reader(QByteArrayView(written).first(length));
            [[maybe_unused]] const qint64 number = reader.integer();
            QVERIFY(reader.bytes().isEmpty());
            QVERIFY(!reader.isSound());
        }
        PackReader whole(written);
        QCOMPARE(whole.integer(), std::numeric_limits<qint64>::max());
        QCOMPARE(whole.bytes(), QByteArrayView("seat"));
        QVERIFY(whole.isSound() && whole.atEnd());
    }

    void whatCannotBeWrittenFails_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("more than 64 bits") << QByteArray::fromHex("ffffffffffffffffff02");
        QTest::newRow("eleven bytes") << QByteArray::fromHex("8080808080808080808000");
        QTest::newRow("endless") << QByteArray(100, '\x80');
    }

    void whatCannotBeWrittenFails()
    {
        QFETCH(const QByteArray, bytes);
        PackReader reader(bytes);
        QCOMPARE(reader.integer(), 0);
        QVERIFY(!reader.isSound());
    }

    void textsOfAnImpossibleLengthFail()
    {
        for (const qint64 length : {qint64{-1}, qint64{5}, std::numeric_limits<qint64>::max()}) {
            PackWriter writer;
            writer.integer(length);
            const QByteArray written = writer.take() + "seat";
            PackReader reader(written);
            QVERIFY(reader.bytes().isEmpty());
            QVERIFY(!reader.isSound());
        }
    }

    void oneThatFailedStaysSo()
    {
        const QByteArray bytes = QByteArray::fromHex("0202");
        PackReader reader(bytes);
        reader.fail();
        QCOMPARE(reader.integer(), 0);
        QVERIFY(reader.bytes().isEmpty());
        QVERIFY(!reader.isSound() && !reader.atEnd());
    }
};

QTEST_GUILESS_MAIN(TestPack)

#include "tst_pack.moc"
