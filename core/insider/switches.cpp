// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/switches.h"

#include "json/edit.h"

#include <algorithm>
#include <vector>

namespace designer::insider {

namespace {

constexpr std::string_view skipHook = "skip_hook";
constexpr std::string_view notAppend = "not_append";

std::string_view nameOf(Switch which)
{
    return which == Switch::SkipHook ? skipHook : notAppend;
}

/// The objects that hold the switch.
std::vector<json::Value> holders(const json::Document &body, Switch which)
{
    if (!body.root().isObject())
        return {};
    if (which == Switch::SkipHook)
        return {body.root()};
    std::vector<json::Value> out;
    for (const json::Value user : body.root().find("users").elements()) {
        if (user.isObject())
            out.push_back(user);
    }
    return out;
}

SwitchState stateIn(const json::Value &holder, std::string_view name)
{
    const json::Value value = holder.find(name);
    if (value.isTrue())
        return SwitchState::On;
    return !value || value.is(json::Kind::False) ? SwitchState::Off : SwitchState::Mixed;
}

std::optional<json::TextEdit> edit(const json::Value &holder, Switch which, bool on)
{
    const std::string_view name = nameOf(which);
    if (!holder.find(name) && !on)
        return std::nullopt;
    if (holder.find(name))
        return json::setMember(holder, name, on ? "true" : "false");
    // skip_hook stands first in Insider's own examples, not_append last.
    return which == Switch::SkipHook ? json::insertMember(holder, "users", name, "true")
                                     : json::setMember(holder, name, "true");
}

} // namespace

std::optional<SwitchState> switchState(const json::Document &body, Switch which)
{
    const std::vector<json::Value> found = holders(body, which);
    if (found.empty())
        return std::nullopt;
    const SwitchState first = stateIn(found.front(), nameOf(which));
    const bool same = std::all_of(found.begin(), found.end(), [&](const json::Value &holder) {
        return stateIn(holder, nameOf(which)) == first;
    });
    return same ? first : SwitchState::Mixed;
}

std::string withSwitch(const json::Document &body, Switch which, bool on)
{
    std::string text = body.text();
    const std::vector<json::Value> found = holders(body, which);
    // From the end, so that the places before stay where they are.
    for (auto holder = found.rbegin(); holder != found.rend(); ++holder) {
        if (const auto change = edit(*holder, which, on))
            text = json::applied(text, *change);
    }
    return text;
}

} // namespace designer::insider
