// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/event/samplefieldsmodel.h"

#include <QSet>
#include <QTreeView>

#include <functional>

namespace designer::ui {

/// The fields of the sample, to be dragged into the body, or put there with Return or a double click.
class SampleFieldsView : public QTreeView
{
    Q_OBJECT
public:
    explicit SampleFieldsView(QWidget *parent = nullptr);

    /// What is open stays open, and what is chosen stays chosen, by its path, even where events without
    /// it are shown in between. `properties` is open until people close it.
    void setEvent(const std::shared_ptr<const event::Event> &event);

Q_SIGNALS:
    void pathChosen(const QString &path);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void remember();
    void restore();
    void visitContainers(const QModelIndex &parent, const QString &path,
                         const std::function<void(const QModelIndex &, const QString &)> &visit) const;
    [[nodiscard]] QModelIndex at(const QString &path) const;

    SampleFieldsModel m_model;
    QSet<QString> m_open; ///< the paths of what is open, or was when it was shown last
    QString m_chosen; ///< the path of the current field
};

} // namespace designer::ui
