// SPDX-License-Identifier: GPL-3.0-or-later
#include "finding/finding.h"

#include <array>

namespace designer {

namespace {

constexpr std::array<std::string_view, 3> severityNames{"error", "warning", "info"};
constexpr std::array<std::string_view, 6> evidenceNames{"captured", "documented",   "derived",
                                                        "inferred", "undocumented", "ours"};

} // namespace

std::string_view name(Severity severity)
{
    return severityNames[static_cast<std::size_t>(severity)];
}

std::string_view name(Evidence evidence)
{
    return evidenceNames[static_cast<std::size_t>(evidence)];
}

std::optional<Evidence> evidenceFromName(std::string_view name)
{
    for (std::size_t i = 0; i < evidenceNames.size(); ++i) {
        if (evidenceNames[i] == name)
            return static_cast<Evidence>(i);
    }
    return std::nullopt;
}

void write(json::Writer &w, const Finding &f)
{
    w.beginObject();
    w.name("code").string(f.code);
    w.name("severity").string(name(f.severity));
    w.name("message").string(f.message);
    w.name("evidence").string(name(f.evidence));
    w.name("template");
    if (f.templatePlace) {
        w.beginObject();
        w.name("pointer").string(f.templatePlace->pointer);
        w.name("line").number(f.templatePlace->position.line);
        w.name("column").number(f.templatePlace->position.column);
        w.endObject();
    } else {
        w.null();
    }
    w.name("payload");
    if (f.payloadPointer)
        w.beginObject().name("pointer").string(*f.payloadPointer).endObject();
    else
        w.null();
    w.name("sample");
    f.sample ? w.string(*f.sample) : w.null();
    w.name("placeholder");
    f.placeholder ? w.string(*f.placeholder) : w.null();
    w.name("fix");
    if (f.fixTitle)
        w.beginObject().name("title").string(*f.fixTitle).endObject();
    else
        w.null();
    w.endObject();
}

void write(json::Writer &w, const Findings &findings)
{
    w.beginArray();
    for (const Finding &f : findings)
        write(w, f);
    w.endArray();
}

FindingCounts count(const Findings &findings)
{
    FindingCounts counts;
    for (const Finding &f : findings) {
        switch (f.severity) {
        case Severity::Error: ++counts.errors; break;
        case Severity::Warning: ++counts.warnings; break;
        case Severity::Info: ++counts.infos; break;
        }
    }
    return counts;
}

} // namespace designer
