// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/activitycommand.h"

#include "app/capturelines.h"
#include "app/terminal.h"
#include "model/activity/activitylines.h"
#include "model/history/activityhistory.h"

#include <algorithm>
#include <limits>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

/// With a limit, as many are held in memory.
constexpr qint64 maxLimit = 1'000'000;
/// Bytes of lines that are written at once.
constexpr qsizetype chunkBytes = qsizetype{64} * 1024;

QString seatText(const Activity &activity)
{
    if (!activity.seat)
        return {};
    return activity.fromSeat ? u"  seat %1 -> %2"_s.arg(activity.fromSeat->value()).arg(activity.seat->value())
                             : u"  seat %1"_s.arg(activity.seat->value());
}

/// "#12  2026-01-31 10:02:12.001204  rid-123  moved-seat  alice  seat 1 -> 4  by host".
QByteArray activityLine(const Activity &activity)
{
    QString line = u"#%1  %2  %3  %4"_s.arg(QString::number(activity.sequence.value()), utcText(activity.arrival),
                                            printable(activity.room.text()), QString(activityKindName(activity.kind)));
    if (activity.user)
        line += u"  "_s % printable(activity.user->text());
    line += seatText(activity);
    if (!activity.name.isEmpty())
        line += u"  \""_s % printable(activity.name) % u'"';
    if (activity.more > 0)
        line += u"  %1"_s.arg(activity.more);
    if (activity.by)
        line += u"  by "_s % printable(activity.by->text());
    return line.toUtf8() + '\n';
}

/// Writes lines in chunks.
class LineOutput {
public:
    explicit LineOutput(ActivityOptions::Format format) : m_format(format)
    {
        if (format == ActivityOptions::Format::Csv)
            m_lines = activityCsvTitle();
    }

    /// False when nobody reads any more.
    [[nodiscard]] bool add(const Activity &activity)
    {
        m_lines += lineOf(activity);
        return m_lines.size() < chunkBytes || flush();
    }
    [[nodiscard]] bool flush()
    {
        const bool written = m_lines.isEmpty() || writeOut(m_lines);
        m_lines.clear();
        return written;
    }

private:
    [[nodiscard]] QByteArray lineOf(const Activity &activity) const
    {
        switch (m_format) {
        case ActivityOptions::Format::Json:
            return activityJsonLine(activity);
        case ActivityOptions::Format::Csv:
            return activityCsvLine(activity);
        case ActivityOptions::Format::Text:
            break;
        }
        return activityLine(activity);
    }

    ActivityOptions::Format m_format;
    QByteArray m_lines;
};

Result<void> writeNewest(const ActivityHistory &history, Sequence last, const ActivityOptions &options,
                         LineOutput &output)
{
    std::vector<ActivityPage> pages; // the newest first
    qint64 missing = *options.limit;
    for (Sequence end = next(last); missing > 0;) {
        const int wanted = static_cast<int>(std::min<qint64>(missing, ActivityHistory::maxLimit));
        Result<ActivityPage> page = history.before(end, options.filter, wanted);
        if (!page)
            return tl::unexpected<Error>(page.error());
        missing -= static_cast<qint64>(page->activities.size());
        end = page->first;
        const bool isEnd = page->isEnd;
        pages.push_back(*std::move(page));
        if (isEnd)
            break;
    }
    qint64 surplus = std::max<qint64>(-missing, 0);
    std::ranges::reverse(pages);
    for (const ActivityPage &page : pages) {
        for (const Activity &activity : page.activities) {
            if (surplus-- > 0)
                continue;
            if (!output.add(activity))
                return {};
        }
    }
    return {};
}

Result<void> writeActivities(const ActivityOptions &options)
{
    const Result<std::unique_ptr<JournalReader>> journal = JournalReader::open(options.journal);
    if (!journal)
        return tl::unexpected<Error>(journal.error());
    const Result<std::optional<Sequence>> last = lastOf(**journal, options.at, options.journal);
    if (!last)
        return tl::unexpected<Error>(last.error());
    const Result<ActivityHistory> history = ActivityHistory::open(**journal);
    if (!history)
        return tl::unexpected<Error>(history.error());
    LineOutput output(options.format);
    const Sequence newest = last->value_or(Sequence(std::numeric_limits<qint64>::max() - 1));
    Result<void> written =
        options.limit ? writeNewest(*history, newest, options, output)
                      : history->visitAll(newest, options.filter, [&output](const std::vector<Activity> &activities) {
                            return std::ranges::all_of(
                                activities, [&output](const Activity &activity) { return output.add(activity); });
                        });
    static_cast<void>(output.flush());
    return written;
}

KindSet readKinds(OptionReader &reader)
{
    if (!reader.has(u"kind"_s))
        return {};
    KindSet kinds = KindSet::none();
    for (const QString &name : reader.texts(u"kind"_s)) {
        if (const auto kind = activityKindFromName(name)) {
            kinds = kinds.with(*kind);
            continue;
        }
        QStringList names;
        for (const ActivityKind kind : activityKinds())
            names += QString(activityKindName(kind));
        reader.fail(u"--kind needs one of %1, not '%2'."_s.arg(names.join(u", "_s), name));
    }
    return kinds;
}

} // namespace

Parsed<ActivityOptions> parseActivity(const QStringList &arguments)
{
    OptionReader reader(u"activity --journal FILE [options]"_s,
                        u"Tells what callbacks changed in their rooms, oldest first."_s);
    reader.addValue(u"journal"_s, u"FILE"_s, u"The journal to read."_s);
    reader.addValue(u"room"_s, u"ID"_s, u"In this room only."_s);
    reader.addValue(u"user"_s, u"ID"_s, u"Only what is about or by this user."_s);
    reader.addValue(u"seat"_s, u"N"_s, u"Only what is about the seat of this number."_s);
    reader.addValue(u"kind"_s, u"NAME"_s, u"Only what is of this kind, for example took-seat; may be repeated."_s);
    reader.addValue(u"at"_s, u"SEQ|TIME"_s,
                    u"Up to this capture, or up to what was received by this time (ISO 8601)."_s);
    reader.addValue(u"limit"_s, u"N"_s, u"The last N only, a million at most."_s);
    reader.addFlag(u"json"_s, u"Write a JSON object a line."_s);
    reader.addFlag(u"csv"_s, u"Write CSV (RFC 4180) with the names of the columns; nothing in it is a formula."_s);
    ActivityOptions options;
    if (reader.parse(arguments)) {
        options.journal = reader.requiredText(u"journal"_s);
        if (const auto room = reader.text(u"room"_s))
            options.filter.room = RoomId(*room);
        if (const auto user = reader.text(u"user"_s))
            options.filter.user = UserId(*user);
        if (const auto seat = reader.integer(u"seat"_s, 0, std::numeric_limits<qint32>::max()))
            options.filter.seat = SeatIndex(static_cast<qint32>(*seat));
        options.filter.kinds = readKinds(reader);
        options.at = readMoment(reader);
        options.limit = reader.integer(u"limit"_s, 1, maxLimit);
        if (reader.has(u"csv"_s))
            options.format = ActivityOptions::Format::Csv;
        else if (reader.has(u"json"_s))
            options.format = ActivityOptions::Format::Json;
        if (reader.has(u"csv"_s) && reader.has(u"json"_s))
            reader.fail(u"--csv and --json exclude each other."_s);
    }
    return reader.finish(options);
}

ExitCode runActivity(const ActivityOptions &options)
{
    if (const Result<void> written = writeActivities(options); !written) {
        say(written.error().message());
        return ExitCode::Failed;
    }
    return ExitCode::Done;
}

} // namespace seatscope
