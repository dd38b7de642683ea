// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/replayinput.h"

#include "app/importreporter.h"
#include "model/core/clock.h"
#include "model/exchange/importsources.h"
#include "model/journal/journalwriter.h"

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

Result<ImportReport> import(const QString &journal, std::vector<ImportInput> &inputs, ImportObserver &observer)
{
    const Result<std::unique_ptr<JournalWriter>> writer = JournalWriter::open(journal);
    if (!writer)
        return tl::unexpected<Error>(writer.error());
    // It is gone in a moment anyway.
    if (const Result<void> eased = (*writer)->forgoDurability(); !eased)
        return tl::unexpected<Error>(eased.error());
    const SystemClock clock;
    return CaptureImport(**writer, journal, clock).run(inputs, observer);
}

} // namespace

QString ReplayInput::journal() const
{
    return m_folder.filePath(u"input.seatscope"_s);
}

Result<std::unique_ptr<ReplayInput>> ReplayInput::open(const QString &path, int interrupter)
{
    Result<OpenedInput> opened = openInput(path);
    if (!opened)
        return tl::unexpected<Error>(opened.error());
    if (opened->mended)
        return failure(u"this is a sample of the documentation, which has to be mended first"_s, path,
                       u"Import it into a journal with \"seatscope import\", which shows it as mended."_s);
    std::unique_ptr<ReplayInput> input(new ReplayInput);
    if (!input->m_folder.isValid())
        return failure(u"no temporary folder can be made (%1)"_s.arg(input->m_folder.errorString()), path,
                       u"Make room in the folder for temporary files, or set TMPDIR."_s);
    std::vector<ImportInput> inputs;
    inputs.push_back(std::move(opened->input));
    ImportReporter reporter(false, interrupter);
    const Result<ImportReport> report = import(input->journal(), inputs, reporter);
    if (!report)
        return tl::unexpected<Error>(report.error());
    if (report->isCancelled)
        return failure(u"interrupted; nothing was sent"_s);
    if (report->imported == 0)
        return failure(u"there is nothing in it that can be sent"_s, path);
    input->m_notRead = report->notRead;
    return input;
}

} // namespace seatscope
