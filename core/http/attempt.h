// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/exchange.h"
#include "http/limits.h"
#include "http/request.h"
#include "http/responseparser.h"
#include "http/stopwatch.h"

#include <QAbstractSocket>
#include <QObject>
#include <QTimer>

#include <memory>
#include <string_view>

class QSslSocket;
class QTcpSocket;

namespace designer::http {

/// One attempt: one request on the wire, once. It never re-sends, follows no redirect, keeps no
/// cookie, and asks Qt for a socket only, as Qt's own HTTP client does all of these unasked.
///
/// Asynchronous: start() returns at once; finished() comes exactly once, later, from the event
/// loop of the thread that the attempt lives in (with cancel(): from within it). Destroying a
/// running attempt ends the connection without a signal. Delete it by deleteLater() in a slot of
/// finished().
///
/// The system's proxy settings apply as to any Qt socket, but never to loopback hosts. TLS is as
/// strict as Qt's defaults; a certificate that they refuse ends the attempt before a byte of the
/// request is sent.
class Attempt : public QObject
{
    Q_OBJECT

public:
    explicit Attempt(Request request, const Limits &limits = {}, QObject *parent = nullptr);
    ~Attempt() override;
    Q_DISABLE_COPY_MOVE(Attempt)

    void start();
    /// Ends a running attempt with ErrorCode::Cancelled; what has come of an answer is kept.
    void cancel();

    [[nodiscard]] const Request &request() const { return m_request; }

Q_SIGNALS:
    /// A new phase has begun (told from the event loop, so that a slot may cancel).
    void phaseEntered(designer::http::Phase::Kind phase);
    /// Bytes of request and answer so far.
    void progressed(qint64 sent, qint64 received);
    void finished(const designer::http::Exchange &exchange);

private:
    void open();
    void makeSocket();
    void enter(Phase::Kind phase);
    void stateChanged(QAbstractSocket::SocketState state);
    void beginSending();
    void sendMore();
    void readMore();
    void readLast();
    void take(std::string_view bytes);
    void socketFailed(QAbstractSocket::SocketError code);
    void connectionEnded();
    void timedOut(std::chrono::milliseconds limit);
    void answerEnded();
    void finish(std::optional<Error> error);
    void closeSocket();

    Request m_request;
    Limits m_limits;
    Exchange m_exchange;
    ResponseParser m_parser;
    Stopwatch m_stopwatch;
    std::unique_ptr<QTcpSocket> m_socket;
    QSslSocket *m_tls = nullptr; ///< m_socket, where it is one
    QTimer m_connectTimer;
    QTimer m_totalTimer;
    int m_spare = -1; ///< a second descriptor of a plain socket, see readLast()
    std::size_t m_written = 0; ///< bytes given to the socket
    qint64 m_received = 0;
    bool m_started = false;
    bool m_done = false;
};

} // namespace designer::http
