// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/testing/testbar.h"

#include "ui/common/messageline.h"
#include "ui/common/plaintooltip.h"
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
#include <QStyleOptionComboBox>
#include <QToolButton>
#include <QWheelEvent>

#include <algorithm>

namespace designer::ui {

/// The last row is a way to somewhere else: it is taken from the open list alone, never by a key or a
/// wheel that goes from sample to sample.
class SampleBox : public QComboBox
{
public:
    using QComboBox::QComboBox;
    /// How many samples there are before the rule and the last row.
    void setSampleCount(int count) { m_samples = count; }
    /// The width for so many letters of a name.
    [[nodiscard]] int widthFor(int letters) const
    {
        QStyleOptionComboBox option;
        initStyleOption(&option);
        const QSize words(letters * fontMetrics().horizontalAdvance(QLatin1Char('X')),
                          fontMetrics().height());
        return style()->sizeFromContents(QStyle::CT_ComboBox, &option, words, this).width();
    }

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

// In px at the design's text size.
constexpr int narrowestVerdict = 120; ///< for the sign, a few words and a short link
constexpr int usualVerdict = 220; ///< for "Would be sent", or the beginning of a longer one and its link
constexpr int usualSample = 16; ///< letters as wide as an X: most names are whole
constexpr int shortestSample = 5;
constexpr int narrowBar = 800;
constexpr int longestButton = 170; ///< its words: names of hosts may be of any length

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
    m_samples->setToolTip(plainToolTip(m_samples->currentText()));
    m_samples->setPlaceholderText(tr("No sample event yet"));
}

void TestBar::chooseSample(int index)
{
    if (index < m_samples->count() - 1) {
        m_sample = index;
        m_samples->setToolTip(plainToolTip(m_samples->itemText(index)));
        Q_EMIT sampleChosen(m_samples->itemText(index));
        return;
    }
    m_samples->setCurrentIndex(m_sample); // a way to somewhere else, and no sample
    Q_EMIT samplesRequested();
}

void TestBar::setVerdict(Tone tone, const QString &words, const QString &target, const QString &linkWords,
                         const QString &shorter)
{
    m_shorter = shorter;
    m_verdict->setLine(tone, words, target, linkWords);
    sayShorter();
}

void TestBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateButton();
    sayShorter();
}

bool TestBar::isNarrow() const
{
    return width() < theme().scaled(narrowBar);
}

/// A word or two, where the beginning of the verdict would be no more than a letter.
void TestBar::sayShorter()
{
    m_verdict->setShorter(isNarrow() && !m_shorter.isEmpty() ? QStringList{m_shorter} : QStringList());
}

/// By the width of the bar alone, never by what is said in it. Where a usual verdict has no room beside both,
/// the title goes first, since the button says as much; then the name of the sample is cut.
void TestBar::share()
{
    const int title = m_title->sizeHint().width() + layout()->spacing();
    const int taken = layout()->minimumSize().width() - (m_title->isHidden() ? 0 : title)
        - m_samples->minimumWidth() - m_verdict->minimumWidth();
    const int verdict = theme().scaled(usualVerdict);
    const int sample = m_samples->widthFor(usualSample);
    const bool hasTitle = width() - taken - sample - title >= verdict;
    m_title->setVisible(hasTitle);
    m_samples->setFixedWidth(
        hasTitle ? sample
                 : std::clamp(width() - taken - verdict, m_samples->widthFor(shortestSample), sample));
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
    const QString live = liveWords();
    const QString test = tr("Test Endpoint");
    const QString cancel = tr("Cancel");
    const QFontMetrics metrics(theme().font(Font::Bold));
    int widest = 0;
    for (const QString &words : {live, test, cancel})
        widest = std::max(widest, metrics.horizontalAdvance(words));
    m_button->setFixedWidth(widest + 2 * theme().size(Space::S12) + 2);
    m_button->setText(m_running ? cancel : m_live ? live : test);
    sayWhereItGoes();
    m_button->setEnabled(m_running || (m_testable && (!m_live || m_allowed)));
    const bool filled = !m_running && !m_live;
    if (m_button->property("primary").toBool() != filled) {
        m_button->setProperty("primary", filled);
        m_button->style()->unpolish(m_button);
        m_button->style()->polish(m_button);
    }
    share();
}

/// Where the words on the button are short, or lose a part of the host, it is read here, and read out.
void TestBar::sayWhereItGoes()
{
    const bool isNamed = m_live && !m_running && !m_target.isEmpty();
    const QString keys = tr("Ctrl+Return");
    m_button->setToolTip(m_running     ? QString()
                             : isNamed ? plainToolTip(tr("Sends to %1, for real (%2)").arg(m_target, keys))
                                       : keys);
    m_button->setAccessibleName(isNamed ? tr("Send to %1 (live)").arg(m_target) : QString());
}

/// A long host loses its middle: it is told by its ends. In a narrow bar it has no room at all. The whole is
/// in the tool tip.
QString TestBar::liveWords() const
{
    if (m_target.isEmpty() || isNarrow())
        return tr("Send (live)");
    const QFontMetrics metrics(theme().font(Font::Bold));
    const int room
        = theme().scaled(longestButton) - metrics.horizontalAdvance(tr("Send to %1 (live)").arg(QString()));
    return tr("Send to %1 (live)").arg(metrics.elidedText(m_target, Qt::ElideMiddle, room));
}

} // namespace designer::ui
