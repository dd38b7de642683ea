// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/importednumbers.h"
#include "tests/support/testmain.h"

#include <QStringList>

using namespace seatscope;
using namespace Qt::StringLiterals;

namespace {

/// Gives numbers to what is recorded as \a recorded: "-" is nothing, "|" another file, "?n" asks what n is now.
QString given(qint64 last, const QString &recorded)
{
    ImportedNumbers numbers{Sequence(last)};
    QStringList result;
    for (const QString &word : recorded.split(u' ')) {
        if (word == "|"_L1) {
            numbers.beginFile();
            continue;
        }
        std::optional<Sequence> number;
        if (word.startsWith(u'?'))
            number = numbers.now(Sequence(word.mid(1).toLongLong()));
        else
            number = numbers.give(word == "-"_L1 ? std::nullopt : std::optional(Sequence(word.toLongLong())));
        result += number ? QString::number(number->value()) : u"none"_s;
    }
    return result.join(u' ');
}

} // namespace

class TestImportedNumbers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void givesNumbers_data()
    {
        QTest::addColumn<qint64>("last");
        QTest::addColumn<QString>("recorded");
        QTest::addColumn<QString>("expected");
        const auto add = [](const char *name, qint64 last, const QString &recorded, const QString &expected) {
            QTest::newRow(name) << last << recorded << expected;
        };
        add("a new journal keeps them, gaps too", 0, u"3 4 9"_s, u"3 4 9"_s);
        add("what they were they are", 0, u"3 4 9 ?4 ?3 ?9 ?2"_s, u"3 4 9 4 3 none 2"_s);
        add("elsewhere they go on", 10, u"3 4 9"_s, u"11 12 13"_s);
        add("and are found", 10, u"3 4 9 20 ?3 ?4 ?9 ?20 ?5 ?2 ?10"_s, u"11 12 13 14 11 12 13 none none none none"_s);
        add("without any they are counted", 0, u"- - -"_s, u"1 2 3"_s);
        add("without any, elsewhere", 7, u"- - ?7"_s, u"8 9 none"_s);
        add("a second file that begins behind the first keeps its own", 0, u"1 2 | 7 8 ?7 ?2"_s, u"1 2 7 8 7 2"_s);
        add("one that does not goes on", 0, u"1 2 | 1 2 5 ?1 ?2"_s, u"1 2 3 4 5 3 4"_s);
        add("also where it gets ahead later", 0, u"1 2 | 2 90 ?2"_s, u"1 2 3 4 3"_s);
        add("the file before means nothing", 10, u"1 2 | 7 ?1"_s, u"11 12 13 none"_s);
        add("one that begins anew within a file does so too", 0, u"5 6 1 2 ?1 ?6"_s, u"5 6 7 8 7 none"_s);
        add("some with, some without", 0, u"5 - 6 9 ?5 ?6"_s, u"5 6 7 9 5 7"_s);
        add("far away", 0, u"5 4294967301 4294967302 6"_s, u"5 4294967301 none 4294967302"_s);
        add("far away at first", 0, u"9007199254740990 9007199254740991"_s, u"9007199254740990 9007199254740991"_s);
    }

    void givesNumbers()
    {
        QFETCH(qint64, last);
        QFETCH(QString, recorded);
        QTEST(given(last, recorded), "expected");
    }

    void remembersABoundedNumber()
    {
        ImportedNumbers numbers{Sequence(1)};
        constexpr qint64 many = qint64{3} << 20;
        for (qint64 number = 1; number <= many; number += 2)
            QVERIFY(numbers.give(Sequence(number)));
        QCOMPARE(numbers.now(Sequence(1)), std::nullopt);
        QCOMPARE(numbers.now(Sequence(many - 3)), Sequence(numbers.last().value() - 1));
    }
};

QTEST_GUILESS_MAIN(TestImportedNumbers)

#include "tst_importednumbers.moc"
