// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "condition/trace.h"
#include "condition/vocabulary.h"
#include "finding/result.h"
#include "json/value.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace designer::condition {

struct Group;

/// Something in the conditions that makes the connection unsound.
struct Problem
{
    QString message; ///< what is wrong, without full stop
    QString wayOut; ///< what to do, without full stop
    std::string pointer; ///< RFC 6901, in the document of the conditions: the rule, or its value
    json::Position position;

    bool operator==(const Problem &) const = default;
};

/// ErrorCode::MalformedCondition with the problem's place.
[[nodiscard]] Error toError(const Problem &problem);

/// A rule that exceeds its limits on an event.
struct Exceeding
{
    Error error; ///< ErrorCode::RegexLimit
    std::string pointer; ///< RFC 6901, in the document of the conditions
};

/// When a connection fires: a tree of groups and rules, compiled once. A value, immutable, cheap to
/// copy; may be used from several threads. Owns all it needs: the text that it was compiled from
/// may go.
class Conditions
{
public:
    struct Compiled;

    /// No conditions: every event fires.
    Conditions() = default;
    /// Reads the `conditions` of a connection file; no value gives no conditions. Never fails:
    /// what is unsound is listed, and conditions with problems answer every event with an error.
    [[nodiscard]] static Compiled compile(const json::Value &conditions);

    /// Whether every event fires: there is no rule at any depth.
    [[nodiscard]] bool empty() const { return m_root == nullptr && m_unsound == nullptr; }

    /// Whether \a event fires, without a trace: the path of a million events. Errors:
    /// ErrorCode::RegexLimit, ErrorCode::MalformedCondition.
    [[nodiscard]] Result<bool> fires(const json::Value &event) const;
    /// The same answer, with every rule worked out and traced, also after the verdict is certain.
    /// Fails exactly where fires() fails.
    [[nodiscard]] Result<TraceNode> evaluate(const json::Value &event) const;

    /// The rule for which both fail with ErrorCode::RegexLimit on \a event; nothing where they do not.
    [[nodiscard]] std::optional<Exceeding> exceeding(const json::Value &event) const;

    /// What Hardal's own list cannot hold, one plain sentence each; empty where it can hold all.
    [[nodiscard]] QStringList beyondHardal() const;
    /// The tree in words: "event name equals purchase and properties.price is greater than 100".
    [[nodiscard]] QString sentence() const;

private:
    std::shared_ptr<const Group> m_root; ///< null: no conditions
    std::shared_ptr<const Error> m_unsound; ///< null: sound
};

struct Conditions::Compiled
{
    Conditions conditions;
    std::vector<Problem> problems; ///< rule by rule, in the order of the text
};

} // namespace designer::condition
