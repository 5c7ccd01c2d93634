// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/endpoint.h"
#include "http/exchange.h"
#include "http/limits.h"
#include "http/responseparser.h"

#include <QAbstractSocket>
#include <QSslError>

#include <optional>

namespace designer::http {

/// The words for what can go wrong on the wire: errors with the code NotDelivered (cancelled():
/// Cancelled) that name the server, say what happened, and what to do.

[[nodiscard]] Error socketError(QAbstractSocket::SocketError code, const QString &detail, const Endpoint &to,
                                std::optional<Phase::Kind> during);
[[nodiscard]] Error certificateError(const QSslError &error, const Endpoint &to);
[[nodiscard]] Error timeoutError(std::chrono::milliseconds limit, const Endpoint &to,
                                 std::optional<Phase::Kind> during);
/// \a problem is not Problem::None.
[[nodiscard]] Error answerError(ResponseParser::Problem problem, const Limits &limits, const Endpoint &from);
[[nodiscard]] Error cancelledError(std::optional<Phase::Kind> during);

} // namespace designer::http
