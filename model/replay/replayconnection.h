// SPDX-FileCopyrightText: 2026 The SeatScope developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "model/replay/answerreader.h"
#include "model/replay/replayrequest.h"

#include <QHostAddress>
#include <QObject>
#include <QSslConfiguration>
#include <QTimer>

#include <vector>

class QTcpSocket;

namespace seatscope {

/// Where the connections of a replay lead.
struct ReplayEndpoint {
    std::vector<QHostAddress> addresses; ///< tried in this order; at least one
    quint16 port = 80;
    bool tls = false;
    QString name;           ///< of the certificate, for TLS
    QSslConfiguration ssl;  ///< for TLS
    QSslCertificate pinned; ///< right whatever it says, for TLS; null: none is
    int timeoutMs = 2000;   ///< from the beginning of a request, connecting included, to the end of its answer
};

/// One connection to a target, over which requests go one after the other; it is made when one is to be sent, and again
/// when the target has closed it. Only a request that met a connection which the target had just closed, so that
/// nothing at all came back, is sent a second time, over a new one: as other HTTP clients do (RFC 9112 section 9.3.1).
/// Event driven; lives in one thread.
class ReplayConnection : public QObject {
    Q_OBJECT

public:
    explicit ReplayConnection(ReplayEndpoint endpoint, QObject *parent = nullptr);
    ~ReplayConnection() override;

    /// Sends \a request; answered() or failed() follows, the latter perhaps before this returns. Only while it is
    /// not busy.
    void send(const ReplayRequest &request);
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    /// How long the last request took to its end, µs.
    [[nodiscard]] qint64 tookUs() const { return m_tookUs; }

Q_SIGNALS:
    void answered(const ReplayAnswer &answer);
    /// \a problem in words for a person.
    void failed(const QString &problem);

private:
    void connectSocket();
    void tryNextAddress();
    void write();
    void read();
    void ended();
    void report();
    void fail(const QString &problem);
    void dropSocket();
    [[nodiscard]] QString timeoutText() const;

    const ReplayEndpoint m_endpoint;
    QTcpSocket *m_socket = nullptr;
    QTimer m_timer;
    AnswerReader m_reader;
    QByteArray m_bytes; ///< of the present request
    QString m_tlsProblems;
    size_t m_address = 0; ///< which one is tried or connected
    qint64 m_beganNs = 0;
    qint64 m_tookUs = 0;
    bool m_isBusy = false;
    bool m_isReady = false;  ///< connected, and encrypted where that is asked
    bool m_isReused = false; ///< the present request is not the first on its connection
    bool m_endsConnection = false;
};

} // namespace seatscope
