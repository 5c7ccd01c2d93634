// SPDX-License-Identifier: GPL-3.0-or-later
#include "template/fromsample.h"

#include "event/path.h"
#include "json/writer.h"

#include <cstdint>
#include <unordered_map>

namespace designer::tmpl {

namespace {

void writeFields(json::Writer &writer, const json::Value &object, const std::string &prefix);

/// The value at \a path; containers that hold nothing are fields themselves.
void writeField(json::Writer &writer, const json::Value &value, const std::string &path)
{
    if (value.isObject() && value.size() > 0)
        writeFields(writer, value, path + '.');
    else
        writer.string("##" + path + "##");
}

void writeFields(json::Writer &writer, const json::Value &object, const std::string &prefix)
{
    std::unordered_map<std::string, std::uint32_t> last; // of each name, the node of its value
    for (const json::Member &member : object.members())
        last.insert_or_assign(member.nameText(), member.value.node());
    writer.beginObject();
    for (const json::Member &member : object.members()) {
        const std::string name = member.nameText();
        const auto single = event::Path::parse(name);
        if (!single || single->names().size() != 1 || last.at(name) != member.value.node())
            continue;
        writer.name(name);
        writeField(writer, member.value, prefix + name);
    }
    writer.endObject();
}

} // namespace

std::string templateOfEveryField(const json::Value &event)
{
    json::Writer writer(2);
    writeFields(writer, event, {});
    return writer.take();
}

} // namespace designer::tmpl
