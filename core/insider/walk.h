// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/finding.h"
#include "insider/catalogue.h"
#include "insider/profile.h"
#include "json/value.h"

#include <QStringList>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace designer::insider {

/// More errors than this, and more of the other findings, are judged but not kept: nobody reads
/// them, and a payload of 5 MB could have a million.
inline constexpr std::size_t mostIssues = 20'000;

/// One rule that the payload breaks, before it is put into words.
struct Issue
{
    Rule rule = Rule::JsonInvalid;
    std::string pointer;
    QStringList words;
    Severity severity = Severity::Warning;
    Evidence evidence = Evidence::Inferred;
    bool lost = false; ///< Insider accepts it and loses it
};

/// An entry of `data.fail.errors`.
struct ErrorEntry
{
    std::string key;
    std::string message;
};

/// The words of a rejection: which row of "errors", where, with which values.
struct Refusal
{
    std::string_view error;
    std::string within; ///< "events.3." or nothing
    std::vector<std::string> values;
    Evidence evidence = Evidence::Captured; ///< where the case is known less well than the row
};

/// What the rules say of one payload, as they walk over it.
///
/// The rules call report() and reject(); what that means for the answer under the profile is
/// decided here, so that findings and prediction cannot part ways.
class Walk
{
public:
    /// \a index must outlive the walk.
    Walk(const json::Index &index, Profile profile, Moment now);

    [[nodiscard]] const Catalogue &known() const { return m_known; }
    [[nodiscard]] Profile profile() const { return m_profile; }
    [[nodiscard]] std::int64_t nowSeconds() const { return m_now; }

    /// Calls \a f(std::string_view name, json::Value value) for each member of \a object in the
    /// order of the text, of duplicates for the last one only, as it is this one that counts.
    template <typename F>
    void eachMember(const json::Value &object, F &&f) const
    {
        std::string unescaped;
        for (const json::Member &member : object.members()) {
            if (!m_overridden.empty() && m_overridden.contains(member.name.node()))
                continue;
            f(textOf(member.name, unescaped), member.value);
        }
    }
    /// A string's value; \a buffer is used only where it has escapes.
    [[nodiscard]] static std::string_view textOf(const json::Value &string, std::string &buffer);

    void beginUser(std::size_t user);
    void endUser();
    [[nodiscard]] std::size_t user() const { return m_user; }

    void report(Rule rule, std::string pointer, QStringList words = {});
    /// As report(), with the evidence of a case that is known better or less well than the row.
    void report(Rule rule, std::string pointer, QStringList words, Evidence evidence, Evidence basis);
    /// A rule that rejects the user (Effect::Rejects, or Effect::Table where that is enforced).
    void reject(Rule rule, std::string pointer, QStringList words, const Refusal &refusal);
    /// One more entry for a rejection that is already reported.
    void alsoRefuse(const Refusal &refusal);
    /// A request that is answered as a whole, by a row of "answers".
    void answerRequest(Rule rule, std::string pointer, QStringList words, std::string_view answer);

    // What came of it.
    [[nodiscard]] const std::vector<Issue> &issues() const { return m_issues; }
    /// How many were judged and not kept.
    [[nodiscard]] std::size_t issuesLeftOut() const { return m_issuesLeftOut; }
    [[nodiscard]] std::vector<ErrorEntry> takeErrors() { return std::move(m_errors); }
    [[nodiscard]] std::size_t usersAccepted() const { return m_accepted; }
    [[nodiscard]] std::size_t usersRejected() const { return m_rejected; }
    /// The row of "answers" that answers the whole request; empty: the users are judged.
    [[nodiscard]] std::string_view requestAnswer() const { return m_requestAnswer; }
    /// Whether Insider's words are known.
    [[nodiscard]] bool isKnown() const
    {
        return !m_anyUnknown && !m_request.unknown && !m_request.strictBroken;
    }
    /// The weakest evidence among the rules that decided the answer.
    [[nodiscard]] Evidence basis() const;

private:
    struct Judgement
    {
        bool rejected = false;
        bool unknown = false;
        bool strictBroken = false;
        Evidence acceptBasis = Evidence::Captured;
        Evidence rejectBasis = Evidence::Captured;
    };
    static constexpr std::size_t noUser = std::numeric_limits<std::size_t>::max();

    void add(Rule rule, std::string pointer, QStringList words, Evidence evidence);
    void apply(const RuleRow &row, Evidence basis);
    void refuse(const Refusal &refusal);
    [[nodiscard]] Judgement &judged() { return m_user == noUser ? m_request : m_current; }

    const Catalogue &m_known;
    Profile m_profile;
    std::int64_t m_now;
    std::unordered_set<std::uint32_t> m_overridden; ///< names that a later one of the same name overrides

    std::size_t m_user = noUser;
    std::size_t m_firstIssueOfUser = 0;
    Judgement m_current;
    Judgement m_request;
    std::string m_requestAnswer;

    std::vector<Issue> m_issues;
    std::size_t m_errorsKept = 0;
    std::size_t m_othersKept = 0;
    std::size_t m_issuesLeftOut = 0;
    std::vector<ErrorEntry> m_errors;
    std::size_t m_accepted = 0;
    std::size_t m_rejected = 0;
    bool m_anyUnknown = false;
    Evidence m_acceptBasis = Evidence::Captured;
    Evidence m_rejectBasis = Evidence::Captured;
};

/// From strong to weak: the weaker of two.
[[nodiscard]] inline Evidence weaker(Evidence a, Evidence b)
{
    return a < b ? b : a;
}

} // namespace designer::insider
