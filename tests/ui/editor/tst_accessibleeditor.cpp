// SPDX-License-Identifier: GPL-3.0-or-later
#include "editorfixture.h"

#include <QAccessible>
#include <QTest>

using namespace designer;
using namespace designer::ui;

namespace {

struct Told
{
    QString text;
    int start = -1;
    int end = -1;
    bool operator==(const Told &) const = default;
};

} // namespace

class TestAccessibleEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nameAndState();
    void lines();
    void words();
    void charactersAndUnits();
    void places();
    void selectionAndCaret();
    void editing();
    void indexFollowsEdits();
    void cleanup();

private:
    Told at(int offset, QAccessible::TextBoundaryType type)
    {
        Told told;
        told.text = m_text->textAtOffset(offset, type, &told.start, &told.end);
        return told;
    }

    std::unique_ptr<CodeEditor> m_editor;
    QAccessibleInterface *m_interface = nullptr;
    QAccessibleTextInterface *m_text = nullptr;
};

void TestAccessibleEditor::init()
{
    test::failOnWarnings();
    m_editor = std::make_unique<CodeEditor>();
    test::dress(*m_editor, test::lightColors());
    m_editor->setAccessibleName(QStringLiteral("Request format"));
    m_editor->resize(500, 300);
    m_editor->setBytes("{\"ğ\": 1,\r\n  \"\xF0\x9F\x91\x97\": 2\n}");
    m_editor->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
    m_interface = QAccessible::queryAccessibleInterface(m_editor.get());
    QVERIFY(m_interface != nullptr);
    m_text = m_interface->textInterface();
    QVERIFY(m_text != nullptr);
}

void TestAccessibleEditor::cleanup()
{
    m_editor.reset();
}

void TestAccessibleEditor::nameAndState()
{
    QCOMPARE(m_interface->text(QAccessible::Name), QStringLiteral("Request format"));
    QCOMPARE(m_interface->role(), QAccessible::EditableText);
    QVERIFY(m_interface->state().multiLine);
    QVERIFY(!m_interface->state().readOnly);
    m_editor->setReadOnly(true);
    QVERIFY(m_interface->state().readOnly);
    QVERIFY(m_interface->editableTextInterface() == nullptr);
}

void TestAccessibleEditor::lines()
{
    QCOMPARE(at(0, QAccessible::LineBoundary), (Told{QStringLiteral("{\"ğ\": 1,\r\n"), 0, 10}));
    QCOMPARE(at(12, QAccessible::LineBoundary), (Told{QStringLiteral("  \"👗\": 2\n"), 10, 20}));
    Told told;
    told.text = m_text->textAfterOffset(12, QAccessible::LineBoundary, &told.start, &told.end);
    QCOMPARE(told, (Told{QStringLiteral("}"), 20, 21}));
    told.text = m_text->textBeforeOffset(12, QAccessible::LineBoundary, &told.start, &told.end);
    QCOMPARE(told, (Told{QStringLiteral("{\"ğ\": 1,\r\n"), 0, 10}));
    told.text = m_text->textBeforeOffset(0, QAccessible::LineBoundary, &told.start, &told.end);
    QCOMPARE(told.text, QString());
}

void TestAccessibleEditor::words()
{
    QCOMPARE(at(2, QAccessible::WordBoundary), (Told{QStringLiteral("ğ"), 2, 3}));
}

void TestAccessibleEditor::charactersAndUnits()
{
    QCOMPARE(m_text->characterCount(), 21);
    QCOMPARE(m_text->text(0, 21), QStringLiteral("{\"ğ\": 1,\r\n  \"👗\": 2\n}"));
    QCOMPARE(at(13, QAccessible::CharBoundary), (Told{QStringLiteral("👗"), 13, 15}));
    QCOMPARE(at(15, QAccessible::CharBoundary), (Told{QStringLiteral("\""), 15, 16}));
}

void TestAccessibleEditor::places()
{
    const QRect first = m_text->characterRect(0);
    const QRect second = m_text->characterRect(1);
    const QRect below = m_text->characterRect(10);
    QVERIFY(first.width() > 0 && first.height() > 0);
    QVERIFY(second.left() > first.left());
    QCOMPARE(second.top(), first.top());
    QVERIFY(below.top() > first.top());
    QCOMPARE(below.left(), first.left());
    QCOMPARE(m_text->offsetAtPoint(m_text->characterRect(12).center() - QPoint(2, 0)), 12);
    QCOMPARE(m_text->offsetAtPoint(QPoint(-500, -500)), -1);
}

void TestAccessibleEditor::selectionAndCaret()
{
    m_text->setCursorPosition(15);
    QCOMPARE(m_text->cursorPosition(), 15);
    QCOMPARE(m_editor->bytes(0, m_editor->caret()), std::string("{\"ğ\": 1,\r\n  \"👗"));
    QCOMPARE(m_text->selectionCount(), 0);
    m_text->addSelection(2, 15);
    int start = 0;
    int end = 0;
    m_text->selection(0, &start, &end);
    QCOMPARE(start, 2);
    QCOMPARE(end, 15);
    m_text->removeSelection(0);
    QCOMPARE(m_text->selectionCount(), 0);
}

void TestAccessibleEditor::editing()
{
    int edits = 0;
    connect(m_editor.get(), &CodeEditor::edited, this, [&] { ++edits; });
    QAccessibleEditableTextInterface *const text = m_interface->editableTextInterface();
    QVERIFY(text != nullptr);
    text->replaceText(13, 15, QStringLiteral("ü"));
    text->deleteText(0, 1);
    text->insertText(0, QStringLiteral("["));
    QCOMPARE(edits, 3);
    QCOMPARE(m_editor->bytes(), std::string("[\"ğ\": 1,\r\n  \"ü\": 2\n}"));
}

void TestAccessibleEditor::indexFollowsEdits()
{
    QCOMPARE(m_text->characterCount(), 21);
    m_editor->apply({0, 0, "👗\n"});
    QCOMPARE(m_text->characterCount(), 24);
    QCOMPARE(at(3, QAccessible::LineBoundary), (Told{QStringLiteral("{\"ğ\": 1,\r\n"), 3, 13}));
}

QTEST_MAIN(TestAccessibleEditor)
#include "tst_accessibleeditor.moc"
