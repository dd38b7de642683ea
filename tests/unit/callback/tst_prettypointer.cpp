// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/callback/prettyjson.h"
#include "model/callback/prettypointer.h"
#include "tests/support/testdata.h"
#include "tests/support/testmain.h"

using namespace seatscope;
using namespace seatscope::test;
using namespace Qt::StringLiterals;

namespace {

/// JSON with ' for ".
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

} // namespace

/// Which value a line of a laid out body is about.
class TestPrettyPointer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { failOnAnyWarning(); }

    void findsTheValueOfALine_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("pointers"); ///< of the lines, in order
        QTest::newRow("flat") << json("{'a':1,'b':'x'}") << QStringList{{}, u"/a"_s, u"/b"_s, {}};
        QTest::newRow("object") << json("{'a':{'b':1},'c':2}")
                                << QStringList{{}, u"/a"_s, u"/a/b"_s, u"/a"_s, u"/c"_s, {}};
        QTest::newRow("list") << json("{'l':['x',[1],{'i':0},7]}")
                              << QStringList{{},        u"/l"_s,     u"/l/0"_s, u"/l/1"_s, u"/l/1/0"_s, u"/l/1"_s,
                                             u"/l/2"_s, u"/l/2/i"_s, u"/l/2"_s, u"/l/3"_s, u"/l"_s,     {}};
        QTest::newRow("empty ones") << json("{'a':{},'b':[]}") << QStringList{{}, u"/a"_s, u"/b"_s, {}};
        QTest::newRow("keys of all kinds")
            << json("{'a/b':1,'c~d':2,'e\\'f':3,'g: h':4,'':5}")
            << QStringList{{}, u"/a~1b"_s, u"/c~0d"_s, u"/e\\\"f"_s, u"/g: h"_s, u"/"_s, {}};
        QTest::newRow("texts like keys") << json("['a: b','{',']']") << QStringList{{}, u"/0"_s, u"/1"_s, u"/2"_s, {}};
        QTest::newRow("a text alone") << json("'x'") << QStringList{{}};
    }
    void findsTheValueOfALine()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const QStringList, pointers);
        const auto pretty = prettyJson(body);
        QVERIFY(pretty);
        const QStringList lines = pretty->split(u'\n');
        QCOMPARE(lines.size(), pointers.size());
        qsizetype start = 0;
        for (qsizetype at = 0; at < lines.size(); ++at) {
            for (const qsizetype position : {start, start + lines.at(at).size() / 2, start + lines.at(at).size()})
                QVERIFY2(pointerAt(*pretty, position) == pointers.at(at),
                         qPrintable(lines.at(at) + u" is "_s + pointerAt(*pretty, position)));
            start += lines.at(at).size() + 1;
        }
    }

    void survivesEveryPlaceOfEveryCutText()
    {
        const auto pretty = prettyJson(testData(u"corpus/seat-room-full-8.json"_s));
        QVERIFY(pretty);
        for (qsizetype end = 0; end <= pretty->size(); end += 7) {
            const QString cut = pretty->left(end);
            for (qsizetype position = -1; position <= end + 1; position += 13)
                QVERIFY(pointerAt(cut, position).size() < 100);
        }
        QCOMPARE(pointerAt({}, 0), QString());
        QCOMPARE(pointerAt(u"   ", 2), QString());
        QCOMPARE(pointerAt(u"}}}\n]]", 5), QString());
    }
};

QTEST_GUILESS_MAIN(TestPrettyPointer)
#include "tst_prettypointer.moc"
