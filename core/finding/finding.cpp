// SPDX-License-Identifier: GPL-3.0-or-later
#include "finding/finding.h"

#include "finding/placejson.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace designer {

namespace {

constexpr std::array<std::string_view, 3> severityNames{"error", "warning", "info"};
constexpr std::array<std::string_view, 6> evidenceNames{"captured", "documented",   "derived",
                                                        "inferred", "undocumented", "ours"};

Finding moreOf(const std::string &code, Severity severity, std::size_t more)
{
    Finding finding;
    finding.code = code;
    finding.severity = severity;
    finding.more = more;
    finding.message
        = QCoreApplication::translate(
              "Finding", "%1 more of this kind are not listed. Mend those above, then check again.")
              .arg(more);
    return finding;
}

} // namespace

bool FindingList::hasRoom(std::string_view code, Severity severity)
{
    auto count = m_counts.find(code);
    if (count == m_counts.end())
        count = m_counts.emplace(code, Count{}).first;
    if (count->second.listed < maximumOfOneCode) {
        ++count->second.listed;
        return true;
    }
    ++count->second.more;
    count->second.worst = std::min(count->second.worst, severity);
    return false;
}

void FindingList::addAll(Findings findings)
{
    for (Finding &finding : findings) {
        if (finding.more > 0) {
            Count &count = m_counts[finding.code];
            count.more += finding.more;
            count.worst = std::min(count.worst, finding.severity);
        } else if (hasRoom(finding.code, finding.severity)) {
            add(std::move(finding));
        }
    }
}

Findings FindingList::taken() &&
{
    // One list is of one event, or of none.
    std::optional<QString> sample;
    if (!m_findings.empty())
        sample = m_findings.back().sample;
    for (const auto &[code, count] : m_counts) {
        if (count.more == 0)
            continue;
        m_findings.push_back(moreOf(code, count.worst, count.more));
        m_findings.back().sample = sample;
    }
    return std::move(m_findings);
}

Findings capped(Findings findings)
{
    FindingList list;
    list.addAll(std::move(findings));
    return std::move(list).taken();
}

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
    write(w, f.templatePlace ? &*f.templatePlace : nullptr);
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
