// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace designer::ui {

/// Every colour of the window by what it is for. The values, light and dark, stand in tokens.cpp
/// and nowhere else.
enum class Color {
    Window, ///< behind panels: side panes, disabled fields
    Panel, ///< what people work on: pages, fields, menus
    Rule, ///< a line between two areas
    Edge, ///< around a control
    Text,
    Dim, ///< help, units, what is disabled; also the text of a placeholder in a field
    LineNumber,
    Accent,
    OnAccent,
    AccentSoft, ///< behind what is chosen
    Error,
    ErrorSoft,
    Warning,
    WarningSoft,
    Good,
    GoodSoft,
    Live,
    OnLive,
    LiveText, ///< Live as the colour of a text on a panel or on LiveSoft
    LiveSoft,
    JsonKey,
    JsonText,
    JsonNumber,
    Placeholder,
    PlaceholderSoft,
    MatchingLine, ///< behind the line that belongs to the caret elsewhere
    Selection, ///< behind chosen code, under its colours
};
inline constexpr int colorCount = static_cast<int>(Color::Selection) + 1;

/// The distances of the design.
enum class Space { S4 = 4, S8 = 8, S12 = 12, S16 = 16, S24 = 24 };

/// Lengths of the design with a name. Values at 96 dpi and a text of 13 px are in tokens.cpp.
enum class Metric {
    Control, ///< height of a button, a field, a combo box
    Icon,
    SmallIcon,
    LargeIcon, ///< of an empty state
    Radius,
    BadgeRadius,
    EdgeWidth,
    FocusWidth, ///< also around a field with an error
    LeftEdge, ///< from the edge of a pane to what stands in it
    MenuBar,
    HeadBar,
    PagesBar,
    TestBar,
    FootBar,
    ColumnHead,
    PageFoot,
    SidebarRow,
    ListRow,
    RuleRow, ///< of conditions and of headers
    TreeRow,
    CodeLine,
    Sidebar, ///< width of the list of destinations
    Fields, ///< width of the fields of the sample
};

enum class Font {
    Text,
    Bold,
    Small,
    SmallBold,
    Title,
    Code,
};

enum class Scheme { System, Light, Dark };

} // namespace designer::ui
