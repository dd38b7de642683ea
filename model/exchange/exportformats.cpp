// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/exportformats.h"

#include "model/exchange/csvcaptures.h"
#include "model/exchange/curlformat.h"
#include "model/exchange/harformat.h"
#include "model/exchange/httparchive.h"
#include "model/exchange/httpclientformat.h"
#include "model/exchange/jsonlformat.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <array>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

template<typename Format>
std::unique_ptr<CaptureFormat> make()
{
    return std::make_unique<Format>();
}

std::unique_ptr<CaptureFormat> makeHar()
{
    return std::make_unique<HarFormat>(HarOptions{QCoreApplication::applicationVersion()});
}

std::unique_ptr<CaptureFormat> makeCurl()
{
    return std::make_unique<CurlFormat>(
        CurlOptions{QCoreApplication::applicationVersion(), QDateTime::currentDateTimeUtc().toString(u"yyyy-MM-dd")});
}

constexpr std::array formats{
    ExportFormat{"jsonl"_L1, "jsonl"_L1,
                 QT_TRANSLATE_NOOP("seatscope::Export", "Lines of JSON without loss, which can be imported again."),
                 make<JsonlFormat>},
    ExportFormat{"csv"_L1, "csv"_L1, QT_TRANSLATE_NOOP("seatscope::Export", "A table for spreadsheets."),
                 make<CsvCaptures>},
    ExportFormat{"har"_L1, "har"_L1,
                 QT_TRANSLATE_NOOP("seatscope::Export", "An HTTP archive (HAR 1.2), for browsers and HTTP tools."),
                 makeHar},
    ExportFormat{"http"_L1, "zip"_L1,
                 QT_TRANSLATE_NOOP("seatscope::Export", "Each request byte for byte in a file of its own, in a zip."),
                 make<HttpArchive>, false, true},
    ExportFormat{
        "http-client"_L1, "http"_L1,
        QT_TRANSLATE_NOOP("seatscope::Export", "A .http file of requests that JetBrains' editors and VS Code send."),
        make<HttpClientFormat>},
    ExportFormat{"curl"_L1, "sh"_L1,
                 QT_TRANSLATE_NOOP("seatscope::Export", "A shell script that sends the same bytes with curl."),
                 makeCurl},
};

} // namespace

std::span<const ExportFormat> exportFormats()
{
    return formats;
}

const ExportFormat *exportFormatNamed(QStringView name)
{
    const auto *const found = std::ranges::find_if(formats, [name](const ExportFormat &f) { return f.name == name; });
    return found == formats.end() ? nullptr : &*found;
}

QString exportFormatDescription(const ExportFormat &format)
{
    return QCoreApplication::translate("seatscope::Export", format.description);
}

} // namespace seatscope
