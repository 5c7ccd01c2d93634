// SPDX-License-Identifier: GPL-3.0-or-later
#include "../unexpectedwarnings.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QSplitter>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

#include <functional>
#include <memory>

using namespace designer::ui;

namespace {

bool shows(QWidget *widget, const QColor &color)
{
    const QImage image = widget->grab().toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == color)
                return true;
        }
    }
    return false;
}

using Maker = std::function<QWidget *(QWidget *)>;

template <typename W>
Maker maker(const QString &text = {})
{
    return [text](QWidget *parent) {
        auto *widget = new W(parent);
        if (!text.isEmpty())
            widget->setProperty("text", text);
        return widget;
    };
}

} // namespace
Q_DECLARE_METATYPE(Maker)

class TestStyle : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { theme().apply(*qobject_cast<QApplication *>(QCoreApplication::instance())); }
    void init();
    void cleanup();
    void focusIsSeen_data();
    void focusIsSeen();
    void heightIsThatOfControls_data();
    void heightIsThatOfControls();
    void errorHasAnEdge_data();
    void errorHasAnEdge();
    void primaryIsFilled();
    void primaryThatIsOffIsNot();
    void markGivenLaterCounts();
    void primaryIsWideEnoughForBold();
    void chosenRowKeepsItsText();
    void aListOfChoicesShowsThemAll();
    void keysPressTheFocusedButton();
    void scrollBarThumbCoversItsShare();
    void splitterIsALine();
    void enteredTextStartsWhereTheListsDo();

private:
    void show(QWidget *widget);

    std::unique_ptr<QWidget> m_window;
};

void TestStyle::init()
{
    QTest::failOnWarning(unexpectedWarnings());
    theme().setScheme(Scheme::Light);
    m_window = std::make_unique<QWidget>();
    new QVBoxLayout(m_window.get());
}

void TestStyle::cleanup()
{
    m_window.reset();
}

void TestStyle::show(QWidget *widget)
{
    m_window->layout()->addWidget(widget);
    m_window->show();
    QTRY_VERIFY(m_window->isActiveWindow());
}

void TestStyle::focusIsSeen_data()
{
    QTest::addColumn<Maker>("make");
    QTest::newRow("button") << maker<QPushButton>(QStringLiteral("Save"));
    QTest::newRow("field") << maker<QLineEdit>();
    QTest::newRow("combo box") << maker<QComboBox>();
    QTest::newRow("spin box") << maker<QSpinBox>();
    QTest::newRow("check box") << maker<QCheckBox>(QStringLiteral("On"));
    QTest::newRow("radio button") << maker<QRadioButton>(QStringLiteral("One"));
    QTest::newRow("tool button") << maker<QToolButton>();
    QTest::newRow("tab bar") << Maker([](QWidget *parent) {
        auto *tabs = new QTabBar(parent);
        tabs->addTab(QStringLiteral("One"));
        return tabs;
    });
}

void TestStyle::focusIsSeen()
{
    QFETCH(Maker, make);
    auto *other = new QLineEdit(m_window.get());
    m_window->layout()->addWidget(other);
    QWidget *widget = make(m_window.get());
    widget->setFocusPolicy(Qt::StrongFocus);
    show(widget);
    other->setFocus();
    const QImage before = widget->grab().toImage();
    widget->setFocus();
    QTRY_VERIFY(widget->hasFocus());
    QVERIFY(widget->grab().toImage() != before);
    QVERIFY(shows(widget, theme().color(Color::Accent)));
}

/// Qt shows ten of them.
void TestStyle::aListOfChoicesShowsThemAll()
{
    auto *const box = new QComboBox(m_window.get());
    show(box);
    QVERIFY(box->maxVisibleItems() >= 17); // the samples that ship, and the way to more
}

void TestStyle::heightIsThatOfControls_data()
{
    QTest::addColumn<Maker>("make");
    QTest::newRow("button") << maker<QPushButton>(QStringLiteral("Save"));
    QTest::newRow("field") << maker<QLineEdit>();
    QTest::newRow("combo box") << maker<QComboBox>();
    QTest::newRow("spin box") << maker<QSpinBox>();
    QTest::newRow("tool button") << maker<QToolButton>();
}

void TestStyle::heightIsThatOfControls()
{
    QFETCH(Maker, make);
    QCOMPARE(make(m_window.get())->sizeHint().height(), theme().size(Metric::Control));
}

void TestStyle::errorHasAnEdge_data()
{
    QTest::addColumn<Maker>("make");
    QTest::newRow("field") << maker<QLineEdit>();
    QTest::newRow("combo box") << maker<QComboBox>();
    QTest::newRow("spin box") << maker<QSpinBox>();
}

void TestStyle::errorHasAnEdge()
{
    QFETCH(Maker, make);
    QWidget *widget = make(m_window.get());
    show(widget);
    QVERIFY(!shows(widget, theme().color(Color::Error)));
    widget->setProperty("error", true);
    QVERIFY(shows(widget, theme().color(Color::Error)));
}

void TestStyle::primaryIsFilled()
{
    QPushButton button(QStringLiteral("Test Endpoint"), m_window.get());
    button.setProperty("primary", true);
    show(&button);
    const QImage image = button.grab().toImage();
    QCOMPARE(image.pixelColor(6, image.height() / 2), theme().color(Color::Accent));
}

void TestStyle::primaryThatIsOffIsNot()
{
    QPushButton button(QStringLiteral("Test Endpoint"), m_window.get());
    button.setProperty("primary", true);
    button.setEnabled(false);
    show(&button);
    QVERIFY(!shows(&button, theme().color(Color::Accent)));
}

void TestStyle::markGivenLaterCounts()
{
    auto *button = new QPushButton(QStringLiteral("Copy"), m_window.get());
    auto *other = new QPushButton(QStringLiteral("Copy"), m_window.get());
    show(button);
    show(other);
    other->setFocus();
    QTRY_VERIFY(other->hasFocus());
    QVERIFY(!shows(button, theme().color(Color::Accent)));
    button->setProperty("primary", true);
    QVERIFY(shows(button, theme().color(Color::Accent)));
}

void TestStyle::primaryIsWideEnoughForBold()
{
    QPushButton button(QStringLiteral("Use the 13 shipped samples"));
    const int plain = button.sizeHint().width();
    button.setProperty("primary", true);
    QVERIFY(button.sizeHint().width() > plain);
}

void TestStyle::chosenRowKeepsItsText()
{
    auto *list = new QListWidget(m_window.get());
    list->addItem(QStringLiteral("Insider purchase"));
    show(list);
    list->setCurrentRow(0);
    QVERIFY(shows(list, theme().color(Color::AccentSoft)));
    QVERIFY(!shows(list->viewport(), theme().color(Color::OnAccent))
            || theme().color(Color::OnAccent) == theme().color(Color::Panel));
}

void TestStyle::scrollBarThumbCoversItsShare()
{
    QScrollBar bar(Qt::Vertical);
    bar.setRange(0, 300);
    bar.setPageStep(100);
    bar.resize(bar.sizeHint().width(), 400);
    QStyleOptionSlider option;
    option.initFrom(&bar);
    option.orientation = Qt::Vertical;
    option.minimum = 0;
    option.maximum = 300;
    option.pageStep = 100;
    option.sliderPosition = 300;
    const QRect thumb
        = bar.style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, &bar);
    QCOMPARE(thumb, QRect(0, 300, bar.width(), 100));
}

void TestStyle::splitterIsALine()
{
    QSplitter splitter;
    splitter.addWidget(new QWidget(&splitter));
    splitter.addWidget(new QWidget(&splitter));
    QCOMPARE(splitter.handleWidth(), 1);
}

void TestStyle::enteredTextStartsWhereTheListsDo()
{
    QLineEdit field;
    QStyleOptionFrame frame;
    frame.initFrom(&field);
    frame.rect = QRect(0, 0, 200, 28);
    QComboBox combo;
    QStyleOptionComboBox option;
    option.initFrom(&combo);
    option.rect = frame.rect;
    const int text = field.style()->subElementRect(QStyle::SE_LineEditContents, &frame, &field).left() + 2;
    QCOMPARE(combo.style()
                 ->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &combo)
                 .left(),
             text);
    combo.setEditable(true);
    option.editable = true;
    const QRect line
        = combo.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &combo);
    const int inner
        = combo.style()->subElementRect(QStyle::SE_LineEditContents, &frame, combo.lineEdit()).left() + 2;
    QCOMPARE(line.left() + inner, text + 1); // Qt moves the text of a list in by one
}

void TestStyle::keysPressTheFocusedButton()
{
    QPushButton button(QStringLiteral("Go on"));
    int clicks = 0;
    connect(&button, &QPushButton::clicked, this, [&clicks] { ++clicks; });
    button.show();
    QVERIFY(QTest::qWaitForWindowExposed(&button));
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Space})
        QTest::keyClick(&button, key);
    QCOMPARE(clicks, 3);
}

QTEST_MAIN(TestStyle)
#include "tst_style.moc"
