// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/textfield.h"

#include "template/escaping.h"
#include "url/url.h"

#include <algorithm>

namespace designer::connection {

std::size_t authorityEnd(std::string_view url)
{
    // A fragment mark ends the authority too, but not the first `#` of a placeholder.
    const std::optional<url::Parts> parts = url::split(url, &tmpl::placeholderLength);
    // Without a scheme and its two slashes nobody can tell where the host ends.
    if (!parts)
        return url.size();
    return static_cast<std::size_t>(parts->authority.data() - url.data()) + parts->authority.size();
}

TextField::TextField(std::string text, Kind kind)
    : m_text(std::move(text)), m_kind(kind), m_placeholders(tmpl::findPlaceholders(m_text))
{ }

std::vector<tmpl::Placeholder> TextField::misplaced() const
{
    std::vector<tmpl::Placeholder> out;
    if (m_kind == Kind::Url) {
        const std::size_t end = authorityEnd(m_text);
        std::copy_if(m_placeholders.found.begin(), m_placeholders.found.end(), std::back_inserter(out),
                     [end](const tmpl::Placeholder &p) { return p.begin < end; });
    }
    return out;
}

std::string TextField::missingText(const tmpl::Placeholder &placeholder, tmpl::MissingPolicy policy) const
{
    if (policy == tmpl::MissingPolicy::Null)
        return "null";
    if (policy == tmpl::MissingPolicy::Keep)
        return m_text.substr(placeholder.begin, placeholder.end - placeholder.begin);
    return {};
}

TextField::Filled TextField::fill(const json::Value &event, tmpl::MissingPolicy policy) const
{
    return fill(event, policy, [](std::string_view text) { return std::string(text); });
}

TextField::Filled TextField::fill(const json::Value &event, tmpl::MissingPolicy policy,
                                  const Literal &literal) const
{
    Filled out;
    std::size_t at = 0;
    const std::string_view all = m_text;
    const std::size_t fixed = m_kind == Kind::Url ? authorityEnd(m_text) : 0;
    for (const tmpl::Placeholder &placeholder : m_placeholders.found) {
        if (placeholder.begin < fixed)
            continue; // misplaced(): it stays as it stands
        out.text += literal(all.substr(at, placeholder.begin - at));
        at = placeholder.end;
        const json::Value value = event::lookUp(event, placeholder.path).value;
        if (!value)
            out.missing.push_back(placeholder.path);
        const std::string text = value ? tmpl::plainText(value) : missingText(placeholder, policy);
        if (m_kind == Kind::Url)
            tmpl::appendPercentEncoded(out.text, text);
        else
            out.text += text;
    }
    out.text += literal(all.substr(at));
    return out;
}

} // namespace designer::connection
