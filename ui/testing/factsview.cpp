// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/testing/factsview.h"

#include "ui/theme/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QScrollBar>

#include <cmath>

namespace designer::ui {

namespace {

QString row(const FactsView::Fact &fact)
{
    const QColor key = theme().color(Color::JsonKey);
    const QColor value = theme().color(fact.wrong ? Color::Error : Color::Text);
    return QStringLiteral(
               "<tr><td style='color:%1; padding-top:3px; padding-bottom:3px; padding-right:%5px'>%2</td>"
               "<td style='color:%3; padding-top:3px; padding-bottom:3px'>%4</td></tr>")
        .arg(key.name(), fact.name.toHtmlEscaped(), value.name(), fact.value.toHtmlEscaped(),
             QString::number(theme().size(Space::S24))); // in one go: the words may hold a %2 of their own
}

} // namespace

FactsView::FactsView(QWidget *parent) : QTextBrowser(parent)
{
    setFrameShape(NoFrame);
    setOpenLinks(false);
    document()->setDocumentMargin(theme().size(Metric::LeftEdge));
    connect(&theme(), &Theme::changed, this, &FactsView::render);
}

void FactsView::setWhole()
{
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto fit = [this] {
        const int bar = horizontalScrollBar()->sizeHint().height(); // a long value may need it
        setFixedHeight(static_cast<int>(std::ceil(document()->size().height())) + bar);
    };
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, fit);
    fit();
}

void FactsView::setSections(const std::vector<Section> &sections)
{
    if (sections == m_sections)
        return;
    m_sections = sections;
    render();
}

void FactsView::render()
{
    const QFont code = theme().font(Font::Code);
    QString html;
    for (const Section &section : m_sections) {
        if (!section.title.isEmpty())
            html += QStringLiteral("<p style='color:%1; font-weight:bold'>%2</p>")
                        .arg(theme().color(Color::Dim).name(), section.title.toHtmlEscaped());
        html += QStringLiteral(
                    "<table cellspacing='0' cellpadding='0' style='font-family:%1; font-size:%2px'>")
                    .arg(code.family())
                    .arg(code.pixelSize() > 0 ? code.pixelSize() : QFontInfo(code).pixelSize());
        for (const Fact &fact : section.facts)
            html += row(fact);
        html += QStringLiteral("</table>");
    }
    setHtml(html);
}

} // namespace designer::ui
