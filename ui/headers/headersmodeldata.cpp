// SPDX-License-Identifier: GPL-3.0-or-later
// What the views ask of the rows, and what is read aloud of them.
#include "ui/headers/headersmodel.h"

#include "ui/common/plaintooltip.h"
#include "json/text.h"

namespace designer::ui {

QVariant HeadersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (index.column()) {
    case On: return onData(index.row(), role);
    case Name: return nameData(index.row(), role);
    case Value: return valueData(index.row(), role);
    default: return buttonData(index.row(), index.column(), role);
    }
}

QVariant HeadersModel::onData(int row, int role) const
{
    if (role == Qt::CheckStateRole)
        return header(row).on ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::AccessibleTextRole)
        return header(row).on ? tr("On: %1 is sent").arg(json::toQString(header(row).name))
                              : tr("Off: %1 is not sent").arg(json::toQString(header(row).name));
    return {};
}

QVariant HeadersModel::nameData(int row, int role) const
{
    const QString name = json::toQString(header(row).name);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return name;
    case Qt::AccessibleTextRole: return name.isEmpty() ? tr("Name of the new header") : name;
    default: return {};
    }
}

QVariant HeadersModel::valueData(int row, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return shownValue(row);
    case Qt::EditRole: return json::toQString(header(row).value);
    case Qt::AccessibleTextRole: {
        const bool isHidden = hasHidden(row) && !isRevealed(row) && !lacksValue(row);
        QStringList parts{isHidden ? tr("hidden value") : shownValue(row)};
        if (parts.front().isEmpty())
            parts.front() = tr("no value");
        for (const HeaderNote &note : notes(row))
            parts.append(note.sentence);
        return parts.join(QLatin1String("; "));
    }
    default: return {};
    }
}

QVariant HeadersModel::buttonData(int row, int column, int role) const
{
    if (role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    const QString name = json::toQString(header(row).name);
    const auto words
        = [role](const QString &text) { return role == Qt::ToolTipRole ? plainToolTip(text) : text; };
    if (column == Handle && !isDraft(row))
        return words(tr("Move %1: Alt+Up, Alt+Down").arg(name));
    if (column == Remove)
        return words(tr("Remove %1").arg(name));
    if (column == Eye && hasHidden(row) && !canReveal(row))
        return words(tr("There is nothing to show yet: the value of %1 has not been put in").arg(name));
    if (column == Eye && hasHidden(row))
        return words(isRevealed(row) ? tr("Hide the value of %1").arg(name)
                                     : tr("Show the value of %1 for a moment").arg(name));
    return role == Qt::AccessibleTextRole ? QVariant(tr("nothing")) : QVariant();
}

Qt::ItemFlags HeadersModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags out = QAbstractTableModel::flags(index);
    if (!index.isValid())
        return out;
    if (index.column() == Name || index.column() == Value)
        out |= Qt::ItemIsEditable;
    if (index.column() == On)
        out |= Qt::ItemIsUserCheckable;
    return out | Qt::ItemNeverHasChildren;
}

QVariant HeadersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::AccessibleTextRole ? QVariant(tr("Header %1").arg(section + 1)) : QVariant();
    const bool isShown = role == Qt::DisplayRole;
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == On ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter);
    if (!isShown && role != Qt::AccessibleTextRole)
        return {};
    switch (section) {
    case On: return tr("On");
    case Name: return tr("Name");
    case Value: return tr("Value");
    case Handle: return isShown ? QString() : tr("Move");
    case Eye: return isShown ? QString() : tr("Show");
    default: return isShown ? QString() : tr("Remove");
    }
}

} // namespace designer::ui
