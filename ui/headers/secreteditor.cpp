// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/headers/secreteditor.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui_secreteditor.h"

#include <QKeyEvent>
#include <QPainter>

namespace designer::ui {

SecretEditor::SecretEditor(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::SecretEditor>())
{
    m_ui->setupUi(this);
    m_ui->cancelButton->setIcon(icon(Icon::Close));
    m_ui->keychainButton->setIcon(icon(Icon::Lock));
    m_ui->keychainButton->setProperty("accent", true);
    setFocusProxy(m_ui->valueLineEdit);
    connect(m_ui->valueLineEdit, &QLineEdit::returnPressed, this,
            [this] { submit(SecretKeeper::Place::Keychain); });
    connect(m_ui->keychainButton, &QPushButton::clicked, this,
            [this] { submit(SecretKeeper::Place::Keychain); });
    connect(m_ui->sessionButton, &QPushButton::clicked, this,
            [this] { submit(SecretKeeper::Place::Session); });
    connect(m_ui->cancelButton, &QToolButton::clicked, this, &SecretEditor::cancelled);
    for (QPushButton *button : {m_ui->keychainButton, m_ui->sessionButton}) {
        button->setEnabled(false);
        connect(m_ui->valueLineEdit, &QLineEdit::textChanged, button,
                [button](const QString &text) { button->setEnabled(!text.isEmpty()); });
    }
}

SecretEditor::~SecretEditor() = default;

void SecretEditor::start(const QString &title)
{
    m_ui->valueLineEdit->clear();
    m_ui->valueLineEdit->setAccessibleName(tr("Value of %1").arg(title));
    m_ui->editorMessage->setHelp(
        tr("It never stands in a file. In your keychain it is there the next time, too.").toHtmlEscaped());
}

secrets::Secret SecretEditor::value() const
{
    return secrets::Secret(m_ui->valueLineEdit->text().toStdString());
}

void SecretEditor::showProblem(const QString &sentence)
{
    m_ui->editorMessage->setMessage(Tone::Warning, sentence.toHtmlEscaped());
    m_ui->valueLineEdit->setFocus();
}

void SecretEditor::submit(SecretKeeper::Place place)
{
    if (m_ui->valueLineEdit->text().isEmpty())
        return;
    m_ui->editorMessage->setHelp(place == SecretKeeper::Place::Keychain ? tr("Asking your keychain …")
                                                                        : QString());
    Q_EMIT submitted(place);
}

void SecretEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter) // not for the table below
        QWidget::keyPressEvent(event);
}

void SecretEditor::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect().adjusted(0, 0, 0, -1), theme().color(Color::AccentSoft));
}

} // namespace designer::ui
