// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "condition/trace.h"
#include "connection/compiledconnection.h"
#include "event/event.h"
#include "http/exchange.h"
#include "http/request.h"
#include "insider/insider.h"
#include "secrets/masker.h"
#include "testrun/placement.h"
#include "json/document.h"

#include <optional>
#include <string>
#include <vector>

namespace designer::testrun {

/// Where a test goes and what it may know. Everything from outside comes in here.
struct Settings
{
    insider::Profile profile = insider::Profile::Proven;
    insider::Moment now;
    /// The sandbox's address; nothing: live, to the connection's own endpoint.
    std::optional<http::Endpoint> sandbox;
    bool sendAnyway = false; ///< also where the conditions say no
    /// The values for `{{secret:NAME}}`; owned by the caller. Null: there are none.
    const secrets::Secrets *secrets = nullptr;
    std::string version; ///< of the program, for User-Agent
};

/// One complaint of the answer with where it comes from.
struct TracedError
{
    insider::UserError error;
    std::optional<Traced> traced;
};

/// The six steps of one test, as far as they went: fires, rendered, findings, predicted, sent,
/// answered. A value; refers to nothing.
struct TestRun
{
    condition::TraceNode trace; // 1
    tmpl::Rendering rendering; // 2
    json::Document payload;
    Findings findings; // 3
    bool insiders = false; ///< Insider's rules apply; else the status alone is judged
    std::optional<insider::Prediction> prediction; // 4
    std::optional<http::Request> request; // 5: with secrets in it; mask before showing
    std::vector<std::string> textsWithSecrets; ///< of the request: see BuiltRequest
    std::optional<http::Exchange> exchange;
    insider::Verdict verdict; // 6
    std::vector<TracedError> errors;
    /// Why no request could be made: MissingValues, PayloadTooDeep, PayloadTooLarge, InvalidRequest,
    /// SecretUnavailable. The verdict says it too.
    std::optional<Error> refused;

    /// Why there is no answer: `refused`, or what became of the request on its way, at the address that
    /// the file names. Null where there is an answer, or nothing was to be sent.
    [[nodiscard]] const Error *problem() const;

    [[nodiscard]] bool fires() const { return trace.result; }
    /// Whether a request is to be sent: there is one, and no answer yet.
    [[nodiscard]] bool waitsForAnswer() const
    {
        return request && !exchange && verdict.outcome != insider::Outcome::NotFired;
    }
};

/// The steps before sending. A run that cannot be sent says why in `refused`. Errors: RegexLimit.
[[nodiscard]] Result<TestRun> prepare(const connection::CompiledConnection &connection,
                                      const event::Event &event, const Settings &settings);
/// The last step: what the exchange came to.
[[nodiscard]] TestRun concluded(TestRun run, const connection::CompiledConnection &connection,
                                const event::Event &event, const http::Exchange &exchange);

/// The shape that `test --json` prints. Every text that could hold a secret goes through \a masker.
void write(json::Writer &writer, const TestRun &run, const secrets::Masker &masker);
/// A header's value as it may be shown: of a header that carries a credential nothing.
[[nodiscard]] std::string shownHeaderValue(const http::Header &header, const secrets::Masker &masker);
/// A masker for all that \a run may show: \a secrets, and the credentials that its headers carry
/// in plain text, with and without their scheme (`Bearer`).
[[nodiscard]] secrets::Masker maskerFor(const TestRun &run, const secrets::Secrets &secrets);
/// \a run with all words masked that came back from outside or were made from an event: an endpoint
/// may send a secret back. Places of the payload are masked too, so look at them before. Request and response
/// keep their bytes; write() masks those.
[[nodiscard]] TestRun withWordsMasked(TestRun run, const secrets::Masker &masker);

} // namespace designer::testrun
