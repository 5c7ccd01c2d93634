// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/textfield.h"

#include "template/escaping.h"
#include "text/percentencoding.h"
#include "url/url.h"

#include <algorithm>

namespace designer::connection {

namespace {

/// A dot's length at the beginning of \a text, written plainly or as `%2E`; 0 where there is none.
std::size_t dotLength(std::string_view text)
{
    if (text.starts_with('.'))
        return 1;
    return text.starts_with("%2e") || text.starts_with("%2E") ? 3 : 0;
}

bool isDotSegment(std::string_view segment)
{
    const std::size_t first = dotLength(segment);
    const std::size_t second = first > 0 ? dotLength(segment.substr(first)) : 0;
    return first > 0 && first + second == segment.size();
}

/// The offset at which the URL's path ends. The first `#` of a placeholder begins no fragment.
std::size_t pathEnd(std::string_view url)
{
    for (std::size_t i = authorityEnd(url); i < url.size(); ++i) {
        const std::size_t placeholder = tmpl::placeholderLength(url.substr(i));
        if (placeholder > 0)
            i += placeholder - 1;
        else if (url[i] == '?' || url[i] == '#')
            return i;
    }
    return url.size();
}

/// How many segments of the URL's path are `.` or `..`.
std::size_t dotSegments(std::string_view url)
{
    const std::size_t begin = authorityEnd(url);
    std::string_view rest = url.substr(begin, pathEnd(url) - begin);
    std::size_t count = 0;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('/'), rest.size());
        count += isDotSegment(rest.substr(0, end)) ? 1 : 0;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return count;
}

} // namespace

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

bool TextField::fillsPath() const
{
    const std::size_t begin = authorityEnd(m_text);
    const std::size_t end = pathEnd(m_text);
    return m_kind == Kind::Url
        && std::any_of(
               m_placeholders.found.begin(), m_placeholders.found.end(),
               [begin, end](const tmpl::Placeholder &p) { return p.begin >= begin && p.begin < end; });
}

bool TextField::leavesPath(std::string_view filled) const
{
    // Values are percent-encoded, slashes too: a segment stays one segment, filled or not.
    return m_kind == Kind::Url && dotSegments(filled) > dotSegments(m_text);
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
    event::Finder finder(event);
    return fill(finder, policy);
}

TextField::Filled TextField::fill(event::Finder &event, tmpl::MissingPolicy policy) const
{
    return fill(event, policy, [](std::string_view text) { return std::string(text); });
}

TextField::Filled TextField::fill(event::Finder &event, tmpl::MissingPolicy policy,
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
        const json::Value value = event.find(placeholder.path).value;
        if (!value)
            out.missing.push_back(placeholder.path);
        const std::string text = value ? tmpl::plainText(value) : missingText(placeholder, policy);
        if (m_kind == Kind::Url)
            text::appendPercentEncoded(out.text, text);
        else
            out.text += text;
    }
    out.text += literal(all.substr(at));
    return out;
}

} // namespace designer::connection
