// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandbox.h"

#include "sandbox/server.h"

#include <QCoreApplication>

namespace designer::sandbox {

namespace {

Error portError(const QTcpServer &listener, std::uint16_t port)
{
    const QString wayOut
        = QCoreApplication::translate("Sandbox", "choose another port, or 0 for any that is free");
    if (listener.serverError() == QAbstractSocket::SocketAccessError) {
        return {
            ErrorCode::PortTaken,
            QCoreApplication::translate("Sandbox", "port %1 may not be used by this user account").arg(port),
            wayOut,
            {},
            {}};
    }
    if (listener.serverError() == QAbstractSocket::AddressInUseError) {
        return {ErrorCode::PortTaken,
                QCoreApplication::translate("Sandbox", "port %1 is taken by another program").arg(port),
                wayOut,
                {},
                {}};
    }
    return {ErrorCode::PortTaken,
            QCoreApplication::translate("Sandbox", "port %1 cannot be used (%2)")
                .arg(port)
                .arg(listener.errorString()),
            wayOut,
            {},
            {}};
}

} // namespace

Sandbox::Sandbox(Options options, QObject *parent) : QObject(parent), m_options(std::move(options)) { }

Sandbox::~Sandbox() = default;

Result<QUrl> Sandbox::start()
{
    if (m_server)
        return m_url;
    auto listener = std::make_unique<Listener>(m_options.largestBody);
    if (!listener->listen(QHostAddress::LocalHost, m_options.port))
        return portError(*listener, m_options.port);
    m_url.setScheme(QStringLiteral("http"));
    m_url.setHost(listener->serverAddress().toString());
    m_url.setPort(listener->serverPort());
    m_server = std::make_unique<Server>(m_options);
    connect(m_server.get(), &Server::handled, this, &Sandbox::requestHandled);
    m_server->serve(listener.release());
    return m_url;
}

void Sandbox::stop()
{
    m_server.reset();
}

} // namespace designer::sandbox
