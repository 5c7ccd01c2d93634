// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/finder/finderentry.h"

#include <QAbstractListModel>

#include <vector>

namespace designer::ui {

/// \a text as it is sought: letter case, accents and the four letters I of Turkish make no difference.
[[nodiscard]] QString soughtForm(const QString &text);

/// What can be found, and of it what was found, the best first: every word has to be there; at the
/// beginning of a title counts most, in the detail least.
class FinderModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { DetailRole = Qt::UserRole, RemarkRole, IconRole };
    using QAbstractListModel::QAbstractListModel;

    void setEntries(std::vector<FinderEntry> entries);
    /// Without words all are found.
    void search(const QString &words);
    [[nodiscard]] const FinderEntry &found(int row) const
    {
        return m_entries[m_found[static_cast<std::size_t>(row)]];
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Sought
    {
        QString title;
        QString detail;
    };
    std::vector<FinderEntry> m_entries;
    std::vector<Sought> m_sought; ///< by entry
    std::vector<std::size_t> m_found; ///< numbers of entries
};

} // namespace designer::ui
