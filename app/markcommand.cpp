// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/markcommand.h"

#include "app/terminal.h"
#include "model/journal/journalwriter.h"

#include <QFileInfo>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// Nothing is removed for what is marked: whoever writes the journal next does that.
Result<std::unique_ptr<JournalWriter>> openExisting(const QString &path)
{
    // A writer would make a new journal.
    if (!QFileInfo::exists(path))
        return failure(u"there is no such journal"_s, path, u"Check the name."_s);
    return JournalWriter::open(path);
}

Result<void> markAll(JournalWriter &journal, const MarkOptions &options)
{
    for (const Sequence sequence : options.sequences) {
        const Result<bool> marked = journal.mark(sequence, options.marks);
        if (!marked)
            return tl::unexpected<Error>(marked.error());
        if (!*marked)
            return failure(u"there is no capture #%1; nothing was marked"_s.arg(sequence.value()), options.journal,
                           u"\"seatscope captures\" lists them."_s);
    }
    return {};
}

} // namespace

Parsed<MarkOptions> parseMark(const QStringList &arguments)
{
    OptionReader reader(u"mark --journal FILE SEQ... [--bookmark|--no-bookmark] [--note TEXT]"_s,
                        u"Bookmarks captures, which retention then keeps, or notes something about them.\n"
                        "The journal must not be in use by another SeatScope."_s);
    reader.addValue(u"journal"_s, u"FILE"_s, u"The journal to change."_s);
    reader.addFlag(u"bookmark"_s, u"Bookmark them."_s);
    reader.addFlag(u"no-bookmark"_s, u"Take their bookmarks away."_s);
    reader.addValue(u"note"_s, u"TEXT"_s, u"Note this, in place of what was noted; an empty text removes the note."_s);
    reader.addArgument(u"SEQ"_s, u"The captures' numbers."_s);
    reader.repeatLastArgument();
    MarkOptions options;
    if (reader.parse(arguments)) {
        options.journal = reader.requiredText(u"journal"_s);
        for (const QString &text : reader.arguments()) {
            bool isNumber = false;
            const qint64 sequence = text.toLongLong(&isNumber);
            if (!isNumber || sequence < 1)
                reader.fail(u"SEQ needs a capture's number, not '%1'."_s.arg(text));
            options.sequences.emplace_back(sequence);
        }
        if (reader.has(u"bookmark"_s) && reader.has(u"no-bookmark"_s))
            reader.fail(u"--bookmark and --no-bookmark exclude each other."_s);
        if (reader.has(u"bookmark"_s) || reader.has(u"no-bookmark"_s))
            options.marks.bookmarked = reader.has(u"bookmark"_s);
        options.marks.note = reader.anyText(u"note"_s);
        if (options.marks.note && options.marks.note->size() > longestNote)
            reader.fail(u"--note takes %1 characters at most."_s.arg(longestNote));
        if (!options.marks.bookmarked && !options.marks.note)
            reader.fail(u"--bookmark, --no-bookmark or --note is missing."_s);
    }
    return reader.finish(options);
}

ExitCode runMark(const MarkOptions &options)
{
    const Result<std::unique_ptr<JournalWriter>> journal = openExisting(options.journal);
    Result<void> done = journal ? (*journal)->begin() : tl::unexpected<Error>(journal.error());
    if (done)
        done = markAll(**journal, options);
    if (done)
        done = (*journal)->commit();
    if (done)
        return ExitCode::Done;
    say(done.error().message());
    return ExitCode::Failed;
}

} // namespace seatscope
