// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/conditionediting.h"

#include "condition/valuetext.h"
#include "connection/editing.h"
#include "connection/indentation.h"
#include "json/edit.h"
#include "json/pointer.h"
#include "json/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace designer::connection {

using json::Value;

namespace {

Error notThere(const Connection &connection)
{
    return {ErrorCode::UnsoundConnection,
            QCoreApplication::translate("Connection", "this part of the conditions cannot be edited here"),
            QCoreApplication::translate("Connection", "remove it, or mend it in the file"), connection.file(),
            connection.conditions().position()};
}

Value at(const Connection &connection, std::string_view pointer)
{
    const bool isInConditions = pointer.starts_with(conditionsPointer);
    return isInConditions ? connection.document().at(pointer) : Value();
}

/// A space in the layout of our own, none where the file has no line breaks.
std::string_view gap(const Connection &connection)
{
    return connection.bytes().find('\n') == std::string::npos ? "" : " ";
}

std::string member(std::string_view name, std::string_view json, std::string_view space)
{
    std::string out = json::quoted(name);
    out += ':';
    out += space;
    out += json;
    return out;
}

std::string ruleText(const NewRule &rule, std::string_view space)
{
    const std::string comma = ',' + std::string(space);
    std::string out = '{' + member("type", json::quoted(condition::name(rule.type)), space);
    if (rule.type != condition::Type::EventName)
        out += comma + member("field", json::quoted(rule.field), space);
    out += comma + member("operator", json::quoted(condition::name(rule.op)), space);
    if (const std::string value = condition::valueOf(rule.op, rule.value, {}); !value.empty())
        out += comma + member("value", value, space);
    return out + '}';
}

std::string groupText(condition::Match match, std::string_view space)
{
    return '{' + member("match", json::quoted(condition::name(match)), space) + ',' + std::string(space)
        + member("rules", "[]", space) + '}';
}

/// The array of \a group, made where it is not there.
Result<Connection> withRules(const Connection &connection, std::string_view group)
{
    if (!connection.conditions() && group == conditionsPointer)
        return withConditions(connection, groupText(condition::Match::All, gap(connection)));
    const Value value = at(connection, group);
    if (!value.isObject())
        return notThere(connection);
    const Value rules = value.find("rules");
    if (rules)
        return rules.isArray() ? Result<Connection>(connection) : notThere(connection);
    Result<Connection> matched = value.find("match")
        ? Result<Connection>(connection)
        : connection.edited(json::insertMember(value, {}, "match", json::quoted("all")));
    if (!matched)
        return matched;
    return matched->edited(json::setMember(at(*matched, group), "rules", "[]"));
}

Result<Connection> withNodeAdded(const Connection &connection, std::string_view group, std::size_t index,
                                 const std::string &json)
{
    Result<Connection> ready = withRules(connection, group);
    if (!ready)
        return ready;
    return ready->edited(json::insertElement(at(*ready, group).find("rules"), index, json));
}

/// A rule or a group, and where it stands.
struct Node
{
    Value value;
    Value rules; ///< the array around it
    std::size_t index = 0;
};

std::optional<Node> nodeAt(const Connection &connection, std::string_view pointer)
{
    Node node{at(connection, pointer), {}, 0};
    node.rules = node.value.parent();
    if (!node.rules.isArray())
        return std::nullopt;
    for (const Value &sibling : node.rules.elements()) {
        if (sibling == node.value)
            return node;
        ++node.index;
    }
    return std::nullopt;
}

bool holdsOnlyOurs(const Value &group)
{
    bool onlyOurs = true;
    for (const json::Member &each : group.members()) {
        const std::string name = each.nameText();
        onlyOurs &= name == "match" || name == "rules";
    }
    return onlyOurs;
}

std::string_view indentOfLine(const Value &value)
{
    return json::lineIndent(value.index()->text(), value.begin());
}

std::string indentIn(const Value &array)
{
    const std::string own(indentOfLine(array));
    const Value first = array.at(0);
    return first ? std::string(indentOfLine(first)) : own + "  ";
}

/// \a edits of one text, which do not overlap, applied.
Result<Connection> withBoth(const Connection &connection, const json::TextEdit &one,
                            const json::TextEdit &other)
{
    const bool firstIsLater = one.begin >= other.begin;
    const Result<Connection> later = connection.edited(firstIsLater ? one : other);
    return later ? later->edited(firstIsLater ? other : one) : later;
}

/// \a pointer, of a place below \a array, after the element at \a removed has gone from there.
std::string afterRemoval(std::string_view pointer, const std::string &array, std::size_t removed)
{
    const std::string prefix = array + '/';
    if (!pointer.starts_with(prefix))
        return std::string(pointer);
    const std::string_view rest = pointer.substr(prefix.size());
    const std::string token(rest.substr(0, rest.find('/')));
    const std::size_t index = std::stoul(token);
    return index > removed ? prefix + std::to_string(index - 1) + std::string(rest.substr(token.size()))
                           : std::string(pointer);
}

std::string_view firstName(condition::Type type)
{
    switch (type) {
    case condition::Type::Property: return "properties.";
    case condition::Type::User: return "user.";
    case condition::Type::Page: return "page.";
    case condition::Type::EventName:
    case condition::Type::Path: break;
    }
    return {};
}

std::string fieldFor(const std::string &field, std::optional<condition::Type> from, condition::Type to)
{
    const std::string_view before = from ? firstName(*from) : std::string_view();
    const std::string_view after = firstName(to);
    const bool follows = !before.empty() && !after.empty() && field.starts_with(before);
    return follows ? std::string(after) + field.substr(before.size()) : field;
}

/// \a connection with one key of \a rule set; \a before says where it stands when it is new.
Result<Connection> withKey(const Connection &connection, std::string_view rule, std::string_view name,
                           const std::string &json, std::string_view before = {})
{
    const Value value = at(connection, rule);
    if (!value.isObject())
        return notThere(connection);
    const Value there = value.find(name);
    if (there && there.raw() == json)
        return connection;
    return connection.edited(there ? json::setMember(value, name, json)
                                   : json::insertMember(value, before, name, json));
}

Result<Connection> withoutKey(const Connection &connection, std::string_view rule, std::string_view name)
{
    const auto removal = json::removeMember(at(connection, rule), name);
    return removal ? connection.edited(*removal) : connection;
}

std::optional<condition::Operator> operatorOf(const Value &rule)
{
    return condition::operatorFromName(rule.find("operator").text());
}

} // namespace

Result<Connection> withRuleAdded(const Connection &connection, std::string_view group, std::size_t index,
                                 const NewRule &rule)
{
    return withNodeAdded(connection, group, index, ruleText(rule, gap(connection)));
}

Result<Connection> withGroupAdded(const Connection &connection, std::string_view group, std::size_t index,
                                  condition::Match match)
{
    return withNodeAdded(connection, group, index, groupText(match, gap(connection)));
}

Result<Connection> withConditionRemoved(const Connection &connection, std::string_view pointer)
{
    if (pointer == conditionsPointer)
        return withConditions(connection, {});
    const auto node = nodeAt(connection, pointer);
    if (!node)
        return notThere(connection);
    const Value root = connection.conditions();
    if (node->rules.size() == 1 && node->rules.parent() == root && holdsOnlyOurs(root))
        return withConditions(connection, {});
    return connection.edited(*json::removeElement(node->rules, node->index));
}

Result<Moved> withConditionMoved(const Connection &connection, std::string_view pointer,
                                 std::string_view group, std::size_t index)
{
    const bool intoItself = group == pointer || group.starts_with(std::string(pointer) + '/');
    const auto node = nodeAt(connection, pointer);
    Result<Connection> ready = withRules(connection, group);
    if (!node || intoItself || !ready)
        return notThere(connection);
    if (ready->bytes() != connection.bytes())
        return withConditionMoved(*ready, pointer, group, index);
    const Value target = at(connection, group).find("rules");
    const bool sameGroup = target == node->rules;
    std::size_t place = std::min(index, target.size());
    if (sameGroup && (place == node->index || place == node->index + 1))
        return Moved{connection, std::string(pointer)};
    const std::string text = reindented(node->value.raw(), indentOfLine(node->value), indentIn(target));
    const Result<Connection> moved = withBoth(connection, json::insertElement(target, place, text),
                                              *json::removeElement(node->rules, node->index));
    if (!moved)
        return moved.error();
    const std::string array = node->rules.pointer();
    if (sameGroup && place > node->index)
        --place;
    const std::string newArray = afterRemoval(target.pointer(), array, node->index);
    return Moved{*moved, json::appended(newArray, place)};
}

Result<Connection> withMatch(const Connection &connection, std::string_view group, condition::Match match)
{
    return withKey(connection, group, "match", json::quoted(condition::name(match)), "rules");
}

Result<Connection> withType(const Connection &connection, std::string_view rule, condition::Type type)
{
    const Value value = at(connection, rule);
    const Value field = value.find("field");
    const auto before = condition::typeFromName(value.find("type").text());
    const std::string text = field.isString() ? field.text() : std::string();
    Result<Connection> typed
        = withKey(connection, rule, "type", json::quoted(condition::name(type)), "operator");
    if (!typed)
        return typed;
    if (type == condition::Type::EventName)
        return withoutKey(*typed, rule, "field");
    if (field && !field.isString())
        return typed;
    return withKey(*typed, rule, "field", json::quoted(fieldFor(text, before, type)), "operator");
}

Result<Connection> withField(const Connection &connection, std::string_view rule, std::string_view field)
{
    const Value there = at(connection, rule).find("field");
    if (there.isString() && there.text() == field)
        return connection;
    return withKey(connection, rule, "field", json::quoted(field), "operator");
}

Result<Connection> withOperator(const Connection &connection, std::string_view rule, condition::Operator op,
                                std::string_view typedBefore)
{
    Result<Connection> operated
        = withKey(connection, rule, "operator", json::quoted(condition::name(op)), "value");
    if (!operated)
        return operated;
    if (condition::valueKind(op) == condition::ValueKind::Nothing)
        return withoutKey(*operated, rule, "value");
    const Value value = at(*operated, rule).find("value");
    const std::string json
        = value ? condition::convertedValue(op, value.raw()) : condition::valueOf(op, typedBefore, {});
    return withKey(*operated, rule, "value", json, "ignore_case");
}

Result<Connection> withValue(const Connection &connection, std::string_view rule, std::string_view typed)
{
    const Value value = at(connection, rule);
    const auto op = operatorOf(value);
    const Value there = value.find("value");
    if (op && condition::valueKind(*op) == condition::ValueKind::Nothing)
        return notThere(connection);
    if (there && condition::typedText(there.raw()) == typed)
        return connection;
    return withValueJson(connection, rule,
                         condition::valueOf(op.value_or(condition::Operator::Equals), typed, there.raw()));
}

Result<Connection> withValueJson(const Connection &connection, std::string_view rule, std::string_view json)
{
    const Value value = at(connection, rule);
    const auto op = operatorOf(value);
    if (op && condition::valueKind(*op) == condition::ValueKind::Nothing)
        return notThere(connection);
    return withKey(connection, rule, "value", std::string(json), "ignore_case");
}

Result<Connection> withIgnoreCase(const Connection &connection, std::string_view rule, bool ignoreCase)
{
    if (ignoreCase)
        return withKey(connection, rule, "ignore_case", "true");
    const Value there = at(connection, rule).find("ignore_case");
    return there.isTrue() ? withoutKey(connection, rule, "ignore_case") : connection;
}

} // namespace designer::connection
