// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/samplesmodel.h"

#include "ui/common/plaintooltip.h"

#include <utility>

namespace designer::ui {

void SamplesModel::setRows(std::vector<SampleRow> rows)
{
    if (rows.size() != m_rows.size()) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    std::swap(m_rows, rows);
    for (int at = 0; at < rowCount(); ++at) {
        if (!(row(at) == rows[static_cast<std::size_t>(at)]))
            Q_EMIT dataChanged(index(at), index(at));
    }
}

int SamplesModel::rowOf(const SampleId &id) const
{
    for (int at = 0; at < rowCount(); ++at) {
        if (row(at).id == id)
            return at;
    }
    return -1;
}

int SamplesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant SamplesModel::data(const QModelIndex &index, int role) const
{
    const SampleRow &shown = row(index.row());
    switch (role) {
    case Qt::DisplayRole: return shown.name;
    case SubtitleRole:
    case Qt::AccessibleDescriptionRole: return shown.about;
    case Qt::ToolTipRole: return plainToolTip(shown.name + QLatin1Char('\n') + shown.about);
    default: return {};
    }
}

} // namespace designer::ui
