// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QApplication>
#include <QCoreApplication>
#include <QDir>
#include <QPixmap>
#include <QTranslator>
#include <QWidget>

/// What a page of the window has at 1280 x 800, beside the list and without menu and foot.
inline QSize pageSize()
{
    return {1024, 744};
}

/// Makes every sentence a third longer, with Turkish letters, as a translation would.
class LongWords : public QTranslator
{
public:
    using QTranslator::QTranslator;
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char * /*context*/, const char *source, const char * /*what*/,
                                    int n) const override
    {
        static const QString more = QStringLiteral("ığüşöç İĞÜŞÖÇ değiştirilebilirlik ");
        QString text = QString::fromUtf8(source);
        const qsizetype extra = text.size() / 3 + 2;
        text += QLatin1Char(' ')
            + more.repeated(static_cast<int>(extra / more.size() + 1)).left(extra).trimmed();
        return n < 0 ? text : text.replace(QLatin1String("%n"), QString::number(n));
    }
};

/// Writes a picture of \a page into the folder that DESIGNER_GALLERY names, if it names one.
inline void takePicture(QWidget &page, const QString &name)
{
    const QString folder = qEnvironmentVariable("DESIGNER_GALLERY");
    if (folder.isEmpty())
        return;
    for (const auto scheme : {designer::ui::Scheme::Light, designer::ui::Scheme::Dark}) {
        designer::ui::theme().setScheme(scheme);
        QCoreApplication::processEvents();
        const QString suffix = scheme == designer::ui::Scheme::Dark ? QStringLiteral("-dark.png")
                                                                    : QStringLiteral("-light.png");
        page.grab().save(QDir(folder).filePath(name + suffix));
    }
    designer::ui::theme().setScheme(designer::ui::Scheme::Light);
}

/// Makes \a page a page of the window: its ground, its size, shown.
inline void showPage(QWidget &page)
{
    page.setBackgroundRole(QPalette::Base);
    page.setAutoFillBackground(true);
    page.resize(pageSize());
    page.show();
    page.activateWindow();
}
