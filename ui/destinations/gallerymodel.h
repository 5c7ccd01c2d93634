// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/gallery.h"
#include "ui/common/twolinedelegate.h"

#include <QAbstractListModel>

#include <vector>

namespace designer::ui {

/// The templates that ship, in their groups: a heading, then what stands under it. A search leaves
/// those in whose words hold all that is sought, and the headings of those.
class GalleryModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { NameRole = TwoLineRoleEnd };

    explicit GalleryModel(QObject *parent = nullptr);

    void search(const QString &words);
    /// How many templates are listed, headings not counted.
    [[nodiscard]] int templateCount() const;
    /// Null for a heading.
    [[nodiscard]] const connection::GalleryTemplate *templateAt(const QModelIndex &index) const;
    /// The nearest row in direction \a step (1 or -1) from \a row, itself not counted, that is a
    /// template; -1: there is none.
    [[nodiscard]] int nextTemplate(int row, int step) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        const connection::GalleryTemplate *item = nullptr; ///< null: a heading
        QString heading;
    };
    std::vector<Row> m_rows;
};

} // namespace designer::ui
