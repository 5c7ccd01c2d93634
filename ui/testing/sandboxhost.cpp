// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/testing/sandboxhost.h"

#include "sandbox/sandbox.h"

#include <QUrl>

namespace designer::ui {

SandboxHost::SandboxHost(const sandbox::Options &options, QObject *parent)
    : QObject(parent), m_sandbox(new sandbox::Sandbox(options))
{
    m_thread.setObjectName(QStringLiteral("sandbox"));
    m_sandbox->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_sandbox, &QObject::deleteLater);
    m_thread.start();
}

SandboxHost::~SandboxHost()
{
    m_thread.quit();
    m_thread.wait();
}

void SandboxHost::start()
{
    QMetaObject::invokeMethod(m_sandbox, [this] {
        auto address = std::make_shared<Result<QUrl>>(m_sandbox->start());
        QMetaObject::invokeMethod(
            this, [this, address] { take(*address); }, Qt::QueuedConnection);
    });
}

void SandboxHost::take(const Result<QUrl> &address)
{
    if (!address) {
        Q_EMIT failed(address.error());
        return;
    }
    const auto endpoint = http::parseEndpoint(address->toString().toStdString());
    if (!endpoint) {
        Q_EMIT failed(endpoint.error());
        return;
    }
    m_endpoint = *endpoint;
    Q_EMIT started();
}

} // namespace designer::ui
