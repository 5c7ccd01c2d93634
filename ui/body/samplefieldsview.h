// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/body/samplefieldsmodel.h"

#include <QTreeView>

namespace designer::ui {

/// The fields of the sample, to be dragged into the body, or put there with Return or a double click.
class SampleFieldsView : public QTreeView
{
    Q_OBJECT
public:
    explicit SampleFieldsView(QWidget *parent = nullptr);

    /// What is open stays open, by its path.
    void setEvent(const std::shared_ptr<const event::Event> &event);

Q_SIGNALS:
    void pathChosen(const QString &path);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void expandFirst();

    SampleFieldsModel m_model;
};

} // namespace designer::ui
