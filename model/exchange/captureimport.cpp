// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/captureimport.h"

#include "model/exchange/importahead.h"
#include "model/history/roomhistory.h"
#include "model/journal/capturetexts.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

struct ExchangeText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Exchange)
};

/// The observer is asked after so many captures, or bytes.
constexpr int untoldCaptures = 256;
constexpr qint64 untoldBytes = qint64{1024} * 1024;

} // namespace

CaptureImport::CaptureImport(JournalWriter &journal, QString path, const Clock &clock)
    : m_journal(journal),
      m_path(std::move(path)),
      m_clock(clock),
      m_numbers(journal.lastSequence()),
      m_isNew(journal.lastSequence() == Sequence(0))
{
}

Result<ImportReport> CaptureImport::run(std::vector<ImportInput> &inputs, ImportObserver &observer)
{
    Result<void> done = restoreRooms(inputs).and_then([this] { return m_journal.beginLarge(); });
    if (done) {
        done = readAll(inputs, observer);
        if (done && !m_report.isCancelled && m_report.imported > 0)
            done = finish();
        else
            m_journal.rollback();
    }
    if (!done) {
        m_journal.rollback();
        const Error &error = done.error();
        return failure(ExchangeText::tr("nothing was imported: %1").arg(error.what), error.where,
                       ExchangeText::tr("The journal is as it was: mend that and import again."));
    }
    if (m_report.isCancelled)
        return ImportReport{0, m_report.notRead, {}, true, {}, {}};
    const Result<JournalHoldings> holdings = m_journal.holdings();
    if (!holdings)
        return tl::unexpected<Error>(holdings.error());
    m_report.holdings = *holdings;
    m_report.beyond = planRetention(m_journal.limits(), *holdings, m_clock.wallTime());
    return m_report;
}

Result<void> CaptureImport::restoreRooms(const std::vector<ImportInput> &inputs)
{
    // Reducing what nobody asks about would take as long again as all the rest.
    if (std::ranges::all_of(inputs, &ImportInput::tellsRulings))
        return {};
    const Result<std::unique_ptr<JournalReader>> reader = JournalReader::open(m_path);
    if (!reader)
        return tl::unexpected<Error>(reader.error());
    Result<RoomHistory::Known> known =
        RoomHistory::open(**reader).and_then([](const RoomHistory &history) { return history.known(std::nullopt); });
    if (!known)
        return tl::unexpected<Error>(known.error());
    m_rooms.emplace(m_journal, std::move(known->book));
    return {};
}

Result<void> CaptureImport::readAll(std::vector<ImportInput> &inputs, ImportObserver &observer)
{
    for (const ImportInput &input : inputs)
        m_progress.size += input.source->size();
    for (const ImportInput &input : inputs) {
        m_numbers.beginFile();
        Result<void> read = m_rooms ? readInput(input, observer) : readAhead(input, observer);
        if (!read || m_report.isCancelled)
            return read;
        m_before += input.source->size();
    }
    return {};
}

Result<void> CaptureImport::readInput(const ImportInput &input, ImportObserver &observer)
{
    while (!m_report.isCancelled) {
        Result<ImportedItem> item = input.source->next();
        if (!item)
            return tl::unexpected<Error>(item.error());
        if (!*item)
            break;
        if (const auto *const problem = std::get_if<ImportProblem>(&**item)) {
            leaveOut(input.name, *problem, observer);
        } else {
            const auto &imported = std::get<ImportedCapture>(**item);
            PreparedCapture prepared = prepareCapture(imported, m_clock);
            if (Result<void> kept = keep(prepared, imported.ruling.has_value(), input.name, observer); !kept)
                return kept;
        }
        tellProgress(input.source->position(), observer);
    }
    return {};
}

Result<void> CaptureImport::readAhead(const ImportInput &input, ImportObserver &observer)
{
    ImportAhead ahead(*input.source, m_clock);
    while (!m_report.isCancelled) {
        Result<std::optional<ImportBatch>> batch = ahead.next();
        if (!batch)
            return tl::unexpected<Error>(batch.error());
        if (!*batch)
            break;
        auto row = (*batch)->rows.rows().begin();
        for (const ImportBatch::Item &item : (*batch)->items) {
            if (item.problem)
                leaveOut(input.name, *item.problem, observer);
            else if (Result<void> kept = keep(*row++, input.name, observer); !kept)
                return kept;
            tellProgress(item.position, observer);
            if (m_report.isCancelled)
                break;
        }
        ahead.giveBack(*std::move(*batch));
    }
    return {};
}

void CaptureImport::leaveOut(const QString &name, const ImportProblem &problem, ImportObserver &observer)
{
    ++m_report.notRead;
    observer.notRead(name, problem);
}

void CaptureImport::tellProgress(qint64 sourcePosition, ImportObserver &observer)
{
    const qint64 position = m_before + sourcePosition;
    if (++m_untold < untoldCaptures && position - m_progress.position < untoldBytes)
        return;
    m_untold = 0;
    m_progress.imported = m_report.imported;
    m_progress.notRead = m_report.notRead;
    m_progress.position = position;
    m_report.isCancelled = !observer.goesOn(m_progress);
}

Result<void> CaptureImport::keep(PreparedCapture &prepared, bool isKnown, const QString &name, ImportObserver &observer)
{
    CaptureSummary &summary = prepared.capture.summary;
    const std::optional<Sequence> sequence = numberOf(summary.sequence, name, observer);
    if (!sequence)
        return {};
    summary.sequence = *sequence;
    renumber(summary.duplicateOf, summary.flags);
    renumber(summary.origin);
    const auto &callback = prepared.examination.callback;
    const bool isOfRooms = summary.room && !summary.flags.testFlag(CaptureFlag::KeptOut);
    if (m_rooms && callback && summary.ruling.verdict == Verdict::Accepted && isOfRooms) {
        if (Result<void> told = tellRooms(*callback, prepared.query.sdkAppId, isKnown, prepared.capture); !told)
            return told;
    }
    return append(CaptureTexts(prepared.capture).row());
}

Result<void> CaptureImport::keep(CaptureRow row, const QString &name, ImportObserver &observer)
{
    const std::optional<Sequence> sequence = numberOf(row.sequence, name, observer);
    if (!sequence)
        return {};
    row.sequence = *sequence;
    renumber(row.duplicateOf, row.flags);
    renumber(row.origin);
    return append(row);
}

std::optional<Sequence> CaptureImport::numberOf(Sequence recorded, const QString &name, ImportObserver &observer)
{
    const std::optional<Sequence> given =
        m_numbers.give(recorded > Sequence(0) ? std::optional(recorded) : std::nullopt);
    if (!given)
        leaveOut(name, {u"#%1"_s.arg(recorded.value()), ExchangeText::tr("its number is too far from those before it")},
                 observer);
    return given;
}

void CaptureImport::renumber(std::optional<Sequence> &duplicateOf, CaptureFlags &flags) const
{
    if (!duplicateOf)
        return;
    duplicateOf = m_numbers.now(*duplicateOf);
    // What repeats nothing that is there is no duplicate.
    if (!duplicateOf)
        flags.setFlag(CaptureFlag::Duplicate, false);
}

void CaptureImport::renumber(std::optional<Sequence> &origin) const
{
    if (origin)
        origin = m_numbers.now(*origin);
}

Result<void> CaptureImport::append(const CaptureRow &row)
{
    ++m_report.imported;
    Result<void> appended = m_journal.append(row);
    if (!appended || (!row.bookmarked && row.note.isEmpty()))
        return appended;
    return m_journal.mark(row.sequence, {row.bookmarked, QString::fromUtf8(row.note)}).map([](bool) {});
}

Result<void> CaptureImport::tellRooms(const DecodedCallback &callback, std::optional<SdkAppId> application,
                                      bool isKnown, Capture &capture)
{
    if (isKnown) {
        m_rooms->stageKnown(callback, application, capture);
    } else if (const auto staged = m_rooms->stage(callback, application, capture); !staged) {
        return tl::unexpected<Error>(staged.error());
    }
    // All is in one transaction: if it fails, the rooms go with it.
    m_rooms->commit();
    return {};
}

Result<void> CaptureImport::finish()
{
    m_report.sequences = {*m_numbers.first(), m_numbers.last()};
    // Otherwise gaps would be taken for captures that were removed. What was told before the first capture is
    // elsewhere.
    Result<void> kept = m_isNew ? m_journal.keepLost(Sequence(m_numbers.first()->value() - 1)) : Result<void>();
    return kept.and_then([this] { return m_journal.commit(); });
}

} // namespace seatscope
