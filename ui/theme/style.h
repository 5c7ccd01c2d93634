// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QProxyStyle>

class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionSpinBox;
class QStyleOptionTab;
class QStyleOptionViewItem;

namespace designer::ui {

struct Box;
class Theme;

/// Fusion, drawn with the theme's tokens. Made by Theme::apply().
class Style : public QProxyStyle
{
    Q_OBJECT
public:
    explicit Style(const Theme *theme);

    void polish(QWidget *widget) override;
    using QProxyStyle::polish;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option,
                                  const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                         const QWidget *widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption *option,
                                       const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                       SubControl subControl, const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    [[nodiscard]] QIcon standardIcon(StandardPixmap standardIcon, const QStyleOption *option,
                                     const QWidget *widget) const override;

private:
    // stylebuttons.cpp
    void drawPushButton(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget) const;
    void drawPushButtonLabel(const QStyleOptionButton &option, QPainter *painter,
                             const QWidget *widget) const;
    void drawToolButtonPanel(const QStyleOption &option, QPainter *painter, const QWidget *widget) const;
    void drawCheckBox(const QStyleOption &option, QPainter *painter) const;
    void drawRadioButton(const QStyleOption &option, QPainter *painter) const;
    [[nodiscard]] QSize pushButtonSize(const QStyleOptionButton &option, const QWidget *widget) const;
    // stylefields.cpp
    void drawOnLive(const QRect &rect, const Box &box, QPainter *painter) const;
    void drawField(const QStyleOption &option, QPainter *painter, const QWidget *widget) const;
    void drawFrame(const QStyleOption &option, QPainter *painter, const QWidget *widget) const;
    void drawComboBox(const QStyleOptionComboBox &option, QPainter *painter, const QWidget *widget) const;
    void drawComboBoxLabel(const QStyleOptionComboBox &option, QPainter *painter,
                           const QWidget *widget) const;
    void drawSpinBox(const QStyleOptionSpinBox &option, QPainter *painter, const QWidget *widget) const;
    void drawChevron(const QRect &rect, bool up, const QStyleOption &option, QPainter *painter) const;
    // styleitems.cpp
    void drawItemBackground(const QStyleOptionViewItem &option, QPainter *painter,
                            const QWidget *widget) const;
    void drawBranch(const QStyleOption &option, QPainter *painter) const;
    void drawHeaderSection(const QStyleOptionHeader &option, QPainter *painter) const;
    void drawHeaderLabel(const QStyleOptionHeader &option, QPainter *painter, const QWidget *widget) const;
    void drawMenuItem(const QStyleOptionMenuItem &option, QPainter *painter, const QWidget *widget) const;
    void drawMenuBarItem(const QStyleOptionMenuItem &option, QPainter *painter) const;
    // stylebars.cpp
    void drawScrollBar(const QStyleOptionSlider &option, QPainter *painter) const;
    [[nodiscard]] QRect scrollBarRect(const QStyleOptionSlider &option, SubControl subControl) const;
    void drawTabShape(const QStyleOptionTab &option, QPainter *painter) const;
    void drawTabLabel(const QStyleOptionTab &option, QPainter *painter, const QWidget *widget) const;
    void drawProgress(const QStyleOptionProgressBar &option, QPainter *painter) const;
    bool drawBar(ControlElement element, const QStyleOption *option, QPainter *painter) const;

    bool drawFieldPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const;
    bool drawItemPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                           const QWidget *widget) const;
    bool drawButtonControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                           const QWidget *widget) const;
    bool drawItemControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                         const QWidget *widget) const;

    [[nodiscard]] QColor color(Color color) const;
    [[nodiscard]] int size(Metric metric) const;
    [[nodiscard]] int size(Space space) const;

    const Theme *m_theme; ///< not ours; outlives the style, as the application's child
};

/// Whether \a widget carries one of the marks that theme.h lists.
[[nodiscard]] bool hasMark(const QWidget *widget, const char *mark);
/// Whether it stands on a bar in the colour of live, which says so of itself by its mark "onLive".
[[nodiscard]] bool isOnLive(const QWidget *widget);

} // namespace designer::ui
