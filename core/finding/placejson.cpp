// SPDX-License-Identifier: GPL-3.0-or-later
#include "finding/placejson.h"

namespace designer {

void write(json::Writer &writer, const TemplatePlace *place)
{
    if (!place) {
        writer.null();
        return;
    }
    writer.beginObject();
    writer.name("pointer").string(place->pointer);
    writer.name("line").number(place->position.line);
    writer.name("column").number(place->position.column);
    writer.endObject();
}

} // namespace designer
