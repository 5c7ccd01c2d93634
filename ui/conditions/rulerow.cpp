// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/rulerow.h"

#include "condition/valuetext.h"
#include "condition/wording.h"
#include "ui/common/plaintooltip.h"
#include "ui/conditions/choicebox.h"
#include "ui/conditions/fieldbox.h"
#include "ui/conditions/listpopup.h"
#include "ui/conditions/valuebox.h"
#include "ui/theme/theme.h"

#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

namespace designer::ui {

using condition::ValueKind;

RuleRow::RuleRow(ConditionEdits &edits, RuleModels &models, const SampleFields &fields, UndoKeys &undoKeys,
                 QWidget *parent)
    : ConditionRow(edits, parent), m_models(models), m_fields(fields), m_type(new ChoiceBox(this)),
      m_field(new FieldBox(this)), m_operator(new ChoiceBox(this)), m_value(new ValueBox(this)),
      m_ignoreCase(new QToolButton(this))
{
    m_ignoreCase->setText(QStringLiteral("Aa"));
    m_ignoreCase->setCheckable(true);
    m_ignoreCase->setAutoRaise(true);
    m_ignoreCase->setFocusPolicy(Qt::StrongFocus);
    m_ignoreCase->setToolTip(tr("Upper and lower case are alike"));
    for (QWidget *control :
         std::initializer_list<QWidget *>{m_type, m_field, m_operator, m_value, m_ignoreCase})
        addStop(control);
    m_field->lineEdit()->installEventFilter(this);
    m_field->setUndoKeys(undoKeys);
    m_value->setUndoKeys(undoKeys);
    listen();
}

void RuleRow::listen()
{
    connect(m_type, &ChoiceBox::chosen, this, [this](const std::string &name) {
        if (const auto type = condition::typeFromName(name))
            edits().setType(pointer(), *type);
    });
    connect(m_operator, &ChoiceBox::chosen, this, &RuleRow::chooseOperator);
    connect(m_field, &FieldBox::typed, this,
            [this](const QString &path) { edits().typeField(pointer(), path); });
    connect(m_value, &ValueBox::typed, this,
            [this](const QString &text) { edits().typeValue(pointer(), text); });
    connect(m_value, &ValueBox::chosen, this,
            [this](const std::string &json) { edits().chooseValue(pointer(), json); });
    connect(m_value, &ValueBox::linesAsked, this, &RuleRow::unfoldValues);
    connect(m_ignoreCase, &QToolButton::clicked, this,
            [this](bool checked) { edits().setIgnoreCase(pointer(), checked); });
}

void RuleRow::chooseOperator(const std::string &name)
{
    // What was typed stays in the hidden line, and is used again where the next operator takes a value.
    if (const auto op = condition::operatorFromName(name))
        edits().setOperator(pointer(), *op, m_value->text());
}

void RuleRow::showRow()
{
    const condition::OutlineRow &rule = row();
    // What was typed for another rule is nothing to come back to.
    if (m_shownField != rule.field || m_shownType != rule.typeName)
        m_value->clear();
    m_shownField = rule.field;
    m_shownType = rule.typeName;
    m_type->show(m_models.types(), rule.typeName,
                 rule.type ? words(*rule.type) : QString::fromStdString(rule.typeName));
    m_field->setChoices(&m_fields, rule.type);
    m_field->show(QString::fromStdString(rule.field));
    m_field->setVisible(rule.type != condition::Type::EventName);
    m_operator->show(m_models.operators(rule.type), rule.opName,
                     rule.op ? condition::phrase(*rule.op) : QString::fromStdString(rule.opName));
    m_ignoreCase->setChecked(rule.ignoreCase);
    m_ignoreCase->setVisible(canIgnoreCase(rule.op));
    showValue();
    showOffer();
}

void RuleRow::showValue()
{
    const condition::OutlineRow &rule = row();
    const bool takesValue = !rule.op || valueKind(*rule.op) != ValueKind::Nothing;
    m_value->setVisible(takesValue);
    m_value->setPlaceholderText(exampleFor(rule.op));
    if (!takesValue)
        return;
    // What stands there may be another way to write the same: then the caret stays.
    const std::string shown = condition::typedText(rule.valueJson);
    const std::string typed = m_value->text().toStdString();
    const std::string meant
        = condition::valueOf(rule.op.value_or(condition::Operator::Equals), typed, rule.valueJson);
    if (typed != shown && condition::typedText(meant) != shown)
        m_value->show(QString::fromStdString(shown));
    m_value->setToolTip(plainToolTip(m_value->text()));
}

/// An expression is written, not met in an event.
void RuleRow::showOffer()
{
    const condition::OutlineRow &rule = row();
    const ValueKind kind = rule.op ? valueKind(*rule.op) : ValueKind::Scalar;
    const bool hasNone = kind == ValueKind::Nothing || kind == ValueKind::Pattern;
    m_value->setOffer(hasNone ? std::vector<std::string>() : m_fields.values(rule.type, rule.field),
                      kind == ValueKind::List);
}

void RuleRow::sampleChanged()
{
    showOffer();
}

void RuleRow::unfoldValues()
{
    auto *const popup
        = new ListPopup(m_value->accessibleName(), row().valueJson, m_value->offered(), m_value);
    connect(popup, &ListPopup::typed, this,
            [this](const QString &lines) { edits().typeValues(pointer(), lines); });
    popup->open();
}

void RuleRow::nameControls(int number)
{
    m_type->setAccessibleName(tr("What condition %1 looks at").arg(number));
    m_field->setAccessibleName(tr("Field of condition %1").arg(number));
    m_field->lineEdit()->setAccessibleName(m_field->accessibleName());
    m_operator->setAccessibleName(tr("How condition %1 compares").arg(number));
    m_value->setAccessibleName(tr("Value of condition %1").arg(number));
    m_ignoreCase->setAccessibleName(tr("Upper and lower case are alike in condition %1").arg(number));
}

void RuleRow::arrange(const QRect &place)
{
    const int gap = theme().size(Space::S8);
    const int room = place.width() - 3 * gap;
    const int type = std::min(theme().scaled(132), room * 26 / 100);
    const int op = std::min(theme().scaled(150), room * 26 / 100);
    const int cases = m_ignoreCase->isHidden() ? 0 : place.height();
    const int field = (room - type - op - cases) * 55 / 100;
    int x = place.left();
    const auto put = [&](QWidget *control, int width) {
        control->setGeometry(x, place.top(), width, place.height());
        x += width + gap;
    };
    put(m_type, type);
    if (!m_field->isHidden()) // else its room is the value's
        put(m_field, field);
    put(m_operator, op);
    int value = place.right() + 1 - x;
    if (!m_ignoreCase->isHidden()) {
        const int width = place.height();
        m_ignoreCase->setGeometry(place.right() + 1 - width, place.top(), width, place.height());
        value -= width + theme().size(Space::S4) / 2;
    }
    put(m_value, value);
}

QWidget *RuleRow::controlFor(const QString &member) const
{
    if (member == QLatin1String("field"))
        return m_field;
    if (member == QLatin1String("operator"))
        return m_operator;
    if (member == QLatin1String("value"))
        return m_value;
    return member == QLatin1String("ignore_case") ? static_cast<QWidget *>(m_ignoreCase) : m_type;
}

void RuleRow::markFault(const RowRemark &remark)
{
    const bool isWrong = remark.tone == Tone::Error && !remark.text.isEmpty();
    mark(m_type, isWrong && !row().type);
    mark(m_field, isWrong && row().type && remark.isAboutField);
    mark(m_operator, isWrong && row().type && !remark.isAboutField && !row().op);
    mark(m_value, isWrong && row().type && !remark.isAboutField && row().op);
}

} // namespace designer::ui
