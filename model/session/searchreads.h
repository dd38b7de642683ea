// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/core/result.h"
#include "model/query/filterscan.h"
#include "model/session/searchquestion.h"

#include <QObject>

#include <array>
#include <memory>
#include <optional>

namespace seatscope {

/// Answers the questions of a CaptureSearch in its thread, one step each, through a connection of its own.
class SearchReads : public QObject {
    Q_OBJECT

public:
    explicit SearchReads(QString path) : m_path(std::move(path)) {}

    /// answered or failed follows. After a failure the same question can be asked again.
    void ask(const SearchQuestion &question);

Q_SIGNALS:
    void answered(const seatscope::SearchAnswerPtr &answer);
    void failed(const QString &message, seatscope::SearchQuestion::Kind kind, quint64 token);

private:
    /// A search that goes on with the next question.
    struct Running {
        quint64 token = 0;
        FilterScan scan;
    };
    using Summaries = std::vector<CaptureSummary>;

    [[nodiscard]] Result<const JournalReader *> reader();
    [[nodiscard]] Result<SearchAnswer> answer(const JournalReader &journal, const SearchQuestion &question);
    [[nodiscard]] Result<ScanStep> step(const JournalReader &journal, const SearchQuestion &question);
    [[nodiscard]] static Result<Summaries> judge(const JournalReader &journal, const SearchQuestion &question);
    [[nodiscard]] static Result<Summaries> read(const JournalReader &journal, const std::vector<Sequence> &sequences);

    const QString m_path;
    std::unique_ptr<JournalReader> m_reader;
    std::array<std::optional<Running>, 2> m_running; ///< of Past and of New
};

} // namespace seatscope
