// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/recorder.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <string>

namespace designer::sandbox {

/// One connection of the sandbox. Its recorder sees every byte before Qt's HTTP parser does; a
/// request over the limits never gets that far. A client that falls silent before its request is
/// whole is dropped after half a minute.
class Connection : public QTcpSocket
{
    Q_OBJECT

public:
    explicit Connection(std::size_t largestBody, QObject *parent = nullptr);

    [[nodiscard]] const Recorder &recorder() const { return m_recorder; }

    /// Sends \a bytes and closes, reading on for a moment: a client that is still sending gets to
    /// read its answer before the connection is gone.
    void answer(const std::string &bytes);
    /// Drops the connection with a reset.
    void breakOff();
    /// The request is there: throws away whatever else comes in.
    void ignoreRest();

Q_SIGNALS:
    /// The recorder has found something that the parser must not see; whoever listens answers.
    void refused(designer::sandbox::Connection *connection);

private:
    void look();
    void closeOnceSent();

    Recorder m_recorder;
    QTimer m_idle; ///< runs while a request is awaited
    bool m_deaf = false;
    bool m_answered = false;
};

/// Makes the connections.
class Listener : public QTcpServer
{
    Q_OBJECT

public:
    explicit Listener(std::size_t largestBody, QObject *parent = nullptr);

Q_SIGNALS:
    void refused(designer::sandbox::Connection *connection);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    std::size_t m_largestBody;
};

} // namespace designer::sandbox
