// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

#include <string>

class QStandardItem;

namespace designer::ui {

/// A choice among names of the connection file, shown in words. Passes the wheel on to what scrolls,
/// so that scrolling over it changes nothing.
class ChoiceBox : public QComboBox
{
    Q_OBJECT
public:
    explicit ChoiceBox(QWidget *parent = nullptr);

    /// An item for models that several boxes share: \a name of the file, in words.
    static QStandardItem *item(const QString &words, std::string_view name);

    /// Shows \a name from \a model. A name that is not in it, and is no empty one, is shown all the
    /// same, as \a words: the first of a list of this box's own.
    void show(QAbstractItemModel *model, const std::string &name, const QString &words);

Q_SIGNALS:
    /// By the person who uses the program.
    void chosen(const std::string &name);

protected:
    void wheelEvent(QWheelEvent *event) override;

private:
    QAbstractItemModel *m_shared = nullptr; ///< not ours
};

} // namespace designer::ui
