// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/wording.h"

#include "json/layout.h"
#include "json/text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace designer::condition {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Condition", text);
}

const char *phraseSource(Operator op)
{
    switch (op) {
    case Operator::Equals: return QT_TRANSLATE_NOOP("Condition", "equals");
    case Operator::NotEquals: return QT_TRANSLATE_NOOP("Condition", "does not equal");
    case Operator::Contains: return QT_TRANSLATE_NOOP("Condition", "contains");
    case Operator::NotContains: return QT_TRANSLATE_NOOP("Condition", "does not contain");
    case Operator::StartsWith: return QT_TRANSLATE_NOOP("Condition", "starts with");
    case Operator::EndsWith: return QT_TRANSLATE_NOOP("Condition", "ends with");
    case Operator::Regex: return QT_TRANSLATE_NOOP("Condition", "matches");
    case Operator::OneOf: return QT_TRANSLATE_NOOP("Condition", "is one of");
    case Operator::Exists: return QT_TRANSLATE_NOOP("Condition", "exists");
    case Operator::NotExists: return QT_TRANSLATE_NOOP("Condition", "does not exist");
    case Operator::IsEmpty: return QT_TRANSLATE_NOOP("Condition", "is empty");
    case Operator::GreaterThan: return QT_TRANSLATE_NOOP("Condition", "is greater than");
    case Operator::AtLeast: return QT_TRANSLATE_NOOP("Condition", "is at least");
    case Operator::LessThan: return QT_TRANSLATE_NOOP("Condition", "is less than");
    case Operator::AtMost: return QT_TRANSLATE_NOOP("Condition", "is at most");
    case Operator::Before: return QT_TRANSLATE_NOOP("Condition", "is before");
    case Operator::After: return QT_TRANSLATE_NOOP("Condition", "is after");
    case Operator::IsTrue: return QT_TRANSLATE_NOOP("Condition", "is true");
    case Operator::IsFalse: return QT_TRANSLATE_NOOP("Condition", "is false");
    }
    return "";
}

constexpr qsizetype longestValue = 60;

QString cut(const QString &text, qsizetype longest)
{
    if (text.size() <= longest)
        return text;
    // A cut in the middle of a character would leave half a character behind.
    const qsizetype end = text[longest].isLowSurrogate() ? longest - 1 : longest;
    return text.first(end) + QChar(0x2026);
}

/// A rule's value as people write it: a text of one word without quotes.
QString spoken(const Operand &operand)
{
    const QString text = json::toQString(operand.text());
    const bool isOneWord = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c.isPrint() || c.isSurrogate()) && !c.isSpace() && c != u',';
    });
    return cut(isOneWord ? text : json::toQString(json::quoted(operand.text())), longestValue);
}

QString spokenValue(const Rule &rule)
{
    constexpr std::size_t most = 8;
    QStringList values;
    for (std::size_t i = 0; i < rule.operands.size() && i < most; ++i)
        values += spoken(rule.operands[i]);
    const QString list = values.join(tr(", "));
    return rule.operands.size() > most
        ? tr("%1, … (%2 values)").arg(list, QString::number(rule.operands.size()))
        : list;
}

QString sentence(const Node &node)
{
    const Group *group = node.group();
    if (!group)
        return sentence(*node.rule());
    const QString inner = sentence(*group);
    const bool isPlain = group->nodes.size() == 1 || group->match == Match::None;
    return isPlain ? inner : QLatin1Char('(') + inner + QLatin1Char(')');
}

} // namespace

QString subject(const Rule &rule)
{
    return rule.type == Type::EventName ? tr("event name") : json::toQString(rule.field.text());
}

QString phrase(Operator op)
{
    return tr(phraseSource(op));
}

QString shown(const json::Value &value)
{
    return cut(json::toQString(value.isString() ? json::quoted(value.text()) : json::minified(value)),
               longestValue);
}

QString sentence(const Rule &rule)
{
    const QString value = spokenValue(rule);
    QString text = subject(rule) + QLatin1Char(' ') + phrase(rule.op);
    if (!value.isEmpty())
        text += QLatin1Char(' ') + value;
    return rule.ignoreCase ? tr("%1 (upper or lower case alike)").arg(text) : text;
}

QString sentence(const Group &group)
{
    QStringList parts;
    for (const Node &node : group.nodes)
        parts += sentence(node);
    switch (group.match) {
    case Match::All: return parts.join(tr(" and "));
    case Match::Any: return parts.join(tr(" or "));
    case Match::None: break;
    }
    return parts.size() == 1 ? tr("not (%1)").arg(parts.front())
                             : tr("none of (%1)").arg(parts.join(tr("; ")));
}

QString briefSentence(const Group &group)
{
    constexpr qsizetype longest = 200;
    return cut(sentence(group), longest);
}

} // namespace designer::condition
