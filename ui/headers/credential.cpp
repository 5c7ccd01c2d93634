// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/headers/credential.h"

#include "connection/plaincredential.h"
#include "secrets/reference.h"
#include "text/ascii.h"

#include <algorithm>

namespace designer::ui {
namespace {

constexpr std::size_t longestName = 120; ///< leaves room for a number

/// Capitals, digits and underscores.
std::string capitals(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c >= 'a' && c <= 'z')
            out += static_cast<char>(c - 'a' + 'A');
        else
            out += (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ? c : '_';
    }
    return out;
}

} // namespace

bool isPlainCredential(const connection::HeaderRow &row)
{
    return connection::isPlainCredential(row.name, row.value);
}

std::vector<std::string> secretNames(std::string_view value)
{
    std::vector<std::string> out;
    for (const secrets::Reference &reference : secrets::findReferences(value)) {
        if (std::find(out.begin(), out.end(), reference.name) == out.end())
            out.push_back(reference.name);
    }
    return out;
}

std::string referenceTo(std::string_view name)
{
    return "{{secret:" + std::string(name) + "}}";
}

Credential credentialOf(std::string_view value)
{
    for (const std::string_view scheme : {"Bearer ", "Basic ", "Token ", "ApiKey "}) {
        const std::string_view begin = value.substr(0, scheme.size());
        if (value.size() > scheme.size() && text::equalsIgnoringCase(begin, scheme))
            return {std::string(begin), std::string(value.substr(scheme.size()))};
    }
    return {{}, std::string(value)};
}

std::string suggestedSecretName(std::string_view header, std::string_view destinationId)
{
    if (header.starts_with("X-") || header.starts_with("x-"))
        header.remove_prefix(2);
    std::string out = capitals(destinationId);
    if (!out.empty())
        out += '_';
    out += capitals(header);
    return out.substr(0, longestName);
}

} // namespace designer::ui
