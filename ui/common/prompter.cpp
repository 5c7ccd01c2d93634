// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/prompter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace designer::ui {
namespace {

/// Shows the dialog and comes back; the dialog answers once, then goes.
void ask(QFileDialog *dialog, const Prompter::PathAnswer &answer)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::finished, dialog, [dialog, answer](int result) {
        const QStringList chosen = dialog->selectedFiles();
        answer(result == QDialog::Accepted && !chosen.isEmpty() ? chosen.first() : QString());
    });
    dialog->open();
}

QFileDialog *dialogFor(QWidget *parent, const Prompter::FileQuestion &question)
{
    return new QFileDialog(parent, question.title, question.folder, question.filter);
}

/// The question in words, with at most five of the names.
QString unsavedSentence(const QStringList &names)
{
    if (names.size() == 1)
        return QCoreApplication::translate("Prompter", "“%1” has changes that are not saved.")
            .arg(names.first());
    constexpr qsizetype shown = 5;
    QString list = QStringList(names.first(std::min(names.size(), shown))).join(QLatin1Char('\n'));
    if (names.size() > shown)
        list += QLatin1Char('\n')
            + QCoreApplication::translate("Prompter", "and %n more", nullptr,
                                          static_cast<int>(names.size() - shown));
    return QCoreApplication::translate("Prompter", "These have changes that are not saved:")
        + QLatin1Char('\n') + list;
}

struct UnsavedWords
{
    QString question;
    QString discard;
};

UnsavedWords wordsFor(Prompter::Occasion occasion)
{
    if (occasion == Prompter::Occasion::OpenAnother)
        return {QCoreApplication::translate("Prompter", "Save before opening another workspace?"),
                QCoreApplication::translate("Prompter", "Open without saving")};
    return {QCoreApplication::translate("Prompter", "Save before closing?"),
            QCoreApplication::translate("Prompter", "Close without saving")};
}

Prompter::Unsaved answerOf(int button)
{
    switch (button) {
    case QMessageBox::Save: return Prompter::Unsaved::Save;
    case QMessageBox::Discard: return Prompter::Unsaved::Discard;
    default: return Prompter::Unsaved::Cancel;
    }
}

} // namespace

void DesktopPrompter::askFileToOpen(QWidget *parent, const FileQuestion &question, const PathAnswer &answer)
{
    QFileDialog *dialog = dialogFor(parent, question);
    dialog->setFileMode(QFileDialog::ExistingFile);
    ask(dialog, answer);
}

void DesktopPrompter::askFileToSave(QWidget *parent, const FileQuestion &question, const PathAnswer &answer)
{
    QFileDialog *dialog = dialogFor(parent, question);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(question.suggestedName);
    ask(dialog, answer);
}

void DesktopPrompter::askFolder(QWidget *parent, const FileQuestion &question, const PathAnswer &answer)
{
    QFileDialog *dialog = dialogFor(parent, question);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    ask(dialog, answer);
}

void DesktopPrompter::askUnsavedWork(QWidget *parent, const QStringList &names, Occasion occasion,
                                     const UnsavedAnswer &answer)
{
    const UnsavedWords words = wordsFor(occasion);
    auto *box
        = new QMessageBox(QMessageBox::Warning, QCoreApplication::applicationName(), unsavedSentence(names),
                          QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, parent);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(words.question);
    box->button(QMessageBox::Save)
        ->setText(names.size() > 1 ? QCoreApplication::translate("Prompter", "Save all")
                                   : QCoreApplication::translate("Prompter", "Save"));
    box->button(QMessageBox::Save)->setProperty("primary", true);
    box->button(QMessageBox::Discard)->setText(words.discard);
    box->button(QMessageBox::Cancel)->setText(QCoreApplication::translate("Prompter", "Keep working"));
    box->setDefaultButton(QMessageBox::Save);
    box->setEscapeButton(QMessageBox::Cancel);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(box, &QDialog::finished, box, [answer](int button) { answer(answerOf(button)); });
    box->open();
}

} // namespace designer::ui
