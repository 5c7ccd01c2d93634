// SPDX-License-Identifier: GPL-3.0-or-later
#include "conditionsfixture.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>

using namespace designer;
using namespace designer::ui;

/// The values of conditions: offered from the sample, completed, and lists of them.
class TestConditionValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme().apply(*qApp); }
    void init() { failOnWarnings(); }
    void valuesOfTheSampleAreOffered_data();
    void valuesOfTheSampleAreOffered();
    void theEventNameThatIsGuessedIsTypedOver();
    void valuesAreCompletedWhileTyping();
    void undoKeysAreTheDocuments_data();
    void undoKeysAreTheDocuments();
    void oneOfAListIsCompleted();
    void aListIsEditedLineByLine();
    void aCopiedColumnBecomesValues();
};

namespace {

/// The list that has opened below a value; null: none has.
QAbstractItemView *offer()
{
    return qobject_cast<QAbstractItemView *>(QApplication::activePopupWidget());
}

QStringList offered()
{
    QStringList out;
    for (int row = 0; offer() && row < offer()->model()->rowCount(); ++row)
        out << offer()->model()->index(row, 0).data().toString();
    return out;
}

std::string ruleOf(const char *field, const char *op, const char *value)
{
    return std::string(R"({"match":"all","rules":[{"type":"path","field":")") + field + R"(","operator":")"
        + op + R"(","value":)" + value + "}]}";
}

const char *const cart = R"({"event_name": "cart", "user": {"country": "TR", "city": "Şişli, İstanbul"},
  "properties": {"price": 1299.90, "sku": "5", "tags": ["new", "sale", 7, "7", {"a": 1}, "new"], "gift": true}})";

} // namespace

void TestConditionValues::valuesOfTheSampleAreOffered_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("op");
    QTest::addColumn<QStringList>("expected");
    QTest::addColumn<QByteArray>("chosen");
    const auto row = [](const char *name, const char *field, const char *op, const QStringList &expected,
                        const char *chosen) {
        QTest::newRow(name) << QByteArray(field) << QByteArray(op) << expected << QByteArray(chosen);
    };
    row("a number stays one", "properties.price", "equals", {text("1299.90")}, "1299.90");
    row("a text of digits stays one", "properties.sku", "equals", {text("5")}, R"("5")");
    row("true", "properties.gift", "not_equals", {text("true")}, "true");
    row("letters of Turkish", "user.city", "contains", {text("Şişli, İstanbul")}, R"("Şişli, İstanbul")");
    row("found inside of properties", "price", "at_least", {text("1299.90")}, "1299.90");
    row("the elements of an array", "properties.tags", "contains",
        {text("new"), text("sale"), text("7"), text("7")}, R"("new")");
    row("not there", "properties.none", "equals", {}, R"("x")");
    row("an object", "user", "equals", {}, R"("x")");
    row("an expression", "user.city", "regex", {}, R"("x")");
}

void TestConditionValues::valuesOfTheSampleAreOffered()
{
    QFETCH(QByteArray, field);
    QFETCH(QByteArray, op);
    QFETCH(QStringList, expected);
    QFETCH(QByteArray, chosen);
    PageBench bench(ruleOf(field.constData(), op.constData(), R"("x")"));
    QVERIFY(QTest::qWaitForWindowActive(&bench.page()));
    bench.setSample(cart, text("Cart"));
    bench.evaluate();
    auto *value = bench.control<QLineEdit>(text("Value of condition 1"));
    value->setFocus();
    QTest::keyClick(value, Qt::Key_Down);
    QCOMPARE(offered(), expected);
    if (offer())
        QTest::keyClick(offer(), Qt::Key_Return);
    QCOMPARE(QByteArray::fromStdString(bench.row(1)->row().valueJson), chosen);
    QCOMPARE(bench.document().undoStack().count(), expected.isEmpty() ? 0 : 1);
}

void TestConditionValues::theEventNameThatIsGuessedIsTypedOver()
{
    PageBench bench({});
    bench.setSample(purchase, QStringLiteral("Purchase"));
    bench.evaluate();
    const auto buttons = bench.page().findChildren<QPushButton *>();
    const auto only = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *button) {
        return button->text().startsWith(QStringLiteral("Only one event name"));
    });
    QVERIFY(only != buttons.end());
    QTest::mouseClick(*only, Qt::LeftButton);
    auto *const value = bench.control<QLineEdit>(QStringLiteral("Value of condition 1"));
    QVERIFY(value && value->hasFocus());
    QCOMPARE(value->text(), QStringLiteral("purchase"));
    QCOMPARE(value->selectedText(), QStringLiteral("purchase"));
    QTest::keyClicks(value, QStringLiteral("cart"));
    QCOMPARE(value->text(), QStringLiteral("cart"));
}

void TestConditionValues::valuesAreCompletedWhileTyping()
{
    PageBench bench(ruleOf("properties.tags", "equals", R"("")"));
    QVERIFY(QTest::qWaitForWindowActive(&bench.page()));
    bench.setSample(cart, text("Cart"));
    bench.evaluate();
    auto *value = bench.control<QLineEdit>(text("Value of condition 1"));
    value->setFocus();
    QTest::keyClicks(value, text("SA"));
    QCOMPARE(offered(), QStringList{text("sale")});
    QCOMPARE(bench.row(1)->row().valueJson, std::string(R"("SA")")); // typed is typed
    QTest::keyClick(offer(), Qt::Key_Escape);
    QCOMPARE(value->text(), text("SA"));
    value->selectAll();
    QTest::keyClicks(value, text("sal"));
    QTest::keyClick(offer(), Qt::Key_Down);
    QTest::keyClick(offer(), Qt::Key_Return);
    QCOMPARE(bench.row(1)->row().valueJson, std::string(R"("sale")"));
    QVERIFY(!offer());
    QTest::keyClick(value, Qt::Key_End);
    QTest::keyClick(value, Qt::Key_Backspace);
    QTest::keyClicks(value, text("e")); // which is all there is to say
    QVERIFY(!offer());
}

void TestConditionValues::undoKeysAreTheDocuments_data()
{
    QTest::addColumn<QString>("control");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("completes");
    QTest::newRow("a value") << text("Value of condition 1") << text("12") << false;
    QTest::newRow("a value that is being completed") << text("Value of condition 1") << text("sa") << true;
    QTest::newRow("a field") << text("Field of condition 1") << text("zzz") << false;
}

void TestConditionValues::undoKeysAreTheDocuments()
{
    QFETCH(QString, control);
    QFETCH(QString, typed);
    QFETCH(bool, completes);
    PageBench bench(ruleOf("properties.tags", "equals", R"("a")"));
    QVERIFY(QTest::qWaitForWindowActive(&bench.page()));
    bench.setSample(cart, text("Cart"));
    bench.evaluate();
    const std::string before = bench.document().shell().bytes();
    auto *field = bench.control<QLineEdit>(control);
    const QString shown = field->text();
    field->setFocus();
    field->selectAll();
    QTest::keyClick(field, Qt::Key_Backspace); // a step of its own
    bench.pause();
    const std::string between = bench.document().shell().bytes();
    QWidget *const focused = QApplication::focusWidget(); // of a field the box around it
    QTest::keyClicks(focused, typed);
    const std::string after = bench.document().shell().bytes();
    QCOMPARE(bench.document().undoStack().count(), 2);
    QCOMPARE(QApplication::activePopupWidget() != nullptr, completes);
    const auto press = [&](QKeySequence::StandardKey key) {
        QWidget *const popup = QApplication::activePopupWidget();
        QTest::keySequence(popup ? popup : focused, QKeySequence(key));
    };
    press(QKeySequence::Undo);
    QCOMPARE(bench.document().shell().bytes(), between);
    QVERIFY(!QApplication::activePopupWidget()); // what it completed is gone
    press(QKeySequence::Undo);
    QCOMPARE(bench.document().shell().bytes(), before);
    QCOMPARE(field->text(), shown);
    press(QKeySequence::Redo);
    press(QKeySequence::Redo);
    QCOMPARE(bench.document().shell().bytes(), after);
    QCOMPARE(bench.document().undoStack().count(), 2);
}

/// A row that shows another rule than before does not give it what was typed for that.
void TestConditionValues::oneOfAListIsCompleted()
{
    PageBench bench(ruleOf("properties.tags", "one_of", R"(["a", "z"])"));
    QVERIFY(QTest::qWaitForWindowActive(&bench.page()));
    bench.setSample(cart, text("Cart"));
    bench.evaluate();
    auto *value = bench.control<QLineEdit>(text("Value of condition 1"));
    value->setFocus();
    value->setCursorPosition(1);
    QTest::keyClicks(value, text(", 7"));
    QCOMPARE(offered(), (QStringList{text("7"), text("\"7\"")})); // which of them is to be seen
    QTest::keyClick(offer(), Qt::Key_Down);
    QTest::keyClick(offer(), Qt::Key_Down);
    QTest::keyClick(offer(), Qt::Key_Return);
    QCOMPARE(value->text(), text("a, \"7\", z"));
    QCOMPARE(bench.row(1)->row().valueJson, std::string(R"(["a","7","z"])"));
}

void TestConditionValues::aListIsEditedLineByLine()
{
    PageBench bench(ruleOf("properties.tags", "one_of", R"(["Şişli, İstanbul", 5, "5"])"));
    QVERIFY(QTest::qWaitForWindowActive(&bench.page()));
    bench.setSample(cart, text("Cart"));
    bench.evaluate();
    auto *value = bench.control<QLineEdit>(text("Value of condition 1"));
    QCOMPARE(value->text(), text("\"Şişli, İstanbul\", 5, \"5\""));
    value->setFocus();
    QTest::keyClick(value, Qt::Key_Down);
    QPointer<QWidget> popup = QApplication::activePopupWidget();
    QVERIFY(popup);
    auto *const lines = popup->findChild<QPlainTextEdit *>();
    QCOMPARE(lines->accessibleName(), text("Value of condition 1"));
    QCOMPARE(lines->toPlainText(), text("Şişli, İstanbul\n5\n\"5\"\n"));
    QCOMPARE(bench.document().undoStack().count(), 0); // to look changes nothing
    QTest::keyClicks(lines, text("6, 7"));
    QCOMPARE(bench.row(1)->row().valueJson, std::string(R"(["Şişli, İstanbul",5,"5","6, 7"])"));
    const auto buttons = popup->findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 4);
    QTest::mouseClick(buttons.first(), Qt::LeftButton);
    QTest::mouseClick(buttons.first(), Qt::LeftButton); // once is enough
    QCOMPARE(bench.row(1)->row().valueJson, std::string(R"(["Şişli, İstanbul",5,"5","6, 7","new"])"));
    QTest::keyClick(lines, Qt::Key_Escape);
    QTRY_VERIFY(!popup);
    QCOMPARE(value->text(), text("\"Şişli, İstanbul\", 5, \"5\", \"6, 7\", new"));
    bench.document().undo();
    QCOMPARE(bench.row(1)->row().valueJson, std::string(R"(["Şişli, İstanbul",5,"5"])")); // one step
}

void TestConditionValues::aCopiedColumnBecomesValues()
{
    PageBench bench(ruleOf("properties.sku", "one_of", R"(["a"])"));
    auto *value = bench.control<QLineEdit>(text("Value of condition 1"));
    value->setFocus();
    QTest::keyClick(value, Qt::Key_End);
    QGuiApplication::clipboard()->setText(text("b\r\nc, d\r\n\r\n5\r\n"));
    QTest::keyClick(value, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(bench.row(1)->row().valueJson, std::string(R"(["a","b","c, d",5])"));
}

QTEST_MAIN(TestConditionValues)
#include "tst_conditionvalues.moc"
