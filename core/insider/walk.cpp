// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/walk.h"

#include <algorithm>
#include <unordered_map>

namespace designer::insider {

namespace {

/// All names but the last of each group of equal names. The index pairs each later name with the
/// first of its kind.
std::unordered_set<std::uint32_t> overriddenNames(const json::Index &index)
{
    std::unordered_set<std::uint32_t> out;
    std::unordered_map<std::uint32_t, std::uint32_t> lastOfFirst;
    for (const json::DuplicateKey &pair : index.duplicateKeys()) {
        const auto [entry, isNew] = lastOfFirst.try_emplace(pair.first, pair.first);
        out.insert(entry->second);
        entry->second = pair.second;
    }
    return out;
}

/// "%1 parameter is required on %2 event", filled.
std::string filledMessage(std::string_view text, const std::vector<std::string> &values)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isPlace
            = text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
        if (!isPlace) {
            out += text[i];
            continue;
        }
        const auto place = static_cast<std::size_t>(text[++i] - '1');
        if (place < values.size())
            out += values[place];
    }
    return out;
}

} // namespace

Walk::Walk(const json::Index &index, Profile profile, Moment now)
    : m_known(catalogue()), m_profile(profile),
      m_now(std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count()),
      m_overridden(overriddenNames(index))
{ }

std::string_view Walk::textOf(const json::Value &string, std::string &buffer)
{
    const json::Node &node = string.index()->node(string.node());
    const std::string_view raw = string.raw();
    if (!node.escaped)
        return raw.substr(1, raw.size() - 2);
    buffer = string.text();
    return buffer;
}

void Walk::beginUser(std::size_t user)
{
    m_user = user;
    m_current = {};
    m_firstIssueOfUser = m_issues.size();
}

void Walk::endUser()
{
    const bool rejected = m_current.rejected || m_current.strictBroken;
    m_anyUnknown = m_anyUnknown || m_current.unknown || m_current.strictBroken;
    if (rejected) {
        ++m_rejected;
        m_rejectBasis = weaker(m_rejectBasis, m_current.rejectBasis);
        // What is refused aloud is not lost without a word.
        for (std::size_t i = m_firstIssueOfUser; i < m_issues.size(); ++i)
            m_issues[i].lost = false;
    } else if (!m_current.unknown) {
        ++m_accepted;
        m_acceptBasis = weaker(m_acceptBasis, m_current.acceptBasis);
    }
    m_user = noUser;
}

void Walk::report(Rule rule, std::string pointer, QStringList words)
{
    const RuleRow &row = m_known.row(rule);
    report(rule, std::move(pointer), std::move(words), row.evidence, row.basis);
}

void Walk::report(Rule rule, std::string pointer, QStringList words, Evidence evidence, Evidence basis)
{
    add(rule, std::move(pointer), std::move(words), evidence);
    apply(m_known.row(rule), basis);
}

void Walk::reject(Rule rule, std::string pointer, QStringList words, const Refusal &refusal)
{
    const RuleRow &row = m_known.row(rule);
    add(rule, std::move(pointer), std::move(words), weaker(row.evidence, refusal.evidence));
    refuse(refusal);
}

void Walk::alsoRefuse(const Refusal &refusal)
{
    refuse(refusal);
}

void Walk::answerRequest(Rule rule, std::string pointer, QStringList words, std::string_view answer)
{
    add(rule, std::move(pointer), std::move(words), m_known.row(rule).evidence);
    if (m_requestAnswer.empty())
        m_requestAnswer = answer;
}

void Walk::add(Rule rule, std::string pointer, QStringList words, Evidence evidence)
{
    const RuleRow &row = m_known.row(rule);
    const bool enforced
        = m_profile != Profile::Proven && (row.effect == Effect::Table || row.effect == Effect::TableUnknown);
    const Severity severity = enforced ? Severity::Error : row.severity;
    std::size_t &kept = severity == Severity::Error ? m_errorsKept : m_othersKept;
    if (kept >= mostIssues) {
        ++m_issuesLeftOut;
        return;
    }
    ++kept;
    m_issues.push_back({rule, std::move(pointer), std::move(words), severity, evidence, row.silent});
}

void Walk::apply(const RuleRow &row, Evidence basis)
{
    Judgement &judgement = judged();
    switch (row.effect) {
    case Effect::None:
    case Effect::Request:
    case Effect::Rejects: return; // reject() and answerRequest() say what comes of these
    case Effect::Unknown: judgement.unknown = true; return;
    case Effect::TableUnknown:
        if (m_profile != Profile::Proven)
            judgement.unknown = true;
        break;
    case Effect::Accepted:
    case Effect::Table: break;
    }
    judgement.acceptBasis = weaker(judgement.acceptBasis, basis);
    if (row.strict && m_profile == Profile::Strict)
        judgement.strictBroken = true;
}

void Walk::refuse(const Refusal &refusal)
{
    const ErrorRow &row = m_known.error(refusal.error);
    m_current.rejected = true;
    m_current.rejectBasis = weaker(m_current.rejectBasis, weaker(row.evidence, refusal.evidence));
    m_errors.push_back({"users." + std::to_string(m_user) + '.' + refusal.within + row.key,
                        filledMessage(row.message, refusal.values)});
}

Evidence Walk::basis() const
{
    if (!isKnown())
        return Evidence::Undocumented;
    Evidence weakest = Evidence::Captured;
    if (m_accepted > 0)
        weakest = weaker(m_acceptBasis, m_request.acceptBasis);
    if (m_rejected > 0)
        weakest = weaker(weakest, m_rejectBasis);
    // No answer that takes one user and rejects another was ever printed.
    return m_accepted > 0 && m_rejected > 0 ? weaker(weakest, Evidence::Derived) : weakest;
}

} // namespace designer::insider
