// SPDX-License-Identifier: GPL-3.0-or-later
#include "conditionsfixture.h"

#include "connection/conditionediting.h"
#include "ui/common/plaintooltip.h"
#include "ui/conditions/fieldbox.h"
#include "ui/conditions/sentencebox.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalSpy>

#include <array>

using namespace designer;
using namespace designer::ui;

/// The page of conditions, by its keys and its mouse.
class TestConditionsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme().apply(*qApp); }
    void init() { failOnWarnings(); }
    void firstRule();
    void typingIsOneStepAndKeepsTheCaret();
    void listsAreTypedWithCommas();
    void hiddenValuesStayWithTheirRule();
    void choicesFollowTheType();
    void moving_data();
    void moving();
    void arrowsStayInTheTree();
    void anEventNameHasRoom();
    void removing();
    void addingGoesToTheNewField();
    void dragging();
    void tabGoesThroughTheRows();
    void everyControlHasAName();
    void results();
    void resultsNeverBelongToAnotherText();
    void faults_data();
    void faults();
    void aNewConditionIsNoFault();
    void fieldsAreListedWithExamples();
    void typingIntoAFieldCompletes();
    void aLeftFieldShowsItsBeginning();
    void aFieldWithoutRoomShowsItsEndToo();
    void revealing();
    void nothingOverlapsInARow_data();
    void nothingOverlapsInARow();
    void aLongSentenceIsFolded();
    void aSentenceUnfoldsByKeys();
    void theSentenceOfAnotherTreeIsFolded();
    void aShortSentenceIsWhole();
    void theSentenceCanBeSelected_data();
    void theSentenceCanBeSelected();
    void theBeginningOfASentence_data();
    void theBeginningOfASentence();
    void randomWalksCanBeUndone();
};

namespace {

QString resultText(PageBench &bench, std::size_t row)
{
    return bench.row(row)->resultCell()->accessibleName();
}

/// The event names of the root's rules, groups as "()", to see an order at a glance.
QString order(const condition::Outline &outline)
{
    QString out;
    for (const condition::OutlineRow &row : outline) {
        if (!row.isRoot())
            out += QString::number(row.depth)
                + (row.isGroup() ? text("g ") : QString::fromStdString(row.field) + QLatin1Char(' '));
    }
    return out.trimmed();
}

const char *const abc = R"({"match": "all", "rules": [
  {"type": "path", "field": "a", "operator": "equals", "value": "1"},
  {"match": "any", "rules": [{"type": "path", "field": "b", "operator": "equals", "value": "2"}]},
  {"type": "path", "field": "c", "operator": "equals", "value": "3"}]})";

/// More than a sentence has room for.
std::string manyRules()
{
    std::string rules;
    for (int i = 0; i < 40; ++i)
        rules += std::string(i ? "," : "") + R"({"type": "property", "field": "properties.field_)"
            + std::to_string(i) + R"(", "operator": "equals", "value": "a & b"})";
    return R"({"match": "all", "rules": [)" + rules + "]}";
}

} // namespace

void TestConditionsPage::firstRule()
{
    PageBench bench({});
    QVERIFY(QTest::qWaitForWindowActive(&bench.page()));
    bench.setSample(purchase, text("Purchase"));
    bench.evaluate();
    QSignalSpy counts(&bench.page(), &ConditionsPage::ruleCountChanged);
    const std::string before = bench.document().shell().bytes();
    auto *only = bench.page().findChildren<QPushButton *>().at(0);
    for (QPushButton *each : bench.page().findChildren<QPushButton *>())
        only = each->text().startsWith(text("Only one")) ? each : only;
    QTest::mouseClick(only, Qt::LeftButton);
    QCOMPARE(bench.page().ruleCount(), 1);
    QCOMPARE(counts.size(), 1);
    QCOMPARE(focusName(), text("Value of condition 1"));
    QCOMPARE(bench.row(1)->row().valueJson, std::string("\"purchase\""));
    bench.document().undo();
    QCOMPARE(bench.document().shell().bytes(), before);
    QCOMPARE(bench.page().ruleCount(), 0);
    QVERIFY(only->isVisible());
}

void TestConditionsPage::typingIsOneStepAndKeepsTheCaret()
{
    PageBench bench(pictureTree);
    QVERIFY(QTest::qWaitForWindowActive(&bench.page()));
    const std::string before = bench.document().shell().bytes();
    auto *value = bench.control<QLineEdit>(text("Value of condition 2"));
    value->setFocus();
    value->setCursorPosition(1);
    QTest::keyClicks(value, text("25"));
    QCOMPARE(value, bench.control<QLineEdit>(text("Value of condition 2")));
    QCOMPARE(value->text(), text("12500"));
    QCOMPARE(value->cursorPosition(), 3);
    QVERIFY(value->hasFocus());
    QCOMPARE(bench.row(2)->row().valueJson, std::string("12500")); // still a number
    QCOMPARE(bench.document().undoStack().count(), 1);
    bench.document().undo();
    QCOMPARE(value->text(), text("100"));
    QCOMPARE(bench.document().undoStack().count(), 1); // following edits nothing
    QCOMPARE(bench.document().shell().bytes(), before);
    bench.document().redo();
    QCOMPARE(value->text(), text("12500"));
}

void TestConditionsPage::listsAreTypedWithCommas()
{
    PageBench bench(R"({"match":"all","rules":[{"type":"event_name","operator":"one_of","value":[]}]})");
    auto *value = bench.control<QLineEdit>(text("Value of condition 1"));
    QTest::keyClicks(value, text("a, \"b, c\","));
    QCOMPARE(value->text(), text("a, \"b, c\","));
    QCOMPARE(bench.row(1)->row().valueJson, std::string(R"(["a","b, c"])"));
}

void TestConditionsPage::hiddenValuesStayWithTheirRule()
{
    PageBench bench(R"({"match":"all","rules":[
      {"type":"path","field":"a","operator":"equals","value":"of a"},
      {"type":"path","field":"b","operator":"exists"}]})");
    QTest::mouseClick(bench.control<QAbstractButton>(text("Remove condition 1")), Qt::LeftButton);
    auto *op = bench.control<QComboBox>(text("How condition 1 compares"));
    op->setFocus();
    QTest::keyClick(op, Qt::Key_Home);
    QCOMPARE(bench.row(1)->row().field, std::string("b"));
    QCOMPARE(bench.row(1)->row().valueJson, std::string(R"("")"));
}

void TestConditionsPage::choicesFollowTheType()
{
    PageBench bench(pictureTree);
    auto *type = bench.control<QComboBox>(text("What condition 1 looks at"));
    auto *op = bench.control<QComboBox>(text("How condition 1 compares"));
    QVERIFY(op->findText(text("is greater than")) < 0);
    QVERIFY(!bench.control(text("Field of condition 1")));
    QTest::keyClick(type, Qt::Key_Down);
    QCOMPARE(type->currentText(), text("Property"));
    QVERIFY(op->findText(text("is greater than")) >= 0);
    QVERIFY(bench.control(text("Field of condition 1")));
    op->setFocus();
    QTest::keyClick(op, Qt::Key_End); // is false
    QVERIFY(!bench.control(text("Value of condition 1")));
    QTest::keyClick(op, Qt::Key_Home);
    QCOMPARE(bench.control<QLineEdit>(text("Value of condition 1"))->text(), text("purchase")); // not lost
}

void TestConditionsPage::moving_data()
{
    QTest::addColumn<QString>("control");
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("focus");
    QTest::newRow("down") << text("Value of condition 1") << int(Qt::Key_Down) << text("1g 2b 1a 1c")
                          << text("Value of condition 2");
    QTest::newRow("up") << text("Field of condition 3") << int(Qt::Key_Up) << text("1a 1c 1g 2b")
                        << text("Field of condition 2");
    QTest::newRow("into") << text("How condition 1 compares") << int(Qt::Key_Right) << text("1g 2a 2b 1c")
                          << text("How condition 1 compares");
    QTest::newRow("out of") << text("Value of condition 2") << int(Qt::Key_Left) << text("1a 1g 1b 1c")
                            << text("Value of condition 2");
    QTest::newRow("a group") << text("How the conditions of group 2 are joined") << int(Qt::Key_Up)
                             << text("1g 2b 1a 1c") << text("How the conditions of group 2 are joined");
    QTest::newRow("nowhere to") << text("Value of condition 1") << int(Qt::Key_Up) << text("1a 1g 2b 1c")
                                << text("Value of condition 1");
}

void TestConditionsPage::moving()
{
    QFETCH(QString, control);
    QFETCH(int, key);
    QFETCH(QString, after);
    QFETCH(QString, focus);
    PageBench bench(abc);
    QVERIFY(QTest::qWaitForWindowActive(&bench.page()));
    const std::string before = bench.document().shell().bytes();
    bench.control(control)->setFocus();
    QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), Qt::AltModifier);
    QCOMPARE(order(bench.tree()->outline()), after);
    QCOMPARE(focusName(), focus);
    bench.document().undo();
    QCOMPARE(bench.document().shell().bytes(), before);
}

/// A button would hand the focus on to wherever Tab goes.
void TestConditionsPage::arrowsStayInTheTree()
{
    PageBench bench(abc);
    QVERIFY(QTest::qWaitForWindowActive(&bench.page()));
    bench.control(text("Remove condition 1"))->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(focusName(), text("Remove group 2"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
    QCOMPARE(focusName(), text("Remove condition 1"));
    bench.control(text("Remove condition 3"))->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QCOMPARE(focusName(), text("Remove condition 3"));
}

/// The room of the field that such a rule has not.
void TestConditionsPage::anEventNameHasRoom()
{
    PageBench bench(R"({"match": "all", "rules": [
        {"type": "event_name", "operator": "equals", "value": "registration_completed"}]})",
                    {768, 640});
    const auto *const value = bench.control<QLineEdit>(text("Value of condition 1"));
    QVERIFY(value->width()
            > value->fontMetrics().horizontalAdvance(value->text()) + theme().size(Space::S24));
}

void TestConditionsPage::removing()
{
    PageBench bench(abc);
    QVERIFY(QTest::qWaitForWindowActive(&bench.page()));
    bench.control(text("Value of condition 1"))->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete, Qt::ControlModifier);
    QCOMPARE(order(bench.tree()->outline()), text("1g 2b 1c"));
    QTest::mouseClick(bench.control<QAbstractButton>(text("Remove group 2")), Qt::LeftButton);
    QCOMPARE(order(bench.tree()->outline()), text("1c"));
    QTest::mouseClick(bench.control<QAbstractButton>(text("Remove condition 1")), Qt::LeftButton);
    QVERIFY(bench.tree()->outline().empty());
    QVERIFY(!bench.document().shell().document().root().find("x_designer"));
    QVERIFY(qobject_cast<QPushButton *>(QApplication::focusWidget())); // the first step, from here
}

void TestConditionsPage::addingGoesToTheNewField()
{
    PageBench bench(abc);
    QVERIFY(QTest::qWaitForWindowActive(&bench.page()));
    QTest::mouseClick(bench.control<QAbstractButton>(text("Add a condition to group 2")), Qt::LeftButton);
    QCOMPARE(focusName(), text("Field of condition 3"));
    QTest::keyClicks(QApplication::focusWidget(), text("user.city"));
    QCOMPARE(order(bench.tree()->outline()), text("1a 1g 2b 2user.city 1c"));
    QTest::mouseClick(bench.control<QAbstractButton>(text("Add a group to group 1")), Qt::LeftButton);
    QCOMPARE(focusName(), text("How the conditions of group 3 are joined"));
}

void TestConditionsPage::dragging()
{
    PageBench bench(abc);
    const auto drag = [&bench](const QString &name, std::size_t to, bool below, bool drops) {
        QApplication::processEvents(); // rows that are new find their places
        QWidget *handle = bench.control(name);
        const QRect over = bench.row(to)->geometry();
        const QPoint target
            = bench.tree()->mapToGlobal(QPoint(80, below ? over.bottom() - 4 : over.top() + 4));
        QTest::mousePress(handle, Qt::LeftButton, {}, QPoint(4, 4));
        QTest::mouseMove(handle, handle->mapFromGlobal(target));
        QTest::mouseMove(handle, handle->mapFromGlobal(target) + QPoint(1, 0));
        if (!drops)
            QTest::keyClick(bench.tree(), Qt::Key_Escape);
        QTest::mouseRelease(handle, Qt::LeftButton, {}, handle->mapFromGlobal(target));
    };
    drag(text("Move condition 3"), 1, false, true);
    QCOMPARE(order(bench.tree()->outline()), text("1c 1a 1g 2b"));
    drag(text("Move condition 1"), 3, true, true); // on the lower half of the group
    QCOMPARE(order(bench.tree()->outline()), text("1a 1g 2c 2b"));
    drag(text("Move condition 1"), 4, true, false);
    QCOMPARE(order(bench.tree()->outline()), text("1a 1g 2c 2b"));
    drag(text("Move group 2"), 3, true, true); // into itself: nothing
    QCOMPARE(order(bench.tree()->outline()), text("1a 1g 2c 2b"));
    QCOMPARE(bench.document().undoStack().count(), 2);
}

void TestConditionsPage::tabGoesThroughTheRows()
{
    PageBench bench(abc);
    QVERIFY(QTest::qWaitForWindowActive(&bench.page()));
    QTest::mouseClick(bench.control<QAbstractButton>(text("Add a condition to group 2")), Qt::LeftButton);
    bench.control(text("How the conditions of group 1 are joined"))->setFocus();
    QStringList expected;
    for (std::size_t i = 0; i < bench.tree()->outline().size(); ++i) {
        for (const QWidget *stop : bench.row(i)->stops()) {
            if (stop->isVisibleTo(&bench.page()))
                expected += stop->accessibleName();
        }
    }
    QStringList walked;
    for (qsizetype i = 0; i < expected.size(); ++i) {
        walked += focusName();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QCOMPARE(walked, expected);
}

void TestConditionsPage::everyControlHasAName()
{
    PageBench bench(pictureTree);
    bench.setSample(purchase, text("Purchase"));
    bench.evaluate();
    int count = 0;
    for (const QWidget *widget : bench.page().findChildren<QWidget *>()) {
        const bool isControl = widget->focusPolicy() & Qt::TabFocus;
        if (!isControl || !widget->isVisibleTo(&bench.page()))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool hasText = button && !button->text().isEmpty();
        QVERIFY2(hasText || !widget->accessibleName().isEmpty(), widget->metaObject()->className());
        ++count;
    }
    QVERIFY(count > 30);
}

void TestConditionsPage::results()
{
    PageBench bench(pictureTree);
    bench.setSample(purchase, text("Purchase, one product"));
    bench.evaluate();
    const QStringList expected{text("holds, 4 of 4"),         text("true, saw purchase"),
                               text("true, saw 1299.90"),     text("holds, 1 of 2"),
                               text("true, saw TR"),          text("false, saw https://example.com/siparis"),
                               text("holds, 0 of 1 is true"), text("false, not in this event")};
    for (std::size_t i = 0; i < bench.tree()->outline().size(); ++i)
        QCOMPARE(resultText(bench, i), expected[static_cast<qsizetype>(i)]);
    QCOMPARE(
        bench.page().findChild<QLabel *>(text("sentence"))->accessibleName(),
        text("This connection fires when the event name equals purchase, and properties.price is greater "
             "than 100, and at least one of these is true: user.country equals TR, or page.url contains "
             "/en/; and not when properties.test_mode exists."));
}

void TestConditionsPage::resultsNeverBelongToAnotherText()
{
    PageBench bench(pictureTree);
    bench.setSample(purchase, text("Purchase"));
    bench.evaluate();
    QTest::keyClick(bench.control(text("Value of condition 2")), Qt::Key_End);
    QTest::keyClicks(bench.control(text("Value of condition 2")), text("0000"));
    QCOMPARE(resultText(bench, 2), QString()); // what was known is about another value
    QCOMPARE(resultText(bench, 0), QString());
    QCOMPARE(resultText(bench, 1), text("true, saw purchase"));
    QVERIFY(bench.row(1)->resultCell()->isStale());
    bench.page().showLive(bench.state()); // the old evaluation once more
    QCOMPARE(resultText(bench, 2), QString());
    bench.evaluate();
    QCOMPARE(resultText(bench, 2), text("false, saw 1299.90"));
    QVERIFY(!bench.row(1)->resultCell()->isStale());
    bench.document().replaceBody(text("Type"), "{}");
    QVERIFY(bench.row(1)->resultCell()->isStale());
}

void TestConditionsPage::faults_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QString>("control");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const char *rule, const char *control, const char *words) {
        QTest::newRow(name) << QByteArray(rule) << text(control) << text(words);
    };
    row("no path", R"({"type":"property","field":"a b","operator":"exists"})", "Field of condition 1",
        "“a b” is no field");
    row("no number", R"({"type":"path","field":"a","operator":"at_least","value":"99,90"})",
        "Value of condition 1", "“99,90” is no number");
    row("no time", R"({"type":"path","field":"a","operator":"after","value":"soon"})", "Value of condition 1",
        "“soon” is no time");
    row("no value", R"({"type":"path","field":"a","operator":"equals"})", "Value of condition 1",
        "Type a value");
    row("no list", R"({"type":"path","field":"a","operator":"one_of","value":"x"})", "Value of condition 1",
        "with commas between them");
    row("no expression", R"({"type":"path","field":"a","operator":"regex","value":"("})",
        "Value of condition 1", "cannot be read");
    row("unknown operator", R"({"type":"path","field":"a","operator":"resembles","value":"x"})",
        "How condition 1 compares", "Choose how");
    row("unknown type", R"({"type":"colour","operator":"exists"})", "What condition 1 looks at",
        "Choose what");
    row("foreign", "5", "What cannot be read, 1", "neither a condition nor a group");
}

void TestConditionsPage::faults()
{
    QFETCH(QByteArray, rule);
    QFETCH(QString, control);
    QFETCH(QString, words);
    PageBench bench(R"({"match":"all","rules":[)" + rule.toStdString() + "]}");
    const std::string before = bench.document().shell().bytes();
    QVERIFY2(bench.row(1)->remark().contains(words), qPrintable(bench.row(1)->remark()));
    QVERIFY(bench.control(control)->property("error").toBool());
    QCOMPARE(bench.document().shell().bytes(), before);
    bench.page().setDocument(nullptr);
    QCOMPARE(bench.page().ruleCount(), 0);
}

/// It is not finished: nobody has done anything wrong yet.
void TestConditionsPage::aNewConditionIsNoFault()
{
    PageBench bench(R"({"match":"all","rules":[{"type":"event_name","operator":"exists"}]})");
    QVERIFY(QTest::qWaitForWindowActive(&bench.page()));
    bench.setSample(purchase, text("Purchase"));
    QTest::mouseClick(bench.control<QAbstractButton>(text("Add a condition to group 1")), Qt::LeftButton);
    bench.evaluate();
    QVERIFY(bench.row(2)->remark().contains(text("Choose a field")));
    QVERIFY(!bench.control(text("Field of condition 2"))->property("error").toBool());
    QCOMPARE(resultText(bench, 2), text("not finished, so it does not count"));
    QVERIFY(resultText(bench, 1).startsWith(text("true")));
    QVERIFY(resultText(bench, 0).contains(text("1 of 1")));
}

void TestConditionsPage::fieldsAreListedWithExamples()
{
    PageBench bench(
        R"({"match":"all","rules":[{"type":"property","field":"properties.a","operator":"exists"}]})");
    QVERIFY(QTest::qWaitForWindowActive(&bench.page()));
    bench.setSample(R"({"event_name":"x","properties":{"a_field_with_a_rather_long_name":1299.90,"b":[{}]}})",
                    text("X"));
    bench.evaluate();
    auto *const box = bench.control<FieldBox>(text("Field of condition 1"));
    QCOMPARE(box->shownPath(text("properties.price")), text("price")); // the kind says the rest
    QCOMPARE(box->exampleOf(text("properties.a_field_with_a_rather_long_name")), text("1299.90"));
    QCOMPARE(box->exampleOf(text("properties.b")), QString());
    box->showPopup();
    const QFontMetrics metrics(box->font());
    QVERIFY(box->view()->minimumWidth()
            > metrics.horizontalAdvance(text("a_field_with_a_rather_long_name  1299.90")));
    QCOMPARE(box->itemText(0), text("properties.a_field_with_a_rather_long_name")); // what is chosen is whole
    box->hidePopup();
}

void TestConditionsPage::typingIntoAFieldCompletes()
{
    PageBench bench(R"({"match":"all","rules":[{"type":"property","field":"","operator":"exists"}]})");
    QVERIFY(QTest::qWaitForWindowActive(&bench.page()));
    bench.setSample(purchase, text("Purchase"));
    bench.evaluate();
    auto *const box = bench.control<FieldBox>(text("Field of condition 1"));
    box->setFocus();
    QTest::keyClicks(box, text("pri"));
    QVERIFY(box->lineEdit()->completer());
    QTRY_VERIFY(box->lineEdit()->completer()->popup()->isVisible());
    QTest::keyClick(box->lineEdit()->completer()->popup(), Qt::Key_Down);
    QTest::keyClick(box->lineEdit()->completer()->popup(), Qt::Key_Return);
    QCOMPARE(bench.row(1)->row().field, std::string("properties.price"));
    QCOMPARE(box->currentText(), text("properties.price"));
}

void TestConditionsPage::aLeftFieldShowsItsBeginning()
{
    PageBench bench(abc);
    QVERIFY(QTest::qWaitForWindowActive(&bench.page()));
    auto *const value = bench.control<QLineEdit>(text("Value of condition 1"));
    value->setFocus();
    QTest::keyClick(value, Qt::Key_End);
    QTest::keyClicks(value, text("a rather long value that has no room"));
    bench.control(text("What condition 1 looks at"))->setFocus();
    QCOMPARE(value->cursorPosition(), 0);
}

void TestConditionsPage::aFieldWithoutRoomShowsItsEndToo()
{
    FieldBox box;
    box.resize(theme().scaled(110), box.sizeHint().height());
    const auto seen = [&box](const char *path) {
        box.show(text(path));
        return box.grab().toImage();
    };
    const QImage id = seen("properties.product_id");
    QVERIFY(seen("properties.product_name") != id);
    QCOMPARE(box.toolTip(), plainToolTip(text("properties.product_name")));
    box.lineEdit()->setText(text("properties.product_id"));
    box.lineEdit()->insert(text("x"));
    Q_EMIT box.lineEdit()->textEdited(box.lineEdit()->text()); // as a key does
    QCOMPARE(box.toolTip(), plainToolTip(box.lineEdit()->text()));
}

void TestConditionsPage::revealing()
{
    PageBench bench(pictureTree);
    QVERIFY(QTest::qWaitForWindowActive(&bench.page()));
    bench.page().reveal(text("/x_designer/conditions/rules/2/rules/1/value"));
    QCOMPARE(focusName(), text("Value of condition 4"));
    bench.page().reveal(text("/x_designer/conditions/rules/2"));
    QCOMPARE(focusName(), text("How the conditions of group 2 are joined"));
}

namespace {

/// A random key or click on a random row.
void anyAct(PageBench &bench, QRandomGenerator &random)
{
    const auto below = [&random](std::size_t limit) {
        return static_cast<std::size_t>(random.bounded(static_cast<quint32>(limit)));
    };
    if (bench.tree()->outline().size() < 2) {
        bench.tree()->addRule({}, text("value"));
        return;
    }
    ConditionRow *row = bench.row(below(bench.tree()->outline().size()));
    row->focusStop(below(row->stops().size()));
    QWidget *focused = QApplication::focusWidget();
    static const std::array<Qt::Key, 4> arrows{Qt::Key_Up, Qt::Key_Down, Qt::Key_Left, Qt::Key_Right};
    switch (below(6)) {
    case 0:
    case 1: QTest::keyClick(focused, arrows[below(4)], Qt::AltModifier); break;
    case 2: QTest::keyClick(focused, Qt::Key_Down); break;
    case 3:
        if (auto *button = qobject_cast<QAbstractButton *>(focused))
            button->click();
        break;
    case 4: bench.pause(); [[fallthrough]];
    default: QTest::keyClicks(focused, text("1a")); break;
    }
}

} // namespace

void TestConditionsPage::nothingOverlapsInARow_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("in the smallest window") << 683;
    QTest::newRow("less") << 560;
    QTest::newRow("usual") << 1023;
    QTest::newRow("wide") << 1660;
}

void TestConditionsPage::nothingOverlapsInARow()
{
    QFETCH(const int, width);
    PageBench bench(pictureTree, {theme().scaled(width), 640});
    bench.setSample(purchase, text("Purchase, one product"));
    bench.evaluate();
    for (std::size_t i = 0; i < bench.tree()->outline().size(); ++i) {
        ConditionRow *const row = bench.row(i);
        QTRY_VERIFY(row->width() > 0);
        QWidgetList parts;
        for (QWidget *part : row->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly)) {
            if (!part->isHidden() && !part->size().isEmpty())
                parts << part;
        }
        for (qsizetype a = 0; a < parts.size(); ++a) {
            for (qsizetype b = a + 1; b < parts.size(); ++b)
                QVERIFY2(!parts[a]->geometry().intersects(parts[b]->geometry()),
                         qPrintable(QStringLiteral("row %1: %2 and %3")
                                        .arg(i)
                                        .arg(QLatin1String(parts[a]->metaObject()->className()),
                                             QLatin1String(parts[b]->metaObject()->className()))));
        }
    }
}

/// Of any length, it leaves the tree its room and can be seen as a whole.
void TestConditionsPage::aLongSentenceIsFolded()
{
    PageBench bench(manyRules());
    auto *const label = bench.page().findChild<QLabel *>(text("sentence"));
    const auto *const box = label->window()->findChild<QWidget *>(text("sentenceBox"));
    QTRY_VERIFY(label->text().contains(text("Show all")));
    QVERIFY(!label->text().contains(text("field_39")));
    QVERIFY(label->accessibleName().contains(text("field_39")));
    const int line = label->fontMetrics().lineSpacing();
    QTRY_VERIFY(label->height() > 2 * line && label->height() < 4 * line);
    QTRY_VERIFY(box->height() < 6 * line);
    QVERIFY2(label->heightForWidth(label->width()) <= label->height(), "a letter is cut");
    const int folded = box->height();
    label->setFocus(Qt::TabFocusReason);
    Q_EMIT label->linkActivated(text("more"));
    QVERIFY(label->text().contains(text("field_39")));
    QTRY_VERIFY(box->height() > folded);
    QVERIFY(box->height() <= bench.page().height() * 2 / 3);
    QVERIFY(label->hasFocus());
    Q_EMIT label->linkActivated(text("less"));
    QTRY_VERIFY(box->height() <= folded);
}

void TestConditionsPage::aSentenceUnfoldsByKeys()
{
    PageBench bench(manyRules());
    QVERIFY(QTest::qWaitForWindowActive(&bench.page()));
    auto *const label = bench.page().findChild<QLabel *>(text("sentence"));
    QTRY_VERIFY(label->text().contains(text("Show all")));
    label->clearFocus(); // which it may have since the window came up, and no link of it
    label->setFocus(Qt::TabFocusReason);
    for (int i = 0; i < 2; ++i) { // with Return alone: the focus stays on the link
        QTest::keyClick(label, Qt::Key_Return);
        QVERIFY(label->text().contains(text("Show less")));
        QVERIFY(label->hasFocus());
        QTest::keyClick(label, Qt::Key_Return);
        QVERIFY(label->text().contains(text("Show all")));
        QVERIFY(label->hasFocus());
    }
}

void TestConditionsPage::theSentenceOfAnotherTreeIsFolded()
{
    PageBench bench(manyRules());
    ConnectionDocument other(connectionWith(manyRules()));
    auto *const label = bench.page().findChild<QLabel *>(text("sentence"));
    QTRY_VERIFY(label->text().contains(text("Show all")));
    Q_EMIT label->linkActivated(text("more"));
    QVERIFY(label->text().contains(text("Show less")));
    bench.page().setDocument(&other);
    QVERIFY(label->text().contains(text("Show all")));
    QVERIFY(!label->text().contains(text("Show less")));
    bench.page().setDocument(&bench.document());
}

void TestConditionsPage::theSentenceCanBeSelected_data()
{
    QTest::addColumn<bool>("isLong");
    QTest::newRow("short") << false;
    QTest::newRow("folded") << true;
}

void TestConditionsPage::theSentenceCanBeSelected()
{
    QFETCH(const bool, isLong);
    PageBench bench(isLong ? manyRules() : std::string(pictureTree));
    auto *const label = bench.page().findChild<QLabel *>(text("sentence"));
    QTRY_VERIFY(label->height() >= label->heightForWidth(label->width()));
    QCOMPARE(label->text().contains(text("Show all")), isLong);
    const QFontMetrics metrics = label->fontMetrics();
    QTest::mouseDClick(label, Qt::LeftButton, {},
                       QPoint(metrics.averageCharWidth(), metrics.lineSpacing() / 2));
    QVERIFY(label->hasSelectedText());
    // It is a tab stop for its link alone.
    QCOMPARE(label->focusPolicy(), isLong ? Qt::StrongFocus : Qt::ClickFocus);
}

void TestConditionsPage::aShortSentenceIsWhole()
{
    PageBench bench(pictureTree);
    const auto *const label = bench.page().findChild<QLabel *>(text("sentence"));
    QTRY_VERIFY(label->height() >= label->heightForWidth(label->width()));
    QVERIFY(!label->text().contains(text("<a ")));
    QVERIFY(label->text().endsWith(text("exists.")));
}

void TestConditionsPage::theBeginningOfASentence_data()
{
    QTest::addColumn<QString>("whole");
    QTest::addColumn<int>("length");
    QTest::addColumn<QString>("expected");
    QTest::newRow("words") << text("one two") << 3 << text("one");
    QTest::newRow("inside of what is bold") << text("a <b>bold</b> word") << 4 << text("a <b>bo</b>");
    QTest::newRow("an entity counts as one") << text("a &amp; b &lt;c") << 7 << text("a &amp; b &lt;");
    QTest::newRow("more than there is") << text("<b>one</b>") << 9 << text("<b>one</b>");
    QTest::newRow("nothing") << text("<b>one</b>") << 0 << QString();
}

void TestConditionsPage::theBeginningOfASentence()
{
    QFETCH(const QString, whole);
    QFETCH(const int, length);
    QTEST(SentenceBox::beginningOf(whole, length), "expected");
}

void TestConditionsPage::randomWalksCanBeUndone()
{
    PageBench bench(abc);
    QVERIFY(QTest::qWaitForWindowActive(&bench.page()));
    const std::string first = bench.document().shell().bytes();
    QRandomGenerator random(7);
    for (int i = 0; i < 250; ++i) {
        anyAct(bench, random);
        const condition::Outline now = condition::outline(bench.document().shell().conditions());
        QCOMPARE(bench.tree()->outline().size(), now.size());
        for (std::size_t at = 0; at < now.size(); ++at)
            QCOMPARE(bench.row(at)->row().raw, now[at].raw);
    }
    const std::string last = bench.document().shell().bytes();
    const int steps = bench.document().undoStack().count();
    QVERIFY2(steps > 60, qPrintable(QString::number(steps)));
    while (bench.document().undoStack().canUndo())
        bench.document().undo();
    QCOMPARE(bench.document().shell().bytes(), first);
    QCOMPARE(bench.document().undoStack().count(), steps);
    while (bench.document().undoStack().canRedo())
        bench.document().redo();
    QCOMPARE(bench.document().shell().bytes(), last);
}

QTEST_MAIN(TestConditionsPage)
#include "tst_conditionspage.moc"
