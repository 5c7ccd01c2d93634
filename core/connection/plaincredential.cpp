// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/plaincredential.h"

#include "connection/blanks.h"
#include "secrets/sensitiveheaders.h"

namespace designer::connection {

bool isPlainCredential(std::string_view header, std::string_view value)
{
    const auto has = [value](std::string_view words) { return value.find(words) != std::string_view::npos; };
    return secrets::isSensitiveHeader(header) && value.find_first_not_of(" \t") != std::string_view::npos
        && !has("{{secret:") && !has("##") && blankWords(value).empty();
}

} // namespace designer::connection
