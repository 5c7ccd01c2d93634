// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/rulewords.h"

#include "condition/valuetext.h"
#include "condition/wording.h"
#include "ui/conditions/choicebox.h"

#include <QCoreApplication>

#include <array>

namespace designer::ui {

using condition::Match;
using condition::Operator;
using condition::OutlineRow;
using condition::Type;
using condition::ValueKind;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Conditions", text);
}

constexpr std::array forNames
    = {Operator::Equals,      Operator::NotEquals,  Operator::OneOf,    Operator::Contains,
       Operator::NotContains, Operator::StartsWith, Operator::EndsWith, Operator::Regex};
constexpr std::array forPages
    = {Operator::Equals,      Operator::NotEquals,  Operator::OneOf,    Operator::Contains,
       Operator::NotContains, Operator::StartsWith, Operator::EndsWith, Operator::Regex,
       Operator::Exists,      Operator::NotExists,  Operator::IsEmpty};
constexpr std::array forAll = {
    Operator::Equals,   Operator::NotEquals, Operator::OneOf,    Operator::GreaterThan, Operator::AtLeast,
    Operator::LessThan, Operator::AtMost,    Operator::Contains, Operator::NotContains, Operator::StartsWith,
    Operator::EndsWith, Operator::Regex,     Operator::Exists,   Operator::NotExists,   Operator::IsEmpty,
    Operator::Before,   Operator::After,     Operator::IsTrue,   Operator::IsFalse};

void fill(QStandardItemModel &model, std::span<const Operator> operators)
{
    for (const Operator op : operators)
        model.appendRow(ChoiceBox::item(condition::phrase(op), condition::name(op)));
}

QString typed(const OutlineRow &row)
{
    return QString::fromStdString(condition::typedText(row.valueJson));
}

QString sentence(const condition::Problem &problem)
{
    const QString text = QStringLiteral("%1; %2.").arg(problem.message, problem.wayOut);
    return text.left(1).toUpper() + text.mid(1);
}

/// In plain words what is wrong with the value, where the words of a file would not do.
QString valueFault(const OutlineRow &row, const condition::Problem &problem)
{
    const QString text = typed(row);
    switch (valueKind(*row.op)) {
    case ValueKind::Number:
        return text.isEmpty() ? tr("Type a number, as 100.")
                              : tr("“%1” is no number. Write it as 1299.90: digits, and a point before the "
                                   "decimals.")
                                    .arg(text);
    case ValueKind::Time:
        return text.isEmpty()
            ? tr("Type a date, as 2026-01-31, or a date and time, as 2026-01-31T18:30:00+03:00.")
            : tr("“%1” is no time. Write it as 2026-01-31, or as 2026-01-31T18:30:00+03:00.").arg(text);
    case ValueKind::List: return tr("Type the values that count, with commas between them.");
    case ValueKind::Pattern:
        if (!row.valueJson.empty() && row.valueJson.front() == '"')
            break;
        return tr("Type a regular expression, as ^shoes.");
    case ValueKind::Scalar:
    case ValueKind::Text:
    case ValueKind::Nothing:
        if (row.valueJson.empty())
            return tr("Type a value.");
        break;
    }
    return sentence(problem);
}

QString fieldFault(const OutlineRow &row)
{
    if (row.field.empty())
        return tr("Choose a field, or type its full name, as properties.price.");
    return tr("“%1” is no field. Write its names joined by dots, without blanks, as properties.price.")
        .arg(QString::fromStdString(row.field));
}

bool isAt(const condition::Problem &problem, const OutlineRow &row, const char *member)
{
    return problem.pointer == row.pointer + '/' + member;
}

RowRemark faultOf(const OutlineRow &row)
{
    const condition::Problem &first = row.problems.front();
    if (!row.type)
        return {Tone::Error, tr("Choose what this condition looks at."), true};
    if (row.isUnfinished()) // nothing is wrong with it, it is only not there yet
        return {Tone::Neutral, fieldFault(row), true};
    if (isAt(first, row, "field"))
        return {Tone::Error, fieldFault(row), true};
    if (!row.op)
        return {Tone::Error, tr("Choose how this condition compares."), false};
    if (isAt(first, row, "ignore_case"))
        return {Tone::Error, sentence(first), false};
    return {Tone::Error, valueFault(row, first), false};
}

/// Sound, and yet hardly meant: a value that nobody has typed yet.
RowRemark hintOn(const OutlineRow &row)
{
    if (!row.op || (row.valueJson != "\"\"" && row.valueJson != "[]"))
        return {};
    switch (valueKind(*row.op)) {
    case ValueKind::List:
        return {Tone::Neutral,
                tr("Type the values that count, with commas between them, or one a line (Down).")};
    case ValueKind::Scalar:
        return {Tone::Neutral, tr("Type a value. As it stands it is compared with an empty text.")};
    case ValueKind::Text:
    case ValueKind::Pattern: return {Tone::Neutral, tr("Type a value. As it stands every text will do.")};
    default: return {};
    }
}

} // namespace

QString words(Type type)
{
    switch (type) {
    case Type::EventName: return tr("Event name");
    case Type::Property: return tr("Property");
    case Type::User: return tr("User attribute");
    case Type::Page: return tr("Page");
    case Type::Path: break;
    }
    return tr("Any path");
}

QString words(Match match)
{
    switch (match) {
    case Match::All: return tr("All of these are true");
    case Match::Any: return tr("At least one is true");
    case Match::None: break;
    }
    return tr("None of these is true");
}

std::span<const Operator> operatorsFor(std::optional<Type> type)
{
    if (type == Type::EventName)
        return forNames;
    return type == Type::Page ? std::span<const Operator>(forPages) : std::span<const Operator>(forAll);
}

QString exampleFor(std::optional<Operator> op)
{
    switch (op ? valueKind(*op) : ValueKind::Scalar) {
    case ValueKind::Nothing: return {};
    case ValueKind::List: return tr("one, two, three");
    case ValueKind::Number: return tr("number");
    case ValueKind::Time: return tr("date or time");
    case ValueKind::Pattern: return tr("expression");
    case ValueKind::Scalar:
    case ValueKind::Text: break;
    }
    return tr("value");
}

bool canIgnoreCase(std::optional<Operator> op)
{
    switch (op ? valueKind(*op) : ValueKind::Scalar) {
    case ValueKind::Nothing:
    case ValueKind::Number:
    case ValueKind::Time: return false;
    default: return true;
    }
}

RowRemark remarkOn(const OutlineRow &row)
{
    switch (row.kind) {
    case OutlineRow::Kind::Foreign:
        return {
            Tone::Error,
            tr("This is neither a condition nor a group of them, so nothing can be sent. Remove it, or mend "
               "it in the file."),
            false};
    case OutlineRow::Kind::Group:
        if (!row.canGrow)
            return {Tone::Error,
                    tr("What is in this group cannot be read. Remove it, or mend it in the file."), false};
        return row.match || (row.isRoot() && row.size == 0)
            ? RowRemark()
            : RowRemark{Tone::Error, tr("Choose how the conditions of this group are joined."), false};
    case OutlineRow::Kind::Rule: break;
    }
    return row.problems.empty() ? hintOn(row) : faultOf(row);
}

RuleModels::RuleModels()
{
    for (const Type type : {Type::EventName, Type::Property, Type::User, Type::Page, Type::Path})
        m_types.appendRow(ChoiceBox::item(words(type), condition::name(type)));
    for (const Match match : {Match::All, Match::Any, Match::None})
        m_matches.appendRow(ChoiceBox::item(words(match), condition::name(match)));
    fill(m_forNames, forNames);
    fill(m_forPages, forPages);
    fill(m_forAll, forAll);
}

QStandardItemModel *RuleModels::operators(std::optional<Type> type)
{
    if (type == Type::EventName)
        return &m_forNames;
    return type == Type::Page ? &m_forPages : &m_forAll;
}

} // namespace designer::ui
