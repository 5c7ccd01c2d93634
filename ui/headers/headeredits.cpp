// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/headers/headeredits.h"

#include "http/field.h"
#include "text/ascii.h"
#include "json/pointer.h"
#include "json/text.h"

#include <algorithm>

namespace designer::ui {
namespace {

using connection::HeaderRow;

EditPlace placeOf(const HeaderRow &row)
{
    return {Page::Headers, json::toQString("/headers/" + json::escapedToken(row.name))};
}

std::size_t at(int row)
{
    return static_cast<std::size_t>(row);
}

QString nameOf(const HeaderRow &row)
{
    return json::toQString(row.name);
}

} // namespace

int countOn(const std::vector<HeaderRow> &rows)
{
    return static_cast<int>(
        std::count_if(rows.begin(), rows.end(), [](const HeaderRow &row) { return row.on; }));
}

std::vector<HeaderRow> HeaderEdits::rows() const
{
    return m_document ? connection::headerRows(m_document->shell()) : std::vector<HeaderRow>();
}

HeaderEdits::Edited HeaderEdits::apply(const QString &stepName, const std::vector<HeaderRow> &rows,
                                       const HeaderRow &edited)
{
    if (!m_document)
        return std::nullopt;
    if (m_document->changeShell(stepName, placeOf(edited),
                                connection::withHeaderRows(m_document->shell(), rows)))
        return std::nullopt;
    return edited;
}

HeaderEdits::Edited HeaderEdits::setOn(int row, bool on)
{
    std::vector<HeaderRow> rows = this->rows();
    HeaderRow moved = rows[at(row)];
    if (moved.on == on)
        return std::nullopt;
    moved.on = on;
    rows.erase(rows.begin() + row);
    rows.insert(rows.begin() + countOn(rows), moved);
    return apply((on ? tr("Switch the header %1 on") : tr("Switch the header %1 off")).arg(nameOf(moved)),
                 rows, moved);
}

HeaderEdits::Edited HeaderEdits::rename(int row, const std::string &name)
{
    std::vector<HeaderRow> rows = this->rows();
    const QString before = nameOf(rows[at(row)]);
    rows[at(row)].name = name;
    return apply(tr("Rename the header %1").arg(before), rows, rows[at(row)]);
}

HeaderEdits::Edited HeaderEdits::setValue(int row, const std::string &value, const QString &stepName)
{
    std::vector<HeaderRow> rows = this->rows();
    rows[at(row)].value = value;
    const QString usual = tr("Change the header %1").arg(nameOf(rows[at(row)]));
    return apply(stepName.isEmpty() ? usual : stepName, rows, rows[at(row)]);
}

HeaderEdits::Edited HeaderEdits::moveTo(int row, int to)
{
    std::vector<HeaderRow> rows = this->rows();
    const HeaderRow moved = rows[at(row)];
    const int on = countOn(rows);
    const int first = moved.on ? 0 : on;
    const int last = (moved.on ? on : static_cast<int>(rows.size())) - 1;
    const int target = std::clamp(to, first, last);
    if (target == row)
        return std::nullopt;
    rows.erase(rows.begin() + row);
    rows.insert(rows.begin() + target, moved);
    return apply(tr("Move the header %1").arg(nameOf(moved)), rows, moved);
}

HeaderEdits::Edited HeaderEdits::remove(int row)
{
    std::vector<HeaderRow> rows = this->rows();
    const HeaderRow removed = rows[at(row)];
    rows.erase(rows.begin() + row);
    return apply(tr("Remove the header %1").arg(nameOf(removed)), rows, removed);
}

HeaderEdits::Edited HeaderEdits::add(const HeaderRow &header)
{
    std::vector<HeaderRow> rows = this->rows();
    rows.insert(rows.begin() + (header.on ? countOn(rows) : static_cast<int>(rows.size())), header);
    return apply(tr("Add the header %1").arg(nameOf(header)), rows, header);
}

HeaderEdits::Edited HeaderEdits::switchOn(std::string_view name)
{
    const std::vector<HeaderRow> rows = this->rows();
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const HeaderRow &row) {
        return !row.on && text::equalsIgnoringCase(row.name, name);
    });
    return found == rows.end() ? std::nullopt : setOn(static_cast<int>(found - rows.begin()), true);
}

HeaderEdits::Edited HeaderEdits::replaceAll(const QString &stepName, const std::vector<HeaderRow> &rows)
{
    return apply(stepName, rows, rows.empty() ? HeaderRow() : rows.front());
}

} // namespace designer::ui
