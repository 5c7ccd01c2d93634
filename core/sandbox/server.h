// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/connection.h"
#include "sandbox/logline.h"
#include "sandbox/options.h"

#include <QAbstractHttpServer>

namespace designer::sandbox {

/// The HTTP side of the sandbox: takes whole requests from Qt HTTP Server, has them judged, plays
/// the faults, and reports.
class Server : public QAbstractHttpServer
{
    Q_OBJECT

public:
    explicit Server(Options options, QObject *parent = nullptr);

    /// \a listener listens already; the server takes it over.
    void serve(Listener *listener);

Q_SIGNALS:
    void handled(const QByteArray &jsonLine);

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;

private:
    void refuse(Connection *connection);
    void answer(Connection *connection, const Received &request);
    void send(Connection *connection, const Judgement &judgement, const FaultPlan::Turn &turn,
              LogEntry entry);

    Options m_options;
};

} // namespace designer::sandbox
