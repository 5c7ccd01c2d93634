// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/switches.h"

#include "insider/rules/appendrules.h"
#include "json/edit.h"

#include <algorithm>
#include <vector>

namespace designer::insider {

namespace {

constexpr std::string_view skipHook = "skip_hook";
constexpr std::string_view notAppend = "not_append";

/// What decides about a switch in one place.
struct Decision
{
    json::Value holder; ///< the object in which the member stands, or would be put
    std::string_view name; ///< of the member
    json::Value value; ///< nothing: it is not there
    bool means = true; ///< what it switches on: true, but for `append`
};

Decision decisionIn(const json::Value &holder, const AppendFlags &flags)
{
    if (flags.append)
        return {holder, flags.decisive(), flags.append, false};
    return {holder, notAppend, flags.notAppend, true};
}

/// Whether lists of \a user are replaced: its own flags say so, and where it has none, the request's.
Decision appendDecision(const json::Value &root, const json::Value &user)
{
    const AppendFlags ofUser(user);
    const AppendFlags ofRequest(root);
    return ofUser.any() || !ofRequest.any() ? decisionIn(user, ofUser) : decisionIn(root, ofRequest);
}

/// One for each place that counts.
std::vector<Decision> decisions(const json::Document &body, Switch which)
{
    const json::Value root = body.root();
    if (!root.isObject())
        return {};
    if (which == Switch::SkipHook)
        return {{root, skipHook, root.find(skipHook), true}};
    std::vector<Decision> out;
    for (const json::Value user : root.find("users").elements()) {
        if (user.isObject())
            out.push_back(appendDecision(root, user));
    }
    return out;
}

SwitchState stateOf(const Decision &decision)
{
    if (!decision.value)
        return SwitchState::Off;
    if (!decision.value.isBool())
        return SwitchState::Mixed;
    return decision.value.isTrue() == decision.means ? SwitchState::On : SwitchState::Off;
}

std::optional<json::TextEdit> edit(const Decision &decision, bool on)
{
    const std::string_view word = on == decision.means ? "true" : "false";
    if (decision.value || decision.name != skipHook) {
        // not_append stands last in Insider's own examples, skip_hook first.
        return decision.value || on ? std::optional(json::setMember(decision.holder, decision.name, word))
                                    : std::nullopt;
    }
    return on ? std::optional(json::insertMember(decision.holder, "users", skipHook, word)) : std::nullopt;
}

} // namespace

std::optional<SwitchState> switchState(const json::Document &body, Switch which)
{
    const std::vector<Decision> found = decisions(body, which);
    if (found.empty())
        return std::nullopt;
    const SwitchState first = stateOf(found.front());
    const bool same = std::all_of(found.begin(), found.end(),
                                  [&](const Decision &decision) { return stateOf(decision) == first; });
    return same ? first : SwitchState::Mixed;
}

std::string withSwitch(const json::Document &body, Switch which, bool on)
{
    std::vector<json::TextEdit> edits;
    for (const Decision &decision : decisions(body, which)) {
        if (auto change = edit(decision, on))
            edits.push_back(std::move(*change));
    }
    // The request's own switch may stand behind the users, and decides for several of them.
    std::sort(edits.begin(), edits.end(), [](const auto &a, const auto &b) { return a.begin < b.begin; });
    std::string out;
    std::size_t at = 0;
    for (const json::TextEdit &change : edits) {
        if (change.begin < at)
            continue; // the same once more
        out += body.text().substr(at, change.begin - at) + change.text;
        at = change.end;
    }
    return out + body.text().substr(at);
}

} // namespace designer::insider
