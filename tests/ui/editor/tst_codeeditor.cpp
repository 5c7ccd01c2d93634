// SPDX-License-Identifier: GPL-3.0-or-later
#include "editorfixture.h"

#include "json/edit.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QMimeData>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace designer;
using namespace designer::ui;

namespace {

/// An editor, and beside it the text as somebody has it who hears of edits alone.
struct Replayed
{
    explicit Replayed(std::string_view text)
    {
        test::dress(editor, test::lightColors());
        editor.setBytes(text);
        replay = text;
        QObject::connect(&editor, &CodeEditor::edited, &editor,
                         [this](const json::TextEdit &edit, const std::string &removed) {
                             ++edits;
                             right = right && replay.substr(edit.begin, edit.end - edit.begin) == removed;
                             before = replay;
                             last = edit;
                             lastRemoved = removed;
                             replay = json::applied(replay, edit);
                         });
    }
    bool holds() { return right && replay == editor.bytes(); }

    CodeEditor editor;
    std::string replay;
    std::string before;
    json::TextEdit last;
    std::string lastRemoved;
    int edits = 0;
    bool right = true;
};

void paste(CodeEditor &editor, const QString &text)
{
    QApplication::clipboard()->setText(text);
    editor.paste();
}

/// On the left half of the character at \a offset, or on the right one.
void drop(CodeEditor &editor, std::size_t offset, const QMimeData &data, bool right = false)
{
    const QRect character = editor.rectangleOf(offset);
    const QPoint at = right ? character.topRight() + QPoint(-1, 3) : character.topLeft() + QPoint(2, 3);
    QDragEnterEvent enter(at, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(editor.viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(at, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(editor.viewport(), &event);
}

QString pathType()
{
    return QString::fromLatin1(CodeEditor::pathMimeType);
}

} // namespace

class TestCodeEditor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }
    void bytesStayAsTheyAre_data();
    void bytesStayAsTheyAre();
    void setBytesTellsNobody();
    void applyGoesThereAndBack();
    void applyWorksWhereNothingMayBeTyped();
    void noHistoryOfItsOwn();
    void historyKeysAskOnly();
    void placesInsideCharactersLeadBeforeThem_data();
    void placesInsideCharactersLeadBeforeThem();
    void oneActionIsOneEdit();
    void tellsOfChangesFromElsewhere();
    void randomEditsReplay_data();
    void randomEditsReplay();
    void returnIndents_data();
    void returnIndents();
    void tabIndents();
    void completes_data();
    void completes();
    void completionKeys();
    void placeholderPlaces_data();
    void placeholderPlaces();
    void dropsOfPathsAndText();
    void aPlaceholderTakesThePlaceOfAnother_data();
    void aPlaceholderTakesThePlaceOfAnother();
    void aDropOnAQuoteStaysInIt_data();
    void aDropOnAQuoteStaysInIt();
    void readOnly();
    void textLanguageNeedsNoQuotes();
};

void TestCodeEditor::bytesStayAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("NUL") << QByteArray("{\0}", 3);
    QTest::newRow("CR LF") << QByteArray("{\r\n}\r\n");
    QTest::newRow("lone CR") << QByteArray("{\r}\r");
    QTest::newRow("all line ends") << QByteArray("a\rb\nc\r\nd\n\re");
    QTest::newRow("line separator") << QByteArray("\"\xE2\x80\xA8\xE2\x80\xA9\"");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{}");
    QTest::newRow("no UTF-8") << QByteArray("\xFF\xC3(\xE2\x82");
    QTest::newRow("outside the BMP") << QByteArray("\"\xF0\x9F\x91\x97\"");
}

void TestCodeEditor::bytesStayAsTheyAre()
{
    QFETCH(QByteArray, text);
    const std::string bytes = text.toStdString();
    CodeEditor editor;
    editor.setBytes("something else\r\n");
    editor.setBytes(bytes);
    QCOMPARE(editor.bytes(), bytes);
    QCOMPARE(editor.byteCount(), bytes.size());
    editor.apply({0, 0, "x"});
    QCOMPARE(editor.bytes(), "x" + bytes);
    editor.apply({0, 1, {}});
    QCOMPARE(editor.bytes(), bytes);
}

void TestCodeEditor::setBytesTellsNobody()
{
    Replayed made("{}");
    made.editor.setBytes("[1, 2]");
    made.editor.apply({1, 2, "3"});
    QCoreApplication::processEvents();
    QCOMPARE(made.edits, 0);
    QCOMPARE(made.editor.bytes(), std::string("[3, 2]"));
}

void TestCodeEditor::applyGoesThereAndBack()
{
    Replayed made("{\"a\": 1}");
    made.editor.setCaret(6);
    QTest::keyClicks(&made.editor, QStringLiteral("23"));
    const std::string typed = made.editor.bytes();
    made.editor.apply({made.last.begin, made.last.begin + made.last.text.size(), made.lastRemoved},
                      made.last.begin);
    QCOMPARE(made.editor.bytes(), made.before);
    QCOMPARE(made.editor.caret(), made.last.begin);
    made.editor.apply(made.last);
    QCOMPARE(made.editor.bytes(), typed);
}

void TestCodeEditor::applyWorksWhereNothingMayBeTyped()
{
    CodeEditor editor;
    editor.setReadOnly(true);
    editor.setBytes("abc");
    editor.apply({1, 2, "-"});
    QCOMPARE(editor.bytes(), std::string("a-c"));
    QVERIFY(editor.isReadOnly());
}

void TestCodeEditor::noHistoryOfItsOwn()
{
    Replayed made("a");
    QTest::keyClicks(&made.editor, QStringLiteral("bcd"));
    QCOMPARE(made.editor.SendScintilla(QsciScintillaBase::SCI_GETUNDOCOLLECTION), 0L);
    QCOMPARE(made.editor.SendScintilla(QsciScintillaBase::SCI_CANUNDO), 0L);
}

void TestCodeEditor::historyKeysAskOnly()
{
    Replayed made("a");
    QTest::keyClicks(&made.editor, QStringLiteral("b"));
    const QSignalSpy undo(&made.editor, &CodeEditor::undoRequested);
    const QSignalSpy redo(&made.editor, &CodeEditor::redoRequested);
    QTest::keyClick(&made.editor, Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(&made.editor, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(undo.size(), 1);
    QCOMPARE(redo.size(), 1);
    QCOMPARE(made.editor.bytes(), std::string("ba"));
}

void TestCodeEditor::placesInsideCharactersLeadBeforeThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("end");
    QTest::addColumn<QString>("typed");
    QTest::newRow("first byte") << "ağb" << 1 << 1 << "axğb";
    QTest::newRow("two bytes") << "ağb" << 2 << 2 << "axğb";
    QTest::newRow("behind it") << "ağb" << 3 << 3 << "ağxb";
    QTest::newRow("four bytes, last") << "a😀" << 4 << 4 << "ax😀";
    QTest::newRow("behind the text") << "ağ" << 9 << 9 << "ağx";
    QTest::newRow("a selection") << "ağbğc" << 2 << 5 << "axğc";
    QTest::newRow("inside one character") << "a😀" << 2 << 3 << "ax😀";
}

void TestCodeEditor::placesInsideCharactersLeadBeforeThem()
{
    QFETCH(QString, text);
    QFETCH(int, begin);
    QFETCH(int, end);
    CodeEditor editor;
    editor.setBytes(text.toStdString());
    editor.select(static_cast<std::size_t>(begin), static_cast<std::size_t>(end));
    QTest::keyClick(&editor, Qt::Key_X);
    QFETCH(QString, typed);
    QCOMPARE(QString::fromStdString(editor.bytes()), typed);
}

void TestCodeEditor::oneActionIsOneEdit()
{
    Replayed made("one two three");
    made.editor.select(4, 7);
    QTest::keyClicks(&made.editor, QStringLiteral("2"));
    QCOMPARE(made.edits, 1);
    QCOMPARE(made.lastRemoved, std::string("two"));
    QCOMPARE(made.last.text, std::string("2"));
    made.editor.select(0, 3);
    paste(made.editor, QStringLiteral("1\n1"));
    QCOMPARE(made.edits, 2);
    QTest::keyClick(&made.editor, Qt::Key_Backspace);
    made.editor.select(0, 2);
    made.editor.cut();
    QCOMPARE(made.edits, 4);
    QVERIFY(made.holds());
}

void TestCodeEditor::tellsOfChangesFromElsewhere()
{
    Replayed made("abc");
    made.editor.insertAt(QStringLiteral("ö"), 0, 1);
    QTRY_COMPARE(made.edits, 1);
    QVERIFY(made.holds());
    made.editor.insertAt(QStringLiteral("x"), 0, 0);
    made.editor.apply({0, 1, "y"}); // what is waiting is told of first
    QCOMPARE(made.edits, 2);
    QCOMPARE(made.replay, std::string("xaöbc"));
}

void TestCodeEditor::randomEditsReplay_data()
{
    QTest::addColumn<uint>("seed");
    for (uint seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestCodeEditor::randomEditsReplay()
{
    QFETCH(uint, seed);
    QRandomGenerator random(seed);
    Replayed made("{\r\n  \"a\": \"##user.id##\",\n\t\"ğ\": [1, {\"b\": null}]\r}");
    made.editor.setCompletions({{"user.id", {}}, {"user.email", {}}});
    const QStringList texts{QStringLiteral("x"),           QStringLiteral("ğü"),   QStringLiteral("{\n"),
                            QStringLiteral("a\r\nb\rc\n"), QStringLiteral("\"##"), QStringLiteral("👗")};
    const int keys[]
        = {Qt::Key_Backspace, Qt::Key_Delete, Qt::Key_Return, Qt::Key_Tab,        Qt::Key_Backtab, Qt::Key_Up,
           Qt::Key_Down,      Qt::Key_Home,   Qt::Key_A,      Qt::Key_NumberSign, Qt::Key_Escape};
    const auto place = [&] { // before a character, never inside one
        const auto most = static_cast<quint32>(made.editor.byteCount() + 2);
        const auto at = static_cast<unsigned long>(random.bounded(most));
        return static_cast<std::size_t>(made.editor.SendScintilla(QsciScintillaBase::SCI_POSITIONBEFORE, at));
    };
    for (int step = 0; step < 150; ++step) {
        switch (random.bounded(6)) {
        case 0: made.editor.select(place(), place()); break;
        case 1: paste(made.editor, texts[random.bounded(static_cast<int>(texts.size()))]); break;
        case 2: made.editor.cut(); break;
        case 3: made.editor.insertPlaceholder("p.q"); break;
        case 4: QTest::keyClicks(&made.editor, QStringLiteral("##us\"")); break;
        default: QTest::keyClick(&made.editor, static_cast<Qt::Key>(keys[random.bounded(11)])); break;
        }
        QVERIFY2(made.holds(), qPrintable(QStringLiteral("step %1").arg(step)));
    }
    QVERIFY(made.edits > 30);
}

void TestCodeEditor::returnIndents_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("caret");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("same indentation") << QByteArray("  1,") << 4 << QByteArray("  1,\n  ");
    QTest::newRow("between brackets") << QByteArray(" {}") << 2 << QByteArray(" {\n   \n }");
    QTest::newRow("after a bracket") << QByteArray("[1") << 1 << QByteArray("[\n  1");
    QTest::newRow("bracket in a string") << QByteArray("\"{") << 2 << QByteArray("\"{\n");
    QTest::newRow("the text's own line end") << QByteArray("a\r\nb") << 4 << QByteArray("a\r\nb\r\n");
}

void TestCodeEditor::returnIndents()
{
    QFETCH(QByteArray, text);
    QFETCH(int, caret);
    QFETCH(QByteArray, expected);
    Replayed made(text.toStdString());
    made.editor.setCaret(static_cast<std::size_t>(caret));
    QTest::keyClick(&made.editor, Qt::Key_Return);
    QCOMPARE(QByteArray::fromStdString(made.editor.bytes()), expected);
    QCOMPARE(made.edits, 1);
}

void TestCodeEditor::tabIndents()
{
    Replayed made("a\r\n  b\rc");
    made.editor.select(0, made.editor.byteCount());
    QTest::keyClick(&made.editor, Qt::Key_Tab);
    QCOMPARE(made.editor.bytes(), std::string("  a\r\n    b\r  c"));
    QTest::keyClick(&made.editor, Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(made.editor.bytes(), std::string("a\r\n  b\rc"));
    QCOMPARE(made.edits, 2);
    made.editor.setCaret(1);
    QTest::keyClick(&made.editor, Qt::Key_Tab);
    QCOMPARE(made.editor.bytes(), std::string("a \r\n  b\rc"));
    QVERIFY(made.holds());
}

void TestCodeEditor::completes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("caret");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("in a string") << QByteArray("\"\"") << 1 << "##us" << QByteArray("\"##user.email##\"");
    QTest::newRow("bare") << QByteArray("[]") << 1 << "##user.e" << QByteArray("[##user.email##]");
    QTest::newRow("already closed") << QByteArray("\"####\"") << 3 << "em"
                                    << QByteArray("\"##user.email##\"");
    QTest::newRow("in a finished one") << QByteArray("\"##user.id##\"") << 5 << "s" << QByteArray("none");
    QTest::newRow("found inside the path")
        << QByteArray("") << 0 << "##EMAIL" << QByteArray("##user.email##");
}

void TestCodeEditor::completes()
{
    QFETCH(QByteArray, text);
    QFETCH(int, caret);
    QFETCH(QString, typed);
    QFETCH(QByteArray, expected);
    Replayed made(text.toStdString());
    made.editor.setCompletions({{"user.email", QStringLiteral("a@b.c")}, {"price", {}}});
    made.editor.setCaret(static_cast<std::size_t>(caret));
    QTest::keyClicks(&made.editor, typed);
    if (expected == "none") {
        QVERIFY(!made.editor.isCompletionShown());
        return;
    }
    QVERIFY(made.editor.isCompletionShown());
    QTest::keyClick(&made.editor, Qt::Key_Return);
    QVERIFY(!made.editor.isCompletionShown());
    QCOMPARE(QByteArray::fromStdString(made.editor.bytes()), expected);
    QCOMPARE(made.editor.caret(), made.editor.bytes().find("email##") + 7);
    QVERIFY(made.holds());
}

void TestCodeEditor::completionKeys()
{
    Replayed made("");
    made.editor.setCompletions({{"a", {}}, {"b", {}}});
    QTest::keyClicks(&made.editor, QStringLiteral("##"));
    QVERIFY(made.editor.isCompletionShown());
    QTest::keyClick(&made.editor, Qt::Key_Escape);
    QVERIFY(!made.editor.isCompletionShown());
    QCOMPARE(made.editor.bytes(), std::string("##"));
    QTest::keyClick(&made.editor, Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(made.editor.isCompletionShown());
    QTest::keyClick(&made.editor, Qt::Key_Down);
    QTest::keyClick(&made.editor, Qt::Key_Return);
    QCOMPARE(made.editor.bytes(), std::string("##b##"));
    QTest::keyClicks(&made.editor, QStringLiteral("##zz"));
    QVERIFY(!made.editor.isCompletionShown());
}

void TestCodeEditor::placeholderPlaces_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("begin");
    QTest::addColumn<int>("end");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("where a value may stand")
        << QByteArray("{\"a\": }") << 6 << 6 << QByteArray("{\"a\": \"##p##\"}");
    QTest::newRow("in an empty string")
        << QByteArray("{\"a\": \"\"}") << 7 << 7 << QByteArray("{\"a\": \"##p##\"}");
    QTest::newRow("in a longer string") << QByteArray("\"ab\"") << 2 << 2 << QByteArray("\"a##p##b\"");
    QTest::newRow("in a name") << QByteArray("{\"a\": 1}") << 2 << 3 << QByteArray("{\"##p##\": 1}");
    QTest::newRow("over a whole value") << QByteArray("[12]") << 1 << 3 << QByteArray("[\"##p##\"]");
    QTest::newRow("over a whole string") << QByteArray("[\"a\"]") << 1 << 4 << QByteArray("[\"##p##\"]");
    QTest::newRow("after an escaped quote")
        << QByteArray("\"a\\\"b\"") << 4 << 4 << QByteArray("\"a\\\"##p##b\"");
    const QByteArray longLine = "[\"" + QByteArray(20'000, 'x') + "\", ]";
    QTest::newRow("far in a long line")
        << longLine << 20'005 << 20'005 << longLine.left(20'005) + "\"##p##\"]";
    QTest::newRow("in a long value") << longLine << 15'000 << 15'000
                                     << longLine.left(15'000) + "##p##" + longLine.mid(15'000);
}

void TestCodeEditor::placeholderPlaces()
{
    QFETCH(QByteArray, text);
    QFETCH(int, begin);
    QFETCH(int, end);
    QFETCH(QByteArray, expected);
    Replayed made(text.toStdString());
    made.editor.select(static_cast<std::size_t>(begin), static_cast<std::size_t>(end));
    made.editor.insertPlaceholder("p");
    QCOMPARE(QByteArray::fromStdString(made.editor.bytes()), expected);
    QCOMPARE(made.edits, 1);
    QVERIFY(made.holds());
}

void TestCodeEditor::dropsOfPathsAndText()
{
    Replayed made("{\"a\": , \"b\": \"\"}");
    made.editor.resize(400, 200);
    made.editor.show();
    QMimeData path;
    path.setData(pathType(), "user.id");
    drop(made.editor, made.editor.bytes().find(','), path);
    QCOMPARE(QByteArray::fromStdString(made.editor.bytes()),
             QByteArray("{\"a\": \"##user.id##\", \"b\": \"\"}"));
    drop(made.editor, made.editor.bytes().size() - 2, path);
    QCOMPARE(made.editor.bytes(), std::string("{\"a\": \"##user.id##\", \"b\": \"##user.id##\"}"));
    QMimeData text;
    text.setText(QStringLiteral(" "));
    drop(made.editor, 1, text);
    QCOMPARE(made.editor.bytes().substr(0, 3), std::string("{ \""));
    QCOMPARE(made.edits, 3);
    QVERIFY(made.holds());
}

void TestCodeEditor::aPlaceholderTakesThePlaceOfAnother_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("at");
    QTest::addColumn<QByteArray>("dropped");
    QTest::addColumn<QByteArray>("inserted"); // at the caret, with Return
    const auto row = [](const char *name, const QByteArray &text, qsizetype at, const QByteArray &dropped,
                        const QByteArray &inserted) {
        QTest::newRow(name) << text << static_cast<int>(at) << dropped << inserted;
    };
    const QByteArray lone("{\"a\": \"##b.c##\"}");
    const QByteArray other("{\"a\": \"##x##\"}");
    row("in the middle", lone, lone.indexOf("b.c") + 1, other, other);
    row("its first sign", lone, lone.indexOf("##"), other, "{\"a\": \"##x####b.c##\"}");
    row("its last sign", lone, lone.indexOf("##\"") + 1, other, other);
    row("its opening quote", lone, lone.indexOf("\"##"), other, other);
    row("after it", lone, lone.indexOf("##\"") + 2, "{\"a\": \"##b.c####x##\"}", "{\"a\": \"##b.c####x##\"}");
    const QByteArray bare("{\"a\": ##b.c##}");
    row("a bare one", bare, bare.indexOf("b.c"), "{\"a\": ##x##}", "{\"a\": ##x##}");
    const QByteArray two("\"##a####b##\"");
    row("the second of two", two, two.indexOf("b"), "\"##a####x##\"", "\"##a####x##\"");
}

void TestCodeEditor::aPlaceholderTakesThePlaceOfAnother()
{
    QFETCH(QByteArray, text);
    QFETCH(int, at);
    Replayed dropped(text.toStdString());
    dropped.editor.resize(400, 200);
    dropped.editor.show();
    QMimeData path;
    path.setData(pathType(), "x");
    drop(dropped.editor, static_cast<std::size_t>(at), path);
    QTEST(QByteArray::fromStdString(dropped.editor.bytes()), "dropped");
    QVERIFY(dropped.holds());
    Replayed inserted(text.toStdString());
    inserted.editor.setCaret(static_cast<std::size_t>(at));
    inserted.editor.insertPlaceholder("x");
    QTEST(QByteArray::fromStdString(inserted.editor.bytes()), "inserted");
    QVERIFY(inserted.holds());
}

void TestCodeEditor::aDropOnAQuoteStaysInIt_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("at");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QByteArray &text, qsizetype at, const QByteArray &expected) {
        QTest::newRow(name) << text << static_cast<int>(at) << expected;
    };
    const QByteArray lone("{\"a\": \"##b.c##\"}");
    row("a placeholder's opening quote", lone, lone.indexOf("\"##"), "{\"a\": \"##x##\"}");
    row("a placeholder's closing quote", lone, lone.size() - 2, "{\"a\": \"##b.c####x##\"}");
    const QByteArray two("[\"##a## ##b##\"]");
    row("the first of two", two, 1, "[\"##x## ##b##\"]");
    const QByteArray words("[\"ab ##c##\", 1]");
    row("an opening quote", words, 1, "[\"##x##ab ##c##\", 1]");
    row("a closing quote", words, words.indexOf("\","), "[\"ab ##c####x##\", 1]");
}

void TestCodeEditor::aDropOnAQuoteStaysInIt()
{
    QFETCH(QByteArray, text);
    QFETCH(int, at);
    for (const bool right : {false, true}) {
        Replayed made(text.toStdString());
        made.editor.resize(400, 200);
        made.editor.show();
        QMimeData path;
        path.setData(pathType(), "x");
        drop(made.editor, static_cast<std::size_t>(at), path, right);
        QTEST(QByteArray::fromStdString(made.editor.bytes()), "expected");
        QVERIFY(made.holds());
    }
}

void TestCodeEditor::readOnly()
{
    Replayed made("{\n\"a\": 1\n}");
    made.editor.setReadOnly(true);
    QTest::keyClicks(&made.editor, QStringLiteral("x##"));
    QTest::keyClick(&made.editor, Qt::Key_Return);
    QTest::keyClick(&made.editor, Qt::Key_Tab);
    paste(made.editor, QStringLiteral("y"));
    made.editor.insertPlaceholder("p");
    made.editor.cut();
    QCOMPARE(made.edits, 0);
    made.editor.select(2, 5);
    made.editor.copy();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("\"a\""));
    QTest::keyClick(&made.editor, Qt::Key_Down);
    QCOMPARE(made.editor.lineOf(made.editor.caret()), 2);
}

void TestCodeEditor::textLanguageNeedsNoQuotes()
{
    CodeEditor editor;
    editor.setLanguage(CodeEditor::Language::Text);
    editor.setBytes("a=");
    editor.setCaret(2);
    editor.insertPlaceholder("p");
    QCOMPARE(editor.bytes(), std::string("a=##p##"));
}

QTEST_MAIN(TestCodeEditor)
#include "tst_codeeditor.moc"
