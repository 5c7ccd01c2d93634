// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/attempt.h"

#include "http/transporterror.h"
#include "json/text.h"

#include <QNetworkProxy>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpSocket>

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

namespace designer::http {

namespace {

constexpr std::size_t pieceSize = std::size_t{64} * 1024;

/// Qt reports a reset as if the server had closed in order; the kernel knows better.
bool wasReset(int descriptor)
{
    tcp_info info{};
    socklen_t size = sizeof info;
    return ::getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, &info, &size) == 0 && info.tcpi_state == TCP_CLOSE;
}

} // namespace

Attempt::Attempt(Request request, const Limits &limits, QObject *parent)
    : QObject(parent), m_request(std::move(request)), m_limits(limits),
      m_parser(m_request.method == "HEAD", limits)
{
    m_connectTimer.setSingleShot(true);
    m_totalTimer.setSingleShot(true);
    connect(&m_connectTimer, &QTimer::timeout, this, [this] { timedOut(m_limits.connectTimeout); });
    connect(&m_totalTimer, &QTimer::timeout, this, [this] { timedOut(m_limits.total); });
}

Attempt::~Attempt()
{
    closeSocket();
}

void Attempt::start()
{
    if (m_started)
        return;
    m_started = true;
    m_stopwatch.start();
    m_exchange.requestHead = m_request.head();
    m_exchange.requestBytes = m_exchange.requestHead.size() + m_request.body.size();
    m_connectTimer.start(m_limits.connectTimeout);
    m_totalTimer.start(m_limits.total);
    QMetaObject::invokeMethod(this, &Attempt::open, Qt::QueuedConnection);
}

void Attempt::cancel()
{
    if (m_started && !m_done)
        finish(cancelledError(m_stopwatch.current()));
}

void Attempt::open()
{
    if (m_done)
        return;
    makeSocket();
    const QString host = json::toQString(m_request.endpoint.host);
    if (m_tls)
        m_tls->connectToHostEncrypted(host, m_request.endpoint.port, host);
    else
        m_socket->connectToHost(host, m_request.endpoint.port);
}

void Attempt::makeSocket()
{
    if (m_request.endpoint.secure) {
        auto tls = std::make_unique<QSslSocket>();
        m_tls = tls.get();
        connect(m_tls, &QSslSocket::encrypted, this, &Attempt::beginSending);
        connect(m_tls, &QSslSocket::encryptedBytesWritten, this, &Attempt::sendMore);
        m_socket = std::move(tls);
    } else {
        m_socket = std::make_unique<QTcpSocket>();
        connect(m_socket.get(), &QTcpSocket::connected, this, &Attempt::beginSending);
    }
    m_socket->setProtocolTag(m_tls ? QStringLiteral("https") : QStringLiteral("http"));
    if (m_request.endpoint.isLoopback())
        m_socket->setProxy(QNetworkProxy::NoProxy);
    connect(m_socket.get(), &QTcpSocket::stateChanged, this, &Attempt::stateChanged);
    connect(m_socket.get(), &QTcpSocket::bytesWritten, this, &Attempt::sendMore);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &Attempt::readMore);
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this, &Attempt::socketFailed);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &Attempt::connectionEnded);
}

void Attempt::enter(Phase::Kind phase)
{
    if (m_done || m_stopwatch.current() == phase)
        return;
    m_stopwatch.enter(phase);
    // Qt goes on connecting a socket that was aborted in a slot of stateChanged().
    const auto tell = [this, phase] {
        if (!m_done)
            Q_EMIT phaseEntered(phase);
    };
    QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
}

void Attempt::stateChanged(QAbstractSocket::SocketState state)
{
    if (state == QAbstractSocket::HostLookupState && !m_request.endpoint.isAddress())
        enter(Phase::Resolve);
    else if (state == QAbstractSocket::ConnectingState)
        enter(Phase::Connect);
    else if (state == QAbstractSocket::ConnectedState && m_tls && !m_tls->isEncrypted())
        enter(Phase::Tls);
}

void Attempt::beginSending()
{
    m_connectTimer.stop();
    enter(Phase::Send);
    if (!m_tls)
        m_spare = ::fcntl(static_cast<int>(m_socket->socketDescriptor()), F_DUPFD_CLOEXEC, 0);
    m_socket->write(m_exchange.requestHead.data(), static_cast<qint64>(m_exchange.requestHead.size()));
    m_written = m_exchange.requestHead.size();
    sendMore();
}

/// Keeps at most one piece in the socket's buffer: a body of any size is not copied whole, and an
/// early answer is read between two pieces.
void Attempt::sendMore()
{
    if (m_done || m_written == 0)
        return;
    const qint64 waiting = m_socket->bytesToWrite() + (m_tls ? m_tls->encryptedBytesToWrite() : 0);
    m_exchange.bytesSent = m_written - std::min(m_written, static_cast<std::size_t>(waiting));
    Q_EMIT progressed(static_cast<qint64>(m_exchange.bytesSent), m_received);
    if (m_done || waiting > 0)
        return;
    const std::size_t bodyWritten = m_written - m_exchange.requestHead.size();
    const std::size_t size = std::min(pieceSize, m_request.body.size() - bodyWritten);
    if (size > 0) {
        m_written += size;
        m_socket->write(m_request.body.data() + bodyWritten, static_cast<qint64>(size));
    } else if (m_stopwatch.current() == Phase::Send) {
        enter(Phase::Wait);
    }
}

void Attempt::readMore()
{
    std::array<char, pieceSize> piece;
    while (!m_done && m_socket->bytesAvailable() > 0) {
        const qint64 size = m_socket->read(piece.data(), static_cast<qint64>(piece.size()));
        if (size <= 0)
            return;
        take({piece.data(), static_cast<std::size_t>(size)});
    }
    if (!m_done && m_parser.state() != ResponseParser::State::Reading)
        answerEnded();
}

/// A server that refuses a body while it is being sent answers first and closes then. Qt closes
/// its descriptor when writing fails, with that answer unread in the kernel: it is read from ours.
void Attempt::readLast()
{
    readMore();
    std::array<char, pieceSize> piece;
    while (!m_done && m_spare >= 0 && m_parser.state() == ResponseParser::State::Reading) {
        const ssize_t size = ::recv(m_spare, piece.data(), piece.size(), MSG_DONTWAIT);
        if (size <= 0)
            break;
        take({piece.data(), static_cast<std::size_t>(size)});
    }
    if (!m_done && m_parser.state() != ResponseParser::State::Reading)
        answerEnded();
}

void Attempt::take(std::string_view bytes)
{
    enter(Phase::Receive);
    m_received += static_cast<qint64>(bytes.size());
    m_parser.feed(bytes);
    Q_EMIT progressed(static_cast<qint64>(m_exchange.bytesSent), m_received);
}

void Attempt::socketFailed(QAbstractSocket::SocketError code)
{
    const QString detail = m_socket->errorString();
    readLast();
    if (m_done)
        return;
    const bool certificate
        = m_tls && code == QAbstractSocket::SslHandshakeFailedError && !m_tls->sslHandshakeErrors().isEmpty();
    if (m_received > 0)
        connectionEnded();
    else if (certificate)
        finish(certificateError(m_tls->sslHandshakeErrors().constFirst(), m_request.endpoint));
    else
        finish(socketError(code, detail, m_request.endpoint, m_stopwatch.current()));
}

void Attempt::connectionEnded()
{
    readMore();
    if (m_done)
        return;
    // What broke off is not a body that ends where the connection does.
    const QAbstractSocket::SocketError error = m_socket->error();
    const bool isClosed
        = error == QAbstractSocket::UnknownSocketError || error == QAbstractSocket::RemoteHostClosedError;
    m_parser.finish(isClosed && (m_spare < 0 || !wasReset(m_spare)));
    answerEnded();
}

void Attempt::timedOut(std::chrono::milliseconds limit)
{
    if (!m_done)
        finish(timeoutError(limit, m_request.endpoint, m_stopwatch.current()));
}

void Attempt::answerEnded()
{
    if (m_parser.state() == ResponseParser::State::Complete)
        finish(std::nullopt);
    else
        finish(answerError(m_parser.problem(), m_limits, m_request.endpoint));
}

void Attempt::finish(std::optional<Error> error)
{
    m_done = true;
    m_stopwatch.stop();
    closeSocket();
    if (m_parser.hasHead()) {
        m_exchange.response = m_parser.takeResponse();
        m_exchange.response->truncated = error.has_value();
    }
    m_exchange.error = std::move(error);
    m_exchange.phases = m_stopwatch.phases();
    m_exchange.elapsed = m_stopwatch.elapsed();
    Q_EMIT finished(m_exchange);
}

void Attempt::closeSocket()
{
    m_connectTimer.stop();
    m_totalTimer.stop();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    if (m_spare >= 0)
        ::close(std::exchange(m_spare, -1));
}

} // namespace designer::http
