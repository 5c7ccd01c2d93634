// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <optional>
#include <string_view>

namespace designer::url {

/// The parts of a URL as they stand in its text: nothing is decoded, checked or put in lower case.
/// They live as long as the text.
struct Parts
{
    std::string_view scheme; ///< what stands before `://`; may be empty
    std::string_view authority; ///< user, host and port; may be empty
    std::string_view target; ///< path and query, without the fragment; may be empty

    [[nodiscard]] std::string_view path() const { return target.substr(0, target.find('?')); }
    /// The authority without `user:password@`.
    [[nodiscard]] std::string_view hostAndPort() const
    {
        return authority.substr(authority.rfind('@') + 1); // npos + 1 is 0
    }
};

/// The length of something at the beginning of a text that is to be passed over whole, or 0.
using Skip = std::size_t (*)(std::string_view text);

/// Nothing where \a text has no `://`, or a fragment begins before it: then nobody can tell where a
/// host ends. The authority ends at the first `/`, `?`, `#` or `\` (which browsers read as `/`)
/// that stands in nothing that \a skip passes over.
[[nodiscard]] std::optional<Parts> split(std::string_view text, Skip skip = nullptr);

/// The host of \a url as people are told where something goes; empty where \a url has none.
[[nodiscard]] QString shownHost(std::string_view url);

/// Whether \a host (a name or an address, without brackets) is this machine itself: 127.0.0.0/8, ::1,
/// `localhost` and the names below it.
[[nodiscard]] bool isLoopback(std::string_view host);

} // namespace designer::url
