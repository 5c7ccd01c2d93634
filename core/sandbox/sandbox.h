// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/result.h"
#include "sandbox/options.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>

#include <memory>

namespace designer::sandbox {

class Server;

/// The server that stands in for Insider: on this computer only, without an account. The same one
/// in the window, in `connectionctl sandbox` and in the tests.
///
///  - `POST /api/user/v1/upsert` answers what Insider is predicted to answer;
///  - `/echo` and all below it answers 200 with what came in, for endpoints that are not Insider's;
///  - all else gets 404 or 405 and a word that nobody knows what Insider says there.
///
/// Every answer carries X-Simulator-Evidence: how well it is known. X-Simulator-Fault in a request
/// asks for a fault, written as in FaultPlan. The connection closes after each answer.
class Sandbox : public QObject
{
    Q_OBJECT

public:
    explicit Sandbox(Options options, QObject *parent = nullptr);
    ~Sandbox() override;
    Q_DISABLE_COPY_MOVE(Sandbox)

    /// Listens on 127.0.0.1 from now on; the result is the URL, without a path. PortTaken where the
    /// port cannot be had. Starting again while it runs gives the same URL.
    [[nodiscard]] Result<QUrl> start();
    /// Closes all connections; those who wait get no answer.
    void stop();
    [[nodiscard]] bool isRunning() const { return m_server != nullptr; }

Q_SIGNALS:
    /// One for each request, as soon as it is decided what it gets: a line of JSON without a line
    /// end, which holds no header values and no query.
    void requestHandled(const QByteArray &jsonLine);

private:
    Options m_options;
    std::unique_ptr<Server> m_server;
    QUrl m_url;
};

} // namespace designer::sandbox
