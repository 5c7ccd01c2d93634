// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/compiledconnection.h"
#include "event/event.h"
#include "http/request.h"
#include "secrets/reference.h"

#include <optional>
#include <string>
#include <vector>

namespace designer::testrun {

/// The headers that go out, in the file's order: those that are on, with exactly one Content-Type,
/// which is the connection's content type.
struct OutgoingHeader
{
    std::string name;
    connection::TextField value;
    json::Value place; ///< of the value in the file; none: a default
};
[[nodiscard]] std::vector<OutgoingHeader> outgoingHeaders(const connection::RequestHead &connection);

/// The names of the secrets that the address and the outgoing headers of \a connection ask for.
[[nodiscard]] std::vector<std::string> secretNames(const connection::CompiledConnection &connection);

/// The references to secrets that stand in the address before its path: a secret's value must not decide to
/// whom data goes, and every name server on the way would read it.
[[nodiscard]] std::vector<secrets::Reference> misplacedSecrets(const connection::TextField &url);

/// The address that \a url became once it was filled. Errors: InvalidRequest where it is none, or where
/// values lead out of the path that the author wrote (`..`).
[[nodiscard]] Result<http::Endpoint> filledEndpoint(const connection::TextField &url,
                                                    const std::string &filled);

/// A request for one event, and where it goes.
struct BuiltRequest
{
    http::Request request;
    bool insiders = false; ///< as isInsiders() says of the connection and the event
    /// Header values and parts of the address into which a secret is put that is too short to be found in
    /// them by itself: nothing of them may be shown.
    std::vector<std::string> textsWithSecrets;
};

/// Fills address and headers from \a event and \a secrets and makes the request; with \a sandbox it
/// goes there (under /echo where the address is not Insider's). Secrets are put in for the names that
/// the author wrote, never for such that stand in an event. Errors: InvalidRequest and SecretUnavailable,
/// each with the connection's file and the place of the setting; MissingValues (the policy is to block).
/// A \a body that no XML can hold is refused where XML is to be sent.
[[nodiscard]] Result<BuiltRequest> buildRequest(const connection::CompiledConnection &connection,
                                                const event::Event &event, std::string body,
                                                const secrets::Secrets &secrets,
                                                const std::optional<http::Endpoint> &sandbox,
                                                const std::string &version);

} // namespace designer::testrun
