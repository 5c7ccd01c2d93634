// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/sampleremarks.h"

#include "ui/common/evidencebadge.h"
#include "ui/theme/theme.h"
#include "ui_sampleremarks.h"

#include <QEvent>
#include <QHBoxLayout>

#include <algorithm>

namespace designer::ui {

namespace {

/// Says that Hardal shows it and does not say it.
EvidenceBadge *inferredBadge(QWidget *parent)
{
    auto *const badge = new EvidenceBadge(parent);
    badge->setRemark(evidenceWord(Evidence::Inferred),
                     SampleRemarks::tr("Hardal’s examples suggest it; its documentation does not say so. "
                                       "Compare with an event that Hardal has delivered."));
    return badge;
}

QLabel *tick(QWidget *parent)
{
    auto *const out = new QLabel(parent);
    const auto colour = [out] {
        const int side = theme().size(Metric::SmallIcon);
        out->setPixmap(icon(Icon::Check, Color::Good).pixmap(QSize(side, side), out->devicePixelRatioF()));
    };
    colour();
    QObject::connect(&theme(), &Theme::changed, out, colour);
    return out;
}

/// A step that was made, with a tick, and how it is known where that is not plain.
QWidget *stepRow(const event::Step &step, QWidget *parent)
{
    auto *const row = new QWidget(parent);
    auto *const layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme().size(Space::S8));
    layout->addWidget(tick(row), 0, Qt::AlignTop);
    auto *const words = new QLabel(step.sentence, row);
    words->setTextFormat(Qt::PlainText);
    words->setFont(theme().font(Font::Small));
    words->setWordWrap(true);
    // As wide as its text, so that the badge stands behind it and not at the far end.
    words->setMaximumWidth(QFontMetrics(words->font()).horizontalAdvance(step.sentence) + 1);
    layout->addWidget(words, 1);
    if (step.isInferred)
        layout->addWidget(inferredBadge(row), 0, Qt::AlignTop);
    layout->addStretch();
    return row;
}

} // namespace

SampleRemarks::SampleRemarks(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::SampleRemarks>())
{
    m_ui->setupUi(this);
    for (QLabel *const label : {m_ui->doneHeading, m_ui->lacksHeading})
        label->setForegroundRole(QPalette::PlaceholderText);
    layOut();
    for (MessageLine *const line : {m_ui->timeLine, m_ui->customerLine}) {
        connect(line, &MessageLine::linkActivated, this, [this](const QString &target) {
            Q_EMIT remedyChosen(static_cast<insider::Lack>(target.toInt()));
        });
    }
}

SampleRemarks::~SampleRemarks() = default;

void SampleRemarks::layOut()
{
    const int edge = theme().size(Metric::LeftEdge);
    const int small = theme().size(Space::S8);
    m_ui->belowLayout->setContentsMargins(edge, small, edge, small);
    m_ui->belowLayout->setSpacing(edge);
    m_ui->stepsLayout->setSpacing(theme().size(Space::S4));
    m_ui->lacksLayout->setSpacing(theme().size(Space::S4));
    m_ui->belowWidget->setMaximumHeight(theme().scaled(188));
    for (QLabel *const label : {m_ui->doneHeading, m_ui->lacksHeading})
        label->setFont(theme().font(Font::SmallBold));
}

void SampleRemarks::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
}

void SampleRemarks::setSteps(const std::vector<event::Step> &steps)
{
    while (QLayoutItem *const item = m_ui->stepsLayout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const event::Step &step : steps)
        m_ui->stepsLayout->addWidget(stepRow(step, m_ui->stepsWidget));
    m_ui->stepsLayout->addStretch(1);
    // Four of them are seen at once; for more people scroll.
    m_ui->stepsArea->setMinimumHeight(
        std::min(m_ui->stepsLayout->sizeHint().height(), theme().scaled(4 * 24)));
    m_ui->doneSide->setVisible(!steps.empty());
    showWhatThereIs();
}

void SampleRemarks::setLacks(const std::vector<insider::Lack> &lacks)
{
    for (const auto &[lack, line] : {std::pair(insider::Lack::Time, m_ui->timeLine),
                                     std::pair(insider::Lack::Customer, m_ui->customerLine)}) {
        const bool there = std::find(lacks.begin(), lacks.end(), lack) != lacks.end();
        line->setVisible(there);
        const QString target = QString::number(static_cast<int>(lack));
        if (there)
            line->setMessage(Tone::Warning,
                             lackInWords(lack) + QLatin1Char(' ') + link(target, remedyInWords(lack)));
    }
    m_ui->lacksSide->setVisible(!lacks.empty());
    showWhatThereIs();
}

void SampleRemarks::showWhatThereIs()
{
    setVisible(!m_ui->doneSide->isHidden() || !m_ui->lacksSide->isHidden());
}

} // namespace designer::ui
