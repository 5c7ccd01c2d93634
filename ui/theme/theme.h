// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

class QApplication;

namespace designer::ui {

/// How the window looks: the only source of colours, sizes and fonts. Works without apply() too,
/// where a test wants one widget; then it is light.
///
/// Widgets ask it whenever they paint, so they follow a change by being painted again; what is
/// computed once (a fixed height, a palette of a label) follows changed().
///
/// What the style knows of a widget beyond its class, each as a dynamic property, so that a form
/// can say it too:
///   "primary"  the one filled button of a screen
///   "live"     a filled button that writes to Insider for real
///   "accent"   an outlined button whose words wear the accent
///   "link"     a button that looks like a link
///   "error"    a field whose value is wrong: error edge
///   "quiet"    a field whose frame shows only while it is used
///   "onLive"   what stands on the strip that says Live, in its colours
///   "roomy"    a table's head whose titles stand as far in as the text of a field
class Theme : public QObject
{
    Q_OBJECT
public:
    explicit Theme(QObject *parent = nullptr);

    /// Style, palette and fonts for the whole program. Once, before the first window.
    void apply(QApplication &application);

    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    void setScheme(Scheme scheme);
    [[nodiscard]] bool isDark() const;

    [[nodiscard]] QColor color(Color color) const;
    [[nodiscard]] static QColor color(Color color, bool dark);

    /// In device-independent pixels, as the text's size wants it.
    [[nodiscard]] int size(Space space) const;
    [[nodiscard]] int size(Metric metric) const;
    /// A length that the design gives in px at a text of 13 px.
    [[nodiscard]] int scaled(double designPixels) const;
    [[nodiscard]] QFont font(Font font) const;
    [[nodiscard]] QPalette palette() const;

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// Colours or sizes are others now.
    void changed();

private:
    void adoptFont(const QFont &systemFont);
    void adoptSystemScheme();
    void repaintAll();

    Scheme m_scheme = Scheme::System;
    bool m_systemIsDark = false;
    QApplication *m_application = nullptr; ///< not ours; set by apply()
    QFont m_textFont;
    double m_textPixels = 13;
};

/// The program's one theme; made at its first use, gone with the application.
[[nodiscard]] Theme &theme();

} // namespace designer::ui
