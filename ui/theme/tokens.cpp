// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include "ui/theme/theme.h"

#include <array>
#include <iterator>

namespace designer::ui {
namespace {

struct ColorRow
{
    Color token;
    QRgb light;
    QRgb dark;
};

// clang-format off
constexpr ColorRow colorRows[] = {
    //                       light       dark
    {Color::Window,          0xfff3f5f7, 0xff15181d},
    {Color::Panel,           0xffffffff, 0xff1c2026},
    {Color::Rule,            0xffdde1e7, 0xff333a44},
    {Color::Edge,            0xff8a94a3, 0xff737e8d},
    {Color::Text,            0xff1d2430, 0xffe6e9ee},
    {Color::Dim,             0xff59636f, 0xffa3adba},
    {Color::LineNumber,      0xff5e6874, 0xff98a2b0},
    {Color::Accent,          0xff0b6e69, 0xff2fb5ac},
    {Color::OnAccent,        0xffffffff, 0xff06201e},
    {Color::AccentSoft,      0xffe2f2f0, 0xff173936},
    {Color::Error,           0xffb42318, 0xffff8f86},
    {Color::ErrorSoft,       0xfffdecea, 0xff3a1f1d},
    {Color::Warning,         0xff855800, 0xfff0c050},
    {Color::WarningSoft,     0xfffff3d1, 0xff352b12},
    {Color::Good,            0xff19703a, 0xff62d38c},
    {Color::GoodSoft,        0xffe4f4e9, 0xff173020},
    {Color::Live,            0xff9c1f5c, 0xff9a2a63},
    {Color::OnLive,          0xffffffff, 0xffffffff},
    {Color::LiveText,        0xff9c1f5c, 0xffff9cc8},
    {Color::LiveSoft,        0xfffbe9f2, 0xff3b1a2b},
    {Color::JsonKey,         0xff0550ae, 0xff7fb4ff},
    {Color::JsonText,        0xff0a6640, 0xff7fd6a8},
    {Color::JsonNumber,      0xff9a3d00, 0xffffb079},
    {Color::Placeholder,     0xff6b2fb3, 0xffcfaeff},
    {Color::PlaceholderSoft, 0xffefe7fb, 0xff35264d},
    {Color::MatchingLine,    0xffd9ecff, 0xff1d3450},
    {Color::Selection,       0xffb3d4ff, 0xff224478},
};

struct MetricRow
{
    Metric metric;
    double pixels; ///< at 96 dpi and a text of 13 px
};

constexpr MetricRow metricRows[] = {
    {Metric::Control, 28},
    {Metric::Icon, 16},
    {Metric::SmallIcon, 14},
    {Metric::LargeIcon, 32},
    {Metric::Radius, 4},
    {Metric::BadgeRadius, 9},
    {Metric::EdgeWidth, 1},
    {Metric::FocusWidth, 2},
    {Metric::LeftEdge, 16},
    {Metric::MenuBar, 28},
    {Metric::HeadBar, 48},
    {Metric::PagesBar, 36},
    {Metric::TestBar, 44},
    {Metric::FootBar, 28},
    {Metric::ColumnHead, 32},
    {Metric::PageFoot, 52},
    {Metric::SidebarRow, 48},
    {Metric::ListRow, 40},
    {Metric::RuleRow, 36},
    {Metric::TreeRow, 20},
    {Metric::CodeLine, 20},
    {Metric::Sidebar, 256},
    {Metric::Fields, 240},
};
// clang-format on

template <typename Row, typename Token, std::size_t n>
constexpr bool inOrder(const Row (&rows)[n], Token Row::*token)
{
    for (std::size_t i = 0; i < n; ++i) {
        if (static_cast<std::size_t>(rows[i].*token) != i)
            return false;
    }
    return true;
}
static_assert(std::size(colorRows) == colorCount && inOrder(colorRows, &ColorRow::token));
static_assert(inOrder(metricRows, &MetricRow::metric));

} // namespace

QColor Theme::color(Color color, bool dark)
{
    const ColorRow &row = colorRows[static_cast<std::size_t>(color)];
    return QColor::fromRgb(dark ? row.dark : row.light);
}

int Theme::size(Metric metric) const
{
    return scaled(metricRows[static_cast<std::size_t>(metric)].pixels);
}

} // namespace designer::ui
