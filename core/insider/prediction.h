// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/finding.h"
#include "insider/headers.h"
#include "insider/profile.h"
#include "json/document.h"
#include "json/writer.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace designer::insider {

/// A request as Insider would get it.
struct Request
{
    std::string_view body; ///< the bytes sent
    std::optional<std::vector<Header>> headers; ///< nothing: correct ones are assumed; else all there are
    std::string method = "POST";
    std::string path; ///< empty: the right one
    /// Whether a token that is not there is held against it: of a request as it is sent, yes; of headers
    /// that somebody lists to ask what they do, no.
    bool needsToken = true;
};

/// What Insider accepts and loses without a word: the real service never shows it.
struct SilentLoss
{
    std::string code;
    std::string payloadPointer;
    QString why; ///< the finding's message
};

/// What Insider would answer.
struct Prediction
{
    int status = 200;
    /// Minified JSON, keys in Insider's order; nothing where its words are not known.
    std::optional<std::string> body;
    /// The weakest evidence among the rules that decided; Undocumented exactly where there is no body.
    Evidence basis = Evidence::Captured;
    Findings findings; ///< payloadPointer set on those that have a place in the payload
    std::size_t findingsLeftOut = 0; ///< further ones, which nobody would read
    std::vector<SilentLoss> silentLosses; ///< of users that are not rejected aloud
    std::size_t usersAccepted = 0; ///< users whose answer is not known count nowhere
    std::size_t usersRejected = 0;
    bool allAccepted = false; ///< every user is predicted accepted, and there is one
};

/// Judges \a request under \a profile; \a now is the present. Never fails: a body that is no JSON
/// is answered too. Safe to call from several threads.
[[nodiscard]] Prediction predict(const Request &request, Profile profile, Moment now);

/// `{"status":…,"body":…|null,"basis":"…","findings":[…]}`
void write(json::Writer &writer, const Prediction &prediction);

/// The findings on a payload alone: no headers, no method. payloadPointer is set, templatePlace is
/// not: the caller knows where in the template a place of the payload comes from.
[[nodiscard]] Findings check(const json::Document &payload, Profile profile, Moment now);
/// Whether a finding of that code is about a member's name or place, whatever its value will be.
[[nodiscard]] bool isAboutName(std::string_view code);

} // namespace designer::insider
