// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include "ui/theme/style.h"

#include <QAbstractButton>
#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPointer>
#include <QScreen>
#include <QToolTip>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace designer::ui {
namespace {

constexpr double designTextPixels = 13;
/// A desktop without settings of its own offers 12 px, too small for the small texts.
constexpr double minimumTextPixels = 13;

double pixelsOf(const QFont &font)
{
    if (font.pixelSize() > 0)
        return font.pixelSize();
    const QScreen *screen = QGuiApplication::primaryScreen();
    const double dpi = screen ? screen->logicalDotsPerInchY() : 96;
    return font.pointSizeF() * dpi / 72;
}

QFont withPixels(QFont font, double from, double pixels)
{
    // In points where the font is in points, so that it follows the screen's resolution.
    if (font.pixelSize() > 0)
        font.setPixelSize(static_cast<int>(std::lround(pixels)));
    else
        font.setPointSizeF(font.pointSizeF() * pixels / from);
    return font;
}

void setForAllGroups(QPalette &palette, QPalette::ColorRole role, const QColor &color)
{
    palette.setColor(QPalette::All, role, color);
}

void setDisabled(QPalette &palette, const QColor &text, const QColor &base)
{
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::PlaceholderText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, text);
    palette.setColor(QPalette::Disabled, QPalette::Base, base);
}

/// A label reads the colour of its links only when it reads its text.
void renewLinks()
{
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        auto *label = qobject_cast<QLabel *>(widget);
        if (!label || !label->text().contains(QLatin1String("<a ")))
            continue;
        const QString text = label->text();
        label->setText(QString());
        label->setText(text);
    }
}

bool isMark(const QByteArray &property)
{
    static const QByteArrayList marks{"primary", "live", "accent", "link", "error"};
    return marks.contains(property);
}

void restyle(QWidget *widget)
{
    // A button keeps the size that it once computed; this makes it forget.
    if (auto *button = qobject_cast<QAbstractButton *>(widget))
        button->setIcon(button->icon());
    widget->updateGeometry();
    widget->update();
}

bool looksDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

} // namespace

Theme::Theme(QObject *parent) : QObject(parent)
{
    adoptFont(QGuiApplication::font());
}

void Theme::apply(QApplication &application)
{
    m_application = &application;
    adoptFont(QGuiApplication::font());
    m_systemIsDark = looksDark(QApplication::palette());
    QApplication::setStyle(new Style(this)); // the application owns it
    QApplication::setFont(font(Font::Text));
    QApplication::setPalette(palette());
    QToolTip::setFont(font(Font::Text));
    QToolTip::setPalette(palette());
    application.installEventFilter(this);
    Q_EMIT changed();
}

void Theme::setScheme(Scheme scheme)
{
    const bool wasDark = isDark();
    m_scheme = scheme;
    if (isDark() != wasDark)
        repaintAll();
}

bool Theme::isDark() const
{
    return m_scheme == Scheme::Dark || (m_scheme == Scheme::System && m_systemIsDark);
}

QColor Theme::color(Color color) const
{
    return Theme::color(color, isDark());
}

int Theme::size(Space space) const
{
    return scaled(static_cast<int>(space));
}

int Theme::scaled(double designPixels) const
{
    return std::max(1, static_cast<int>(std::lround(designPixels * m_textPixels / designTextPixels)));
}

QFont Theme::font(Font font) const
{
    const auto ofSize = [this](const QFont &base, double designPixels, QFont::Weight weight) {
        QFont sized = withPixels(base, m_textPixels, m_textPixels * designPixels / designTextPixels);
        sized.setWeight(weight);
        return sized;
    };
    switch (font) {
    case Font::Bold: return ofSize(m_textFont, designTextPixels, QFont::Bold);
    case Font::Small: return ofSize(m_textFont, 11.5, QFont::Normal);
    case Font::SmallBold: return ofSize(m_textFont, 11.5, QFont::Bold);
    case Font::Title: return ofSize(m_textFont, 16, QFont::Bold);
    case Font::Code: {
        QFont code = ofSize(m_textFont, 12.5, QFont::Normal);
        code.setFamilies({QStringLiteral("DejaVu Sans Mono"),
                          QFontDatabase::systemFont(QFontDatabase::FixedFont).family()});
        code.setStyleHint(QFont::Monospace);
        code.setFixedPitch(true);
        return code;
    }
    case Font::Text: break;
    }
    return m_textFont;
}

QPalette Theme::palette() const
{
    QPalette palette(color(Color::Panel));
    const std::pair<QPalette::ColorRole, Color> roles[] = {
        {QPalette::Window, Color::Panel},
        {QPalette::WindowText, Color::Text},
        {QPalette::Base, Color::Panel},
        {QPalette::AlternateBase, Color::Window},
        {QPalette::Text, Color::Text},
        {QPalette::PlaceholderText, Color::Dim},
        {QPalette::Button, Color::Panel},
        {QPalette::ButtonText, Color::Text},
        {QPalette::BrightText, Color::Error},
        {QPalette::Highlight, Color::Accent},
        {QPalette::HighlightedText, Color::OnAccent},
        {QPalette::Link, Color::Accent},
        {QPalette::LinkVisited, Color::Accent},
        {QPalette::ToolTipBase, Color::Panel},
        {QPalette::ToolTipText, Color::Text},
        {QPalette::Light, Color::Panel},
        {QPalette::Midlight, Color::Rule},
        {QPalette::Mid, Color::Rule},
        {QPalette::Dark, Color::Edge},
        {QPalette::Shadow, Color::Edge},
    };
    for (const auto &[role, token] : roles)
        setForAllGroups(palette, role, color(token));
    setDisabled(palette, color(Color::Dim), color(Color::Window));
    return palette;
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::DynamicPropertyChange && watched->isWidgetType()) {
        if (isMark(static_cast<QDynamicPropertyChangeEvent *>(event)->propertyName()))
            restyle(static_cast<QWidget *>(watched));
    } else if (event->type() == QEvent::ThemeChange && watched->isWidgetType()) {
        adoptSystemScheme();
    }
    return false;
}

void Theme::adoptFont(const QFont &systemFont)
{
    const double systemPixels = pixelsOf(systemFont);
    m_textPixels = std::max(systemPixels, minimumTextPixels);
    m_textFont = withPixels(systemFont, systemPixels, m_textPixels);
}

void Theme::adoptSystemScheme()
{
    // Without a palette of ours the application's is the system's.
    QApplication::setPalette(QPalette());
    const bool wasDark = isDark();
    m_systemIsDark = looksDark(QApplication::palette());
    QApplication::setPalette(palette());
    if (isDark() != wasDark)
        repaintAll();
}

void Theme::repaintAll()
{
    if (m_application) {
        QApplication::setPalette(palette());
        QToolTip::setPalette(palette());
    }
    Q_EMIT changed();
    renewLinks();
}

Theme &theme()
{
    static QPointer<Theme> shared;
    if (!shared)
        shared = new Theme(QCoreApplication::instance());
    return *shared;
}

} // namespace designer::ui
