// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/journalcheck.h"

#include "model/core/verdict.h"
#include "model/journal/capture.h"
#include "model/journal/journalconnection.h"
#include "model/journal/logsurvey.h"
#include "model/journal/storedsize.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <optional>
#include <vector>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

struct JournalText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Journal)
};

/// Problems of one kind that are listed at most.
constexpr int maxEach = 100;

/// One rule of the format: its query gives the sequences that break it.
struct Rule {
    QString query;
    QString problem; ///< %1: the sequence
};

std::vector<Rule> rules(qint64 version)
{
    std::vector<Rule> all{
        {u"SELECT seq FROM capture WHERE seq < 1"_s, JournalText::tr("capture %1: sequences count from 1")},
        {u"SELECT seq FROM capture c WHERE NOT EXISTS(SELECT 1 FROM content b WHERE b.seq = c.seq)"_s,
         JournalText::tr("capture %1: its head and body are missing")},
        {u"SELECT seq FROM content b WHERE NOT EXISTS(SELECT 1 FROM capture c WHERE b.seq = c.seq)"_s,
         JournalText::tr("capture %1: there is nothing but its head and body")},
        {u"SELECT seq FROM capture c JOIN content b USING(seq) WHERE c.body_size <> length(b.body)"_s,
         JournalText::tr("capture %1: its body has not the size that was noted")},
        {u"SELECT seq FROM capture WHERE product NOT BETWEEN 0 AND 4"_s,
         JournalText::tr("capture %1: its product's number is unknown")},
        {u"SELECT seq FROM capture WHERE status NOT BETWEEN 100 AND 599 AND NOT (status = 0 AND (verdict = %1 OR flags & %2))"_s
             .arg(static_cast<int>(Verdict::Lost))
             .arg(static_cast<int>(CaptureFlag::Sent)),
         JournalText::tr("capture %1: its status is none of HTTP")},
    };
    if (version >= 2) {
        all.push_back({u"SELECT 0 WHERE (SELECT count(*) FROM tally) <> 1"_s, JournalText::tr("the tally is missing")});
        all.push_back({u"SELECT t.captures FROM tally t"
                       " WHERE t.captures <> (SELECT count(*) FROM capture WHERE seq <= t.last_seq)"_s,
                       JournalText::tr("the tally counts %1 captures, which is wrong")});
        all.push_back({u"SELECT t.refused FROM tally t"
                       " WHERE t.refused <> (SELECT count(*) FROM capture WHERE verdict > 2 AND seq <= t.last_seq)"_s,
                       JournalText::tr("the tally counts %1 refused requests, which is wrong")});
        all.push_back({u"SELECT t.uninvited FROM tally t WHERE t.uninvited <> (SELECT count(*) FROM capture"
                       " WHERE verdict > 1 AND seq <= t.last_seq)"_s,
                       JournalText::tr("the tally counts %1 uninvited requests, which is wrong")});
        all.push_back({u"SELECT t.uninvited_bytes FROM tally t WHERE t.uninvited_bytes <> (SELECT coalesce(sum(%1), 0)"
                       " FROM capture c JOIN content b USING(seq) WHERE c.verdict > 1 AND c.seq <= t.last_seq)"_s.arg(
                           storedSizeSql()),
                       JournalText::tr("the tally counts %1 bytes of uninvited requests, which is wrong")});
    }
    return all;
}

/// Adds what \a sql gives to \a problems, each row through \a words; a failure is a problem too.
template<typename Words>
void collect(const JournalConnection &journal, const QString &sql, QStringList &problems, Words words)
{
    Result<SqliteStatement> query = journal.prepare(sql);
    if (!query) {
        problems += query.error().message();
        return;
    }
    for (int found = 0; found < maxEach; ++found) {
        const SqliteStatement::Step step = query->step();
        if (step == SqliteStatement::Step::Failed)
            problems += journal.failed().value().message();
        if (step != SqliteStatement::Step::Row)
            return;
        if (const QString problem = words(*query); !problem.isEmpty())
            problems += problem;
    }
}

/// What is wrong with a log; nothing when it ends as logs may end.
struct LogDamage {
    bool isInHeader = false;
    qint64 frame = 0;
    qint64 transactions = 0;

    friend bool operator==(const LogDamage &one, const LogDamage &other)
    {
        return one.isInHeader == other.isInHeader && one.frame == other.frame;
    }
};

std::optional<LogDamage> damageOf(QFile &log)
{
    const LogSurvey survey = surveyLog(log, 0);
    if (survey.isDamaged() && !survey.isHeaderSound)
        return LogDamage{true, 0, 0};
    if (survey.transactionsBehind > 0)
        return LogDamage{false, survey.firstBad, survey.transactionsBehind};
    return std::nullopt;
}

/// SQLite passes over the end of a damaged log without a word. Looks twice: what a program was just writing is there
/// the second time, and a log that it begins anew has another header.
void checkLog(const QString &journal, QStringList &problems)
{
    QFile log(QFileInfo(journal).canonicalFilePath() + u"-wal"_s);
    if (!log.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return;
    const auto header = [&log] { return log.seek(0) ? log.read(logHeaderSize) : QByteArray(); };
    const QByteArray before = header();
    const std::optional<LogDamage> damage = damageOf(log);
    if (!damage || damageOf(log) != damage || header() != before)
        return;
    const QString advice =
        JournalText::tr("a program that opens the journal for writing overwrites it: repair it before");
    problems +=
        damage->isInHeader
            ? JournalText::tr("the header of the log is damaged: nothing in the log counts; %1").arg(advice)
            : JournalText::tr("the log is damaged in frame %1: what %2 or more later transactions wrote does not"
                              " count; %3")
                  .arg(damage->frame)
                  .arg(damage->transactions)
                  .arg(advice);
}

} // namespace

Result<QStringList> checkJournal(const QString &path)
{
    const Result<JournalConnection> journal = JournalConnection::open(path, JournalConnection::Access::Read);
    if (!journal)
        return tl::unexpected<Error>(journal.error());
    const Result<qint64> version = journal->number(u"PRAGMA user_version"_s);
    // One transaction: all rules see the same state, whatever a writer adds meanwhile.
    const Result<void> begun = journal->run(u"BEGIN"_s);
    if (!version || !begun)
        return tl::unexpected<Error>(version ? begun.error() : version.error());
    QStringList problems;
    collect(*journal, u"PRAGMA integrity_check(%1)"_s.arg(maxEach), problems, [](const SqliteStatement &row) {
        const QString words = row.text(0);
        return words == "ok"_L1 ? QString() : words;
    });
    for (const Rule &rule : rules(*version)) {
        collect(*journal, rule.query, problems, [&rule](const SqliteStatement &row) {
            return rule.problem.contains(u"%1") ? rule.problem.arg(row.integer(0)) : rule.problem;
        });
    }
    collect(*journal, u"SELECT min(seq), verdict FROM capture GROUP BY verdict"_s, problems,
            [](const SqliteStatement &row) {
                const bool isKnown = verdictFromNumber(static_cast<int>(row.integer(1))).has_value();
                return isKnown ? QString()
                               : JournalText::tr("capture %1: its verdict's number, %2, is unknown")
                                     .arg(row.integer(0))
                                     .arg(row.integer(1));
            });
    checkLog(path, problems);
    problems.removeDuplicates();
    return problems;
}

} // namespace seatscope
