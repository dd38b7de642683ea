// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/query/filter.h"
#include "model/query/filterfields.h"
#include "model/query/filterhelp.h"
#include "model/query/filterquote.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

using namespace seatscope;
using namespace Qt::StringLiterals;

/// Any text can be put into a filter, and the filter then finds it.
class TestFilterQuote : public QObject {
    Q_OBJECT

    static void check(const QString &text)
    {
        Capture capture;
        capture.summary.note = text;
        const Result<Filter> filter = Filter::parse(u"note == "_s + quotedForFilter(text), ArrivalTime(0));
        QVERIFY2(filter, filter ? "" : qPrintable(filter.error().message()));
        QVERIFY2(filter->matches(capture), qPrintable(filter->text()));
        capture.summary.note += u'x';
        QVERIFY(!filter->matches(capture));
    }

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void finds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("signs") << u"\"a\\b\" == (c) and not ~"_s;
        QTest::newRow("control characters") << u"\n\r\t\u0001\u007f\u0085"_s;
        QTest::newRow("a NUL") << QString(QChar(u'\0'));
        QTest::newRow("beyond the first plane") << u"房间 \U0001F600"_s;
    }
    void finds()
    {
        QFETCH(QString, text);
        check(text);
    }
    void findsRandomTexts()
    {
        QRandomGenerator random(5);
        for (int round = 0; round < 500; ++round) {
            QString text;
            for (int i = random.bounded(12); i > 0; --i)
                text += QChar(random.bounded(3) == 0 ? random.bounded(0xd800) : random.bounded(0x80));
            check(text);
        }
    }
    void halfACharacterCannotBeSaid() { QVERIFY(quotedForFilter(QString(QChar(0xd800))).isEmpty()); }

    void theHelpNamesEveryField()
    {
        for (const FilterFieldEntry &entry : filterFields())
            QVERIFY2(filterHelp().contains(u"\n  "_s + entry.name), entry.name.data());
    }
};

QTEST_GUILESS_MAIN(TestFilterQuote)
#include "tst_filterquote.moc"
