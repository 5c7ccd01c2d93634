// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/reason.h"

#include "condition/wording.h"

#include <QCoreApplication>

namespace designer::condition {

using json::Value;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Condition", text);
}

/// What an operator's answer says of the value (%1) and of the rule's own value (%2).
struct Sentences
{
    const char *yes;
    const char *no;
};

constexpr Sentences equality = {QT_TRANSLATE_NOOP("Condition", "%1 equals %2"),
                                QT_TRANSLATE_NOOP("Condition", "%1 does not equal %2")};
constexpr Sentences containment = {QT_TRANSLATE_NOOP("Condition", "%1 contains %2"),
                                   QT_TRANSLATE_NOOP("Condition", "%1 does not contain %2")};
constexpr Sentences emptiness
    = {QT_TRANSLATE_NOOP("Condition", "%1 is empty"), QT_TRANSLATE_NOOP("Condition", "%1 is not empty")};
constexpr Sentences truth = {QT_TRANSLATE_NOOP("Condition", "%1 counts as true"),
                             QT_TRANSLATE_NOOP("Condition", "%1 is neither true nor the text \"true\"")};
constexpr Sentences falsehood
    = {QT_TRANSLATE_NOOP("Condition", "%1 counts as false"),
       QT_TRANSLATE_NOOP("Condition", "%1 is neither false nor the text \"false\"")};

Sentences swapped(const Sentences &sentences)
{
    return {sentences.no, sentences.yes};
}

Sentences comparison(Operator op)
{
    switch (op) {
    case Operator::GreaterThan:
        return {QT_TRANSLATE_NOOP("Condition", "%1 is greater than %2"),
                QT_TRANSLATE_NOOP("Condition", "%1 is not greater than %2")};
    case Operator::AtLeast:
        return {QT_TRANSLATE_NOOP("Condition", "%1 is at least %2"),
                QT_TRANSLATE_NOOP("Condition", "%1 is less than %2")};
    case Operator::LessThan:
        return {QT_TRANSLATE_NOOP("Condition", "%1 is less than %2"),
                QT_TRANSLATE_NOOP("Condition", "%1 is not less than %2")};
    case Operator::AtMost:
        return {QT_TRANSLATE_NOOP("Condition", "%1 is at most %2"),
                QT_TRANSLATE_NOOP("Condition", "%1 is greater than %2")};
    case Operator::Before:
        return {QT_TRANSLATE_NOOP("Condition", "%1 is before %2"),
                QT_TRANSLATE_NOOP("Condition", "%1 is not before %2")};
    default:
        return {QT_TRANSLATE_NOOP("Condition", "%1 is after %2"),
                QT_TRANSLATE_NOOP("Condition", "%1 is not after %2")};
    }
}

Sentences sentences(Operator op)
{
    switch (op) {
    case Operator::Equals: return equality;
    case Operator::NotEquals: return swapped(equality);
    case Operator::Contains: return containment;
    case Operator::NotContains: return swapped(containment);
    case Operator::StartsWith:
        return {QT_TRANSLATE_NOOP("Condition", "%1 starts with %2"),
                QT_TRANSLATE_NOOP("Condition", "%1 does not start with %2")};
    case Operator::EndsWith:
        return {QT_TRANSLATE_NOOP("Condition", "%1 ends with %2"),
                QT_TRANSLATE_NOOP("Condition", "%1 does not end with %2")};
    case Operator::Regex:
        return {QT_TRANSLATE_NOOP("Condition", "%1 matches %2"),
                QT_TRANSLATE_NOOP("Condition", "%1 does not match %2")};
    case Operator::OneOf:
        return {QT_TRANSLATE_NOOP("Condition", "%1 is one of %2"),
                QT_TRANSLATE_NOOP("Condition", "%1 is none of %2")};
    case Operator::Exists:
    case Operator::NotExists:
        return {QT_TRANSLATE_NOOP("Condition", "the event has it: %1"),
                QT_TRANSLATE_NOOP("Condition", "the event has it: %1")};
    case Operator::IsEmpty: return emptiness;
    case Operator::IsTrue: return truth;
    case Operator::IsFalse: return falsehood;
    default: return comparison(op);
    }
}

bool isTextOperator(Operator op)
{
    const ValueKind kind = valueKind(op);
    return kind == ValueKind::Text || kind == ValueKind::Pattern;
}

/// Why the value is nothing that the operator could compare; empty where it is.
QString unfitness(const Rule &rule, const Value &seen)
{
    const ValueKind kind = valueKind(rule.op);
    if (kind == ValueKind::Number && !isNumeric(seen))
        return tr("%1 is no number, so it cannot be compared with %2");
    if (kind == ValueKind::Time && !instantOf(seen))
        return tr("%1 is no time (RFC 3339), so it cannot be compared with %2");
    if (isTextOperator(rule.op) && seen.isNull())
        return tr("%1 is no text, so it is not compared with %2");
    const bool looksInside = rule.op == Operator::Contains || rule.op == Operator::NotContains;
    if (isTextOperator(rule.op) && seen.isContainer() && !(looksInside && seen.isArray()))
        return tr("%1 is a list or an object and no text, so it is not compared with %2");
    return {};
}

QString missing(const Rule &rule, bool result)
{
    const QString text = rule.op == Operator::NotExists ? tr("%1 is not in the event")
        : result ? tr("%1 is not in the event, and what is missing %2 nothing")
                 : tr("%1 is not in the event");
    const QString words = rule.op == Operator::NotEquals ? tr("equals") : tr("contains");
    return text.contains(QLatin1String("%2")) ? text.arg(subject(rule), words) : text.arg(subject(rule));
}

} // namespace

QString reason(const Rule &rule, const Value &seen, bool result)
{
    if (!seen)
        return missing(rule, result);
    const QString saw = shown(seen);
    const QString &value = rule.shownValue;
    const QString unfit = unfitness(rule, seen);
    if (!unfit.isEmpty())
        return unfit.arg(saw, value);
    const Sentences both = sentences(rule.op);
    const QString text = tr(result ? both.yes : both.no);
    return text.contains(QLatin1String("%2")) ? text.arg(saw, value) : text.arg(saw);
}

Error limitExceeded(const Rule &rule)
{
    Error error;
    error.code = ErrorCode::RegexLimit;
    error.message = tr("the regular expression %1 needs more work on this event’s %2 than is allowed")
                        .arg(rule.shownValue, subject(rule));
    error.wayOut = tr("write it without repeats inside repeats, such as (a+)+, or anchor it with ^");
    return error;
}

} // namespace designer::condition
