// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/linklabel.h"

#include <QFocusEvent>

namespace designer::ui {

LinkLabel::LinkLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setSentence({});
}

void LinkLabel::setSentence(const QString &richText)
{
    setText(richText);
    // Setting the flags sets the focus policy too.
    setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    setFocusPolicy(richText.contains(QLatin1String("<a ")) ? Qt::StrongFocus : Qt::NoFocus);
}

void LinkLabel::focusInEvent(QFocusEvent *event)
{
    QLabel::focusInEvent(event);
    // Qt enters the label first and its first link with a second Tab.
    if (event->reason() == Qt::TabFocusReason)
        focusNextPrevChild(true);
    else if (event->reason() == Qt::BacktabFocusReason)
        focusNextPrevChild(false);
}

QString link(const QString &target, const QString &words)
{
    return QStringLiteral("<a href=\"%1\">%2</a>").arg(target.toHtmlEscaped(), words.toHtmlEscaped());
}

} // namespace designer::ui
