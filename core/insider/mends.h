// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/finding.h"
#include "insider/headers.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace designer::insider {

/// What the findings of checkHeaders() and checkEndpoint() ask for, as values: whoever offers a mend
/// chooses its words alone.

enum class HeaderMend : std::uint8_t {
    None, ///< nothing short does
    Replace, ///< the value is to be HeaderRemedy::value
    FillIn, ///< the owner alone knows the value
    Remove, ///< the header says nothing, or something else than what is sent
};
struct HeaderRemedy
{
    HeaderMend mend = HeaderMend::None;
    std::string value{};
};
/// For a header with \a value of which \a finding complains.
[[nodiscard]] HeaderRemedy headerRemedy(const Finding &finding, std::string_view value);

/// The headers without which Insider writes nothing and that are not in \a headers. One that is there
/// and empty is.
[[nodiscard]] std::vector<std::string> missingHeaders(const std::vector<Header> &headers);

/// In lower case and without blanks, as Insider takes a partner's name (documented).
[[nodiscard]] std::string mendedPartner(std::string_view value);
/// Whether \a word is what Hardal's examples and our templates have in the place of a partner's name.
[[nodiscard]] bool isPartnerBlank(std::string_view word);

/// The address that users are written to.
[[nodiscard]] std::string upsertAddress();
/// What \a finding, a complaint of Insider's rules on the address \a url or the content type, would
/// have in its place; nothing for any other finding.
[[nodiscard]] std::optional<std::string> mendedSetting(const Finding &finding, std::string_view url);

} // namespace designer::insider
