// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/conditionedits.h"

#include "condition/valuetext.h"

#include <limits>

namespace designer::ui {

namespace {

constexpr std::size_t atTheEnd = std::numeric_limits<std::size_t>::max();

QString keyOf(const std::string &rule, const char *member)
{
    return QString::fromStdString(rule + '/' + member);
}

} // namespace

bool ConditionEdits::apply(const QString &stepName, const std::string &place,
                           const Result<connection::Connection> &next, const QString &mergeKey)
{
    const EditPlace where{Page::Conditions, QString::fromStdString(place)};
    return !m_document->changeShell(stepName, where, next, mergeKey);
}

void ConditionEdits::setMatch(const std::string &group, condition::Match match)
{
    if (m_document)
        apply(tr("Join a group of conditions"), group + "/match",
              connection::withMatch(m_document->shell(), group, match));
}

void ConditionEdits::setType(const std::string &rule, condition::Type type)
{
    if (m_document)
        apply(tr("Change what a condition looks at"), rule + "/type",
              connection::withType(m_document->shell(), rule, type));
}

void ConditionEdits::setOperator(const std::string &rule, condition::Operator op, const QString &typedBefore)
{
    if (m_document)
        apply(tr("Change how a condition compares"), rule + "/operator",
              connection::withOperator(m_document->shell(), rule, op, typedBefore.toStdString()));
}

void ConditionEdits::setIgnoreCase(const std::string &rule, bool ignoreCase)
{
    if (m_document)
        apply(ignoreCase ? tr("Ignore upper and lower case") : tr("Heed upper and lower case"),
              rule + "/ignore_case", connection::withIgnoreCase(m_document->shell(), rule, ignoreCase));
}

void ConditionEdits::typeField(const std::string &rule, const QString &field)
{
    if (m_document)
        apply(tr("Change the field of a condition"), rule + "/field",
              connection::withField(m_document->shell(), rule, field.toStdString()), keyOf(rule, "field"));
}

void ConditionEdits::typeValue(const std::string &rule, const QString &value)
{
    if (m_document)
        apply(tr("Change the value of a condition"), rule + "/value",
              connection::withValue(m_document->shell(), rule, value.toStdString()), keyOf(rule, "value"));
}

void ConditionEdits::typeValues(const std::string &rule, const QString &lines)
{
    if (m_document)
        apply(
            tr("Change the values of a condition"), rule + "/value",
            connection::withValueJson(m_document->shell(), rule, condition::listOfLines(lines.toStdString())),
            keyOf(rule, "value"));
}

void ConditionEdits::chooseValue(const std::string &rule, const std::string &json)
{
    if (m_document)
        apply(tr("Choose the value of a condition"), rule + "/value",
              connection::withValueJson(m_document->shell(), rule, json));
}

bool ConditionEdits::addRule(const std::string &group, const connection::NewRule &rule)
{
    return m_document
        && apply(tr("Add a condition"), group,
                 connection::withRuleAdded(m_document->shell(), group, atTheEnd, rule));
}

bool ConditionEdits::addGroup(const std::string &group)
{
    return m_document
        && apply(tr("Add a group of conditions"), group,
                 connection::withGroupAdded(m_document->shell(), group, atTheEnd, condition::Match::Any));
}

void ConditionEdits::remove(const std::string &pointer)
{
    if (m_document)
        apply(tr("Remove a condition"), pointer,
              connection::withConditionRemoved(m_document->shell(), pointer));
}

std::optional<std::string> ConditionEdits::move(const std::string &pointer, const std::string &group,
                                                std::size_t index)
{
    if (!m_document)
        return std::nullopt;
    const auto moved = connection::withConditionMoved(m_document->shell(), pointer, group, index);
    if (!moved || !apply(tr("Move a condition"), moved->pointer, moved->connection))
        return std::nullopt;
    return moved->pointer;
}

} // namespace designer::ui
