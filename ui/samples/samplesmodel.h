// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/twolinedelegate.h"
#include "ui/samples/sampleid.h"

#include <QAbstractListModel>

#include <vector>

namespace designer::ui {

/// A row of the list of samples.
struct SampleRow
{
    SampleId id;
    QString name;
    QString about; ///< "purchase · yours"
    bool operator==(const SampleRow &) const = default;
};

/// What the list of samples shows, as it was told.
class SamplesModel : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    /// Tells of what changes alone, so that a view keeps its place.
    void setRows(std::vector<SampleRow> rows);
    [[nodiscard]] const SampleRow &row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// -1: none.
    [[nodiscard]] int rowOf(const SampleId &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<SampleRow> m_rows;
};

} // namespace designer::ui
