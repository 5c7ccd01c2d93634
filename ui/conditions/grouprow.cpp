// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/grouprow.h"

#include "ui/conditions/choicebox.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPushButton>

namespace designer::ui {

namespace {

/// In px at the design's text size: a word and the arrow.
constexpr int narrowestMatch = 80;

} // namespace

GroupRow::GroupRow(ConditionEdits &edits, RuleModels &models, QWidget *parent)
    : ConditionRow(edits, parent), m_models(models), m_match(new ChoiceBox(this)),
      m_addRule(adder(tr("Condition"))), m_addGroup(adder(tr("Group")))
{
    for (QWidget *control : std::initializer_list<QWidget *>{m_match, m_addRule, m_addGroup})
        addStop(control);
    connect(m_match, &ChoiceBox::chosen, this, [this](const std::string &name) {
        if (const auto match = condition::matchFromName(name))
            this->edits().setMatch(pointer(), *match);
    });
    connect(m_addRule, &QPushButton::clicked, this, &GroupRow::ruleAsked);
    connect(m_addGroup, &QPushButton::clicked, this, &GroupRow::groupAsked);
}

QPushButton *GroupRow::adder(const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setIcon(icon(Icon::Plus, Color::Accent));
    button->setFlat(true);
    button->setProperty("accent", true);
    return button;
}

void GroupRow::showRow()
{
    m_match->show(m_models.matches(), row().matchName,
                  row().match ? words(*row().match) : QString::fromStdString(row().matchName));
    m_addRule->setEnabled(row().canGrow);
    m_addGroup->setEnabled(row().canGrow);
}

void GroupRow::nameControls(int number)
{
    m_match->setAccessibleName(tr("How the conditions of group %1 are joined").arg(number));
    m_addRule->setAccessibleName(tr("Add a condition to group %1").arg(number));
    m_addGroup->setAccessibleName(tr("Add a group to group %1").arg(number));
}

int GroupRow::adders() const
{
    return m_addRule->sizeHint().width() + m_addGroup->sizeHint().width() + 2 * theme().size(Space::S8);
}

int GroupRow::narrowestControls() const
{
    return theme().scaled(narrowestMatch) + adders();
}

void GroupRow::arrange(const QRect &place)
{
    const int gap = theme().size(Space::S8);
    const int wanted = std::max(theme().scaled(224), m_match->sizeHint().width());
    int x = place.left();
    const auto put = [&](QWidget *control, int width) {
        control->setGeometry(x, place.top(), width, place.height());
        x += width + gap;
    };
    put(m_match, std::clamp(place.width() - adders(), theme().scaled(narrowestMatch), wanted));
    put(m_addRule, m_addRule->sizeHint().width());
    put(m_addGroup, m_addGroup->sizeHint().width());
}

QWidget *GroupRow::controlFor(const QString & /*member*/) const
{
    return m_match;
}

void GroupRow::markFault(const RowRemark &remark)
{
    mark(m_match, remark.tone == Tone::Error && !row().match);
}

} // namespace designer::ui
