// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/wellformed.h"

#include <algorithm>
#include <simdjson.h>

namespace designer::json {

bool isWellFormedAtAnyDepth(std::string_view text)
{
    const auto brackets
        = std::count_if(text.begin(), text.end(), [](char c) { return c == '[' || c == '{'; });
    simdjson::dom::parser parser;
    return parser.allocate(text.size(), static_cast<std::size_t>(brackets) + 1) == simdjson::SUCCESS
        && parser.parse(text.data(), text.size()).error() == simdjson::SUCCESS;
}

} // namespace designer::json
