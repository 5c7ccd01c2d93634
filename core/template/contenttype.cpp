// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/contenttype.h"

#include "text/ascii.h"

namespace designer::tmpl {

std::string mediaType(std::string_view contentType)
{
    std::string out;
    for (const char c : contentType.substr(0, contentType.find(';'))) {
        if (c != ' ' && c != '\t')
            out += text::toLower(c);
    }
    return out;
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
