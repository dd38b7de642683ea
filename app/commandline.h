// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/journalmoment.h"
#include "app/listenoptions.h"
#include "app/optionreader.h"
#include "model/query/filter.h"
#include "model/simulate/callbacksender.h"

namespace seatscope {

struct ServeOptions {
    ListenOptions listen;
    bool json = false;
};

struct WindowOptions {
    ListenOptions listen; ///< without a journal path the caller chooses one
    bool demo = false;
};

struct RoomsOptions {
    QString journal;
    std::optional<RoomId> room;
    JournalMoment at;
    std::optional<ListAssumption> lists; ///< how all lists are read, whatever was chosen
    bool json = false;
};

struct CapturesOptions {
    QString journal;
    Filter filter;
    std::optional<qint64> limit;
    bool json = false;
};

/// What show writes of a capture.
enum class ShowForm : quint8 { Overview, Raw, Head, Body, Json };

struct ShowOptions {
    QString journal;
    Sequence sequence;
    ShowForm form = ShowForm::Overview;
};

/// What journal does: prints the usage, or one of these.
enum class JournalTask : quint8 { Usage, Check, Repair };

struct JournalOptions {
    QString journal;
    JournalTask task = JournalTask::Usage;
    QString output; ///< of a repair
    bool json = false;
};

struct SimulateOptions {
    CallbackSenderOptions sender;
    ScenarioOptions scenario;  ///< with a seed given, its start is fixed too, so that two runs send the same bytes
    bool isRepeatable = false; ///< a seed was given; else the caller chooses seed and start
    TokenSource token;
    QString tlsRoots; ///< file of certificates to trust besides the system's, may be empty
    bool json = false;
};

/// The commands read their options here; \a arguments has the program's name first and the command removed.
[[nodiscard]] Parsed<ServeOptions> parseServe(const QStringList &arguments);
[[nodiscard]] Parsed<WindowOptions> parseWindow(const QStringList &arguments);
[[nodiscard]] Parsed<RoomsOptions> parseRooms(const QStringList &arguments);
[[nodiscard]] Parsed<CapturesOptions> parseCaptures(const QStringList &arguments);
[[nodiscard]] Parsed<ShowOptions> parseShow(const QStringList &arguments);
[[nodiscard]] Parsed<JournalOptions> parseJournal(const QStringList &arguments);
[[nodiscard]] Parsed<SimulateOptions> parseSimulate(const QStringList &arguments);

/// Reads the option --filter; relative times count from now. No option: everything passes.
[[nodiscard]] Filter readFilter(OptionReader &reader);

/// A date and time of ISO 8601 with up to six digits of the second; local time where no zone is given.
[[nodiscard]] std::optional<ArrivalTime> parseInstant(const QString &text);

} // namespace seatscope
