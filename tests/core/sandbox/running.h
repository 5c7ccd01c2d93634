// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/sandbox.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

namespace designer::sandbox {

inline const QByteArray upsertPath("/api/user/v1/upsert");

/// 2024-06-07T12:00:00.250Z
inline insider::Moment noon()
{
    return insider::Moment(std::chrono::milliseconds(1'717'761'600'250));
}

/// A sandbox that runs, and the lines of its log.
struct Running
{
    explicit Running(const char *faults = "", insider::Profile profile = insider::Profile::Proven,
                     std::size_t largestBody = 64 * 1024 * 1024)
        : sandbox({0, profile, *FaultPlan::parse(faults), noon, largestBody})
    {
        QObject::connect(&sandbox, &Sandbox::requestHandled, &sandbox,
                         [this](const QByteArray &line) { log.append(line); });
        const Result<QUrl> started = sandbox.start();
        url = started ? started->toEncoded() : QByteArray();
        port = started ? static_cast<quint16>(started->port()) : quint16(0);
    }

    Sandbox sandbox;
    QByteArray url;
    quint16 port = 0;
    QByteArrayList log;
};

/// Sends \a request as it stands and reads until the server closes.
inline QByteArray exchangeRaw(quint16 port, const QByteArray &request)
{
    QTcpSocket socket;
    QSignalSpy closed(&socket, &QTcpSocket::disconnected);
    socket.connectToHost(QHostAddress::LocalHost, port);
    socket.write(request);
    QByteArray answer;
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { answer += socket.readAll(); });
    if (closed.isEmpty())
        closed.wait(5000);
    return closed.isEmpty() ? QByteArray("never closed: ") + answer : answer + socket.readAll();
}

} // namespace designer::sandbox
