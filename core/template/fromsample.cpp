// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/fromsample.h"

#include "event/path.h"
#include "json/writer.h"

namespace designer::tmpl {

namespace {

/// The value at \a path; containers that hold nothing are fields themselves.
void writeField(json::Writer &writer, const json::Value &value, const std::string &path)
{
    if (!value.isObject() || value.size() == 0) {
        writer.string("##" + path + "##");
        return;
    }
    writer.beginObject();
    for (const json::Member &member : value.members()) {
        const std::string name = member.nameText();
        const auto single = event::Path::parse(name);
        if (!single || single->names().size() != 1)
            continue;
        writer.name(name);
        writeField(writer, member.value, path.empty() ? name : path + '.' + name);
    }
    writer.endObject();
}

} // namespace

std::string templateOfEveryField(const json::Value &event)
{
    json::Writer writer(2);
    writeField(writer, event, {});
    return writer.take();
}

} // namespace designer::tmpl
