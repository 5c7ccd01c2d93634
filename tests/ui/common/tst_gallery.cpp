// SPDX-License-Identifier: GPL-3.0-or-later
#include "../unexpectedwarnings.h"
#include "ui/common/badge.h"
#include "ui/common/banner.h"
#include "ui/common/emptystate.h"
#include "ui/common/evidencebadge.h"
#include "ui/common/messageline.h"
#include "ui/common/searchfield.h"
#include "ui/common/segmentedcontrol.h"
#include "ui/common/toggleswitch.h"
#include "ui/common/underlinetabs.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QSplitter>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <memory>

using namespace designer::ui;

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QHBoxLayout *row(QVBoxLayout *column, std::initializer_list<QWidget *> widgets)
{
    auto *layout = new QHBoxLayout;
    for (QWidget *widget : widgets)
        layout->addWidget(widget);
    layout->addStretch();
    column->addLayout(layout);
    return layout;
}

QPushButton *button(const char *text, const char *mark = nullptr, bool enabled = true)
{
    auto *made = new QPushButton(s(text));
    if (mark)
        made->setProperty(mark, true);
    made->setEnabled(enabled);
    return made;
}

Badge *badge(Tone tone, const char *text, bool withIcon = false,
             BadgeContent::Shape shape = BadgeContent::Shape::Pill)
{
    auto *made = new Badge;
    made->setContent({.tone = tone, .text = s(text), .withIcon = withIcon, .shape = shape});
    return made;
}

QToolButton *toolButton(Icon kind, const char *name, bool checked = false)
{
    auto *made = new QToolButton;
    made->setIcon(icon(kind));
    made->setAutoRaise(true);
    made->setAccessibleName(s(name));
    made->setCheckable(checked);
    made->setChecked(checked);
    return made;
}

QWidget *buttonsPage()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    auto *add = button("Add Destination", "accent");
    add->setIcon(icon(Icon::Plus));
    auto *copy = button("Copy JSON", "primary");
    copy->setIcon(icon(Icon::Copy));
    row(column, {button("Export JSON…"), button("Save"), button("Test Endpoint", "primary"), copy, add});
    auto *flat = button("Flat");
    flat->setFlat(true);
    row(column,
        {button("Test Endpoint", "primary", false), button("Save", nullptr, false),
         button("Allow live sends", "live"), button("Use https", "link"), flat});
    auto *live = new SegmentedControl;
    auto *sandbox = new SegmentedControl;
    for (SegmentedControl *control : {sandbox, live}) {
        control->addSegment(s("Sandbox"));
        control->addSegment(s("Live"), Tone::Live);
    }
    live->setCurrentIndex(1);
    auto *active = new ToggleSwitch(s("Active"));
    auto *inactive = new ToggleSwitch(s("Active"));
    active->setChecked(true);
    row(column,
        {sandbox, live, inactive, active, toolButton(Icon::ChevronDown, "Fold"),
         toolButton(Icon::Expand, "Expand", true), toolButton(Icon::Trash, "Remove")});
    row(column,
        {badge(Tone::Good, "active"), badge(Tone::Neutral, "off"), badge(Tone::Error, "1", true),
         badge(Tone::Warning, "2", true), badge(Tone::Placeholder, "##user.email##"),
         badge(Tone::Warning, "changed since the last green test", true, BadgeContent::Shape::Chip),
         badge(Tone::Good, "tested 14:32", true, BadgeContent::Shape::Chip),
         badge(Tone::Neutral, "new", false, BadgeContent::Shape::Chip)});
    auto *focused = new QPushButton(s("Focused"));
    focused->setObjectName(s("focused"));
    row(column, {focused, new QLabel(s("A label")), new QLabel(link(s("x"), s("A link")))});
    column->addStretch();
    return page;
}

QWidget *fieldsPage()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    auto *label = new QLineEdit(s("Insider purchase"));
    auto *wrong = new QLineEdit(s("http://unification.useinsider.com/api/user/v1/upsert"));
    wrong->setProperty("error", true);
    auto *hint = new QLineEdit;
    hint->setPlaceholderText(s("https://api.example.com/events"));
    auto *off = new QLineEdit(s("cannot be changed"));
    off->setEnabled(false);
    row(column, {label, hint, off});
    auto *mistake = new MessageLine;
    mistake->setMessage(Tone::Error,
                        s("Insider’s guide gives https only. Over http anyone on the way could read your "
                          "customers’ data. ")
                            + link(s("use-https"), s("Use https")));
    wrong->setMinimumWidth(theme().scaled(420));
    auto *beside = row(column, {wrong});
    beside->insertWidget(1, mistake, 1);
    auto *method = new QComboBox;
    method->addItems({s("POST"), s("PUT")});
    auto *sample = new QComboBox;
    sample->addItem(s("Purchase, one product"));
    sample->setMinimumWidth(theme().scaled(208));
    auto *typed = new QComboBox;
    typed->setEditable(true);
    typed->addItem(s("application/json"));
    auto *spin = new QSpinBox;
    auto *none = new QComboBox;
    none->setEnabled(false);
    none->addItem(s("No sample"));
    row(column, {method, sample, typed, spin, none});
    auto *search = new SearchField;
    auto *searching = new SearchField;
    searching->setText(s("purchase"));
    row(column, {search, searching});
    auto *keep = new QRadioButton(s("Keep their type"));
    keep->setChecked(true);
    auto *names = new QCheckBox(s("Names instead of values"));
    names->setChecked(true);
    auto *partly = new QCheckBox(s("Partly"));
    partly->setTristate(true);
    partly->setCheckState(Qt::PartiallyChecked);
    auto *never = new QCheckBox(s("Not now"));
    never->setEnabled(false);
    row(column, {keep, new QRadioButton(s("All as text")), names, new QCheckBox(s("Off")), partly, never});
    auto *help = new MessageLine;
    help->setHelp(s("Sent as the Content-Type header."));
    column->addWidget(help);
    auto *notes
        = new QPlainTextEdit(s("Notes for a colleague.\nMore than one line.\n\n\n\n\n\n\n\n\n\nThe end."));
    notes->setMaximumHeight(theme().scaled(90));
    column->addWidget(notes);
    auto *progress = new QProgressBar;
    progress->setValue(40);
    progress->setTextVisible(false);
    progress->setFixedHeight(theme().scaled(2));
    column->addWidget(progress);
    column->addStretch();
    return page;
}

QWidget *messagesPage()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    auto *rejected = new Banner;
    rejected->setContent({.tone = Tone::Error,
                          .title = s("Rejected: 0 of 1 users accepted"),
                          .body = s("event_group_id parameter is required on purchase event<br>")
                              + link(s("line"), s("Line 15, ##properties.order_id##"))
                              + s(", is not in this sample."),
                          .evidence = designer::Evidence::Documented});
    auto *accepted = new Banner;
    accepted->setContent({.tone = Tone::Good,
                          .title = s("1 user accepted"),
                          .body = s("Insider would add 1 purchase to this customer’s profile."),
                          .evidence = designer::Evidence::Derived});
    auto *missing = new Banner;
    missing->setContent({.tone = Tone::Warning,
                         .title = s("Not in this JSON"),
                         .body = s("Hardal has no key for conditions. Set them in Hardal’s own screen. ")
                             + link(s("help"), s("What you can do")),
                         .evidence = {}});
    auto *live = new Banner;
    live->setContent(
        {.tone = Tone::Live,
         .title = s("Live writes to Insider for real, and can start a customer journey"),
         .body = s("This adds a purchase to the profile of ayse.yilmaz@example.com at ornekmoda."),
         .evidence = {}});
    live->addAction(button("Back to the sandbox"));
    live->addAction(button("Allow live sends", "live"));
    auto *plain = new Banner;
    plain->setContent({.tone = Tone::Info,
                       .title = {},
                       .body = s("Hardal’s own screen holds one plain list joined by “and”."),
                       .evidence = {}});
    for (Banner *banner : {rejected, accepted, missing, live, plain})
        column->addWidget(banner);
    auto *remark = new EvidenceBadge;
    remark->setRemark(s("not in Hardal"), s("Hardal cannot hold it."));
    auto *captured = new EvidenceBadge;
    captured->setEvidence(designer::Evidence::Captured);
    row(column, {remark, captured});
    for (const auto &[tone, text] : {std::pair(Tone::Good, "Would be sent"),
                                     std::pair(Tone::Warning, "Fires, with a value that is missing"),
                                     std::pair(Tone::Info, "Cannot say yet whether it would be sent")}) {
        auto *line = new MessageLine;
        line->setMessage(tone, s(text));
        if (tone == Tone::Good)
            line->setTextFont(Font::Text);
        column->addWidget(line);
    }
    column->addStretch();
    return page;
}

QWidget *listsPage()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    auto *menus = new QMenuBar;
    for (const char *title : {"File", "Edit", "View", "Connection", "Test", "Help"})
        menus->addMenu(s(title));
    column->setMenuBar(menus);
    auto *tabs = new UnderlineTabs;
    for (const char *title : {"Settings", "Headers", "Body", "Conditions", "Notes"})
        tabs->addTab(s(title));
    tabs->setCount(1, 2);
    tabs->setMark(2, Tone::Error);
    tabs->setCount(3, 5);
    tabs->setMark(3, Tone::Warning);
    tabs->setCurrentIndex(2);
    column->addWidget(tabs);
    auto *views = new UnderlineTabs(UnderlineTabs::Size::Small);
    for (const char *title : {"Formatted", "As sent", "Headers"})
        views->addTab(s(title));
    column->addWidget(views);
    auto *splitter = new QSplitter;
    auto *tree = new QTreeWidget;
    tree->setFrameShape(QFrame::NoFrame);
    tree->setHeaderLabels({s("Name"), s("Value")});
    auto *properties = new QTreeWidgetItem(tree, {s("properties"), s("7 fields")});
    for (int i = 0; i < 20; ++i)
        new QTreeWidgetItem(properties, {s("product_id"), s("SKU-77")});
    new QTreeWidgetItem(tree, {s("page"), s("2 fields")});
    properties->setExpanded(true);
    tree->setCurrentItem(properties->child(1));
    splitter->addWidget(tree);
    auto *empty = new EmptyState;
    empty->setContent(
        Icon::Bolt, s("No sample events in this workspace"),
        s("A sample is one event as Hardal would send it. With one, you see at once what would be sent "
          "and what Insider would say."));
    empty->addPrimaryButton(s("Use the 13 shipped samples"));
    empty->addButton(Icon::Clipboard, s("Paste an event"));
    empty->addButton(Icon::File, s("Open a file…"));
    splitter->addWidget(empty);
    splitter->setSizes({300, 700});
    column->addWidget(splitter, 1);
    return page;
}

QWidget *menuPage()
{
    auto *menu = new QMenu;
    menu->addAction(icon(Icon::Undo), s("Undo “Endpoint Label”"))->setShortcut(QKeySequence::Undo);
    menu->addAction(icon(Icon::Redo), s("Redo"))->setEnabled(false);
    menu->addSeparator();
    QAction *shown = menu->addAction(s("Show the fields of the sample"));
    shown->setCheckable(true);
    shown->setChecked(true);
    menu->addMenu(s("More"));
    menu->setActiveAction(shown);
    return menu;
}

QWidget *iconsPage()
{
    auto *page = new QWidget;
    auto *grid = new QGridLayout(page);
    constexpr int columns = 9;
    for (int i = 0; i < iconCount; ++i) {
        auto *picture = new QLabel;
        picture->setPixmap(icon(static_cast<Icon>(i)).pixmap(QSize(64, 64)));
        grid->addWidget(picture, i / columns * 2, i % columns);
        auto *small = new QLabel;
        small->setPixmap(icon(static_cast<Icon>(i), Color::Accent).pixmap(QSize(16, 16)));
        grid->addWidget(small, i / columns * 2 + 1, i % columns);
    }
    auto *mark = new QLabel;
    mark->setPixmap(applicationIcon().pixmap(QSize(64, 64)));
    grid->addWidget(mark, 9, 0);
    auto *smallMark = new QLabel;
    smallMark->setPixmap(applicationIcon().pixmap(QSize(16, 16)));
    grid->addWidget(smallMark, 9, 1);
    return page;
}

using Page = QWidget *(*)();

} // namespace
Q_DECLARE_METATYPE(Page)

/// Every widget in light and dark. With DESIGNER_GALLERY=FOLDER in the environment the pictures are
/// written there, to be looked at.
class TestGallery : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { theme().apply(*qobject_cast<QApplication *>(QCoreApplication::instance())); }
    void init() { QTest::failOnWarning(unexpectedWarnings()); }
    void isDrawnLightAndDark_data();
    void isDrawnLightAndDark();
};

void TestGallery::isDrawnLightAndDark_data()
{
    QTest::addColumn<Page>("page");
    QTest::newRow("buttons") << Page(buttonsPage);
    QTest::newRow("fields") << Page(fieldsPage);
    QTest::newRow("messages") << Page(messagesPage);
    QTest::newRow("lists") << Page(listsPage);
    QTest::newRow("menu") << Page(menuPage);
    QTest::newRow("icons") << Page(iconsPage);
}

void TestGallery::isDrawnLightAndDark()
{
    QFETCH(Page, page);
    theme().setScheme(Scheme::Light);
    const std::unique_ptr<QWidget> widget(page());
    if (!qobject_cast<QMenu *>(widget.get()))
        widget->resize(theme().scaled(1000), theme().scaled(420));
    widget->show();
    QTRY_VERIFY(widget->isVisible());
    if (auto *focused = widget->findChild<QWidget *>(QStringLiteral("focused")))
        focused->setFocus();
    QCoreApplication::processEvents();
    QImage pictures[2];
    const QString folder = qEnvironmentVariable("DESIGNER_GALLERY");
    for (const auto scheme : {Scheme::Light, Scheme::Dark}) {
        theme().setScheme(scheme);
        QCoreApplication::processEvents();
        QImage &picture = pictures[scheme == Scheme::Dark];
        picture = widget->grab().toImage();
        // What has not followed the theme shows the panel of the other scheme, or no change at all.
        QVERIFY(picture.allGray() == false);
        const QString name = QStringLiteral("%1-%2.png")
                                 .arg(QLatin1String(QTest::currentDataTag()),
                                      QLatin1String(scheme == Scheme::Dark ? "dark" : "light"));
        if (!folder.isEmpty())
            QVERIFY(QDir().mkpath(folder) && picture.save(QDir(folder).filePath(name)));
    }
    QCOMPARE(pictures[0].size(), pictures[1].size());
    QVERIFY(pictures[0] != pictures[1]);
}

QTEST_MAIN(TestGallery)
#include "tst_gallery.moc"
