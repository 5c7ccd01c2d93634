// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>

namespace designer::ui {

/// The list of destinations. It adds what QListView keeps to itself: to begin renaming where that can
/// be, and to do nothing where it cannot, without a warning.
class DestinationsList : public QListView
{
    Q_OBJECT
public:
    using QListView::QListView;

    void rename(const QModelIndex &index)
    {
        if (index.isValid())
            edit(index, EditKeyPressed, nullptr);
    }
};

} // namespace designer::ui
