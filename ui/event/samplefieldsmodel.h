// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event/event.h"
#include "event/walk.h"

#include <QAbstractItemModel>

#include <memory>
#include <vector>

namespace designer::ui {

/// The fields of an event as a tree: name, and value or how many there are inside.
class SampleFieldsModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role {
        PathRole = Qt::UserRole + 1, ///< as a placeholder names it; empty where none can
    };
    enum Column { NameColumn, ValueColumn };

    using QAbstractItemModel::QAbstractItemModel;

    /// Null: there are no fields.
    void setEvent(std::shared_ptr<const event::Event> event);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;

private:
    struct Field
    {
        int parent = -1;
        int row = 0;
        std::uint32_t node = 0; ///< of the value
        QString name;
        std::string path;
        std::vector<int> children;
    };
    void addFields();
    int add(int parent, const event::Step &step);
    [[nodiscard]] json::Value value(const Field &field) const;

    std::shared_ptr<const event::Event> m_event;
    std::vector<Field> m_fields; ///< the first is the event itself
};

/// A value as a line of a list shows it; long ones are cut, on screen only.
[[nodiscard]] QString shownValue(const json::Value &value);

} // namespace designer::ui
