// SPDX-License-Identifier: GPL-3.0-or-later
#include "finding/errorjson.h"

namespace designer {

void write(json::Writer &writer, const Error &error)
{
    writer.beginObject();
    writer.name("code").string(codeName(error.code));
    writer.name("message").string(error.sentence());
    writer.name("file");
    error.file.isEmpty() ? writer.null() : writer.string(error.file);
    writer.name("line");
    error.position ? writer.number(error.position->line) : writer.null();
    writer.name("column");
    error.position ? writer.number(error.position->column) : writer.null();
    writer.endObject();
}

} // namespace designer
