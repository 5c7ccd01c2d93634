// SPDX-License-Identifier: GPL-3.0-or-later
#include "starterror.h"

#include <QAbstractButton>
#include <QFileInfo>
#include <QGuiApplication>
#include <QPushButton>
#include <QTextStream>

namespace designer {

namespace {

constexpr char choiceProperty[] = "startChoice";

QString tr(const char *text)
{
    return QCoreApplication::translate("Main", text);
}

QPushButton *addWayOut(QMessageBox &box, StartChoice choice, const QString &words)
{
    QPushButton *const button = box.addButton(words, QMessageBox::ActionRole);
    button->setProperty(choiceProperty, static_cast<int>(choice));
    return button;
}

} // namespace

std::unique_ptr<QMessageBox> startErrorBox(const Error &error)
{
    const QString what = tr("This workspace cannot be opened.");
    auto box
        = std::make_unique<QMessageBox>(QMessageBox::Critical, QGuiApplication::applicationDisplayName(),
                                        what + QStringLiteral("\n\n") + error.line(), QMessageBox::Close);
    box->setTextFormat(Qt::PlainText); // a folder's name is no markup
    box->setDefaultButton(addWayOut(*box, StartChoice::OpenAnother, tr("Open another folder…")));
    if (error.code == ErrorCode::FileNotFound && !QFileInfo::exists(error.file))
        addWayOut(*box, StartChoice::MakeHere, tr("Make it a workspace"));
    addWayOut(*box, StartChoice::OpenExample, tr("Open the example"));
    box->setEscapeButton(QMessageBox::Close);
    return box;
}

StartChoice startChoiceOf(const QMessageBox &box)
{
    const QAbstractButton *const clicked = box.clickedButton();
    return clicked ? static_cast<StartChoice>(clicked->property(choiceProperty).toInt()) : StartChoice::Close;
}

bool isWatched(const QString &platformName)
{
    return platformName != QLatin1String("offscreen") && platformName != QLatin1String("minimal");
}

StartChoice tellStartError(const Error &error)
{
    QTextStream(stderr) << "connection-designer: " << error.line() << Qt::endl;
    if (!isWatched(QGuiApplication::platformName()))
        return StartChoice::Close;
    const auto box = startErrorBox(error);
    box->exec();
    return startChoiceOf(*box);
}

} // namespace designer
