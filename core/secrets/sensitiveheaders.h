// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace designer::secrets {

/// Whether a header of that name carries a credential, so that its value is masked wherever it is
/// shown, even where it was not written as a reference to a secret: Authorization, Cookie,
/// X-REQUEST-TOKEN, X-INS-AUTH-KEY, X-Api-Key and names that sound like them.
[[nodiscard]] bool isSensitiveHeader(std::string_view name);

} // namespace designer::secrets
