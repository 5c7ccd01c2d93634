// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/choicebox.h"

#include "ui/common/plaintooltip.h"

#include <QStandardItemModel>
#include <QWheelEvent>

namespace designer::ui {

ChoiceBox::ChoiceBox(QWidget *parent) : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QComboBox::activated, this,
            [this](int index) { Q_EMIT chosen(itemData(index).toString().toStdString()); });
}

QStandardItem *ChoiceBox::item(const QString &words, std::string_view name)
{
    auto *made = new QStandardItem(words);
    made->setData(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())), Qt::UserRole);
    return made;
}

void ChoiceBox::show(QAbstractItemModel *model, const std::string &name, const QString &words)
{
    const QString wanted = QString::fromStdString(name);
    if (m_shared == model && currentData().toString() == wanted && currentText() == words)
        return;
    m_shared = model;
    if (this->model() != model)
        setModel(model);
    int index = findData(wanted);
    if (index < 0 && !wanted.isEmpty()) {
        auto *own = new QStandardItemModel(this);
        own->appendRow(item(words, name));
        for (int i = 0; i < model->rowCount(); ++i)
            own->appendRow(item(itemText(i), itemData(i).toString().toStdString()));
        setModel(own);
        index = 0;
    }
    setCurrentIndex(index);
    setToolTip(plainToolTip(currentText()));
}

void ChoiceBox::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace designer::ui
