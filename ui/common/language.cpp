// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace designer::ui {

void installTranslation(QCoreApplication &application)
{
    auto *const translator = new QTranslator(&application);
    const QString folder = QStringLiteral(":/translations");
    if (translator->load(QLocale(), QStringLiteral("designer"), QStringLiteral("_"), folder)
        || translator->load(QStringLiteral("designer_en"), folder))
        QCoreApplication::installTranslator(translator);
}

} // namespace designer::ui
