// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace seatscope::test {

/// What a target answers, and what it does then.
struct ScriptedAnswer {
    QByteArray bytes = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK";
    bool isSplit = false; ///< byte by byte
    bool closes = false;  ///< afterwards
    bool resets = false;  ///< afterwards, with what is not written yet
    bool isHeld = false;  ///< until release()
};

/// A target that keeps the bytes of each request and answers as it is told: the n-th request with the n-th answer, all
/// further ones with the last.
class ScriptedTarget : public QObject {
public:
    using Answer = ScriptedAnswer;

    explicit ScriptedTarget(std::vector<Answer> answers = {Answer{}}, std::unique_ptr<QTcpServer> server = nullptr)
        : m_answers(std::move(answers)),
          m_server(server ? std::move(server) : std::make_unique<QTcpServer>())
    {
        connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
            ++connections;
            QTcpSocket *socket = m_server->nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
        m_server->listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] quint16 port() const { return m_server->serverPort(); }
    /// Answers what was held.
    void release()
    {
        for (const auto &answer : std::exchange(m_held, {}))
            answer();
    }
    [[nodiscard]] size_t held() const { return m_held.size(); }

    std::vector<QByteArray> requests;
    int connections = 0;
    /// Is called with each request's number, from 0.
    std::function<void(size_t)> onRequest = [](size_t) {};

private:
    void read(QTcpSocket *socket)
    {
        QByteArray &buffer = m_buffers[socket];
        buffer += socket->readAll();
        const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return;
        const qsizetype at = buffer.left(headEnd).toLower().indexOf("content-length:");
        const qsizetype size =
            at < 0 ? 0 : buffer.mid(at + 15, buffer.indexOf("\r\n", at) - at - 15).trimmed().toLongLong();
        if (buffer.size() < headEnd + 4 + size)
            return;
        requests.push_back(std::exchange(buffer, {}));
        const size_t number = requests.size() - 1;
        const Answer answer = m_answers.at(qMin(number, m_answers.size() - 1));
        onRequest(number);
        if (answer.isHeld)
            m_held.push_back([this, socket, answer] { send(socket, answer); });
        else
            send(socket, answer);
    }
    void send(QTcpSocket *socket, const Answer &answer)
    {
        for (qsizetype i = 0; answer.isSplit && i < answer.bytes.size(); ++i) {
            socket->write(answer.bytes.mid(i, 1));
            socket->flush();
        }
        if (!answer.isSplit)
            socket->write(answer.bytes);
        socket->flush();
        if (answer.resets)
            socket->abort();
        else if (answer.closes)
            socket->disconnectFromHost();
    }

    std::vector<Answer> m_answers;
    std::unique_ptr<QTcpServer> m_server;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    std::vector<std::function<void()>> m_held;
};

} // namespace seatscope::test
