// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/benchmarks/seatload.h"

#include <QDateTime>
#include <QHostAddress>
#include <QTcpSocket>

#include <thread>

namespace seatscope::bench {

namespace {

constexpr int answerTimeoutMs = 10'000;

QByteArray seatCallback(int n, qint64 eventTimeMs)
{
    const QByteArray body = R"({"CallbackCommand":"Mic.CallbackAfterSeatInfoChanged","Operator_Account":"host",)"
                            R"("RoomId":")" +
                            QByteArray(SeatLoad::roomId) + R"(","SeatList":[{"Index":)" +
                            QByteArray::number(n % SeatLoad::seatCount) + R"(,"Member_Account":"u)" +
                            QByteArray::number(n) +
                            R"(","IsTakenDisabled":false,"IsVideoDisabled":false,"IsAudioDisabled":false}],)"
                            R"("EventTime":)" +
                            QByteArray::number(eventTimeMs) + "}";
    return "POST /?SdkAppid=1400000001&CallbackCommand=Mic.CallbackAfterSeatInfoChanged&contenttype=json HTTP/1.1\r\n"
           "Host: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: " +
           QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

SeatLoad::SeatLoad(quint16 port, int perSecond, int count)
    : m_port(port),
      m_perSecond(perSecond),
      m_postedAt(static_cast<size_t>(count))
{
}

void SeatLoad::run()
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress(QHostAddress::LocalHost), m_port);
    if (!socket.waitForConnected())
        return;
    const qint64 firstEventTime = QDateTime::currentMSecsSinceEpoch();
    const SteadyTime start = std::chrono::steady_clock::now();
    const std::chrono::nanoseconds step = std::chrono::nanoseconds(std::chrono::seconds(1)) / m_perSecond;
    for (size_t n = 0; n < m_postedAt.size(); ++n) {
        std::this_thread::sleep_until(start + step * static_cast<qint64>(n));
        m_postedAt.at(n) = std::chrono::steady_clock::now().time_since_epoch().count();
        socket.write(seatCallback(static_cast<int>(n), firstEventTime + static_cast<qint64>(n)));
        QByteArray answer;
        while (!answer.endsWith('}')) {
            if (!socket.waitForReadyRead(answerTimeoutMs))
                return;
            answer += socket.readAll();
        }
        if (answer.startsWith("HTTP/1.1 200 "))
            ++m_answered;
    }
}

} // namespace seatscope::bench
