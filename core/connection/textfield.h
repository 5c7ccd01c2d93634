// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event/finder.h"
#include "event/path.h"
#include "finding/result.h"
#include "template/options.h"
#include "template/placeholder.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace designer::connection {

/// A URL or a header value with placeholders. Immutable; safe to use from several threads.
class TextField
{
public:
    enum class Kind { Url, HeaderValue };
    TextField() = default;
    TextField(std::string text, Kind kind);

    struct Filled
    {
        std::string text;
        std::vector<event::Path> missing;
    };
    /// In a URL values are percent-encoded, so that they can never end the part in which they
    /// stand; in a header value they stand as they are. A missing value is what \a policy makes of
    /// it in a longer text (a URL and a header have no member to leave out). Misplaced placeholders
    /// are not filled: no value ever decides to whom data goes.
    [[nodiscard]] Filled fill(const json::Value &event, tmpl::MissingPolicy policy) const;
    /// The same for one who fills several fields from an event, which may be many.
    [[nodiscard]] Filled fill(event::Finder &event, tmpl::MissingPolicy policy) const;
    /// The same, with what the author wrote between the placeholders passed through \a literal: so
    /// secrets are put in for the names that the author wrote, and never for such that an event holds.
    using Literal = std::function<std::string(std::string_view)>;
    [[nodiscard]] Filled fill(event::Finder &event, tmpl::MissingPolicy policy, const Literal &literal) const;

    [[nodiscard]] const std::string &text() const { return m_text; }
    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] const tmpl::Placeholders &placeholders() const { return m_placeholders; }
    /// Placeholders in a URL's scheme, host or port, where none may stand: a value must not decide
    /// to whom data goes.
    [[nodiscard]] std::vector<tmpl::Placeholder> misplaced() const;
    /// Whether a placeholder stands in a URL's path, so that the path hangs on the event.
    [[nodiscard]] bool fillsPath() const;
    /// Whether \a filled, a URL made of this field, has a path segment `.` or `..` (in any spelling)
    /// that the author did not write. Percent-encoding is no shield: servers take `%2E%2E` for `..`.
    [[nodiscard]] bool leavesPath(std::string_view filled) const;

private:
    [[nodiscard]] std::string missingText(const tmpl::Placeholder &placeholder,
                                          tmpl::MissingPolicy policy) const;

    std::string m_text;
    Kind m_kind = Kind::HeaderValue;
    tmpl::Placeholders m_placeholders;
};

/// The offset at which a URL's path or query begins.
[[nodiscard]] std::size_t authorityEnd(std::string_view url);

} // namespace designer::connection
