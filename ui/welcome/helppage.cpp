// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/helppage.h"

#include "ui/theme/theme.h"

#include <QFile>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>

namespace designer::ui {

HelpPage::HelpPage(QWidget *parent) : QWidget(parent), m_text(new QTextBrowser(this))
{
    auto *const title = new QLabel(tr("Help"), this);
    title->setFont(theme().font(Font::Title));
    auto *const close = new QPushButton(tr("Close"), this);
    auto *const head = new QHBoxLayout;
    head->setContentsMargins(theme().size(Metric::LeftEdge), theme().size(Space::S8),
                             theme().size(Metric::LeftEdge), theme().size(Space::S8));
    head->addWidget(title, 1);
    head->addWidget(close);
    QFile file(QStringLiteral(":/help/help.html"));
    if (file.open(QIODevice::ReadOnly))
        m_text->setHtml(QString::fromUtf8(file.readAll()));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(theme().size(Metric::LeftEdge));
    m_text->setAccessibleName(tr("Help"));
    auto *const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_text, 1);
    setFocusProxy(m_text);
    connect(close, &QPushButton::clicked, this, &HelpPage::closed);
}

void HelpPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace designer::ui
