// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/contenttype.h"

#include "text/ascii.h"

#include <algorithm>

namespace designer::tmpl {

std::string mediaType(std::string_view contentType)
{
    constexpr std::string_view blanks = " \t"; // may stand around a type, and not in it (RFC 9110)
    const std::string_view type = contentType.substr(0, contentType.find(';'));
    const std::size_t begin = std::min(type.find_first_not_of(blanks), type.size());
    const std::size_t end = type.find_last_not_of(blanks) + 1; // npos + 1 is 0
    return text::lowerCase(type.substr(begin, end - std::min(begin, end)));
}

ContentKind contentKind(std::string_view contentType)
{
    const std::string type = mediaType(contentType);
    if (type.empty() || type == "application/json" || type == "text/json" || type.ends_with("+json"))
        return ContentKind::Json;
    if (type == "application/x-www-form-urlencoded")
        return ContentKind::Form;
    if (type == "application/xml" || type == "text/xml" || type.ends_with("+xml"))
        return ContentKind::Xml;
    return ContentKind::Text;
}

} // namespace designer::tmpl
