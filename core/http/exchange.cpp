// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/exchange.h"

namespace designer::http {

std::string_view name(Phase::Kind kind)
{
    switch (kind) {
    case Phase::Resolve: return "resolve";
    case Phase::Connect: return "connect";
    case Phase::Tls: return "tls";
    case Phase::Send: return "send";
    case Phase::Wait: return "wait";
    case Phase::Receive: return "receive";
    }
    return {};
}

} // namespace designer::http
