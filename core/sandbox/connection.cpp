// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/connection.h"

#include <sys/socket.h>

#include <chrono>

namespace designer::sandbox {

namespace {

constexpr std::chrono::seconds patience{5}; ///< for a client that does not close after its answer
constexpr std::chrono::seconds longestSilence{30};

} // namespace

Connection::Connection(std::size_t largestBody, QObject *parent) : QTcpSocket(parent), m_recorder(largestBody)
{
    // Connected before Qt's HTTP server connects its own slot, so called before it.
    connect(this, &QTcpSocket::readyRead, this, &Connection::look);
    connect(this, &QTcpSocket::bytesWritten, this, &Connection::closeOnceSent);
    connect(&m_idle, &QTimer::timeout, this, &QTcpSocket::abort);
    m_idle.setSingleShot(true);
    m_idle.start(longestSilence);
}

void Connection::look()
{
    if (m_deaf) {
        readAll();
        return;
    }
    m_idle.start(longestSilence);
    const Recorder::State before = m_recorder.state();
    const QByteArray bytes = peek(bytesAvailable());
    const Recorder::State state
        = m_recorder.feed({bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (state != Recorder::State::Head && state != Recorder::State::Body)
        Q_EMIT refused(this);
    else if (before == Recorder::State::Head && m_recorder.expectsContinue())
        write("HTTP/1.1 100 Continue\r\n\r\n");
}

void Connection::ignoreRest()
{
    m_deaf = true;
    m_idle.stop();
}

void Connection::answer(const std::string &bytes)
{
    m_answered = true;
    write(bytes.data(), static_cast<qint64>(bytes.size()));
}

void Connection::closeOnceSent()
{
    if (!m_answered || bytesToWrite() > 0)
        return;
    m_answered = false;
    ::shutdown(static_cast<int>(socketDescriptor()), SHUT_WR);
    QTimer::singleShot(patience, this, &QTcpSocket::abort);
}

void Connection::breakOff()
{
    const linger now{1, 0};
    ::setsockopt(static_cast<int>(socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
    abort();
}

Listener::Listener(std::size_t largestBody, QObject *parent) : QTcpServer(parent), m_largestBody(largestBody)
{ }

void Listener::incomingConnection(qintptr descriptor)
{
    auto *connection = new Connection(m_largestBody, this);
    connect(connection, &Connection::refused, this, &Listener::refused);
    if (connection->setSocketDescriptor(descriptor))
        addPendingConnection(connection);
    else
        delete connection;
}

} // namespace designer::sandbox
