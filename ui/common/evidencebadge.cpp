// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/evidencebadge.h"

#include "ui/theme/paint.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QPainter>

namespace designer::ui {

QString evidenceWord(Evidence evidence)
{
    switch (evidence) {
    case Evidence::Captured: return QCoreApplication::translate("Evidence", "captured");
    case Evidence::Documented: return QCoreApplication::translate("Evidence", "documented");
    case Evidence::Derived: return QCoreApplication::translate("Evidence", "derived");
    case Evidence::Inferred: return QCoreApplication::translate("Evidence", "inferred");
    case Evidence::Undocumented: return QCoreApplication::translate("Evidence", "undocumented");
    case Evidence::Ours: break;
    }
    return QCoreApplication::translate("Evidence", "our advice");
}

QString evidenceExplanation(Evidence evidence)
{
    switch (evidence) {
    case Evidence::Captured:
        return QCoreApplication::translate("Evidence",
                                           "Seen in a real answer that Insider gave to a real request.");
    case Evidence::Documented: return QCoreApplication::translate("Evidence", "Insider’s own guide says so.");
    case Evidence::Derived:
        return QCoreApplication::translate(
            "Evidence", "Follows from a rule in Insider’s guide; the guide does not show this very case.");
    case Evidence::Inferred:
        return QCoreApplication::translate(
            "Evidence", "The best reading of what is known. Test it with Insider before you rely on it.");
    case Evidence::Undocumented:
        return QCoreApplication::translate(
            "Evidence", "Nobody has said what Insider does here. Test it before you rely on it.");
    case Evidence::Ours: break;
    }
    return QCoreApplication::translate("Evidence", "No rule of Insider’s: what this program advises.");
}

EvidenceBadge::EvidenceBadge(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme(), &Theme::changed, this, &QWidget::updateGeometry);
}

void EvidenceBadge::setEvidence(Evidence evidence)
{
    setRemark(evidenceWord(evidence), evidenceExplanation(evidence));
}

void EvidenceBadge::setRemark(const QString &word, const QString &explanation)
{
    m_word = word;
    setAccessibleName(word);
    setAccessibleDescription(explanation);
    setToolTip(explanation);
    updateGeometry();
    update();
}

QSize EvidenceBadge::sizeHint() const
{
    const QFontMetrics metrics(theme().font(Font::Small));
    return {metrics.horizontalAdvance(m_word) + 2 * theme().scaled(6) + 2, theme().scaled(20)};
}

void EvidenceBadge::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    paintBox(&painter, rect(),
             {.fill = {},
              .edge = theme().color(Color::Edge),
              .edgeWidth = 1,
              .radius = 1.0 * theme().size(Metric::Radius)});
    painter.setFont(theme().font(Font::Small));
    painter.setPen(theme().color(Color::Dim));
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextDontClip, m_word);
}

} // namespace designer::ui
