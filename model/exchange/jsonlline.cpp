// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/exchange/jsonlline.h"

#include "model/callback/jsonreader.h"
#include "model/callback/shorttext.h"
#include "model/exchange/wholenumber.h"
#include "model/journal/capturemarks.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace seatscope {

using namespace Qt::StringLiterals;

namespace {

struct ExchangeText {
    Q_DECLARE_TR_FUNCTIONS(seatscope::Exchange)
};

/// The last µs of the year 9999.
constexpr qint64 latestArrival = 253'402'300'799'999'999;
constexpr int highestStatus = 599;

/// What is read of a line. A byte string has two keys, one of which is there.
enum class Key : quint8 {
    Seq,
    ReceivedUs,
    Peer,
    Method,
    Target,
    Head,
    Body,
    MethodBase64,
    TargetBase64,
    HeadBase64,
    BodyBase64,
    Verdict,
    Reason,
    Flags,
    DuplicateOf,
    Origin,
    Status,
    Bookmarked,
    Note,
    Ignored
};

constexpr std::array keys{
    std::pair{"seq"_L1, Key::Seq},
    std::pair{"receivedUs"_L1, Key::ReceivedUs},
    std::pair{"peer"_L1, Key::Peer},
    std::pair{"method"_L1, Key::Method},
    std::pair{"target"_L1, Key::Target},
    std::pair{"head"_L1, Key::Head},
    std::pair{"body"_L1, Key::Body},
    std::pair{"methodBase64"_L1, Key::MethodBase64},
    std::pair{"targetBase64"_L1, Key::TargetBase64},
    std::pair{"headBase64"_L1, Key::HeadBase64},
    std::pair{"bodyBase64"_L1, Key::BodyBase64},
    std::pair{"verdict"_L1, Key::Verdict},
    std::pair{"reason"_L1, Key::Reason},
    std::pair{"flags"_L1, Key::Flags},
    std::pair{"duplicateOf"_L1, Key::DuplicateOf},
    std::pair{"origin"_L1, Key::Origin},
    std::pair{"status"_L1, Key::Status},
    std::pair{"bookmarked"_L1, Key::Bookmarked},
    std::pair{"note"_L1, Key::Note},
};

Key keyNamed(QByteArrayView name)
{
    const auto found = std::ranges::find_if(
        keys, [name](const auto &key) { return name == QByteArrayView(key.first.data(), key.first.size()); });
    return found == keys.end() ? Key::Ignored : found->second;
}

QString nameOf(Key wanted)
{
    const auto found = std::ranges::find_if(keys, [wanted](const auto &key) { return key.second == wanted; });
    return found == keys.end() ? QString() : QString(found->first);
}

struct NamedFlag {
    QByteArray name;
    CaptureFlag flag;
};

/// The flags with their stable names.
std::vector<NamedFlag> namedFlags()
{
    std::vector<NamedFlag> flags;
    for (quint32 bit = 1; bit != 0; bit <<= 1U) {
        const auto flag = static_cast<CaptureFlag>(bit);
        const QStringList names = flagNames(flag);
        if (!names.isEmpty())
            flags.push_back({names.constFirst().toLatin1(), flag});
    }
    return flags;
}

std::optional<CaptureFlag> flagNamed(QByteArrayView name)
{
    static const std::vector<NamedFlag> flags = namedFlags();
    const auto found = std::ranges::find_if(flags, [name](const NamedFlag &known) { return known.name == name; });
    return found == flags.cend() ? std::nullopt : std::optional(found->flag);
}

/// Takes the capture out of a line while it is read. The first thing that is wrong is kept.
class CaptureEvents final : public JsonEvents {
public:
    void restart() override { *this = CaptureEvents(); }
    void beginObject() override { open(false); }
    void endObject() override { --m_depth; }
    void beginArray() override { open(true); }
    void endArray() override { --m_depth; }
    void key(QByteArrayView utf8) override;
    void string(QByteArrayView utf8) override;
    void number(QByteArrayView text) override;
    void boolean(bool value) override;
    void null() override;

    /// The capture, once all has been read; or what is wrong.
    [[nodiscard]] std::variant<ImportedCapture, QString> result();

private:
    void open(bool isArray);
    void fail(const QString &problem)
    {
        if (m_problem.isEmpty())
            m_problem = problem;
    }
    void failType(const QString &wanted) { fail(ExchangeText::tr("%1 is no %2").arg(nameOf(m_key), wanted)); }
    /// Whether the value that comes is one of the capture's own.
    [[nodiscard]] bool isValue() const { return m_depth == 1 && m_key != Key::Ignored; }
    [[nodiscard]] bool isFlag() const { return m_depth == 2 && m_key == Key::Flags; }
    [[nodiscard]] bool has(Key wanted) const { return (m_seen & (1U << static_cast<unsigned>(wanted))) != 0; }
    void requireAll();
    void require(Key plain, Key encoded);
    void addFlag(QByteArrayView name);
    void setVerdict(QByteArrayView name);
    void setNote(QByteArrayView utf8);
    [[nodiscard]] QByteArray decoded(QByteArrayView base64);
    [[nodiscard]] qint64 within(qint64 value, qint64 least, qint64 most);

    ImportedCapture m_capture{};
    Ruling m_ruling;
    QString m_problem;
    qint64 m_depth = 0;
    Key m_key = Key::Ignored; ///< of depth 1
    quint32 m_seen = 0;       ///< a bit for each key
    bool m_isObject = false;
};

void CaptureEvents::open(bool isArray)
{
    if (m_depth == 0)
        m_isObject = !isArray;
    else if (isValue() && !(isArray && m_key == Key::Flags))
        failType(m_key == Key::Flags ? ExchangeText::tr("list") : ExchangeText::tr("plain value"));
    else if (isFlag())
        fail(ExchangeText::tr("flags holds what is no name"));
    ++m_depth;
}

void CaptureEvents::key(QByteArrayView utf8)
{
    if (m_depth != 1)
        return;
    m_key = keyNamed(utf8);
    if (m_key == Key::Ignored)
        return;
    if (has(m_key))
        fail(ExchangeText::tr("%1 is there twice").arg(nameOf(m_key)));
    m_seen |= 1U << static_cast<unsigned>(m_key);
}

QByteArray CaptureEvents::decoded(QByteArrayView base64)
{
    auto bytes = QByteArray::fromBase64Encoding(base64.toByteArray(), QByteArray::AbortOnBase64DecodingErrors);
    if (bytes.decodingStatus != QByteArray::Base64DecodingStatus::Ok) {
        failType(ExchangeText::tr("base64"));
        return {};
    }
    return std::move(bytes.decoded);
}

void CaptureEvents::setVerdict(QByteArrayView name)
{
    if (const auto verdict = verdictFromName(QString::fromUtf8(name)))
        m_ruling.verdict = *verdict;
    else
        fail(ExchangeText::tr("the verdict \"%1\" is not known").arg(shortText(name)));
}

void CaptureEvents::addFlag(QByteArrayView name)
{
    if (const auto flag = flagNamed(name))
        m_capture.flags.setFlag(*flag);
    else
        fail(ExchangeText::tr("the flag \"%1\" is not known").arg(shortText(name)));
}

void CaptureEvents::setNote(QByteArrayView utf8)
{
    m_capture.note = QString::fromUtf8(utf8);
    if (m_capture.note.size() > longestNote)
        fail(ExchangeText::tr("the note is longer than %n character(s)", nullptr, static_cast<int>(longestNote)));
}

void CaptureEvents::string(QByteArrayView utf8)
{
    if (isFlag()) {
        addFlag(utf8);
        return;
    }
    if (!isValue())
        return;
    switch (m_key) {
    case Key::Peer:
        m_capture.peer = QString::fromUtf8(utf8);
        break;
    case Key::Method:
        m_capture.method = utf8.toByteArray();
        break;
    case Key::Target:
        m_capture.target = utf8.toByteArray();
        break;
    case Key::Head:
        m_capture.head = utf8.toByteArray();
        break;
    case Key::Body:
        m_capture.body = utf8.toByteArray();
        break;
    case Key::MethodBase64:
        m_capture.method = decoded(utf8);
        break;
    case Key::TargetBase64:
        m_capture.target = decoded(utf8);
        break;
    case Key::HeadBase64:
        m_capture.head = decoded(utf8);
        break;
    case Key::BodyBase64:
        m_capture.body = decoded(utf8);
        break;
    case Key::Verdict:
        setVerdict(utf8);
        break;
    case Key::Reason:
        m_ruling.reason = QString::fromUtf8(utf8);
        break;
    case Key::Note:
        setNote(utf8);
        break;
    default:
        failType(m_key == Key::Flags        ? ExchangeText::tr("list")
                 : m_key == Key::Bookmarked ? ExchangeText::tr("true or false")
                                            : ExchangeText::tr("whole number"));
    }
}

qint64 CaptureEvents::within(qint64 value, qint64 least, qint64 most)
{
    if (value < least || value > most)
        fail(ExchangeText::tr("%1 is %2, which is not within %3 and %4")
                 .arg(nameOf(m_key))
                 .arg(value)
                 .arg(least)
                 .arg(most));
    return value;
}

void CaptureEvents::number(QByteArrayView text)
{
    if (isFlag())
        fail(ExchangeText::tr("flags holds what is no name"));
    if (!isValue())
        return;
    const bool isNumber = m_key == Key::Seq || m_key == Key::ReceivedUs || m_key == Key::DuplicateOf ||
                          m_key == Key::Origin || m_key == Key::Status;
    const std::optional<qint64> value = wholeNumber(text);
    if (!isNumber || !value) {
        failType(isNumber ? ExchangeText::tr("whole number") : ExchangeText::tr("text"));
        return;
    }
    switch (m_key) {
    case Key::Seq:
        m_capture.sequence = Sequence(within(*value, 1, highestRecorded));
        break;
    case Key::ReceivedUs:
        m_capture.receivedAt = ArrivalTime(within(*value, 0, latestArrival));
        break;
    case Key::DuplicateOf:
        m_capture.duplicateOf = Sequence(within(*value, 1, highestRecorded));
        break;
    case Key::Origin:
        m_capture.origin = Sequence(within(*value, 1, highestRecorded));
        break;
    default:
        m_capture.status = static_cast<int>(within(*value, 0, highestStatus));
    }
}

void CaptureEvents::boolean(bool value)
{
    if (isFlag())
        fail(ExchangeText::tr("flags holds what is no name"));
    else if (isValue() && m_key == Key::Bookmarked)
        m_capture.bookmarked = value;
    else if (isValue())
        failType(ExchangeText::tr("text or number"));
}

void CaptureEvents::null()
{
    if (isValue() || isFlag())
        fail(ExchangeText::tr("%1 is null").arg(nameOf(m_key)));
}

void CaptureEvents::require(Key plain, Key encoded)
{
    if (!has(plain) && !has(encoded))
        fail(ExchangeText::tr("%1 is missing").arg(nameOf(plain)));
    if (plain != encoded && has(plain) && has(encoded))
        fail(ExchangeText::tr("%1 is there twice, as text and in base64").arg(nameOf(plain)));
}

void CaptureEvents::requireAll()
{
    for (const Key plain : {Key::Seq, Key::ReceivedUs, Key::Peer, Key::Verdict, Key::Status})
        require(plain, plain);
    require(Key::Method, Key::MethodBase64);
    require(Key::Target, Key::TargetBase64);
    require(Key::Head, Key::HeadBase64);
    require(Key::Body, Key::BodyBase64);
}

std::variant<ImportedCapture, QString> CaptureEvents::result()
{
    if (!m_isObject)
        fail(ExchangeText::tr("this is no object"));
    if (m_problem.isEmpty())
        requireAll();
    if (m_problem.isEmpty() && !isPossibleStatus(*m_capture.status, m_ruling.verdict, m_capture.flags))
        fail(ExchangeText::tr("status is %1, which is none of HTTP").arg(*m_capture.status));
    if (!m_problem.isEmpty())
        return m_problem;
    m_capture.ruling = std::move(m_ruling);
    return std::move(m_capture);
}

} // namespace

std::variant<ImportedCapture, QString> readJsonlCapture(const QByteArray &line)
{
    CaptureEvents events;
    const JsonReading reading = readJson(line, events);
    if (reading.error)
        return ExchangeText::tr("this is no JSON: %1").arg(reading.error->message());
    if (reading.loneSurrogateOffset)
        return ExchangeText::tr("half a surrogate pair stands for no character (byte %1)")
            .arg(*reading.loneSurrogateOffset);
    return events.result();
}

} // namespace seatscope
