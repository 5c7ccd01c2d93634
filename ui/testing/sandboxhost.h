// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/error.h"
#include "http/endpoint.h"
#include "sandbox/options.h"

#include <QObject>
#include <QThread>

namespace designer::sandbox {
class Sandbox;
}

namespace designer::ui {

/// The window's sandbox: the same server as everywhere, in a thread of its own.
class SandboxHost : public QObject
{
    Q_OBJECT
public:
    explicit SandboxHost(const sandbox::Options &options, QObject *parent = nullptr);
    ~SandboxHost() override;
    Q_DISABLE_COPY_MOVE(SandboxHost)

    void start();
    /// Its address, once started() came.
    [[nodiscard]] const std::optional<http::Endpoint> &endpoint() const { return m_endpoint; }

Q_SIGNALS:
    void started();
    void failed(const designer::Error &error);

private:
    void take(const Result<QUrl> &address);

    QThread m_thread;
    sandbox::Sandbox *m_sandbox; ///< lives in m_thread, and goes with it
    std::optional<http::Endpoint> m_endpoint;
};

} // namespace designer::ui
