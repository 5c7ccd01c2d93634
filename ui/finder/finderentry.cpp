// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/finder/finderentry.h"

#include <QCoreApplication>

namespace designer::ui {

using Kind = FinderEntry::Kind;

QString words(Kind kind)
{
    switch (kind) {
    case Kind::Page: return QCoreApplication::translate("Finder", "Page");
    case Kind::Destination: return QCoreApplication::translate("Finder", "Destination");
    case Kind::Placeholder: return QCoreApplication::translate("Finder", "Placeholder");
    case Kind::Header: return QCoreApplication::translate("Finder", "Header");
    case Kind::Condition: return QCoreApplication::translate("Finder", "Condition");
    case Kind::Sample: return QCoreApplication::translate("Finder", "Sample event");
    case Kind::Command: break;
    }
    return QCoreApplication::translate("Finder", "Command");
}

Icon iconOf(Kind kind)
{
    switch (kind) {
    case Kind::Page: return Icon::File;
    case Kind::Destination: return Icon::Send;
    case Kind::Placeholder: return Icon::Braces;
    case Kind::Header: return Icon::Key;
    case Kind::Condition: return Icon::CheckCircle;
    case Kind::Sample: return Icon::Bolt;
    case Kind::Command: break;
    }
    return Icon::Play;
}

} // namespace designer::ui
