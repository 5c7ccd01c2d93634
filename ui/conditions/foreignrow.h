// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conditions/conditionrow.h"

class QLineEdit;

namespace designer::ui {

/// What stands among the conditions and is neither a rule nor a group: shown as it is.
class ForeignRow : public ConditionRow
{
    Q_OBJECT
public:
    ForeignRow(ConditionEdits &edits, QWidget *parent);

protected:
    void showRow() override;
    void nameControls(int number) override;
    void arrange(const QRect &place) override;
    [[nodiscard]] QWidget *controlFor(const QString &member) const override;

private:
    QLineEdit *m_text = nullptr;
};

} // namespace designer::ui
