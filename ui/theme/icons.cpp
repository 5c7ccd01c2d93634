// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include "ui/theme/theme.h"

#include <QByteArray>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <array>
#include <cmath>

namespace designer::ui {
namespace {

/// From this size on, in px of the design, an icon is a picture: its lines would be heavy otherwise.
constexpr double largeFrom = 24;

constexpr std::array<const char *, iconCount> fileNames{
    "search", "plus",         "close",      "check",         "check-circle", "cross-circle", "warning",
    "info",   "chevron-down", "chevron-up", "chevron-right", "expand",       "drag-handle",  "clipboard",
    "copy",   "file",         "folder",     "lock",          "eye",          "eye-off",      "send",
    "bolt",   "braces",       "trash",      "undo",          "redo",         "gear",         "minus",
    "dot",    "link-out",     "play",       "download",      "key"};

/// The drawing, as it was compiled in. Read once for each icon.
const QByteArray &source(Icon icon)
{
    static std::array<QByteArray, iconCount> sources;
    QByteArray &svg = sources[static_cast<std::size_t>(icon)];
    if (svg.isEmpty()) {
        QFile file(
            QStringLiteral(":/icons/%1.svg").arg(QLatin1String(fileNames[static_cast<std::size_t>(icon)])));
        if (file.open(QIODevice::ReadOnly))
            svg = file.readAll();
    }
    return svg;
}

QPixmap rendered(const QByteArray &svg, const QSize &pixels)
{
    QPixmap pixmap(pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(svg);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(QPointF(0, 0), QSizeF(pixels)));
    return pixmap;
}

/// \a pixels are those of the device; \a side is how large the icon appears.
QPixmap pixmapOf(Icon icon, const QColor &color, const QSize &pixels, double side)
{
    const bool isLarge = side >= theme().scaled(largeFrom);
    const QString key = QStringLiteral("designer-icon/%1/%2/%3x%4/%5")
                            .arg(static_cast<int>(icon))
                            .arg(color.rgba(), 0, 16)
                            .arg(pixels.width())
                            .arg(pixels.height())
                            .arg(isLarge);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        QByteArray svg = source(icon);
        svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
        if (isLarge)
            svg.replace("stroke-width=\"1.5\"", "stroke-width=\"1\"");
        pixmap = rendered(svg, pixels);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

/// Renders when it is painted, so that it follows the theme.
class ThemeIconEngine : public QIconEngine
{
public:
    ThemeIconEngine(Icon icon, Color color) : m_icon(icon), m_color(color) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        paintIcon(painter, rect, m_icon, colorFor(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State /*state*/) override
    {
        return pixmapOf(m_icon, colorFor(mode), size, size.width());
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State /*state*/, qreal scale) override
    {
        QPixmap scaled = pixmapOf(m_icon, colorFor(mode), size, size.width() / scale);
        scaled.setDevicePixelRatio(scale);
        return scaled;
    }

    [[nodiscard]] QIconEngine *clone() const override { return new ThemeIconEngine(m_icon, m_color); }

    bool isNull() override { return false; }

private:
    [[nodiscard]] QColor colorFor(QIcon::Mode mode) const
    {
        return theme().color(mode == QIcon::Disabled ? Color::Dim : m_color);
    }

    Icon m_icon;
    Color m_color;
};

} // namespace

QIcon icon(Icon icon, Color color)
{
    return QIcon(new ThemeIconEngine(icon, color)); // QIcon owns its engine
}

void paintIcon(QPainter *painter, const QRect &rect, Icon icon, const QColor &color)
{
    const int side = std::min(rect.width(), rect.height());
    QRect square(0, 0, side, side);
    square.moveCenter(rect.center());
    const double ratio = painter->device()->devicePixelRatioF();
    const int pixels = static_cast<int>(std::lround(side * ratio));
    painter->drawPixmap(square, pixmapOf(icon, color, {pixels, pixels}, side));
}

QIcon applicationIcon()
{
    static const QByteArray svg = [] {
        QFile file(QStringLiteral(":/icons/app.svg"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }();
    QIcon icon;
    for (const int side : {16, 24, 32, 48, 64, 128, 256})
        icon.addPixmap(rendered(svg, {side, side}));
    return icon;
}

} // namespace designer::ui
