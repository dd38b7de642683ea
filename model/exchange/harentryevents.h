// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/callback/jsonreader.h"
#include "model/exchange/harrequest.h"

#include <QByteArray>
#include <QHash>

#include <optional>
#include <vector>

namespace seatscope {

/// What an entry of a HAR file says of what an import needs. Texts and numbers as they stand in the file.
struct HarEntryFacts {
    HarRequest request;
    std::vector<HeadField> formFields;    ///< `postData.params`: names and values
    std::vector<QByteArray> flags;        ///< `_flags`
    QHash<QByteArray, QByteArray> values; ///< by path: "/request/postData/text", "/_seq"
    bool isObject = false;
};

/// Gathers HarEntryFacts while the entry is read.
class HarEntryEvents final : public JsonEvents {
public:
    [[nodiscard]] const HarEntryFacts &facts() const { return m_facts; }

    void restart() override;
    void beginObject() override;
    void endObject() override;
    void beginArray() override;
    void endArray() override;
    void key(QByteArrayView utf8) override;
    void string(QByteArrayView utf8) override;
    void number(QByteArrayView text) override;
    void boolean(bool value) override;
    void null() override {}

private:
    struct Level {
        qsizetype pathSize = 0;
        bool isArray = false;
    };

    void open(bool isArray);
    void close();
    void value(QByteArrayView text);

    HarEntryFacts m_facts;
    QByteArray m_path; ///< of the value that comes next: keys, and * for elements of arrays
    std::vector<Level> m_levels;
};

} // namespace seatscope
