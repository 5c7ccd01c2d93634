// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/parseerror.h"

#include "json/index.h"
#include "json/utf8.h"

#include <algorithm>

namespace designer::json {

Position positionAt(std::string_view text, std::size_t offset)
{
    offset = std::min(offset, text.size());
    Position position;
    std::size_t i = byteOrderMarkLength(text);
    while (i < offset) {
        const char c = text[i];
        const bool crLf = c == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        if (c == '\n' || (c == '\r' && !crLf)) {
            ++position.line;
            position.column = 1;
            ++i;
        } else {
            i += crLf ? 1 : utf8::sequenceLength(text, i);
            if (i > offset)
                break; // the offset is inside of this character
            ++position.column;
        }
    }
    return position;
}

} // namespace designer::json
