// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/sensitiveheaders.h"

#include "text/ascii.h"

#include <algorithm>
#include <array>
#include <string>

namespace designer::secrets {

namespace {

/// Lower case, without hyphens and underscores: "X-Api-Key" and "x_apikey" read the same.
std::string letters(std::string_view name)
{
    std::string out;
    for (const char c : name) {
        if (c != '-' && c != '_')
            out += text::toLower(c);
    }
    return out;
}

} // namespace

bool isSensitiveHeader(std::string_view name)
{
    static constexpr std::array<std::string_view, 11> words{
        "authorization", "cookie", "token",     "apikey",   "authkey",   "secret",
        "password",      "passwd", "accesskey", "writekey", "credential"};
    const std::string text = letters(name);
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string::npos; });
}

} // namespace designer::secrets
