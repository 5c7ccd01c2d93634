// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultserver.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTimer>

#include <sys/socket.h>

#include <memory>

namespace designer::http {

namespace {

/// Head and announced body are there.
bool isWhole(const QByteArray &request)
{
    const qsizetype end = request.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    const QByteArray head = request.left(end).toLower();
    const qsizetype at = head.indexOf("\r\ncontent-length:");
    if (at < 0)
        return true;
    const qsizetype valueAt = at + 17;
    const qsizetype lineEnd = head.indexOf("\r\n", valueAt);
    const qint64 length = head.mid(valueAt, lineEnd < 0 ? -1 : lineEnd - valueAt).trimmed().toLongLong();
    return request.size() - end - 4 >= length;
}

void hangUp(QTcpSocket *socket)
{
    socket->disconnectFromHost();
}

} // namespace

FaultServer::FaultServer(QObject *parent) : QTcpServer(parent), m_answer(stall())
{
    listen(QHostAddress::LocalHost, 0);
}

void FaultServer::useTls(const QString &certificateFile, const QString &keyFile)
{
    QFile key(keyFile);
    key.open(QIODevice::ReadOnly);
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setLocalCertificateChain(QSslCertificate::fromPath(certificateFile));
    configuration.setPrivateKey(QSslKey(&key, QSsl::Rsa));
    m_tls = configuration;
}

void FaultServer::answerEarly(Answer answer)
{
    m_answer = std::move(answer);
    m_early = true;
}

QByteArray FaultServer::url(const QByteArray &path) const
{
    return (m_tls ? "https" : "http") + QByteArray("://127.0.0.1:") + QByteArray::number(serverPort()) + path;
}

QList<QByteArray> FaultServer::headLines(int i) const
{
    QByteArray head = received(i);
    head = head.left(head.indexOf("\r\n\r\n"));
    QList<QByteArray> lines;
    for (const QByteArray &line : head.split('\n'))
        lines.append(line.endsWith('\r') ? line.chopped(1) : line);
    return lines;
}

void FaultServer::incomingConnection(qintptr descriptor)
{
    auto *socket = m_tls ? new QSslSocket(this) : new QTcpSocket(this);
    socket->setSocketDescriptor(descriptor);
    m_received.append(QByteArray());
    m_answered.append(false);
    ++m_open;
    if (auto *tls = qobject_cast<QSslSocket *>(socket)) {
        tls->setSslConfiguration(*m_tls);
        tls->startServerEncryption();
    }
    take(socket, m_received.size() - 1);
}

void FaultServer::take(QTcpSocket *socket, qsizetype connection)
{
    connect(socket, &QTcpSocket::readyRead, this, [this, socket, connection] { read(socket, connection); });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        --m_open;
        socket->deleteLater();
    });
}

void FaultServer::read(QTcpSocket *socket, qsizetype connection)
{
    QByteArray &received = m_received[connection];
    received += socket->readAll();
    const bool whole = isWhole(received);
    if (m_answered.at(connection) || !(whole || (m_early && received.contains("\r\n\r\n"))))
        return;
    m_answered[connection] = true;
    m_requests += whole ? 1 : 0;
    m_answer(socket);
}

FaultServer::Answer FaultServer::respond(const QByteArray &bytes)
{
    return [bytes](QTcpSocket *socket) {
        socket->write(bytes);
        hangUp(socket);
    };
}

FaultServer::Answer FaultServer::respondAndStay(const QByteArray &bytes)
{
    return [bytes](QTcpSocket *socket) { socket->write(bytes); };
}

FaultServer::Answer FaultServer::closeWithout()
{
    return [](QTcpSocket *socket) { hangUp(socket); };
}

FaultServer::Answer FaultServer::reset(const QByteArray &before)
{
    return [before](QTcpSocket *socket) {
        socket->write(before);
        socket->flush();
        const linger now{1, 0};
        ::setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now, sizeof now);
        socket->abort();
    };
}

FaultServer::Answer FaultServer::stall()
{
    return [](QTcpSocket *) {};
}

FaultServer::Answer FaultServer::drip(const QByteArray &bytes)
{
    return [bytes](QTcpSocket *socket) {
        auto *timer = new QTimer(socket);
        const auto at = std::make_shared<qsizetype>(0);
        connect(timer, &QTimer::timeout, socket, [socket, timer, bytes, at] {
            if (*at == bytes.size()) {
                timer->stop();
                return hangUp(socket);
            }
            socket->write(bytes.constData() + (*at)++, 1);
            socket->flush();
        });
        timer->start(0);
    };
}

FaultServer::Answer FaultServer::endless(const QByteArray &head, const QByteArray &piece, qint64 total)
{
    return [head, piece, total](QTcpSocket *socket) {
        const auto left = std::make_shared<qint64>(total);
        const auto more = [socket, piece, left] {
            if (socket->bytesToWrite() > 0 || *left <= 0)
                return;
            *left -= piece.size();
            socket->write(piece);
        };
        connect(socket, &QTcpSocket::bytesWritten, socket, more);
        socket->write(head);
        more();
    };
}

} // namespace designer::http
