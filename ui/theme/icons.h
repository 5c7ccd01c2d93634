// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QIcon>

class QPainter;
class QRect;

namespace designer::ui {

/// The icons, drawn for this program: one SVG file each in resources/icons, named in icons.cpp.
enum class Icon {
    Search,
    Plus,
    Close,
    Check,
    CheckCircle,
    CrossCircle, ///< error
    WarningTriangle,
    InfoCircle,
    ChevronDown,
    ChevronUp,
    ChevronRight,
    Expand,
    DragHandle,
    Clipboard,
    Copy,
    File,
    Folder,
    Lock,
    Eye,
    EyeOff,
    Send,
    Bolt, ///< sample event
    Braces,
    Trash,
    Undo,
    Redo,
    Gear,
    Minus,
    Dot,
    LinkOut,
    Play,
    Download,
    Key,
};
inline constexpr int iconCount = static_cast<int>(Icon::Key) + 1;

/// An icon in a colour of the theme; it follows the theme by itself. Sharp at every pixel ratio.
[[nodiscard]] QIcon icon(Icon icon, Color color = Color::Text);
/// The icon in a colour that no token names, as on a filled button.
void paintIcon(QPainter *painter, const QRect &rect, Icon icon, const QColor &color);
/// The program's own mark.
[[nodiscard]] QIcon applicationIcon();

} // namespace designer::ui
