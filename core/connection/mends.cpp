// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/mends.h"

namespace designer::connection {

std::optional<std::string> mendedSetting(std::string_view pointer, const Finding &finding,
                                         const Connection &connection)
{
    if (finding.code == "ENDPOINT_INVALID") {
        const std::string url = connection.url();
        const bool hasScheme = url.find("://") != std::string::npos;
        const bool isBlank = url.find_first_not_of(" \t") == std::string::npos;
        return hasScheme || isBlank ? std::nullopt : std::optional("https://" + url);
    }
    if (finding.code == "METHOD_WRONG")
        return std::string(defaultSetting(key::method));
    if (finding.code == "SETTING_INVALID" && pointer == "/x_designer/missing_values")
        return std::string(tmpl::name(tmpl::Options().missing));
    if (finding.code == "SETTING_INVALID" && pointer == "/x_designer/values")
        return std::string(tmpl::name(tmpl::Options().values));
    return std::nullopt;
}

} // namespace designer::connection
