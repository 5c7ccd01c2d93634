// SPDX-License-Identifier: GPL-3.0-or-later
#include "starterror.h"

#include <QGuiApplication>
#include <QTextStream>

namespace designer {

std::unique_ptr<QMessageBox> startErrorBox(const Error &error)
{
    const QString what = QCoreApplication::translate(
        "Main", "Connection Designer cannot start, for its workspace cannot be opened.");
    auto box
        = std::make_unique<QMessageBox>(QMessageBox::Critical, QGuiApplication::applicationDisplayName(),
                                        what + QStringLiteral("\n\n") + error.line(), QMessageBox::Close);
    box->setTextFormat(Qt::PlainText); // a folder's name is no markup
    return box;
}

bool isWatched(const QString &platformName)
{
    return platformName != QLatin1String("offscreen") && platformName != QLatin1String("minimal");
}

void tellStartError(const Error &error)
{
    QTextStream(stderr) << "connection-designer: " << error.line() << Qt::endl;
    if (isWatched(QGuiApplication::platformName()))
        startErrorBox(error)->exec();
}

} // namespace designer
