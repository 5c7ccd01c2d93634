// SPDX-License-Identifier: GPL-3.0-or-later
#include "../unexpectedwarnings.h"
#include "ui/common/aside.h"
#include "ui/common/badge.h"
#include "ui/common/banner.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/emptystate.h"
#include "ui/common/evidencebadge.h"
#include "ui/common/messageline.h"
#include "ui/common/plaintooltip.h"
#include "ui/common/searchfield.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/common/toggleswitch.h"
#include "ui/common/underlinetabs.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QHelpEvent>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocumentFragment>
#include <QToolTip>
#include <QVBoxLayout>

#include <array>
#include <memory>
#include <optional>

using namespace designer::ui;

namespace {

QAccessibleInterface *accessible(QObject *object)
{
    return QAccessible::queryAccessibleInterface(object);
}

QString nameOf(QObject *object)
{
    return accessible(object)->text(QAccessible::Name);
}

bool shows(const QImage &image, const QColor &color)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == color)
                return true;
        }
    }
    return false;
}

/// The label that shows the words: the one that is not a picture.
QLabel *sentenceIn(QWidget *widget)
{
    for (auto *label : widget->findChildren<QLabel *>()) {
        if (label->textFormat() == Qt::RichText)
            return label;
    }
    return nullptr;
}

/// The widths of what is blank on the left and on the right of what a tab says.
std::pair<int, int> blankBesideWords(UnderlineTabs &tabs, int index)
{
    const QRect tab = tabs.tabRect(index).adjusted(0, 0, 0, -4); // without the line below it
    const QImage image = tabs.grab(tab).toImage();
    const QRgb ground = image.pixel(0, 0);
    const auto isBlank = [&](int x) {
        for (int y = 0; y < image.height(); ++y) {
            if (image.pixel(x, y) != ground)
                return false;
        }
        return true;
    };
    int left = 0;
    while (left < image.width() && isBlank(left))
        ++left;
    int right = 0;
    while (right < image.width() - left && isBlank(image.width() - 1 - right))
        ++right;
    return {left, right};
}

} // namespace

class TestWidgets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { theme().apply(*qobject_cast<QApplication *>(QCoreApplication::instance())); }
    void init();
    void cleanup() { m_window.reset(); }

    void aCutLabelSaysItsWholeAsItStands_data();
    void aCutLabelSaysItsWholeAsItStands();
    void badgeSaysItsTone_data();
    void badgeSaysItsTone();
    void badgeWithoutTextIsNotThere();
    void badgeFitsItsText();
    void evidenceExplainsItself_data();
    void evidenceExplainsItself();
    void switchIsACheckBox();
    void switchTurnsWithSpaceAndMouse();
    void segmentsAreRadioButtons();
    void segmentsMoveWithArrows();
    void segmentsSayWhoChose();
    void tabStopsAtTheChosenSegment();
    void messageLeadsOutByKeyboard();
    void messageWithoutLinkIsNoTabStop();
    void messageSaysItsTone();
    void messageFollowsTheTheme();
    void messageWraps();
    void linkOnLiveIsReadable();
    void aCutLineSaysItsWhole();
    void linkShowsWordsAsTheyAre();
    void bannerShowsHowItIsKnown();
    void bannerLeadsOut();
    void emptyStateOffersSteps();
    void emptyStateCutsNothing();
    void emptyStateForgetsButtons();
    void emptyStateWearsItsOwnFont();
    void aToolTipShowsWordsAsTheyAre_data();
    void aToolTipShowsWordsAsTheyAre();
    void anAsideStandsAtItsLink_data();
    void anAsideStandsAtItsLink();
    void tabsSayCountAndMark();
    void tabsKeepTheirPlacesWhenChosen_data();
    void tabsKeepTheirPlacesWhenChosen();
    void tabsGrowWithTheirCount();
    void pagesKeepTheirPlacesWhateverTheyWear_data();
    void pagesKeepTheirPlacesWhateverTheyWear();
    void tabsMoveWithArrows();
    void tabsKeepMarksWhenOneGoes();
    void searchIsEmptiedWithEscape();
    void searchMovesInTheList();

private:
    template <typename W, typename... Arguments>
    W *shown(Arguments &&...arguments)
    {
        auto *widget = new W(std::forward<Arguments>(arguments)..., m_window.get());
        m_window->layout()->addWidget(widget);
        return widget;
    }
    void show();

    std::unique_ptr<QWidget> m_window;
};

void TestWidgets::init()
{
    QTest::failOnWarning(unexpectedWarnings());
    theme().setScheme(Scheme::Light);
    m_window = std::make_unique<QWidget>();
    new QVBoxLayout(m_window.get());
}

void TestWidgets::show()
{
    m_window->show();
    QTRY_VERIFY(m_window->isActiveWindow());
}

void TestWidgets::aCutLabelSaysItsWholeAsItStands_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << QStringLiteral("A long name that has no room");
    QTest::newRow("an ampersand") << QStringLiteral("Shoes & bags & what else there is");
    QTest::newRow("a tag") << QStringLiteral("<b>Shoes</b> that look like a text with a tag");
    QTest::newRow("an entity") << QStringLiteral("Shoes &amp; bags as somebody wrote them");
}

void TestWidgets::aCutLabelSaysItsWholeAsItStands()
{
    QFETCH(QString, text);
    auto label = std::make_unique<ElidedLabel>();
    label->setText(text);
    label->resize(40, 20);
    label->show();
    QHelpEvent asked(QEvent::ToolTip, QPoint(2, 2), label->mapToGlobal(QPoint(2, 2)));
    QApplication::sendEvent(label.get(), &asked);
    const QString tip = QToolTip::text();
    QVERIFY(!tip.isEmpty());
    const QString seen = Qt::mightBeRichText(tip) ? QTextDocumentFragment::fromHtml(tip).toPlainText() : tip;
    QCOMPARE(seen, text);
    QToolTip::hideText();
}

void TestWidgets::badgeSaysItsTone_data()
{
    QTest::addColumn<Tone>("tone");
    QTest::addColumn<bool>("withIcon");
    QTest::addColumn<QString>("name");
    QTest::newRow("a number with an icon") << Tone::Error << true << QStringLiteral("Mistake: 1");
    QTest::newRow("amber") << Tone::Warning << true << QStringLiteral("Warning: 1");
    QTest::newRow("a word says it itself") << Tone::Good << false << QStringLiteral("1");
    QTest::newRow("neutral") << Tone::Neutral << true << QStringLiteral("1");
}

void TestWidgets::badgeSaysItsTone()
{
    QFETCH(Tone, tone);
    QFETCH(bool, withIcon);
    QFETCH(QString, name);
    auto *badge = shown<Badge>();
    badge->setContent({.tone = tone, .text = QStringLiteral("1"), .withIcon = withIcon, .shape = {}});
    QCOMPARE(nameOf(badge), name);
}

void TestWidgets::badgeWithoutTextIsNotThere()
{
    auto *badge = shown<Badge>();
    show();
    QVERIFY(!badge->isVisible());
    badge->setContent({.tone = Tone::Good, .text = QStringLiteral("active"), .withIcon = false, .shape = {}});
    QVERIFY(badge->isVisible());
    badge->setContent({});
    QVERIFY(!badge->isVisible());
}

void TestWidgets::badgeFitsItsText()
{
    const auto width = [](const char *text, bool withIcon) {
        return badgeSize(
                   {.tone = Tone::Good, .text = QString::fromUtf8(text), .withIcon = withIcon, .shape = {}})
            .width();
    };
    QVERIFY(width("changed since the last green test", false) > width("new", false));
    QVERIFY(width("new", true) >= width("new", false) + theme().size(Metric::SmallIcon));
}

void TestWidgets::evidenceExplainsItself_data()
{
    QTest::addColumn<designer::Evidence>("evidence");
    QTest::addColumn<QString>("word");
    for (const auto evidence :
         {designer::Evidence::Captured, designer::Evidence::Documented, designer::Evidence::Derived,
          designer::Evidence::Inferred, designer::Evidence::Undocumented}) {
        const auto word = designer::name(evidence);
        QTest::addRow("%s", word.data())
            << evidence << QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size()));
    }
    QTest::newRow("ours") << designer::Evidence::Ours << QStringLiteral("our advice");
}

void TestWidgets::evidenceExplainsItself()
{
    QFETCH(designer::Evidence, evidence);
    QFETCH(QString, word);
    auto *badge = shown<EvidenceBadge>();
    badge->setEvidence(evidence);
    QCOMPARE(nameOf(badge), word);
    QVERIFY(badge->toolTip().size() > 20);
    QCOMPARE(accessible(badge)->text(QAccessible::Description), badge->toolTip());
}

void TestWidgets::switchIsACheckBox()
{
    auto *active = shown<ToggleSwitch>(QStringLiteral("Active"));
    QCOMPARE(accessible(active)->role(), QAccessible::CheckBox);
    QCOMPARE(nameOf(active), QStringLiteral("Active"));
    QVERIFY(!accessible(active)->state().checked);
    active->setChecked(true);
    QVERIFY(accessible(active)->state().checked);
}

void TestWidgets::switchTurnsWithSpaceAndMouse()
{
    auto *active = shown<ToggleSwitch>(QStringLiteral("Active"));
    show();
    active->setFocus();
    QTest::keyClick(active, Qt::Key_Space);
    QVERIFY(active->isChecked());
    QTest::mouseClick(active, Qt::LeftButton, {}, QPoint(active->width() - 10, active->height() / 2));
    QVERIFY(!active->isChecked());
    QTest::mouseClick(active, Qt::LeftButton, {}, QPoint(3, active->height() / 2)); // on the word
    QVERIFY(active->isChecked());
}

void TestWidgets::segmentsAreRadioButtons()
{
    auto *control = shown<SegmentedControl>();
    QCOMPARE(control->currentIndex(), -1);
    control->addSegment(QStringLiteral("Sandbox"));
    control->addSegment(QStringLiteral("Live"), Tone::Live);
    QCOMPARE(control->currentIndex(), 0);
    QCOMPARE(accessible(control->segment(1))->role(), QAccessible::RadioButton);
    QCOMPARE(nameOf(control->segment(1)), QStringLiteral("Live"));
    QVERIFY(accessible(control->segment(0))->state().checked);
}

void TestWidgets::segmentsMoveWithArrows()
{
    auto *control = shown<SegmentedControl>();
    for (const char *text : {"One", "Two", "Three"})
        control->addSegment(QString::fromUtf8(text));
    show();
    control->segment(0)->setFocus();
    QSignalSpy chosen(control, &SegmentedControl::currentChosen);
    QTest::keyClick(control->segment(0), Qt::Key_Right);
    QCOMPARE(control->currentIndex(), 1);
    QVERIFY(control->segment(1)->hasFocus());
    QTest::keyClick(control->segment(1), Qt::Key_Left);
    QCOMPARE(control->currentIndex(), 0);
    QCOMPARE(chosen.count(), 2);
}

void TestWidgets::segmentsSayWhoChose()
{
    auto *control = shown<SegmentedControl>();
    control->addSegment(QStringLiteral("Sandbox"));
    control->addSegment(QStringLiteral("Live"));
    QSignalSpy changed(control, &SegmentedControl::currentChanged);
    QSignalSpy chosen(control, &SegmentedControl::currentChosen);
    control->setCurrentIndex(1);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(chosen.count(), 0);
    show();
    QTest::mouseClick(control->segment(0), Qt::LeftButton);
    QCOMPARE(changed.count(), 2);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.at(0).at(0).toInt(), 0);
}

void TestWidgets::tabStopsAtTheChosenSegment()
{
    auto *before = shown<QLineEdit>();
    auto *control = shown<SegmentedControl>();
    control->addSegment(QStringLiteral("Sandbox"));
    control->addSegment(QStringLiteral("Live"));
    control->setCurrentIndex(1);
    auto *after = shown<QLineEdit>();
    show();
    before->setFocus();
    QTest::keyClick(before, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), control->segment(1));
    QTest::keyClick(control->segment(1), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), after);
}

void TestWidgets::messageLeadsOutByKeyboard()
{
    auto *before = shown<QLineEdit>();
    auto *line = shown<MessageLine>();
    line->setMessage(Tone::Error,
                     QStringLiteral("Only https. ")
                         + link(QStringLiteral("use-https"), QStringLiteral("Use https")));
    show();
    QSignalSpy followed(line, &MessageLine::linkActivated);
    before->setFocus();
    QTest::keyClick(before, Qt::Key_Tab);
    QWidget *focused = QApplication::focusWidget();
    QVERIFY(line->isAncestorOf(focused));
    QTest::keyClick(focused, Qt::Key_Return);
    QCOMPARE(followed.count(), 1);
    QCOMPARE(followed.at(0).at(0).toString(), QStringLiteral("use-https"));
}

void TestWidgets::messageWithoutLinkIsNoTabStop()
{
    auto *before = shown<QLineEdit>();
    auto *line = shown<MessageLine>();
    line->setHelp(QStringLiteral("The name in your list."));
    auto *after = shown<QLineEdit>();
    show();
    before->setFocus();
    QTest::keyClick(before, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), after);
}

void TestWidgets::messageSaysItsTone()
{
    auto *line = shown<MessageLine>();
    line->setMessage(Tone::Error, QStringLiteral("Only <b>https</b>."));
    QCOMPARE(nameOf(sentenceIn(line)), QStringLiteral("Mistake: Only https."));
    line->setHelp(QStringLiteral("The name in your list."));
    QCOMPARE(nameOf(sentenceIn(line)), QStringLiteral("The name in your list."));
}

void TestWidgets::messageFollowsTheTheme()
{
    auto *line = shown<MessageLine>();
    line->setMessage(Tone::Error,
                     QStringLiteral("Wrong. ") + link(QStringLiteral("x"), QStringLiteral("Mend it")));
    show();
    const QImage light = line->grab().toImage();
    theme().setScheme(Scheme::Dark);
    QVERIFY(shows(light, Theme::color(Color::Accent, false)));
    const QImage dark = line->grab().toImage();
    QVERIFY(shows(dark, Theme::color(Color::Error, true)));
    QVERIFY(shows(dark, Theme::color(Color::Accent, true)));
    QVERIFY(!shows(dark, Theme::color(Color::Accent, false)));
}

void TestWidgets::messageWraps()
{
    auto *line = shown<MessageLine>();
    line->setMessage(Tone::Warning, QStringLiteral("word ").repeated(60));
    QVERIFY(line->hasHeightForWidth());
    QVERIFY(line->heightForWidth(200) > 3 * line->heightForWidth(2000));
}

void TestWidgets::linkOnLiveIsReadable()
{
    auto *line = shown<MessageLine>();
    line->setLine(Tone::Info, {}, QStringLiteral("go"), QStringLiteral("Go"));
    const auto picture = [this, line] {
        QImage image(line->size(), QImage::Format_RGB32);
        image.fill(theme().color(Color::Live));
        line->render(&image, {}, {}, QWidget::DrawChildren);
        return image;
    };
    show();
    QVERIFY(!shows(picture(), theme().color(Color::OnLive)));
    line->setOnLive(true);
    QVERIFY(shows(picture(), theme().color(Color::OnLive)));
    QVERIFY(!shows(picture(), QApplication::palette().color(QPalette::Link)));
    line->setOnLive(false);
    QVERIFY(!shows(picture(), theme().color(Color::OnLive)));
}

/// Also where nothing but the words has changed.
void TestWidgets::aCutLineSaysItsWhole()
{
    auto *line = shown<MessageLine>();
    line->setFixedWidth(100);
    show();
    const QString words = QStringLiteral("Would not be sent: <event_name> is registration");
    line->setLine(Tone::Info, words);
    QCOMPARE(line->toolTip(), words);
    line->setLine(Tone::Info, QStringLiteral("Sent"));
    QCOMPARE(line->toolTip(), QString());
}

void TestWidgets::linkShowsWordsAsTheyAre()
{
    QCOMPARE(link(QStringLiteral("a\"b"), QStringLiteral("<b> & c")),
             QStringLiteral("<a href=\"a&quot;b\">&lt;b&gt; &amp; c</a>"));
}

void TestWidgets::bannerShowsHowItIsKnown()
{
    auto *banner = shown<Banner>();
    show();
    auto *evidence = banner->findChild<EvidenceBadge *>();
    QVERIFY(!evidence->isVisible());
    banner->setContent({.tone = Tone::Error,
                        .title = QStringLiteral("Rejected"),
                        .body = {},
                        .evidence = designer::Evidence::Inferred});
    QVERIFY(evidence->isVisible());
    QCOMPARE(evidence->word(), QStringLiteral("inferred"));
    QCOMPARE(nameOf(banner), QStringLiteral("Rejected"));
}

void TestWidgets::bannerLeadsOut()
{
    auto *banner = shown<Banner>();
    banner->setContent({.tone = Tone::Error,
                        .title = QStringLiteral("Rejected"),
                        .body = link(QStringLiteral("line-15"), QStringLiteral("Line 15")),
                        .evidence = {}});
    show();
    QSignalSpy followed(banner, &Banner::linkActivated);
    sentenceIn(banner)->clearFocus();
    sentenceIn(banner)->setFocus(Qt::TabFocusReason);
    QTest::keyClick(sentenceIn(banner), Qt::Key_Return);
    QCOMPARE(followed.count(), 1);
}

void TestWidgets::emptyStateOffersSteps()
{
    auto *empty = shown<EmptyState>();
    empty->setContent(Icon::Bolt, QStringLiteral("No sample events"),
                      QStringLiteral("A sample is one event."));
    QSignalSpy clicked(empty->addPrimaryButton(QStringLiteral("Use the shipped samples")),
                       &QPushButton::clicked);
    auto *paste = empty->addButton(Icon::Clipboard, QStringLiteral("Paste an event"));
    show();
    QCOMPARE(nameOf(empty), QStringLiteral("No sample events"));
    QCOMPARE(nameOf(paste), QStringLiteral("Paste an event"));
    empty->findChildren<QPushButton *>().constFirst()->click();
    QCOMPARE(clicked.count(), 1);
}

/// What has no room is not there: first the icon, then the sentence.
void TestWidgets::emptyStateCutsNothing()
{
    EmptyState state;
    const QString sentence
        = QStringLiteral("Choose or add one: its fields show here, to be dragged into the body.");
    state.setContent(Icon::Bolt, QStringLiteral("No sample event yet"), sentence);
    const QPushButton *const button = state.addButton(QStringLiteral("Sample events"));
    state.show();
    for (const int height : {400, 150, 110, 90, 400}) {
        state.resize(theme().scaled(220), theme().scaled(height));
        QCoreApplication::sendPostedEvents();
        const auto labels = state.findChildren<QLabel *>();
        for (const QLabel *label : labels)
            QVERIFY2(label->isHidden() || label->height() >= label->heightForWidth(label->width()),
                     qPrintable(QStringLiteral("%1: %2").arg(height).arg(label->text())));
        QVERIFY(button->isVisible() && button->geometry().bottom() <= state.height());
        QCOMPARE(labels.at(0)->isHidden(), height < 200);
        QCOMPARE(state.toolTip(), labels.at(2)->isHidden() ? sentence : QString());
    }
    state.resize(theme().scaled(220), theme().scaled(90));
    QVERIFY(!state.toolTip().isEmpty());
}

void TestWidgets::emptyStateForgetsButtons()
{
    auto *empty = shown<EmptyState>();
    connect(empty->addButton(QStringLiteral("Go")), &QPushButton::clicked, empty, &EmptyState::clearButtons);
    show();
    empty->findChild<QPushButton *>()->click();
    QTRY_VERIFY(!empty->findChild<QPushButton *>());
}

void TestWidgets::emptyStateWearsItsOwnFont()
{
    QWidget around(m_window.get());
    around.setFont(theme().font(Font::Code));
    auto *empty = new EmptyState(&around);
    empty->setContent(Icon::Braces, QStringLiteral("Empty"), QStringLiteral("Nothing is here."));
    const QFont wanted = theme().font(Font::Text);
    QCOMPARE(QFontInfo(empty->addButton(QStringLiteral("Go"))->font()).family(), QFontInfo(wanted).family());
    for (const QLabel *label : empty->findChildren<QLabel *>())
        QCOMPARE(QFontInfo(label->font()).family(), QFontInfo(wanted).family());
}

void TestWidgets::aToolTipShowsWordsAsTheyAre_data()
{
    QTest::addColumn<QString>("text");
    for (const char *const text :
         {"Shoes", "Shoes & bags", "\"5 < 6\"", "&quot;", "<b>Shoes</b>", "<img src=x>"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestWidgets::aToolTipShowsWordsAsTheyAre()
{
    QFETCH(QString, text);
    const QString tip = plainToolTip(text);
    QCOMPARE(Qt::mightBeRichText(tip) ? QTextDocumentFragment::fromHtml(tip).toPlainText() : tip, text);
    auto *badge = shown<Badge>();
    badge->setContent({.tone = Tone::Neutral, .text = text});
    QCOMPARE(badge->toolTip(), tip);
}

void TestWidgets::anAsideStandsAtItsLink_data()
{
    QTest::addColumn<QPoint>("link");
    QTest::addColumn<QPoint>("expected");
    const int gap = theme().size(Space::S4);
    QTest::newRow("below") << QPoint(300, 200) << QPoint(300, 220 + gap);
    QTest::newRow("above, where there is no room below") << QPoint(300, 700) << QPoint(300, 700 - gap - 100);
    QTest::newRow("inside of the screen on the right") << QPoint(1200, 200) << QPoint(880, 220 + gap);
    QTest::newRow("and on the left") << QPoint(-50, 200) << QPoint(0, 220 + gap);
}

void TestWidgets::anAsideStandsAtItsLink()
{
    QFETCH(const QPoint, link);
    const QRect place = Aside::placeBeside(QRect(link, QSize(40, 20)), {400, 100}, QRect(0, 0, 1280, 800));
    QCOMPARE(place.size(), QSize(400, 100));
    QTEST(place.topLeft(), "expected");
}

void TestWidgets::tabsSayCountAndMark()
{
    auto *tabs = shown<UnderlineTabs>();
    tabs->addTab(QStringLiteral("&Headers"));
    tabs->addTab(QStringLiteral("Body"));
    tabs->setCount(0, 2);
    tabs->setMark(1, Tone::Error);
    show();
    QCOMPARE(accessible(tabs)->role(), QAccessible::PageTabList);
    const auto spoken = [tabs](int index) { return accessible(tabs)->child(index)->text(QAccessible::Name); };
    QCOMPARE(spoken(0), QStringLiteral("Headers, 2"));
    QCOMPARE(spoken(1), QStringLiteral("Body, something to mend"));
    tabs->setMark(1, Tone::Neutral);
    QCOMPARE(spoken(1), QStringLiteral("Body"));
}

void TestWidgets::tabsKeepTheirPlacesWhenChosen_data()
{
    QTest::addColumn<UnderlineTabs::Size>("size");
    QTest::addColumn<int>("gap");
    QTest::newRow("pages") << UnderlineTabs::Size::Pages << 32;
    QTest::newRow("views of a column") << UnderlineTabs::Size::Small << 8;
}

void TestWidgets::tabsKeepTheirPlacesWhenChosen()
{
    QFETCH(UnderlineTabs::Size, size);
    QFETCH(int, gap);
    auto *tabs = shown<UnderlineTabs>(size);
    for (const char *title : {"Answer", "As received", "Headers and timing"})
        tabs->addTab(QString::fromUtf8(title));
    tabs->setCount(1, 12);
    show();
    const bool isSmall = size == UnderlineTabs::Size::Small;
    const QFontMetrics bold(theme().font(isSmall ? Font::SmallBold : Font::Bold));
    QCOMPARE(tabs->tabRect(0).width() - bold.horizontalAdvance(tabs->tabText(0)), theme().scaled(gap));
    QCOMPARE(tabs->tabRect(0).height(), theme().size(isSmall ? Metric::ColumnHead : Metric::PagesBar));
    const std::vector<QRect> places{tabs->tabRect(0), tabs->tabRect(1), tabs->tabRect(2)};
    for (int chosen = 0; chosen < tabs->count(); ++chosen) {
        tabs->setCurrentIndex(chosen);
        for (int i = 0; i < tabs->count(); ++i) {
            QCOMPARE(tabs->tabRect(i), places[static_cast<std::size_t>(i)]);
            const auto [left, right] = blankBesideWords(*tabs, i);
            QVERIFY2(std::abs(left - right) <= 2,
                     qPrintable(QStringLiteral("%1 when %2 is chosen: %3 and %4")
                                    .arg(tabs->tabText(i), tabs->tabText(chosen))
                                    .arg(left)
                                    .arg(right)));
        }
    }
}

void TestWidgets::tabsGrowWithTheirCount()
{
    auto *tabs = shown<UnderlineTabs>();
    tabs->addTab(QStringLiteral("Headers"));
    tabs->addTab(QStringLiteral("Body"));
    show();
    const int left = tabs->tabRect(1).left();
    tabs->setCount(0, 12);
    QVERIFY(tabs->tabRect(1).left() > left);
    tabs->setCount(0, std::nullopt);
    QCOMPARE(tabs->tabRect(1).left(), left);
}

void TestWidgets::pagesKeepTheirPlacesWhateverTheyWear_data()
{
    QTest::addColumn<std::optional<int>>("count");
    QTest::addColumn<Tone>("mark");
    QTest::newRow("a mistake") << std::optional<int>() << Tone::Error;
    QTest::newRow("a warning") << std::optional<int>() << Tone::Warning;
    QTest::newRow("one digit") << std::optional(7) << Tone::Neutral;
    QTest::newRow("two digits") << std::optional(12) << Tone::Neutral;
    QTest::newRow("two digits and a mistake") << std::optional(12) << Tone::Error;
}

/// And the sign stands inside of its own tab, where nothing else is.
void TestWidgets::pagesKeepTheirPlacesWhateverTheyWear()
{
    QFETCH(std::optional<int>, count);
    QFETCH(Tone, mark);
    auto *tabs = shown<UnderlineTabs>();
    tabs->addTab(QStringLiteral("Headers"));
    tabs->addTab(QStringLiteral("Body"));
    tabs->reserveCount(0);
    show();
    const std::array places{tabs->tabRect(0), tabs->tabRect(1)};
    const int words = blankBesideWords(*tabs, 0).first;
    const int blank = blankBesideWords(*tabs, 1).first;
    tabs->setCount(0, count);
    tabs->setMark(0, mark);
    QCOMPARE(tabs->tabRect(0), places[0]);
    QCOMPARE(tabs->tabRect(1), places[1]);
    QCOMPARE(blankBesideWords(*tabs, 0).first, words);
    QCOMPARE(blankBesideWords(*tabs, 1).first, blank);
}

void TestWidgets::tabsMoveWithArrows()
{
    auto *tabs = shown<UnderlineTabs>();
    tabs->addTab(QStringLiteral("Headers"));
    tabs->addTab(QStringLiteral("Body"));
    show();
    tabs->setFocus();
    QTest::keyClick(tabs, Qt::Key_Right);
    QCOMPARE(tabs->currentIndex(), 1);
}

void TestWidgets::tabsKeepMarksWhenOneGoes()
{
    auto *tabs = shown<UnderlineTabs>(UnderlineTabs::Size::Small);
    tabs->addTab(QStringLiteral("Headers"));
    tabs->addTab(QStringLiteral("Body"));
    tabs->setMark(1, Tone::Error);
    tabs->insertTab(0, QStringLiteral("Settings"));
    QCOMPARE(tabs->mark(2), Tone::Error);
    tabs->removeTab(0);
    tabs->removeTab(0);
    QCOMPARE(tabs->mark(0), Tone::Error);
}

void TestWidgets::searchIsEmptiedWithEscape()
{
    auto *search = shown<SearchField>();
    show();
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("meta"));
    QTest::keyClick(search, Qt::Key_Escape);
    QCOMPARE(search->text(), QString());
    QCOMPARE(nameOf(search), QStringLiteral("Search"));
}

void TestWidgets::searchMovesInTheList()
{
    auto *search = shown<SearchField>();
    show();
    QSignalSpy moved(search, &SearchField::moveRequested);
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(search, Qt::Key_Up);
    QCOMPARE(moved.count(), 2);
    QCOMPARE(moved.at(0).at(0).toInt(), 1);
    QCOMPARE(moved.at(1).at(0).toInt(), -1);
}

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
