// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/hardallist.h"

#include "condition/wording.h"

#include <QCoreApplication>

namespace designer::condition {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Condition", text);
}

bool hardalHas(Operator op)
{
    switch (op) {
    case Operator::Equals:
    case Operator::NotEquals:
    case Operator::Contains:
    case Operator::Regex:
    case Operator::Exists:
    case Operator::NotExists: return true;
    default: return false;
    }
}

void collect(QStringList &out, const Rule &rule)
{
    if (!hardalHas(rule.op)) {
        out += tr("Hardal’s list has no operator \"%1\" (in \"%2\").").arg(phrase(rule.op), sentence(rule));
    }
    if (rule.ignoreCase)
        out += tr("Hardal’s list cannot ignore case (in \"%1\").").arg(sentence(rule));
    if (rule.type != Type::EventName && rule.field.names().size() > 1) {
        out += tr("Hardal’s list names plain fields, without dots (in \"%1\").").arg(sentence(rule));
    }
}

void collect(QStringList &out, const Group &group)
{
    if (!isFlatForHardal(group.match, group.nodes.size()))
        out += groupBeyondHardal(group.match, briefSentence(group));
    for (const Node &node : group.nodes) {
        if (const Group *inner = node.group())
            collect(out, *inner);
        else
            collect(out, *node.rule());
    }
}

} // namespace

bool isFlatForHardal(Match match, std::size_t count)
{
    // A group in an `all` group, and a group of one, say the same without their brackets.
    return match == Match::All || (match == Match::Any && count == 1);
}

QString groupBeyondHardal(Match match, const QString &sentence)
{
    const QString place = sentence.isEmpty() ? QString() : tr(" (in \"%1\")").arg(sentence);
    return match == Match::Any ? tr("Hardal’s list joins all rules by AND and has no OR%1.").arg(place)
                               : tr("Hardal’s list has no group that must not hold%1.").arg(place);
}

QStringList beyondHardal(const Rule &rule)
{
    QStringList out;
    collect(out, rule);
    return out;
}

QStringList beyondHardal(const Group &group)
{
    QStringList out;
    collect(out, group);
    return out;
}

} // namespace designer::condition
