// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conditions/conditionrow.h"
#include "ui/conditions/samplefields.h"

class QToolButton;

namespace designer::ui {

class ChoiceBox;
class FieldBox;
class UndoKeys;
class ValueBox;

/// A rule: what it looks at, how it compares, and with what.
class RuleRow : public ConditionRow
{
    Q_OBJECT
public:
    /// All of them outlive the row.
    RuleRow(ConditionEdits &edits, RuleModels &models, const SampleFields &fields, UndoKeys &undoKeys,
            QWidget *parent);

    void sampleChanged() override;

protected:
    void showRow() override;
    void nameControls(int number) override;
    void arrange(const QRect &place) override;
    [[nodiscard]] QWidget *controlFor(const QString &member) const override;
    void markFault(const RowRemark &remark) override;

private:
    void listen();
    void chooseOperator(const std::string &name);
    void showValue();
    void showOffer();
    void unfoldValues();

    RuleModels &m_models;
    const SampleFields &m_fields;
    ChoiceBox *m_type = nullptr;
    FieldBox *m_field = nullptr;
    ChoiceBox *m_operator = nullptr;
    ValueBox *m_value = nullptr;
    QToolButton *m_ignoreCase = nullptr;
    std::string m_shownField; ///< of the rule whose value was typed
    std::string m_shownType;
};

} // namespace designer::ui
