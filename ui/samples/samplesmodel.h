// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/twolinedelegate.h"

#include <QAbstractListModel>

#include <vector>

namespace designer::ui {

/// A row of the list of samples.
struct SampleEntry
{
    int pending = 0; ///< the number of a pasted event that is not kept yet; 0: a kept sample
    QString name;
    QString about; ///< "purchase · yours"
    bool operator==(const SampleEntry &) const = default;
};

/// What the list of samples shows, as it was told.
class SamplesModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { PendingRole = TwoLineRoleEnd };
    using QAbstractListModel::QAbstractListModel;

    /// Tells of what changes alone, so that a view keeps its place.
    void setEntries(std::vector<SampleEntry> entries);
    [[nodiscard]] const SampleEntry &entry(int row) const { return m_entries[static_cast<std::size_t>(row)]; }
    /// -1: none.
    [[nodiscard]] int rowOf(int pending, const QString &name) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    std::vector<SampleEntry> m_entries;
};

} // namespace designer::ui
