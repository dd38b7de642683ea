// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QCoreApplication>
#include <QHttpServer>
#include <QTcpServer>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;

/// A bare QHttpServer that answers POST / with 200 and a small body: what the receiver is compared with.
/// Prints its URL and runs until it is ended.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QHttpServer server;
    server.route(u"/"_s, QHttpServerRequest::Method::Post, [] {
        return QHttpServerResponse("application/json"_ba, R"({"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""})"_ba);
    });

    auto socket = std::make_unique<QTcpServer>();
    if (!socket->listen(QHostAddress::LocalHost, 0)) {
        std::fprintf(stderr, "stockserver: %s\n", qPrintable(socket->errorString()));
        return 1;
    }
    const quint16 port = socket->serverPort();
    // The server takes the socket over. Some versions of Qt say whether it worked; the port listens in any case.
    static_cast<void>(server.bind(socket.release()));
    std::printf("http://127.0.0.1:%u\n", unsigned(port));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
