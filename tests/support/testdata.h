// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace seatscope::test {

/// The bytes of a file below tests/data, for example "corpus/seat-kick.json". Ends the test run when it is missing.
[[nodiscard]] QByteArray testData(const QString &name);
/// The sample callbacks: names of the files in tests/data/corpus, without index and README.
[[nodiscard]] QStringList corpusFiles();

} // namespace seatscope::test
