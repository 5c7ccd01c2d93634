// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/trace.h"

namespace designer::condition {

namespace {

void writeGroup(json::Writer &writer, const TraceNode &node)
{
    writer.name("match").string(node.match);
    writer.name("result").boolean(node.result);
    writer.name("rules").beginArray();
    for (const TraceNode &rule : node.rules)
        write(writer, rule);
    writer.endArray();
}

void writeRule(json::Writer &writer, const TraceNode &node)
{
    writer.name("type").string(node.type);
    if (!node.field.empty())
        writer.name("field").string(node.field);
    writer.name("operator").string(node.op);
    if (!node.value.empty())
        writer.name("value").raw(node.value);
    if (node.ignoreCase)
        writer.name("ignore_case").boolean(true);
    if (node.saw)
        writer.name("saw").raw(*node.saw);
    writer.name("result").boolean(node.result);
    writer.name("why").string(node.why);
}

} // namespace

void write(json::Writer &writer, const TraceNode &node)
{
    writer.beginObject();
    if (node.isGroup)
        writeGroup(writer, node);
    else
        writeRule(writer, node);
    writer.endObject();
}

} // namespace designer::condition
