// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/results.h"

#include "json/document.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace designer::ui {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Conditions", text);
}

/// A value as people write it: one word without quotes, and no more than a line of it.
QString shownValue(const std::string &json)
{
    constexpr qsizetype longest = 200;
    const json::Document document(json);
    const json::Value value = document.root();
    const QString text = QString::fromStdString(value.isString() ? value.text() : json);
    const bool isOneWord
        = !value.isString() || (!text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
              return (c.isPrint() || c.isSurrogate()) && !c.isSpace();
          }));
    const QString shown = isOneWord ? text : QString::fromStdString(json);
    return shown.size() > longest ? shown.left(longest) + QChar(0x2026) : shown;
}

RuleResult ruleResult(const condition::TraceNode &trace)
{
    RuleResult out;
    out.holds = trace.result;
    out.verdict = trace.result ? tr("true,") : tr("false,");
    out.detail = trace.saw ? tr("saw %1").arg(shownValue(*trace.saw)) : tr("not in this event");
    out.why = trace.why;
    return out;
}

RuleResult groupResult(const condition::TraceNode &trace)
{
    const QLocale locale;
    const auto yes = std::ranges::count_if(trace.rules, &condition::TraceNode::result);
    const QString counts = locale.toString(static_cast<qlonglong>(yes));
    const QString all = locale.toString(static_cast<qlonglong>(trace.rules.size()));
    RuleResult out;
    out.isGroup = true;
    out.holds = trace.result;
    out.verdict = trace.result ? tr("holds,") : tr("does not hold,");
    out.detail
        = trace.match == "none" ? tr("%1 of %2 is true").arg(counts, all) : tr("%1 of %2").arg(counts, all);
    return out;
}

} // namespace

std::vector<RuleResult> resultsOf(const condition::Outline &outline, const condition::TraceNode &trace)
{
    std::vector<RuleResult> out(outline.size());
    const auto nodes = condition::traced(outline, trace);
    for (std::size_t i = 0; i < outline.size(); ++i) {
        if (nodes[i])
            out[i] = outline[i].isGroup() ? groupResult(*nodes[i]) : ruleResult(*nodes[i]);
        else if (outline[i].isGroup())
            out[i].detail = tr("empty, so it does not count");
        else if (outline[i].isUnfinished())
            out[i].detail = tr("not finished, so it does not count");
        out[i].isGroup = outline[i].isGroup();
    }
    return out;
}

} // namespace designer::ui
