// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/journal/logsurvey.h"

#include "model/journal/journalschema.h"
#include "model/journal/pagefile.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace seatscope {

namespace {

constexpr qsizetype frameHeaderSize = 24;
constexpr quint32 magic = 0x377f0682; ///< one more when the checksums read big-endian words

quint32 number32(QByteArrayView bytes, qsizetype place)
{
    return qFromBigEndian<quint32>(bytes.data() + place);
}

/// The running checksum of a log.
class LogSum {
public:
    /// Goes on from \a sums, as a log has them.
    LogSum(bool isBigEndian, QByteArrayView sums)
        : m_isBigEndian(isBigEndian),
          m_first(number32(sums, 0)),
          m_second(number32(sums, 4))
    {
    }

    /// \a bytes: a multiple of eight.
    void add(QByteArrayView bytes)
    {
        for (qsizetype i = 0; i + 8 <= bytes.size(); i += 8) {
            m_first += word(bytes, i) + m_second;
            m_second += word(bytes, i + 4) + m_first;
        }
    }
    [[nodiscard]] bool is(QByteArrayView sums) const
    {
        return number32(sums, 0) == m_first && number32(sums, 4) == m_second;
    }

private:
    [[nodiscard]] quint32 word(QByteArrayView bytes, qsizetype place) const
    {
        return m_isBigEndian ? number32(bytes, place) : qFromLittleEndian<quint32>(bytes.data() + place);
    }

    bool m_isBigEndian;
    quint32 m_first;
    quint32 m_second;
};

/// How a log is to be read.
struct Form {
    qsizetype pageSize = 0;
    bool isBigEndian = false;
};

/// Goes through the frames.
class Surveyor {
public:
    Surveyor(QFile &log, const QByteArray &header, Form form, bool isHeaderSound)
        : m_log(log),
          m_form(form),
          m_salts(isHeaderSound ? header.sliced(16, 8) : QByteArray())
    {
        m_before.sums = header.sliced(24, 8);
        m_survey.pageSize = form.pageSize;
        m_survey.isHeaderSound = isHeaderSound;
    }

    LogSurvey run()
    {
        const qint64 count = std::max<qint64>(0, m_log.size() - logHeaderSize) / (frameHeaderSize + m_form.pageSize);
        m_survey.sound.resize(static_cast<qsizetype>(count) + 1);
        for (qint64 number = 1; number <= count; ++number) {
            LogFrame frame = readLogFrame(m_log, number, m_form.pageSize);
            if (frame.image.isEmpty())
                break;
            m_isSound = isSound(frame);
            if (m_isSound)
                take(frame, number);
            else
                pass(frame, number);
            m_before = std::move(frame);
        }
        if (m_survey.firstBad > m_survey.last)
            m_survey.firstBad = 0;
        return std::move(m_survey);
    }

private:
    [[nodiscard]] bool isSound(const LogFrame &frame)
    {
        LogSum sum(m_form.isBigEndian, m_before.sums);
        std::array<char, 8> first{};
        qToBigEndian(static_cast<quint32>(frame.page), first.data());
        qToBigEndian(static_cast<quint32>(frame.pagesAfter), first.data() + 4);
        sum.add(QByteArrayView(first.data(), 8));
        sum.add(frame.image);
        if (!sum.is(frame.sums))
            return false;
        // Without a header, the first frames that fit together tell the salts.
        if (m_salts.isEmpty() && (m_before.salts.isEmpty() || m_before.salts == frame.salts))
            m_salts = frame.salts;
        // The checksum does not cover the salts: behind a sound frame, they alone may be damaged.
        return frame.salts == m_salts || m_isSound;
    }

    void take(const LogFrame &frame, qint64 number)
    {
        // SQLite ends here, although what the frame has is right.
        if (frame.salts != m_salts)
            noteEnd(frame, number);
        m_survey.sound.setBit(static_cast<qsizetype>(number));
        if (frame.pagesAfter == 0)
            return;
        if (m_survey.firstBad == 0) {
            m_survey.lastPlain = number;
            m_survey.pagesPlain = frame.pagesAfter;
        }
        m_survey.last = number;
        m_survey.pages = frame.pagesAfter;
        m_survey.skipped = m_bad;
        if (m_survey.firstBad != 0 && !std::exchange(m_isTornOpen, false))
            ++m_survey.transactionsBehind;
    }

    void pass(const LogFrame &frame, qint64 number)
    {
        ++m_bad;
        noteEnd(frame, number);
    }

    void noteEnd(const LogFrame &frame, qint64 number)
    {
        if (m_survey.firstBad != 0)
            return;
        m_survey.firstBad = number;
        // Where it does not end its transaction itself, the next one that ends one does.
        m_isTornOpen = (!m_isSound && frame.salts != m_salts) || frame.pagesAfter == 0;
    }

    QFile &m_log;
    Form m_form;
    QByteArray m_salts; ///< of this log; empty when not known yet
    LogFrame m_before;
    LogSurvey m_survey;
    qint64 m_bad = 0;
    bool m_isSound = false;    ///< of the frame before
    bool m_isTornOpen = false; ///< the transaction of the first bad frame has not ended yet
};

bool isHeaderSound(const QByteArray &header)
{
    LogSum sum((number32(header, 0) & 1U) != 0, QByteArray(8, '\0'));
    sum.add(QByteArrayView(header).first(24));
    return (number32(header, 0) & ~1U) == magic && sum.is(QByteArrayView(header).sliced(24)) &&
           isPageSize(static_cast<qsizetype>(number32(header, 8)));
}

/// How a log with a damaged \a header may have to be read, the likeliest first.
std::vector<Form> possibleForms(const QByteArray &header, qsizetype knownPageSize)
{
    std::vector<Form> forms;
    for (const qsizetype size : {knownPageSize, static_cast<qsizetype>(number32(header, 8)), journalPageSize}) {
        const bool isKnown = std::ranges::any_of(forms, [size](const Form &form) { return form.pageSize == size; });
        if (isPageSize(size) && !isKnown)
            forms.insert(forms.end(), {{size, false}, {size, true}});
    }
    return forms;
}

} // namespace

LogFrame readLogFrame(QFile &log, qint64 number, qsizetype pageSize)
{
    LogFrame frame;
    if (!log.seek(logHeaderSize + (number - 1) * (frameHeaderSize + pageSize)))
        return frame;
    const QByteArray bytes = log.read(frameHeaderSize + pageSize);
    if (bytes.size() < frameHeaderSize + pageSize)
        return frame;
    frame.page = number32(bytes, 0);
    frame.pagesAfter = number32(bytes, 4);
    frame.salts = bytes.sliced(8, 8);
    frame.sums = bytes.sliced(16, 8);
    frame.image = bytes.sliced(frameHeaderSize);
    return frame;
}

LogSurvey surveyLog(QFile &log, qsizetype knownPageSize)
{
    const QByteArray header = log.seek(0) ? log.read(logHeaderSize) : QByteArray();
    if (header.size() < logHeaderSize)
        return {};
    if (isHeaderSound(header)) {
        const auto pageSize = static_cast<qsizetype>(number32(header, 8));
        if (knownPageSize != 0 && knownPageSize != pageSize)
            return {};
        return Surveyor(log, header, {pageSize, (number32(header, 0) & 1U) != 0}, true).run();
    }
    for (const Form &form : possibleForms(header, knownPageSize)) {
        if (LogSurvey survey = Surveyor(log, header, form, false).run(); survey.last > 0)
            return survey;
    }
    return {};
}

} // namespace seatscope
