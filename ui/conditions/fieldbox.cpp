// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conditions/fieldbox.h"

#include "ui/common/plaintooltip.h"
#include "ui/document/undokeys.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QEvent>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStringListModel>
#include <QWheelEvent>

namespace designer::ui {

FieldBox::FieldBox(QWidget *parent) : QComboBox(parent)
{
    setEditable(true);
    setInsertPolicy(QComboBox::NoInsert);
    setFocusPolicy(Qt::StrongFocus);
    setCompleter(nullptr);
    setFont(theme().font(Font::Code));
    lineEdit()->setFont(theme().font(Font::Code));
    lineEdit()->installEventFilter(this);
    connect(lineEdit(), &QLineEdit::textEdited, this, &FieldBox::tell);
    // What a completion wrote without a key is an edit too.
    connect(lineEdit(), &QLineEdit::editingFinished, this, [this] { tell(currentText()); });
    connect(this, &QComboBox::activated, this, [this] { tell(currentText()); });
}

void FieldBox::setChoices(const SampleFields *fields, std::optional<condition::Type> type)
{
    m_fields = fields;
    m_type = type;
}

void FieldBox::setUndoKeys(UndoKeys &keys)
{
    m_undoKeys = &keys;
    keys.watch(this); // it has the focus for its line, and hands keys on past the line's filters
    keys.watch(lineEdit());
}

void FieldBox::tell(const QString &path)
{
    if (path == m_known)
        return;
    m_known = path;
    Q_EMIT typed(path);
}

void FieldBox::show(const QString &path)
{
    m_known = path;
    if (lineEdit()->text() == path)
        return;
    lineEdit()->setText(path);
    lineEdit()->setCursorPosition(0); // the beginning of a long path says more than its end
    if (QCompleter *const completer = lineEdit()->completer())
        completer->popup()->hide(); // nothing is being completed then
    setToolTip(plainToolTip(path));
}

void FieldBox::showPopup()
{
    {
        const QSignalBlocker blocker(this);
        const QString text = lineEdit()->text();
        clear();
        if (m_fields)
            addItems(m_fields->paths(m_type));
        setCurrentIndex(findText(text));
        lineEdit()->setText(text);
    }
    if (count() > 0)
        QComboBox::showPopup();
}

void FieldBox::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

bool FieldBox::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn && watched == lineEdit())
        offerCompletions();
    return QComboBox::eventFilter(watched, event);
}

void FieldBox::offerCompletions()
{
    const QStringList paths = m_fields ? m_fields->paths(m_type) : QStringList();
    QCompleter *completer = lineEdit()->completer();
    if (!completer) {
        completer = new QCompleter(new QStringListModel(this), this);
        completer->setFilterMode(Qt::MatchContains);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        lineEdit()->setCompleter(completer);
        if (m_undoKeys)
            m_undoKeys->watch(completer->popup()); // while it is up, the keys come there
        connect(completer, qOverload<const QString &>(&QCompleter::activated), this, &FieldBox::tell);
    }
    static_cast<QStringListModel *>(completer->model())->setStringList(paths);
}

} // namespace designer::ui
