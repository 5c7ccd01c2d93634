// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/samplesmodel.h"

#include <utility>

namespace designer::ui {

void SamplesModel::setEntries(std::vector<SampleEntry> entries)
{
    if (entries.size() != m_entries.size()) {
        beginResetModel();
        m_entries = std::move(entries);
        endResetModel();
        return;
    }
    std::swap(m_entries, entries);
    for (int row = 0; row < rowCount(); ++row) {
        if (!(entry(row) == entries[static_cast<std::size_t>(row)]))
            Q_EMIT dataChanged(index(row), index(row));
    }
}

int SamplesModel::rowOf(int pending, const QString &name) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (entry(row).pending == pending && (pending != 0 || entry(row).name == name))
            return row;
    }
    return -1;
}

int SamplesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant SamplesModel::data(const QModelIndex &index, int role) const
{
    const SampleEntry &shown = entry(index.row());
    switch (role) {
    case Qt::DisplayRole: return shown.name;
    case SubtitleRole:
    case Qt::AccessibleDescriptionRole: return shown.about;
    case Qt::ToolTipRole: return QString(shown.name + QLatin1Char('\n') + shown.about);
    case PendingRole: return shown.pending;
    default: return {};
    }
}

} // namespace designer::ui
