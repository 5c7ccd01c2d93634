// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/compiler.h"

#include "condition/wording.h"
#include "json/layout.h"
#include "json/pointer.h"
#include "json/text.h"

#include <QCoreApplication>

namespace designer::condition {

using json::Value;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Condition", text);
}

QString listed(std::span<const std::string_view> names)
{
    QStringList out;
    for (const std::string_view name : names)
        out += json::toQString(name);
    return out.join(QLatin1String(", "));
}

bool isScalar(const Value &value)
{
    return !value.isContainer();
}

QString exampleGroup()
{
    return QStringLiteral("{\"match\": \"all\", \"rules\": [...]}");
}

} // namespace

bool looksLikeGroup(const Value &value)
{
    return value.find("match") || value.find("rules");
}

bool looksLikeRule(const Value &value)
{
    return value.find("type") || value.find("operator");
}

bool Compiler::problem(const Value &place, const QString &message, const QString &wayOut)
{
    m_problems.push_back(
        {message, wayOut, m_here.pointer + json::pointerBelow(m_here.value, place), place.position()});
    return false;
}

std::optional<Group> Compiler::compile(const Value &root)
{
    m_here = {root, root.pointer()};
    if (!root.isObject()) {
        problem(root, tr("the conditions are %1 and no object").arg(shown(root)),
                tr("write a group: %1").arg(exampleGroup()));
        return {};
    }
    if (looksLikeRule(root) && !looksLikeGroup(root)) {
        problem(root, tr("the conditions are a single rule and no group"),
                tr("put the rule into a group: %1").arg(exampleGroup()));
        return {};
    }
    return group(root);
}

std::optional<Node> Compiler::node(const Value &value)
{
    if (!value.isObject()) {
        problem(value, tr("%1 is no rule and no group").arg(shown(value)),
                tr("write an object with \"type\" and \"operator\", or one with \"match\" and \"rules\""));
        return {};
    }
    if (looksLikeGroup(value)) {
        auto inner = group(value);
        return inner ? std::optional(Node{std::move(*inner)}) : std::nullopt;
    }
    auto single = rule(value);
    return single ? std::optional(Node{std::move(*single)}) : std::nullopt;
}

std::optional<Group> Compiler::group(const Value &value)
{
    if (looksLikeRule(value)) {
        problem(value, tr("this is a rule and a group at once"),
                tr("keep \"type\" and \"operator\", or \"match\" and \"rules\""));
        return {};
    }
    Group out;
    readMatch(value, out);
    const Value rules = value.find("rules");
    if (rules && !rules.isArray()) {
        problem(rules, tr("the rules of the group are no array"), tr("write them in brackets: [...]"));
        return {};
    }
    const std::string pointer = json::appended(m_here.pointer, "rules");
    std::size_t number = 0;
    for (const Value &child : rules.elements()) {
        m_here = {child, json::appended(pointer, number++)};
        auto inner = node(child);
        if (!inner)
            continue;
        out.canFail |= inner->canFail();
        out.nodes.push_back(std::move(*inner));
    }
    return out.nodes.empty() ? std::nullopt : std::optional(std::move(out));
}

bool Compiler::readMatch(const Value &group, Group &out)
{
    const QString wayOut = tr("\"match\" is one of: %1").arg(listed(matchNames()));
    const Value match = group.find("match");
    if (!match)
        return problem(group, tr("the group does not say how its rules are joined"), wayOut);
    const auto known = match.isString() ? matchFromName(match.text()) : std::nullopt;
    if (!known)
        return problem(match, tr("%1 is no way to join rules").arg(shown(match)), wayOut);
    out.match = *known;
    return true;
}

std::optional<Rule> Compiler::rule(const Value &value)
{
    Rule out;
    out.pointer = m_here.pointer;
    // Each is read, whatever the others say, so that all that is wrong is told at once.
    const bool typeRead = readType(value, out);
    const bool fieldRead = typeRead && readField(value, out);
    const bool caseRead = readIgnoreCase(value, out);
    const bool valueRead = readOperator(value, out) && readValue(value, out);
    return fieldRead && caseRead && valueRead ? std::optional(std::move(out)) : std::nullopt;
}

bool Compiler::readType(const Value &rule, Rule &out)
{
    const QString wayOut = tr("\"type\" is one of: %1").arg(listed(typeNames()));
    const Value type = rule.find("type");
    if (!type)
        return problem(rule, tr("the rule has no type"), wayOut);
    const auto known = type.isString() ? typeFromName(type.text()) : std::nullopt;
    if (!known)
        return problem(type, tr("%1 is no type of rule").arg(shown(type)), wayOut);
    out.type = *known;
    return true;
}

bool Compiler::readOperator(const Value &rule, Rule &out)
{
    const QString wayOut = tr("\"operator\" is one of: %1").arg(listed(operatorNames()));
    const Value op = rule.find("operator");
    if (!op)
        return problem(rule, tr("the rule has no operator"), wayOut);
    const auto known = op.isString() ? operatorFromName(op.text()) : std::nullopt;
    if (!known)
        return problem(op, tr("%1 is no operator").arg(shown(op)), wayOut);
    out.op = *known;
    return true;
}

bool Compiler::readField(const Value &rule, Rule &out)
{
    if (out.type == Type::EventName) {
        out.field = *event::Path::parse("event_name");
        return true;
    }
    const Value field = rule.find("field");
    const QString wayOut
        = tr("write \"field\" as the full path of the value, names joined by dots: properties.price");
    if (!field)
        return problem(rule, tr("the rule has no field"), wayOut);
    auto path = field.isString() ? event::Path::parse(field.text()) : std::nullopt;
    if (!path)
        return problem(field, tr("%1 is no path").arg(shown(field)), wayOut);
    out.field = std::move(*path);
    return true;
}

bool Compiler::readIgnoreCase(const Value &rule, Rule &out)
{
    const Value flag = rule.find("ignore_case");
    if (flag && !flag.isBool())
        return problem(flag, tr("\"ignore_case\" is %1").arg(shown(flag)), tr("write true or false"));
    out.ignoreCase = flag.isTrue();
    return true;
}

bool Compiler::readValue(const Value &rule, Rule &out)
{
    const ValueKind kind = valueKind(out.op);
    if (kind == ValueKind::Nothing)
        return true;
    const Value value = rule.find("value");
    if (!value) {
        return problem(rule, tr("the rule says \"%1\" and has no value").arg(phrase(out.op)),
                       tr("add \"value\""));
    }
    out.value = json::minified(value);
    out.shownValue = shown(value);
    if (kind == ValueKind::List)
        return readList(value, out);
    if (kind == ValueKind::Pattern)
        return readPattern(value, out);
    if (kind == ValueKind::Time)
        return readTime(value, out);
    if (kind == ValueKind::Number && !isNumeric(value))
        return problem(value, tr("%1 is no number").arg(shown(value)), tr("write a number: 100"));
    if (kind == ValueKind::Text && !isTextual(value))
        return problem(value, tr("%1 is no text").arg(shown(value)), tr("write a text: \"shoes\""));
    if (!isScalar(value)) {
        return problem(value, tr("%1 is a list or an object").arg(shown(value)),
                       tr("write a text, a number, true, false or null"));
    }
    out.operands.emplace_back(value, out.ignoreCase);
    return true;
}

bool Compiler::readList(const Value &value, Rule &out)
{
    if (!value.isArray()) {
        return problem(value, tr("%1 is no list").arg(shown(value)),
                       tr("write the values in brackets: [\"a\", \"b\"]"));
    }
    for (const Value &element : value.elements()) {
        if (!isScalar(element)) {
            return problem(element, tr("%1 is a list or an object").arg(shown(element)),
                           tr("write texts, numbers, true, false or null into the list"));
        }
        out.operands.emplace_back(element, out.ignoreCase);
    }
    return true;
}

bool Compiler::readPattern(const Value &value, Rule &out)
{
    if (!value.isString()) {
        return problem(value, tr("%1 is no regular expression").arg(shown(value)),
                       tr("write it as a text: \"^shoes\""));
    }
    out.operands.emplace_back(value, false);
    out.regex = Regex(value.text(), out.ignoreCase);
    const auto &fault = out.regex.fault();
    if (!fault)
        return true;
    return problem(value,
                   tr("the regular expression %1 cannot be read: %2, after character %3")
                       .arg(shown(value), fault->reason, QString::number(fault->offset)),
                   tr("mend it there; a character that is meant as itself gets a backslash before it"));
}

bool Compiler::readTime(const Value &value, Rule &out)
{
    const auto instant = instantOf(value);
    if (!instant) {
        return problem(value, tr("%1 is no time").arg(shown(value)),
                       tr("write it as 2026-01-31T18:30:00Z or 2026-01-31T18:30:00+03:00, or a date alone"));
    }
    out.instant = *instant;
    out.operands.emplace_back(value, false);
    return true;
}

} // namespace designer::condition
