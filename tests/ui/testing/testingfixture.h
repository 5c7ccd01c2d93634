// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "../../shipped.h"
#include "connection/editing.h"
#include "running.h"
#include "ui/testing/testrunner.h"

#include <QTcpServer>
#include <QTcpSocket>

namespace designer::ui {

/// As long as the sandbox's clock stands at noon, so do the events.
inline std::shared_ptr<const event::Event> shippedEvent(const char *name)
{
    const std::string text = shippedSample(name, sandbox::noon()).text;
    return std::make_shared<const event::Event>(event::Event::parse(text).value());
}

inline Result<connection::Connection> goingTo(const connection::Connection &connection, const QByteArray &url)
{
    return connection::withText(connection, connection::key::url, url.toStdString());
}

/// Takes whoever comes, and never answers.
class SilentServer
{
public:
    SilentServer()
    {
        m_isUp = m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket *const visitor = m_server.nextPendingConnection();
            QObject::connect(visitor, &QTcpSocket::readyRead, visitor,
                             [this, visitor] { m_heard += visitor->readAll(); });
        });
    }
    [[nodiscard]] bool isUp() const { return m_isUp; }
    [[nodiscard]] QByteArray url() const
    {
        return "http://127.0.0.1:" + QByteArray::number(m_server.serverPort());
    }
    [[nodiscard]] const QByteArray &heard() const { return m_heard; }

private:
    QTcpServer m_server;
    QByteArray m_heard;
    bool m_isUp = false;
};

} // namespace designer::ui
