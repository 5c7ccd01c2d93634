// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/testing/testbar.h"

#include "ui/common/messageline.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyle>
#include <QToolButton>
#include <QWheelEvent>

namespace designer::ui {

/// The last row is a way to somewhere else: it is taken from the open list alone, never by a key or a
/// wheel that goes from sample to sample.
class SampleBox : public QComboBox
{
public:
    using QComboBox::QComboBox;
    /// How many samples there are before the rule and the last row.
    void setSampleCount(int count) { m_samples = count; }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        const bool goesDown
            = event->key() == Qt::Key_Down || event->key() == Qt::Key_PageDown || event->key() == Qt::Key_End;
        const bool opens = event->modifiers().testFlag(Qt::AltModifier);
        if (!goesDown || opens)
            return QComboBox::keyPressEvent(event);
        goTo(event->key() == Qt::Key_Down ? currentIndex() + 1 : m_samples - 1);
    }
    void wheelEvent(QWheelEvent *event) override
    {
        if (event->angleDelta().y() >= 0)
            return QComboBox::wheelEvent(event);
        goTo(currentIndex() + 1);
        event->accept();
    }

private:
    void goTo(int index)
    {
        if (index == currentIndex() || index >= m_samples)
            return;
        setCurrentIndex(index);
        Q_EMIT activated(index);
    }

    int m_samples = 0;
};

namespace {

/// Room for the sign, a few words and a short link.
constexpr int narrowestVerdict = 120;

QToolButton *iconButton(QWidget *parent, const QString &name)
{
    auto *const button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

} // namespace

TestBar::TestBar(QWidget *parent)
    : QWidget(parent), m_fold(iconButton(this, tr("Fold the test panel"))),
      m_full(iconButton(this, tr("Fill the window with the test panel (F11)"))),
      m_title(new QLabel(tr("Test Endpoint"), this)), m_samples(new SampleBox(this)),
      m_verdict(new MessageLine(this)), m_where(new SegmentedControl(this)), m_button(new QPushButton(this))
{
    m_full->setCheckable(true);
    m_title->setFont(theme().font(Font::Bold));
    m_samples->setAccessibleDescription(tr("Sample event"));
    m_samples->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_samples->setMinimumContentsLength(16);
    m_verdict->setTextFont(Font::Text);
    m_verdict->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_verdict->setMinimumWidth(theme().scaled(narrowestVerdict));
    m_where->addSegment(tr("Sandbox"));
    m_where->addSegment(tr("Live"), Tone::Live);
    m_where->setAccessibleName(tr("Where tests go"));
    m_button->setProperty("primary", true);
    layOut();
    colour();
    updateButton();
    connect(&theme(), &Theme::changed, this, &TestBar::colour);
    connect(m_fold, &QToolButton::clicked, this, &TestBar::foldRequested);
    connect(m_full, &QToolButton::clicked, this, &TestBar::fullRequested);
    connect(m_samples, &QComboBox::activated, this, &TestBar::chooseSample);
    connect(m_where, &SegmentedControl::currentChosen, this,
            [this](int index) { Q_EMIT liveChosen(index == 1); });
    connect(m_verdict, &MessageLine::linkActivated, this, &TestBar::linkActivated);
    connect(m_button, &QPushButton::clicked, this,
            [this] { m_running ? Q_EMIT cancelRequested() : Q_EMIT testRequested(); });
}

void TestBar::layOut()
{
    auto *const row = new QHBoxLayout(this);
    row->setContentsMargins(theme().size(Space::S12), 0, theme().size(Metric::LeftEdge), 0);
    row->setSpacing(theme().size(Space::S4));
    row->addWidget(m_fold);
    row->addWidget(m_full);
    row->addSpacing(theme().size(Space::S4));
    row->addWidget(m_title);
    row->addSpacing(theme().size(Space::S4));
    row->addWidget(m_samples);
    row->addSpacing(theme().size(Space::S4));
    row->addWidget(m_verdict, 1);
    row->addWidget(m_where);
    row->addSpacing(theme().size(Space::S8));
    row->addWidget(m_button);
    setFixedHeight(theme().size(Metric::TestBar));
}

void TestBar::colour()
{
    const Color onBar = m_live ? Color::OnLive : Color::Text;
    m_fold->setIcon(icon(m_folded ? Icon::ChevronUp : Icon::ChevronDown, onBar));
    m_full->setIcon(icon(Icon::Expand, onBar));
    QPalette words = m_title->palette();
    words.setColor(QPalette::WindowText, theme().color(onBar));
    m_title->setPalette(words);
    m_verdict->setOnLive(m_live);
    setProperty("onLive", m_live);
    update();
}

void TestBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(m_live ? Color::Live : Color::Panel));
    painter.setPen(theme().color(Color::Rule));
    painter.drawLine(rect().topLeft(), rect().topRight());
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

void TestBar::setSamples(const QStringList &names, const QString &current)
{
    const QSignalBlocker blocker(m_samples);
    m_samples->clear();
    m_samples->addItems(names);
    m_samples->setSampleCount(m_samples->count());
    m_samples->insertSeparator(m_samples->count());
    m_samples->addItem(icon(Icon::Bolt), tr("Sample events…"));
    m_sample = names.isEmpty() ? -1 : std::max(m_samples->findText(current), 0);
    m_samples->setCurrentIndex(m_sample);
    m_samples->setPlaceholderText(tr("No sample event yet"));
}

void TestBar::chooseSample(int index)
{
    if (index < m_samples->count() - 1) {
        m_sample = index;
        Q_EMIT sampleChosen(m_samples->itemText(index));
        return;
    }
    m_samples->setCurrentIndex(m_sample); // a way to somewhere else, and no sample
    Q_EMIT samplesRequested();
}

void TestBar::setVerdict(Tone tone, const QString &words, const QString &target, const QString &linkWords)
{
    m_verdict->setLine(tone, words, target, linkWords);
    fitTitle();
}

void TestBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitTitle();
}

/// The title gives way to a verdict that has no room: the button says as much.
void TestBar::fitTitle()
{
    const int title = m_title->sizeHint().width() + layout()->spacing();
    const int shown = m_title->isHidden() ? 0 : title;
    const int others = layout()->minimumSize().width() - m_verdict->minimumWidth() - shown;
    m_title->setVisible(width() - others - title >= m_verdict->sizeHint().width());
}

void TestBar::setFolded(bool folded)
{
    m_folded = folded;
    const QString name = folded ? tr("Unfold the test panel") : tr("Fold the test panel");
    m_fold->setAccessibleName(name);
    m_fold->setToolTip(name);
    colour();
}

void TestBar::setFull(bool full)
{
    m_full->setChecked(full);
    m_fold->setEnabled(!full);
}

void TestBar::setLive(bool live)
{
    m_live = live;
    m_where->setCurrentIndex(live ? 1 : 0);
    colour();
    updateButton();
}

void TestBar::setAllowed(bool allowed)
{
    m_allowed = allowed;
    updateButton();
}

void TestBar::setTestable(bool testable)
{
    m_testable = testable;
    updateButton();
}

void TestBar::setRunning(bool running)
{
    m_running = running;
    updateButton();
}

void TestBar::setLiveTarget(const QString &target)
{
    m_target = target;
    updateButton();
}

void TestBar::updateButton()
{
    const QString live = m_target.isEmpty() ? tr("Send (live)") : tr("Send to %1 (live)").arg(m_target);
    const QString words = m_live ? live : tr("Test Endpoint");
    m_button->setText(m_running ? tr("Cancel") : words);
    m_button->setToolTip(m_running ? QString() : tr("Ctrl+Return"));
    m_button->setEnabled(m_running || (m_testable && (!m_live || m_allowed)));
    const bool filled = !m_running && !m_live;
    if (m_button->property("primary").toBool() != filled) {
        m_button->setProperty("primary", filled);
        m_button->style()->unpolish(m_button);
        m_button->style()->polish(m_button);
    }
    fitTitle();
}

} // namespace designer::ui
