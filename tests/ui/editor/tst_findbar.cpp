// SPDX-License-Identifier: GPL-3.0-or-later
#include "editorfixture.h"

#include "ui/editor/findbar.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace designer;
using namespace designer::ui;

namespace {

struct Page : QWidget
{
    Page()
    {
        auto *const layout = new QVBoxLayout(this);
        layout->addWidget(editor);
        layout->addWidget(bar);
        test::dress(*editor, test::lightColors());
        resize(700, 400);
        show();
        activateWindow();
        editor->setFocus();
    }
    template <class T>
    T &part(const char *name)
    {
        return *bar->findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString count() { return part<QLabel>("countLabel").text(); }

    CodeEditor *editor = new CodeEditor(this);
    FindBar *bar = new FindBar(editor, this);
};

} // namespace

class TestFindBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }
    void findsWhileTyping();
    void options();
    void replacesOne();
    void replacesAllAsOneEdit();
    void readOnlyTextsAreSearchedOnly();
    void namesAndKeys();
};

void TestFindBar::findsWhileTyping()
{
    Page page;
    page.editor->setBytes("price, Price\nprice");
    QVERIFY(!page.bar->isVisible());
    QTest::keyClick(page.editor, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(page.bar->isVisible());
    QVERIFY(!page.part<QWidget>("replaceRow").isVisible());
    auto &field = page.part<QLineEdit>("findLineEdit");
    QTest::keyClicks(&field, QStringLiteral("price"));
    QCOMPARE(page.count(), QStringLiteral("1 of 3"));
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(page.count(), QStringLiteral("2 of 3"));
    QCOMPARE(page.editor->selectedRange(), (std::pair<std::size_t, std::size_t>{7, 12}));
    QTest::keyClick(&field, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClick(&field, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(page.count(), QStringLiteral("3 of 3"));
    QTest::keyClick(page.editor, Qt::Key_F3);
    QCOMPARE(page.count(), QStringLiteral("1 of 3"));
    QTest::keyClicks(&field, QStringLiteral("x"));
    QCOMPARE(page.count(), QStringLiteral("Not found"));
    QTest::keyClick(&field, Qt::Key_Escape);
    QVERIFY(!page.bar->isVisible());
}

void TestFindBar::options()
{
    Page page;
    page.editor->setBytes("price Price prices");
    page.bar->open(false);
    page.part<QLineEdit>("findLineEdit").setText(QStringLiteral("price"));
    QCOMPARE(page.bar->hitCount(), std::size_t{3});
    page.part<QCheckBox>("matchCaseCheckBox").setChecked(true);
    QCOMPARE(page.bar->hitCount(), std::size_t{2});
    page.part<QCheckBox>("wholeWordCheckBox").setChecked(true);
    QCOMPARE(page.bar->hitCount(), std::size_t{1});
    page.editor->apply({0, 0, "price "});
    QCOMPARE(page.bar->hitCount(), std::size_t{2});
}

void TestFindBar::replacesOne()
{
    Page page;
    page.editor->setBytes("a b a");
    page.bar->open(true);
    page.part<QLineEdit>("findLineEdit").setText(QStringLiteral("a"));
    page.part<QLineEdit>("replaceLineEdit").setText(QStringLiteral("aa"));
    page.part<QPushButton>("replaceButton").click();
    QCOMPARE(page.editor->bytes(), std::string("aa b a"));
    page.part<QPushButton>("replaceButton").click();
    QCOMPARE(page.editor->bytes(), std::string("aa b aa"));
}

void TestFindBar::replacesAllAsOneEdit()
{
    Page page;
    page.editor->setBytes("x a\r\na, b, a y");
    const QSignalSpy edits(page.editor, &CodeEditor::edited);
    QTest::keyClick(page.editor, Qt::Key_H, Qt::ControlModifier);
    QVERIFY(page.part<QWidget>("replaceRow").isVisible());
    page.part<QLineEdit>("findLineEdit").setText(QStringLiteral("a"));
    page.part<QLineEdit>("replaceLineEdit").setText(QStringLiteral("ğ"));
    page.part<QPushButton>("replaceAllButton").click();
    QCOMPARE(page.editor->bytes(), std::string("x ğ\r\nğ, b, ğ y"));
    QCOMPARE(edits.size(), 1);
    QCOMPARE(page.count(), QStringLiteral("3 replaced"));
}

void TestFindBar::readOnlyTextsAreSearchedOnly()
{
    Page page;
    page.editor->setBytes("a a");
    page.editor->setReadOnly(true);
    QTest::keyClick(page.editor, Qt::Key_H, Qt::ControlModifier);
    QVERIFY(!page.part<QWidget>("replaceRow").isVisible());
    page.part<QLineEdit>("findLineEdit").setText(QStringLiteral("a"));
    QCOMPARE(page.bar->hitCount(), std::size_t{2});
    QVERIFY(!page.part<QPushButton>("replaceAllButton").isEnabled());
}

void TestFindBar::namesAndKeys()
{
    Page page;
    page.bar->open(true);
    for (QToolButton *const button :
         page.bar->findChildren<QToolButton *>(QString(), Qt::FindDirectChildrenOnly)) {
        QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->objectName()));
        QCOMPARE(button->focusPolicy(), Qt::StrongFocus);
    }
}

QTEST_MAIN(TestFindBar)
#include "tst_findbar.moc"
