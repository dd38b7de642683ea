// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/session/searchreads.h"

#include <iterator>
#include <utility>

namespace seatscope {

Result<const JournalReader *> SearchReads::reader()
{
    if (!m_reader) {
        Result<std::unique_ptr<JournalReader>> opened = JournalReader::open(m_path);
        if (!opened)
            return tl::unexpected<Error>(opened.error());
        m_reader = std::move(*opened);
    }
    return m_reader.get();
}

void SearchReads::ask(const SearchQuestion &question)
{
    Result<SearchAnswer> answered =
        reader().and_then([&](const JournalReader *journal) { return answer(*journal, question); });
    if (answered)
        Q_EMIT this->answered(std::make_shared<const SearchAnswer>(*std::move(answered)));
    else
        Q_EMIT failed(answered.error().message(), question.kind, question.token);
}

Result<SearchAnswer> SearchReads::answer(const JournalReader &journal, const SearchQuestion &question)
{
    SearchAnswer answer{question.kind, question.token, {}, 0, 0, true, question.sequences};
    const auto withSummaries = [&answer](Summaries found) {
        answer.found = std::move(found);
        return std::move(answer);
    };
    if (question.kind == SearchQuestion::Kind::Judge)
        return judge(journal, question).map(withSummaries);
    if (question.kind == SearchQuestion::Kind::Read)
        return read(journal, question.sequences).map(withSummaries);
    return step(journal, question).map([&answer](ScanStep step) {
        answer.found = std::move(step.found);
        answer.passed = step.passed;
        answer.whole = step.whole;
        answer.isDone = step.isDone;
        return std::move(answer);
    });
}

Result<ScanStep> SearchReads::step(const JournalReader &journal, const SearchQuestion &question)
{
    const bool isPast = question.kind == SearchQuestion::Kind::Past;
    std::optional<Running> &running = m_running.at(isPast ? 0 : 1);
    if (!question.isBegun || !running || running->token != question.token) {
        running.reset();
        Result<FilterScan> scan = FilterScan::begin(
            journal, question.filter, isPast ? ReadingOrder::NewestFirst : ReadingOrder::OldestFirst, question.from);
        if (!scan)
            return tl::unexpected<Error>(scan.error());
        running = Running{question.token, *std::move(scan)};
    }
    Result<ScanStep> step = running->scan.step();
    if (step && step->isDone)
        running.reset();
    return step;
}

Result<SearchReads::Summaries> SearchReads::judge(const JournalReader &journal, const SearchQuestion &question)
{
    Summaries found;
    for (const Sequence sequence : question.sequences) {
        const Result<std::optional<Capture>> capture = journal.capture(sequence);
        if (!capture)
            return tl::unexpected<Error>(capture.error());
        if (*capture && question.filter.matches(**capture))
            found.push_back((*capture)->summary);
    }
    return found;
}

Result<SearchReads::Summaries> SearchReads::read(const JournalReader &journal, const std::vector<Sequence> &sequences)
{
    Summaries found;
    for (const Sequence sequence : sequences) {
        Result<Summaries> one = journal.window(sequence, 1);
        if (!one)
            return tl::unexpected<Error>(one.error());
        // The window begins behind what is gone.
        if (!one->empty() && one->front().sequence == sequence)
            found.push_back(std::move(one->front()));
    }
    return found;
}

} // namespace seatscope
