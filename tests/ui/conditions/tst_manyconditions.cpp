// SPDX-License-Identifier: GPL-3.0-or-later
#include "conditionsfixture.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>

using namespace designer;
using namespace designer::ui;

/// More conditions than are in view.
class TestManyConditions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { theme().apply(*qApp); }
    void init() { failOnWarnings(); }
    void manyRules();
    void tabFindsRowsThatAreNotThereYet();
    void aNewRuleBelowManyIsSeen();
    void theRowThatIsGoneToStaysWhileTheTreeIsResized();
};

namespace {

std::string manyConditions(int count)
{
    std::string conditions = R"({"match":"any","rules":[)";
    for (int i = 0; i < count; ++i)
        conditions += std::string(i ? "," : "") + R"({"type":"property","field":"properties.a)"
            + std::to_string(i) + R"(","operator":"equals","value":"x"})";
    return conditions + "]}";
}

/// Whether all of it is seen through the page's scroll area.
bool isInView(PageBench &bench, const QWidget *widget)
{
    const auto *const view = bench.page().findChild<QScrollArea *>(text("scroll"))->viewport();
    return widget && view->rect().contains(QRect(widget->mapTo(view, QPoint()), widget->size()));
}

} // namespace

/// What is not in view is not there, and comes up as soon as it is wanted.
void TestManyConditions::manyRules()
{
    PageBench bench(manyConditions(500));
    QVERIFY(QTest::qWaitForWindowActive(&bench.page()));
    const auto rows = [&bench] { return bench.tree()->findChildren<ConditionRow *>().size(); };
    QTRY_VERIFY(rows() > 10);
    QVERIFY2(rows() < 60, qPrintable(QString::number(rows())));
    QVERIFY(!bench.control(text("Value of condition 500")));
    auto *const bar = bench.page().findChild<QScrollArea *>(text("scroll"))->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 499 * 30);
    bar->setValue(bar->maximum());
    QTRY_VERIFY(bench.control(text("Value of condition 500")));
    QTRY_VERIFY2(rows() < 60, qPrintable(QString::number(rows()))); // others went
    bench.page().reveal(text("/x_designer/conditions/rules/249/value"));
    auto *value = bench.control<QLineEdit>(text("Value of condition 250"));
    QVERIFY(isInView(bench, value));
    QTest::keyClick(value, Qt::Key_End);
    QTest::keyClick(value, Qt::Key_Y);
    QCOMPARE(bench.row(250)->row().valueJson, std::string("\"xy\""));
    QTest::keyClick(value, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(bench.row(249)->row().valueJson, std::string("\"xy\""));
    QCOMPARE(focusName(), text("Value of condition 249"));
    bar->setValue(0);
    QVERIFY(bench.control(text("Value of condition 249"))->hasFocus()); // however far away
    QCOMPARE(bench.page().ruleCount(), 500);
}

void TestManyConditions::tabFindsRowsThatAreNotThereYet()
{
    PageBench bench(manyConditions(100));
    QVERIFY(QTest::qWaitForWindowActive(&bench.page()));
    bench.page().reveal(text("/x_designer/conditions/rules/0/value"));
    for (int i = 2; i <= 100; ++i) {
        for (int stops = 0; stops < 20 && focusName() != text("Value of condition %1").arg(i); ++stops)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(focusName(), text("Value of condition %1").arg(i));
        QVERIFY(isInView(bench, QApplication::focusWidget()));
    }
}

void TestManyConditions::aNewRuleBelowManyIsSeen()
{
    PageBench bench(manyConditions(100));
    QVERIFY(QTest::qWaitForWindowActive(&bench.page()));
    QTest::mouseClick(bench.control<QAbstractButton>(text("Add a condition to group 1")), Qt::LeftButton);
    QCOMPARE(focusName(), text("Field of condition 101"));
    QVERIFY(isInView(bench, bench.control(text("Field of condition 101"))));
}

/// Rows take another height than was thought, such as by remarks of several lines, and the tree with them.
void TestManyConditions::theRowThatIsGoneToStaysWhileTheTreeIsResized()
{
    PageBench bench(manyConditions(300), {700, 500});
    QVERIFY(QTest::qWaitForWindowActive(&bench.page()));
    for (const int rule : {249, 9, 299}) {
        bench.tree()->setFixedHeight(bench.tree()->height() + 14);
        bench.page().reveal(text("/x_designer/conditions/rules/%1/value").arg(rule));
        QCOMPARE(focusName(), text("Value of condition %1").arg(rule + 1));
        QVERIFY(isInView(bench, QApplication::focusWidget()));
        const QPoint above = QApplication::focusWidget()->parentWidget()->pos() - QPoint(0, 1);
        QVERIFY2(bench.tree()->childAt(above), "nothing stands above the row that was gone to");
    }
}

QTEST_MAIN(TestManyConditions)
#include "tst_manyconditions.moc"
