// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/tables/capturefiltermodel.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>

#include <algorithm>
#include <deque>
#include <map>

using namespace Qt::StringLiterals;
using namespace seatscope;

namespace {

using Kind = SearchQuestion::Kind;
using State = SearchProgress::State;

constexpr ArrivalTime now(1'700'000'100'000'000);

Capture makeCapture(qint64 sequence)
{
    Capture capture;
    capture.summary.sequence = Sequence(sequence);
    capture.summary.receivedAt = ArrivalTime(1'700'000'000'000'000 + sequence);
    capture.summary.method = "POST";
    capture.summary.target = "/?SdkAppid=1";
    capture.summary.room = RoomId(u"rid-%1"_s.arg(sequence % 3));
    capture.summary.status = 200;
    return capture;
}

/// A journal in memory that answers questions when it is told to, a few captures a step.
class FakeJournal {
public:
    FakeJournal(CaptureFilterModel &model, qint64 perStep) : m_model(model), m_perStep(perStep)
    {
        QObject::connect(&model, &CaptureFilterModel::asked, &m_context,
                         [this](const SearchQuestion &question) { m_questions.push_back(question); });
    }

    std::map<qint64, Capture> captures;
    [[nodiscard]] const std::deque<SearchQuestion> &questions() const { return m_questions; }
    [[nodiscard]] std::vector<Kind> kinds() const
    {
        std::vector<Kind> kinds;
        for (const SearchQuestion &question : m_questions)
            kinds.push_back(question.kind);
        return kinds;
    }
    /// Answers the oldest question; whether there was one.
    bool answerOne()
    {
        if (m_questions.empty())
            return false;
        const SearchQuestion question = m_questions.front();
        m_questions.pop_front();
        m_model.supply(std::make_shared<const SearchAnswer>(answerTo(question)));
        return true;
    }
    void answerAll()
    {
        while (answerOne()) {
        }
    }
    void failOne()
    {
        const SearchQuestion question = m_questions.front();
        m_questions.pop_front();
        m_model.fail(u"the disk is gone"_s, question.kind, question.token);
    }

private:
    struct Scan {
        qint64 at = 0;
        qint64 whole = 0;
        Filter filter;
    };

    SearchAnswer answerTo(const SearchQuestion &question)
    {
        SearchAnswer answer{question.kind, question.token, {}, 0, 0, true, question.sequences};
        if (question.kind == Kind::Past || question.kind == Kind::New) {
            step(question, answer);
            return answer;
        }
        for (const Sequence sequence : question.sequences) {
            const auto found = captures.find(sequence.value());
            if (found != captures.end() && (question.kind == Kind::Read || question.filter.matches(found->second)))
                answer.found.push_back(found->second.summary);
        }
        return answer;
    }
    void step(const SearchQuestion &question, SearchAnswer &answer)
    {
        const bool isPast = question.kind == Kind::Past;
        Scan &scan = m_scans.at(isPast ? 0 : 1);
        const qint64 last = captures.empty() ? 0 : captures.rbegin()->first;
        if (!question.isBegun) {
            scan = {question.from.value(), isPast ? question.from.value() : last - question.from.value() + 1,
                    question.filter};
        }
        const auto isDone = [&] { return isPast ? scan.at < 1 : scan.at > last; };
        for (qint64 i = 0; i < m_perStep && !isDone(); ++i, scan.at += isPast ? -1 : 1) {
            const auto found = captures.find(scan.at);
            if (found != captures.end() && scan.filter.matches(found->second))
                answer.found.push_back(found->second.summary);
        }
        answer.isDone = isDone();
        answer.whole = scan.whole;
        answer.passed = isPast ? scan.whole - scan.at : scan.whole;
    }

    CaptureFilterModel &m_model;
    qint64 m_perStep;
    QObject m_context;
    std::deque<SearchQuestion> m_questions;
    std::array<Scan, 2> m_scans;
};

} // namespace

class TestCaptureFilterModel : public QObject {
    Q_OBJECT

    std::unique_ptr<CaptureLogModel> m_log;
    std::unique_ptr<CaptureFilterModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<FakeJournal> m_journal;

    /// \a count captures come, and the log shows them.
    void come(int count)
    {
        std::vector<CaptureSummary> summaries;
        for (int i = 0; i < count; ++i) {
            const Capture capture = makeCapture(m_last.value() + 1);
            m_last = capture.summary.sequence;
            m_journal->captures.emplace(m_last.value(), capture);
            summaries.push_back(capture.summary);
        }
        m_log->append(summaries);
    }
    void go(qint64 first, qint64 last)
    {
        for (qint64 sequence = first; sequence <= last; ++sequence)
            m_journal->captures.erase(sequence);
        m_log->remove({{Sequence(first), Sequence(last)}});
    }
    void mark(qint64 sequence, const CaptureMarks &marks)
    {
        const auto found = m_journal->captures.find(sequence);
        if (found != m_journal->captures.end()) {
            found->second.summary.bookmarked = marks.bookmarked.value_or(found->second.summary.bookmarked);
            found->second.summary.note = marks.note.value_or(found->second.summary.note);
        }
        m_log->mark({{{Sequence(sequence)}, marks}});
    }
    [[nodiscard]] std::vector<qint64> shown() const
    {
        std::vector<qint64> sequences;
        for (int row = 0; row < m_model->rowCount(); ++row)
            sequences.push_back(m_model->index(row, 0).data(CaptureLogModel::SequenceRole).toLongLong());
        return sequences;
    }
    [[nodiscard]] std::vector<qint64> expected() const
    {
        const Result<Filter> filter = Filter::parse(m_model->filterText(), now);
        std::vector<qint64> sequences;
        for (const auto &[sequence, capture] : m_journal->captures) {
            if (filter && filter->matches(capture))
                sequences.push_back(sequence);
        }
        return sequences;
    }

    Sequence m_last;

private Q_SLOTS:
    void init()
    {
        failOnAnyWarning();
        m_last = {};
        m_log = std::make_unique<CaptureLogModel>();
        m_model = std::make_unique<CaptureFilterModel>(*m_log);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_journal = std::make_unique<FakeJournal>(*m_model, 4);
    }
    void cleanup()
    {
        m_journal.reset();
        m_tester.reset();
        m_model.reset();
        m_log.reset();
    }

    void withoutAFilterIsTheLog()
    {
        come(5);
        QCOMPARE(shown(), (std::vector<qint64>{1, 2, 3, 4, 5}));
        QCOMPARE(m_model->index(1, CaptureLogModel::RoomColumn).data().toString(), u"rid-2"_s);
        go(2, 3);
        QCOMPARE(shown(), (std::vector<qint64>{1, 4, 5}));
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        mark(4, {true, {}});
        QCOMPARE(changed.size(), 1);
        QVERIFY(m_model->index(1, 0).data(CaptureLogModel::BookmarkedRole).toBool());
        QVERIFY(m_journal->questions().empty());
        QCOMPARE(m_model->rowUpTo(Sequence(3)), 0);
    }

    void whatIsNoFilterChangesNothing()
    {
        come(5);
        QVERIFY(!m_model->setFilter(u"room == rid-1"_s, now));
        m_journal->answerAll();
        const auto fault = m_model->setFilter(u"\U0001F600 rom == x"_s, now);
        QVERIFY(fault);
        QCOMPARE(fault->column, 3);
        QCOMPARE(fault->offset, 3); // the face is two units
        QVERIFY(!fault->what.isEmpty());
        QCOMPARE(m_model->filterText(), u"room == rid-1"_s);
        QCOMPARE(shown(), (std::vector<qint64>{1, 4}));
        QVERIFY(m_journal->questions().empty());
    }

    void findsTheNewestFirstAndTellsHowFar()
    {
        come(10);
        QVERIFY(!m_model->setFilter(u"room == rid-1"_s, now));
        QCOMPARE(shown(), std::vector<qint64>());
        QVERIFY(m_model->progress().state == State::Searching);
        m_journal->answerOne();
        QCOMPARE(shown(), (std::vector<qint64>{7, 10}));
        QCOMPARE(m_model->progress(), (SearchProgress{State::Searching, 4, 10, {}}));
        m_journal->answerAll();
        QCOMPARE(shown(), (std::vector<qint64>{1, 4, 7, 10}));
        QCOMPARE(m_model->progress(), (SearchProgress{State::Done, 10, 10, {}}));
        QVERIFY(!m_model->setFilter(u" "_s, now));
        QCOMPARE(m_model->rowCount(), 10);
    }

    void stopsAndGoesOn()
    {
        come(10);
        QVERIFY(!m_model->setFilter(u"room == rid-1"_s, now));
        m_journal->answerOne();
        m_model->stop();
        m_journal->answerAll(); // one was under way
        QCOMPARE(shown(), (std::vector<qint64>{4, 7, 10}));
        QCOMPARE(m_model->progress(), (SearchProgress{State::Stopped, 8, 10, {}}));
        // What comes is matched nevertheless.
        come(3);
        m_journal->answerAll();
        QCOMPARE(shown(), (std::vector<qint64>{4, 7, 10, 13}));
        m_model->resume();
        m_model->resume();
        m_journal->answerAll();
        QCOMPARE(shown(), expected());
        QVERIFY(m_model->progress().state == State::Done);
    }

    void stoppedBetweenQuestionAndAnswerGoesOnOnce()
    {
        come(10);
        QVERIFY(!m_model->setFilter(u"room == rid-1"_s, now));
        m_model->stop();
        m_model->resume();
        QCOMPARE(m_journal->questions().size(), 1U);
        m_journal->answerAll();
        QCOMPARE(shown(), expected());
        QCOMPARE(m_model->progress().passed, 10);
    }

    void failuresAreToldAndTriedAgain()
    {
        come(10);
        QVERIFY(!m_model->setFilter(u"room == rid-1"_s, now));
        m_journal->answerOne();
        m_journal->failOne();
        QCOMPARE(m_model->progress(), (SearchProgress{State::Failed, 4, 10, u"the disk is gone"_s}));
        m_model->resume();
        m_journal->answerAll();
        QCOMPARE(shown(), expected());
        come(3);
        m_journal->failOne();
        QVERIFY(m_model->progress().state == State::Failed);
        m_model->resume();
        m_journal->answerAll();
        QCOMPARE(shown(), expected());
    }

    void oldAnswersAreIgnored()
    {
        come(10);
        QVERIFY(!m_model->setFilter(u"room == rid-1"_s, now));
        SearchAnswer old{Kind::Past, m_journal->questions().front().token, {}, 10, 10, true, {}};
        old.found.push_back(makeCapture(4).summary);
        QVERIFY(!m_model->setFilter(u"room == rid-2"_s, now));
        m_model->supply(std::make_shared<const SearchAnswer>(old));
        m_model->fail(u"late"_s, Kind::Past, old.token);
        QCOMPARE(m_model->rowCount(), 0);
        QVERIFY(m_model->progress().state == State::Searching);
    }

    void marksThatTheFilterAsksForMoveRows()
    {
        come(6);
        QVERIFY(!m_model->setFilter(u"bookmarked or note contains bug"_s, now));
        m_journal->answerAll();
        QCOMPARE(m_model->rowCount(), 0);
        mark(5, {true, {}});
        mark(2, {{}, u"a bug"_s});
        m_journal->answerAll();
        QCOMPARE(shown(), (std::vector<qint64>{2, 5}));
        QCOMPARE(m_model->index(0, CaptureLogModel::NoteColumn).data().toString(), u"a bug"_s);
        mark(5, {false, {}});
        m_journal->answerAll();
        QCOMPARE(shown(), (std::vector<qint64>{2}));
    }

    void rowsOutsideOfMemoryAreRead()
    {
        m_tester.reset(); // it looks at every row each time
        come(SummaryCache::mostKept);
        QVERIFY(!m_model->setFilter(u"seq > 0"_s, now));
        m_journal->answerAll();
        QCOMPARE(m_model->rowCount(), SummaryCache::mostKept);
        const QModelIndex first = m_model->index(0, CaptureLogModel::RoomColumn);
        QVERIFY(!first.data(CaptureLogModel::LoadedRole).toBool());
        QCOMPARE(first.data(), QVariant());
        QTRY_VERIFY(!m_journal->questions().empty());
        QVERIFY(m_journal->kinds() == std::vector{Kind::Read});
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_journal->answerAll();
        QVERIFY(!changed.isEmpty());
        QCOMPARE(first.data().toString(), u"rid-1"_s);
    }

    void whatIsGoneIsNotAskedForForever()
    {
        m_tester.reset(); // it looks at every row each time
        come(SummaryCache::mostKept);
        QVERIFY(!m_model->setFilter(u"seq > 0"_s, now));
        m_journal->answerAll();
        m_journal->captures.erase(1); // the log has not heard of it yet
        const QModelIndex first = m_model->index(0, CaptureLogModel::RoomColumn);
        QCOMPARE(first.data(), QVariant());
        QTRY_VERIFY(!m_journal->questions().empty());
        m_journal->answerAll();
        QCOMPARE(first.data(), QVariant());
        QCoreApplication::processEvents();
        QVERIFY(m_journal->questions().empty());
    }

    /// Captures come and go, are marked and searched in any order: in the end the rows are those that pass.
    void staysRightWhateverHappens()
    {
        const QStringList filters{u"room == rid-1"_s,         u"bookmarked"_s,
                                  u"not bookmarked"_s,        u"note != \"\" or seq < 20"_s,
                                  u"seq in (3, 9, 40..60)"_s, u""_s};
        QRandomGenerator random(20261123);
        for (int round = 0; round < 40; ++round) {
            m_model->setFilter(filters.at(random.bounded(filters.size())), now);
            for (int i = 0; i < 30; ++i) {
                const qint64 some = 1 + random.bounded(static_cast<int>(m_last.value()) + 3);
                switch (random.bounded(8)) {
                case 0:
                    come(1 + random.bounded(5));
                    break;
                case 1:
                    go(some, some + random.bounded(2));
                    break;
                case 2:
                    mark(some, {random.bounded(2) == 0, {}});
                    break;
                case 3:
                    mark(some, {{}, random.bounded(2) == 0 ? QString() : u"a note"_s});
                    break;
                case 4:
                    random.bounded(2) == 0 ? m_model->stop() : m_model->resume();
                    break;
                default:
                    m_journal->answerOne();
                }
            }
            m_journal->answerAll();
            m_model->resume();
            m_journal->answerAll();
            QCOMPARE(shown(), expected());
        }
    }
};

QTEST_GUILESS_MAIN(TestCaptureFilterModel)
#include "tst_capturefiltermodel.moc"
