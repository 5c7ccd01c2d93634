// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tone.h"

#include <QCoreApplication>

namespace designer::ui {

Tone toneOf(Severity severity)
{
    switch (severity) {
    case Severity::Error: return Tone::Error;
    case Severity::Warning: return Tone::Warning;
    case Severity::Info: break;
    }
    return Tone::Info;
}

Color textColor(Tone tone)
{
    switch (tone) {
    case Tone::Good: return Color::Good;
    case Tone::Warning: return Color::Warning;
    case Tone::Error: return Color::Error;
    case Tone::Placeholder: return Color::Placeholder;
    case Tone::Live: return Color::LiveText;
    case Tone::Neutral:
    case Tone::Info: break;
    }
    return Color::Dim;
}

Color softColor(Tone tone)
{
    switch (tone) {
    case Tone::Good: return Color::GoodSoft;
    case Tone::Warning: return Color::WarningSoft;
    case Tone::Error: return Color::ErrorSoft;
    case Tone::Placeholder: return Color::PlaceholderSoft;
    case Tone::Live: return Color::LiveSoft;
    case Tone::Neutral:
    case Tone::Info: break;
    }
    return Color::Window;
}

std::optional<Icon> iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Good: return Icon::CheckCircle;
    case Tone::Warning:
    case Tone::Live: return Icon::WarningTriangle;
    case Tone::Error: return Icon::CrossCircle;
    case Tone::Info: return Icon::InfoCircle;
    case Tone::Neutral:
    case Tone::Placeholder: break;
    }
    return std::nullopt;
}

QString spokenTone(Tone tone)
{
    switch (tone) {
    case Tone::Good: return QCoreApplication::translate("Tone", "Good");
    case Tone::Warning: return QCoreApplication::translate("Tone", "Warning");
    case Tone::Error: return QCoreApplication::translate("Tone", "Mistake");
    case Tone::Info: return QCoreApplication::translate("Tone", "Information");
    case Tone::Live: return QCoreApplication::translate("Tone", "Live");
    case Tone::Neutral:
    case Tone::Placeholder: break;
    }
    return {};
}

} // namespace designer::ui
