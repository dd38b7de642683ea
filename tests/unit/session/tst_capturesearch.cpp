// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/capturesearch.h"
#include "tests/support/testmain.h"
#include "tests/unit/journal/journaltools.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace seatscope;
using namespace Qt::StringLiterals;

namespace {

using Kind = SearchQuestion::Kind;

constexpr qint64 captureCount = 10'000; // more than a step takes

std::vector<qint64> sequencesOf(const SearchAnswer &answer)
{
    std::vector<qint64> sequences;
    for (const CaptureSummary &capture : answer.found)
        sequences.push_back(capture.sequence.value());
    return sequences;
}

} // namespace

class TestCaptureSearch : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_path;
    std::unique_ptr<CaptureSearch> m_search;
    std::unique_ptr<QSignalSpy> m_answers;

    [[nodiscard]] SearchQuestion question(Kind kind, const QString &filter, qint64 from) const
    {
        SearchQuestion question;
        question.kind = kind;
        question.token = 7;
        question.filter = Filter::parse(filter, ArrivalTime(0)).value_or(Filter());
        question.from = Sequence(from);
        return question;
    }
    SearchAnswer answerTo(const SearchQuestion &question)
    {
        const qsizetype before = m_answers->size();
        m_search->ask(question);
        const bool isAnswered = QTest::qWaitFor([&] { return m_answers->size() > before; });
        return isAnswered ? *m_answers->at(before).at(0).value<SearchAnswerPtr>() : SearchAnswer();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_path = m_dir.filePath(u"j.seatscope"_s);
        const auto writer = test::openWriter(m_path);
        QVERIFY(writer);
        QVERIFY(writer->forgoDurability());
        std::vector<Capture> captures;
        for (qint64 sequence = 1; sequence <= captureCount; ++sequence)
            captures.push_back(test::capture(sequence, u"rid-%1"_s.arg(sequence % 1000), 1000 + sequence,
                                             sequence == 17 ? "{\"x\":\"needle\"}" : "{}"));
        test::keep(*writer, captures);
        QVERIFY(writer->mark(Sequence(5), {true, u"look"_s}));
    }
    void init()
    {
        failOnAnyWarning();
        m_search = std::make_unique<CaptureSearch>(m_path);
        m_answers = std::make_unique<QSignalSpy>(m_search.get(), &CaptureSearch::answered);
    }
    void cleanup()
    {
        m_answers.reset();
        m_search.reset();
    }

    void searchesBackwardsStepByStep()
    {
        SearchQuestion asked = question(Kind::Past, u"needle"_s, captureCount - 1);
        int steps = 0;
        std::vector<qint64> found;
        SearchAnswer answer;
        do {
            answer = answerTo(asked);
            ++steps;
            QCOMPARE(answer.token, 7U);
            QCOMPARE(answer.whole, captureCount - 1);
            for (const qint64 sequence : sequencesOf(answer))
                found.push_back(sequence);
            asked.isBegun = true;
            asked.filter = {};
        } while (!answer.isDone && steps < 100);
        QVERIFY(steps > 1);
        QCOMPARE(answer.passed, answer.whole);
        QCOMPARE(found, (std::vector<qint64>{17}));
    }

    void searchesOfBothDirectionsDoNotDisturbEachOther()
    {
        SearchQuestion past = question(Kind::Past, u"seq > 0"_s, captureCount);
        QCOMPARE(sequencesOf(answerTo(past)).front(), captureCount);
        const SearchQuestion later = question(Kind::New, u"room == rid-999"_s, captureCount - 1500);
        QCOMPARE(sequencesOf(answerTo(later)), (std::vector<qint64>{8999, 9999}));
        past.isBegun = true;
        QVERIFY(sequencesOf(answerTo(past)).front() < captureCount - 1000);
    }

    void judgesAndReads()
    {
        SearchQuestion asked = question(Kind::Judge, u"bookmarked"_s, 0);
        asked.sequences = {Sequence(5), Sequence(6), Sequence(captureCount + 1)};
        SearchAnswer answer = answerTo(asked);
        QCOMPARE(sequencesOf(answer), (std::vector<qint64>{5}));
        QCOMPARE(answer.found.front().note, u"look"_s);
        QVERIFY(answer.sequences == asked.sequences);
        asked.kind = Kind::Read;
        QCOMPARE(sequencesOf(answerTo(asked)), (std::vector<qint64>{5, 6}));
    }

    void tellsWhatFails()
    {
        CaptureSearch search(m_dir.filePath(u"none.seatscope"_s));
        QSignalSpy failed(&search, &CaptureSearch::failed);
        search.ask(question(Kind::New, u"needle"_s, 1));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed[0][0].toString().contains(u"none.seatscope"_s));
        QVERIFY(failed[0][1].value<Kind>() == Kind::New);
        QCOMPARE(failed[0][2].toULongLong(), 7U);
    }

    void endsWithoutHavingBeenAsked()
    {
        const CaptureSearch search(m_path);
        QVERIFY(search.thread() == thread());
    }
};

QTEST_GUILESS_MAIN(TestCaptureSearch)
#include "tst_capturesearch.moc"
