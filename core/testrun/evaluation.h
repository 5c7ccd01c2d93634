// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/blanks.h"
#include "connection/editing.h"
#include "testrun/testrun.h"

#include <QByteArray>

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace designer::testrun {

/// What a live view is asked for: a connection as its editors hold it, and an event, if one is chosen.
struct EvaluationInput
{
    connection::TakenApart parts;
    std::optional<event::Event> event;
    /// Secrets are not asked for: stand-ins take their place.
    Settings settings;
    /// Whether `bodyTemplate`, `values`, `bodyRendering` and `bodyRanges` are asked for.
    bool withBodySide = true;
};

/// The code of the finding on a condition that nobody has given a field yet.
inline constexpr std::string_view unfinishedCode = "CONDITION_UNFINISHED";

/// What one placeholder of the body becomes with the event.
struct PlaceholderValue
{
    std::size_t begin = 0; ///< of the placeholder, in the body
    std::size_t end = 0;
    std::string path; ///< as written
    std::optional<std::string> json; ///< the event's value; nothing: not in this event
    json::Kind kind = json::Kind::Null; ///< of the value
    std::size_t size = 0; ///< of a list or an object: how many it holds
    bool isCut = false; ///< the value is longer than what is kept of it
    bool insideProperties = false; ///< answered there, not at the root
};

/// A finding's place in the body.
struct BodyRange
{
    std::size_t finding = 0; ///< its number in Evaluation::findings
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const BodyRange &) const = default;
};

/// All that can be said at once about a connection and an event, nothing sent. A value that belongs
/// to the body it was made from: whoever shows it beside a later text must not show it as that one's.
struct Evaluation
{
    connection::Connection connection; ///< put together: what would be saved
    QByteArray print; ///< testedPrint() of it
    std::string body;
    std::optional<Error> unusable; ///< why the connection cannot be used as it stands
    std::optional<connection::CompiledConnection> compiled;
    std::optional<tmpl::Template> bodyTemplate; ///< in the body's own offsets; nothing: malformed
    tmpl::Rendering bodyRendering; ///< the same payload; its source map counts in the body
    std::vector<connection::Blank> blanks; ///< what nobody has filled in yet
    /// Those that hang on the event's values only where it fires. Rules without a field do not count
    /// yet: each is a finding of unfinishedCode.
    Findings findings;
    std::vector<BodyRange> bodyRanges;
    std::vector<PlaceholderValue> values;
    /// Nothing without an event, where `unusable`, where `failed`, and where it was given up.
    std::optional<TestRun> run;
    std::optional<Error> failed; ///< a condition that exceeded its limits on this event
    json::Document formatted; ///< the run's payload, one value a line; as it is sent where it is no JSON
    secrets::Masker masker; ///< for the stand-ins and the credentials of the run's headers

    [[nodiscard]] bool isWellFormed() const { return bodyTemplate.has_value(); }
    [[nodiscard]] bool isInsiders() const; ///< also of what cannot be used as it stands
    /// Whether Insider is expected to refuse the whole request, and to look at no user. Told by the
    /// prediction where it fires; else by what is wrong with its headers.
    [[nodiscard]] bool requestIsRefused() const;
    /// Whether there is a payload that can be sent: of JSON, one that is well formed.
    [[nodiscard]] bool payloadIsSound() const;

    /// Lines that belong together: the offset in the formatted payload of what a caret in the body at
    /// \a bodyOffset is at (at a line's end and at a comma: what ends there); nothing where it becomes
    /// nothing.
    [[nodiscard]] std::optional<std::size_t> formattedOffset(std::size_t bodyOffset) const;
    /// The way back.
    [[nodiscard]] std::optional<std::size_t> bodyOffset(std::size_t formattedOffset) const;
    /// The offset in the event's text of the value that the member at \a bodyOffset reads first.
    [[nodiscard]] std::optional<std::size_t> eventOffset(std::size_t bodyOffset,
                                                         const event::Event &event) const;
};

/// So much is kept of one value: more than anyone is shown.
inline constexpr std::size_t mostJsonKept = 4096;

/// Works all of it out. Takes as long as the texts are large; gives up early (with what it has so far)
/// when \a cancelled becomes true. Pure: may run on any thread.
[[nodiscard]] Evaluation evaluate(const EvaluationInput &input, const std::atomic<bool> &cancelled);

/// What a test's outcome hangs on, as a fingerprint: address, method, headers, template, conditions and
/// options; not label, notes and whether it is active. Equal prints: tested as it stands.
[[nodiscard]] QByteArray testedPrint(const connection::Connection &connection);

/// Stand-ins for all secrets that \a connection asks for: what a sandbox gets.
[[nodiscard]] secrets::Secrets standInSecrets(const connection::CompiledConnection &connection);

} // namespace designer::testrun
