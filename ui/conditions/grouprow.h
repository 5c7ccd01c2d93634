// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conditions/conditionrow.h"

class QPushButton;

namespace designer::ui {

class ChoiceBox;

/// The head of a group: how its conditions are joined, and what can be added to them.
class GroupRow : public ConditionRow
{
    Q_OBJECT
public:
    GroupRow(ConditionEdits &edits, RuleModels &models, QWidget *parent);

Q_SIGNALS:
    void ruleAsked();
    void groupAsked();

protected:
    void showRow() override;
    void nameControls(int number) override;
    void arrange(const QRect &place) override;
    [[nodiscard]] int narrowestControls() const override;
    [[nodiscard]] QWidget *controlFor(const QString &member) const override;
    void markFault(const RowRemark &remark) override;

private:
    [[nodiscard]] int adders() const;
    QPushButton *adder(const QString &text);

    RuleModels &m_models;
    ChoiceBox *m_match = nullptr;
    QPushButton *m_addRule = nullptr;
    QPushButton *m_addGroup = nullptr;
};

} // namespace designer::ui
