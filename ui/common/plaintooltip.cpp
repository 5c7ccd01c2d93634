// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/plaintooltip.h"

#include <QTextDocument>

namespace designer::ui {

/// Only where it has to be: a tool tip is also what a screen reader reads out, tags and all.
QString plainToolTip(const QString &text)
{
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal) : text;
}

} // namespace designer::ui
