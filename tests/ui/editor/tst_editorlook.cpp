// SPDX-License-Identifier: GPL-3.0-or-later
#include "editorfixture.h"
#include "ui/theme/theme.h"

#include "ui/editor/highlighter.h"
#include "ui/editor/tokens.h"
#include "ui/theme/paint.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace designer;
using namespace designer::ui;

namespace {

using Sci = QsciScintillaBase;

Token tokenAt(CodeEditor &editor, std::size_t offset)
{
    editor.SendScintilla(Sci::SCI_COLOURISE, 0UL, -1L);
    return static_cast<Token>(editor.SendScintilla(Sci::SCI_GETSTYLEAT, static_cast<unsigned long>(offset)));
}

bool isBoxed(CodeEditor &editor, std::size_t offset)
{
    return editor.SendScintilla(Sci::SCI_INDICATORVALUEAT,
                                static_cast<unsigned long>(Highlighter::placeholderIndicator),
                                static_cast<long>(offset))
        != 0;
}

void showIt(CodeEditor &editor)
{
    test::dress(editor, test::lightColors());
    editor.resize(600, 300);
    editor.show();
    QVERIFY(QTest::qWaitForWindowExposed(&editor));
}

/// How many pixels right of a line's end have nearly this colour.
int pixelsAfter(CodeEditor &editor, int line, const QColor &color)
{
    const QRect end = editor.rectangleOf(editor.lineEnd(line));
    const QImage image = editor.viewport()->grab().toImage();
    int found = 0;
    for (int y = end.top(); y < end.top() + end.height(); ++y) {
        for (int x = end.left() + 2; x < image.width(); ++x) {
            const QColor here = image.pixelColor(x, y);
            found += qAbs(here.red() - color.red()) + qAbs(here.green() - color.green())
                    + qAbs(here.blue() - color.blue())
                < 40;
        }
    }
    return found;
}

} // namespace

class TestEditorLook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }
    void placeholders_data();
    void placeholders();
    void placeholdersOnlyWhereAsked();
    void coloursFollowEdits();
    void longLinesAreDrawnInPart();
    void folds();
    void marks();
    void hintsArePainted();
    void hintsMoveWithLines();
    void hintsGoWithLines();
    void notes();
    void notesAboveLeaveTheCaretsLineWhereItIs_data();
    void notesAboveLeaveTheCaretsLineWhereItIs();
    void theFocusIsSeen();
    void nothingHasNoNumber();
    void markedLine();
    void brackets();
    void whatIsChosenIsReadable_data();
    void whatIsChosenIsReadable();
};

void TestEditorLook::placeholders_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("at");
    QTest::addColumn<int>("token");
    QTest::addColumn<bool>("boxed");
    const auto add = [](const char *name, const QByteArray &text, const char *at, Token token, bool boxed) {
        QTest::newRow(name) << text << static_cast<int>(text.indexOf(at)) << static_cast<int>(token) << boxed;
    };
    const QByteArray text = R"({"##a.k##x": "##b##", "c": ##d##, "e": "pre ##f## post"})";
    add("in a name", text, "##a", Token::Placeholder, true);
    add("the name around it", text, "x\"", Token::Key, false);
    add("alone in a string", text, "##b", Token::Placeholder, true);
    add("bare", text, "##d", Token::Placeholder, true);
    add("in a longer string", text, "##f", Token::Placeholder, true);
    add("the string around it", text, "post", Token::String, false);
    add("no path", R"({"a": "## b ##"})", "## b", Token::String, false);
}

void TestEditorLook::placeholders()
{
    QFETCH(QByteArray, text);
    QFETCH(int, at);
    QFETCH(int, token);
    QFETCH(bool, boxed);
    CodeEditor editor;
    editor.setPlaceholdersShown(true);
    editor.setBytes(text.toStdString());
    QCOMPARE(static_cast<int>(tokenAt(editor, static_cast<std::size_t>(at))), token);
    QCOMPARE(isBoxed(editor, static_cast<std::size_t>(at)), boxed);
}

void TestEditorLook::placeholdersOnlyWhereAsked()
{
    CodeEditor editor;
    editor.setBytes("\"##a##\"");
    QCOMPARE(tokenAt(editor, 2), Token::String);
    editor.setPlaceholdersShown(true);
    QCOMPARE(tokenAt(editor, 2), Token::Placeholder);
    editor.setPlaceholdersShown(false);
    QCOMPARE(tokenAt(editor, 2), Token::String);
    QVERIFY(!isBoxed(editor, 2));
}

void TestEditorLook::coloursFollowEdits()
{
    CodeEditor editor;
    editor.setBytes("[\n  \"a\"\n]");
    QCOMPARE(tokenAt(editor, 5), Token::String);
    editor.apply({7, 7, ": 1"});
    QCOMPARE(tokenAt(editor, 5), Token::Key);
    editor.apply({4, 5, {}});
    QCOMPARE(tokenAt(editor, 4), Token::Plain);
}

void TestEditorLook::longLinesAreDrawnInPart()
{
    CodeEditor editor;
    std::string text = "[";
    while (text.size() < 100'000)
        text += "\"\xC4\x9F ##user.id##\",{\"k\": 1}, ";
    editor.setPlaceholdersShown(true);
    editor.setBytes(text);
    QCOMPARE(tokenAt(editor, 1), Token::String);
    QCOMPARE(tokenAt(editor, 50'000), Token::Hidden);
    const std::size_t name = text.find("\"k\"", 50'000);
    editor.setCaret(name);
    QCOMPARE(tokenAt(editor, name + 1), Token::Key);
    QCOMPARE(tokenAt(editor, text.find("##", name)), Token::Placeholder);
    QCOMPARE(tokenAt(editor, 90'000), Token::Hidden);
    QTest::keyClicks(&editor, QStringLiteral("\""));
    QCOMPARE(tokenAt(editor, name + 2), Token::Plain); // "" before k"
    QCOMPARE(editor.byteCount(), text.size() + 1);
    editor.setCaret(editor.byteCount());
    QCOMPARE(tokenAt(editor, editor.byteCount() - 2), Token::String); // the quote too many
    editor.setBytes("[1]");
    QCOMPARE(tokenAt(editor, 1), Token::Number);
}

void TestEditorLook::folds()
{
    CodeEditor editor;
    showIt(editor);
    editor.setBytes("{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": 3\n}\n");
    editor.setCaret(6);
    QTest::keyClick(&editor, Qt::Key_BracketLeft, Qt::ControlModifier | Qt::ShiftModifier);
    const auto isVisible = [&](int line) {
        return editor.SendScintilla(Sci::SCI_GETLINEVISIBLE, static_cast<unsigned long>(line)) != 0;
    };
    QVERIFY(isVisible(1));
    QVERIFY(!isVisible(2));
    QVERIFY(!isVisible(3));
    QVERIFY(isVisible(4));
    editor.setCaret(editor.lineBegin(3));
    QVERIFY(isVisible(3));
}

void TestEditorLook::marks()
{
    CodeEditor editor;
    showIt(editor);
    editor.setBytes("{\"a\": 1}");
    editor.setMarks({{1, 4, MarkSeverity::Error, QStringLiteral("wrong")},
                     {6, 6, MarkSeverity::Warning, QStringLiteral("odd")}});
    QVERIFY(editor.markAt(2) != nullptr);
    QCOMPARE(editor.markAt(2)->tooltip, QStringLiteral("wrong"));
    QCOMPARE(editor.markAt(6)->tooltip, QStringLiteral("odd"));
    QVERIFY(editor.markAt(5) == nullptr);
    editor.apply({0, 0, "  "});
    QVERIFY(editor.markAt(2) == nullptr);
    QCOMPARE(editor.markAt(3)->tooltip, QStringLiteral("wrong"));
    editor.setMarks({});
    QVERIFY(editor.markAt(3) == nullptr);
}

void TestEditorLook::hintsArePainted()
{
    CodeEditor editor;
    showIt(editor);
    editor.setBytes("{\n\"a\": 1\n}");
    QCOMPARE(pixelsAfter(editor, 1, test::lightColors().dim), 0);
    editor.setLineHints({{1, QStringLiteral("→ SKU-77 · text")}});
    QVERIFY(pixelsAfter(editor, 1, test::lightColors().dim) > 5);
    editor.setLineHints({{1, QStringLiteral("→ not in this sample"), MarkSeverity::Error}});
    QVERIFY(pixelsAfter(editor, 1, test::lightColors().error) > 5);
    QCOMPARE(pixelsAfter(editor, 0, test::lightColors().error), 0);
}

void TestEditorLook::hintsMoveWithLines()
{
    CodeEditor editor;
    showIt(editor);
    editor.setBytes("{\n\"a\": 1\n}");
    editor.setLineHints({{1, QStringLiteral("→ SKU-77 · text"), MarkSeverity::Error}});
    editor.setCaret(1);
    QTest::keyClick(&editor, Qt::Key_Return);
    QCOMPARE(pixelsAfter(editor, 1, test::lightColors().error), 0);
    QVERIFY(pixelsAfter(editor, 2, test::lightColors().error) > 5);
}

void TestEditorLook::hintsGoWithLines()
{
    CodeEditor editor;
    showIt(editor);
    editor.setBytes("{\n\"a\": 1,\n\"b\": 2,\n\"c\": 3\n}");
    editor.setLineHints({{1, QStringLiteral("→ SKU-77 · text"), MarkSeverity::Error},
                         {2, QStringLiteral("→ SKU-78 · text"), MarkSeverity::Error},
                         {3, QStringLiteral("→ SKU-79 · text"), MarkSeverity::Error}});
    editor.edit({editor.lineBegin(1), editor.lineEnd(2), "\"x\": 4,\n\"y\": 5,"});
    QCOMPARE(pixelsAfter(editor, 1, test::lightColors().error), 0);
    QCOMPARE(pixelsAfter(editor, 2, test::lightColors().error), 0);
    QVERIFY(pixelsAfter(editor, 3, test::lightColors().error) > 5);
}

void TestEditorLook::notes()
{
    CodeEditor editor;
    showIt(editor);
    editor.setBytes("{\n\"a\": 1\n}");
    editor.setLineNotes({{1,
                          QStringLiteral("No such field"),
                          MarkSeverity::Error,
                          {{QStringLiteral("use"), QStringLiteral("Use it")},
                           {QStringLiteral("why"), QStringLiteral("Why")}}}});
    const QList<QPushButton *> links = editor.viewport()->findChildren<QPushButton *>();
    QCOMPARE(links.size(), 2);
    QVERIFY(links[0]->isVisible());
    QCOMPARE(links[0]->accessibleDescription(), QStringLiteral("No such field"));
    const QRect above = editor.rectangleOf(editor.lineBegin(1));
    QCOMPARE(links[0]->parentWidget()->y(), above.y() + above.height());
    QSignalSpy followed(&editor, &CodeEditor::noteLinkActivated);
    links[1]->click();
    QCOMPARE(followed.takeFirst(), QVariantList({1, QStringLiteral("why")}));
    editor.setCaret(editor.lineBegin(1));
    QTest::keyClick(&editor, Qt::Key_Return, Qt::AltModifier);
    QCOMPARE(followed.takeFirst(), QVariantList({1, QStringLiteral("use")}));
    editor.apply({0, 0, "\n"});
    QVERIFY(editor.activateFirstLink(2));
    QVERIFY(!editor.activateFirstLink(1));
    editor.setLineNotes({});
    QVERIFY(!editor.activateFirstLink(2));
}

void TestEditorLook::notesAboveLeaveTheCaretsLineWhereItIs_data()
{
    QTest::addColumn<int>("caretLine");
    QTest::newRow("in sight") << 805;
    QTest::newRow("out of sight: the first line that is seen") << 10;
}

void TestEditorLook::notesAboveLeaveTheCaretsLineWhereItIs()
{
    QFETCH(int, caretLine);
    CodeEditor editor;
    showIt(editor);
    editor.setBytes(std::string(1000, '\n'));
    editor.setCaret(editor.lineBegin(caretLine));
    editor.setFirstVisibleLine(800);
    const std::size_t seen = editor.lineBegin(caretLine > 800 ? caretLine : 800);
    const int before = editor.rectangleOf(seen).y();
    std::vector<LineNote> notes;
    for (int line = 0; line < 1000; line += 2)
        notes.push_back({line, QStringLiteral("No such field"), MarkSeverity::Error, {}});
    editor.setLineNotes(notes);
    QCOMPARE(editor.rectangleOf(seen).y(), before);
    editor.setLineNotes({});
    QCOMPARE(editor.rectangleOf(seen).y(), before);
}

void TestEditorLook::theFocusIsSeen()
{
    theme().apply(*qApp);
    CodeEditor editor;
    showIt(editor);
    const auto edge = [&editor] { return editor.grab().toImage().pixelColor(0, editor.height() / 2); };
    editor.clearFocus();
    const QColor without = edge();
    editor.setFocus();
    QVERIFY(editor.hasFocus());
    QVERIFY(edge() != without);
}

void TestEditorLook::nothingHasNoNumber()
{
    CodeEditor editor;
    editor.setReadOnly(true);
    showIt(editor);
    editor.setBytes("{}");
    QVERIFY(editor.marginWidth(1) > 0);
    editor.setBytes("");
    QCOMPARE(editor.marginWidth(1), 0);
    editor.setBytes("{}");
    QVERIFY(editor.marginWidth(1) > 0);
}

void TestEditorLook::markedLine()
{
    CodeEditor editor;
    showIt(editor);
    editor.setBytes("{\n1\n}");
    editor.setMarkedLine(1);
    QCOMPARE(editor.markedLine(), std::optional(1));
    QVERIFY(pixelsAfter(editor, 1, test::lightColors().matchingLine) > 100);
    const QRect line = editor.rectangleOf(editor.lineBegin(1));
    QCOMPARE(editor.viewport()->grab().toImage().pixelColor(0, line.center().y()),
             test::lightColors().accent);
    editor.setMarkedLine({});
    QCOMPARE(editor.markedLine(), std::nullopt);
}

void TestEditorLook::brackets()
{
    CodeEditor editor;
    showIt(editor);
    editor.setBytes("{\"}\": [1, {}]}");
    editor.setFocus();
    const auto shown = [&](std::size_t at) {
        editor.viewport()->repaint();
        return editor.SendScintilla(Sci::SCI_INDICATORVALUEAT, 11UL, static_cast<long>(at)) != 0;
    };
    editor.setCaret(0);
    QVERIFY(shown(0));
    QVERIFY(shown(13));
    QVERIFY(!shown(2));
    editor.setCaret(13);
    QVERIFY(shown(0));
    editor.setCaret(2);
    QVERIFY(!shown(0));
}

void TestEditorLook::whatIsChosenIsReadable_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("elsewhereToo");
    QTest::newRow("light") << false << false;
    QTest::newRow("dark") << true << false;
    QTest::newRow("light, and something is chosen elsewhere") << false << true;
    QTest::newRow("dark, and something is chosen elsewhere") << true << true;
}

/// Its colours are those that it has when it is not chosen, on the selection's own.
void TestEditorLook::whatIsChosenIsReadable()
{
    QFETCH(bool, dark);
    QFETCH(bool, elsewhereToo);
    const EditorColors colors = dark ? test::darkColors() : test::lightColors();
    CodeEditor editor;
    test::dress(editor, colors);
    QFont large = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    large.setPixelSize(32); // strokes wider than a pixel show their colour unmixed
    editor.setCodeFont(large);
    editor.resize(900, 200);
    editor.setBytes(R"({"key": "##a##", "b": 1, "c": "text"})");
    editor.show();
    editor.select(0, editor.byteCount());
    if (elsewhereToo)
        Q_EMIT QGuiApplication::clipboard()->selectionChanged();
    const QImage image = editor.viewport()->grab().toImage();
    QHash<QRgb, int> count;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            ++count[image.pixel(x, y)];
    }
    for (const QColor &color :
         {colors.key, colors.string, colors.number, colors.placeholder, colors.selection}) {
        QVERIFY2(count.value(color.rgb()) > 0, qPrintable(color.name()));
        if (color != colors.selection && color != colors.placeholder)
            QVERIFY2(contrast(color, colors.selection) >= 4.5, qPrintable(color.name()));
    }
    const QRect hash = editor.rectangleOf(editor.bytes().find("##"));
    const QColor box = image.pixelColor(hash.left() + 1, hash.top() + hash.height() / 6);
    QVERIFY(box != colors.placeholderSoft);
    QVERIFY(contrast(colors.placeholder, box) >= 4.5);
}

QTEST_MAIN(TestEditorLook)
#include "tst_editorlook.moc"
