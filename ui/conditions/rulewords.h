// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "condition/outline.h"
#include "ui/common/tone.h"

#include <QStandardItemModel>

#include <span>
#include <string>

namespace designer::ui {

[[nodiscard]] QString words(condition::Type type);
[[nodiscard]] QString words(condition::Match match);
/// Those that make sense for \a type, in the order in which they are listed.
[[nodiscard]] std::span<const condition::Operator> operatorsFor(std::optional<condition::Type> type);
/// What may be written as a value, as an example; empty where \a op takes none.
[[nodiscard]] QString exampleFor(std::optional<condition::Operator> op);
[[nodiscard]] bool canIgnoreCase(std::optional<condition::Operator> op);

/// What is to be said below a row.
struct RowRemark
{
    Tone tone = Tone::Neutral;
    QString text; ///< plain; empty: nothing
    bool isAboutField = false; ///< else about the value
};
[[nodiscard]] RowRemark remarkOn(const condition::OutlineRow &row);

/// The lists of choices that the rows share. Items carry the name of the file.
class RuleModels
{
public:
    RuleModels();
    [[nodiscard]] QStandardItemModel *types() { return &m_types; }
    [[nodiscard]] QStandardItemModel *matches() { return &m_matches; }
    [[nodiscard]] QStandardItemModel *operators(std::optional<condition::Type> type);

private:
    QStandardItemModel m_types;
    QStandardItemModel m_matches;
    QStandardItemModel m_forNames;
    QStandardItemModel m_forPages;
    QStandardItemModel m_forAll;
};

} // namespace designer::ui
