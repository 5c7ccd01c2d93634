// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/delta.h"
#include "ui/editor/placing.h"
#include "ui/editor/textsearch.h"
#include "ui/editor/tokens.h"

#include <QTest>

using namespace designer;
using namespace designer::ui;

namespace {

/// One letter a byte: k key, s string, n number, l literal, p punctuation, . plain.
QByteArray letters(const std::string &tokens)
{
    QByteArray out;
    for (const char token : tokens)
        out += ".ksnlp#_"[static_cast<std::size_t>(token)];
    return out;
}

} // namespace

class TestEditorText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokens_data();
    void tokens();
    void stringState();
    void depth();
    void delta_data();
    void delta();
    void gathering();
    void openPlaceholders_data();
    void openPlaceholders();
    void search_data();
    void search();
};

void TestEditorText::tokens_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("member") << QByteArray(R"({"a": "b"})") << QByteArray("pkkkp.sssp");
    QTest::newRow("name with space before its colon") << QByteArray("\"a\" \n :1") << QByteArray("kkk...pn");
    QTest::newRow("number") << QByteArray("[-1.5e+3]") << QByteArray("pnnnnnnnp");
    QTest::newRow("literals") << QByteArray("true,nul") << QByteArray("llllp...");
    QTest::newRow("escaped quote") << QByteArray(R"("a\"b",1)") << QByteArray("sssssspn");
    QTest::newRow("escaped backslash") << QByteArray(R"("a\\",1)") << QByteArray("ssssspn");
    QTest::newRow("unclosed string ends with its line") << QByteArray("\"ab\n1") << QByteArray("sss.n");
    QTest::newRow("backslash before a line end") << QByteArray("\"a\\\n1") << QByteArray("sss.n");
    QTest::newRow("brackets in strings") << QByteArray(R"("{[")") << QByteArray("ssss");
    QTest::newRow("NUL in a string") << QByteArray("\"a\0b\"", 5) << QByteArray("sssss");
}

void TestEditorText::tokens()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const std::string bytes = text.toStdString();
    QCOMPARE(letters(jsonTokens(bytes, bytes.size())), expected);
}

void TestEditorText::stringState()
{
    const std::string text = R"({"a\"b": "\\", "c)";
    StringState piecewise = StringState::Outside;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        QCOMPARE(piecewise, stringStateAfter(text.substr(0, i)));
        if (i < text.size())
            piecewise = stringStateAfter(text.substr(i, 1), piecewise);
    }
    QCOMPARE(piecewise, StringState::Inside);
}

void TestEditorText::depth()
{
    const auto of = [](const std::string &line, int before) {
        return depthOf(line, jsonTokens(line, line.size()), before);
    };
    QCOMPARE(of("}, {", 2).least, 1);
    QCOMPARE(of("}, {", 2).after, 2);
    QCOMPARE(of("\"{\"", 1).after, 1);
    QCOMPARE(of("}}}", 1).after, 0);
}

void TestEditorText::delta_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<int>("begin");
    QTest::addColumn<QByteArray>("removed");
    QTest::addColumn<QByteArray>("inserted");
    QTest::newRow("inserted") << QByteArray("ac") << QByteArray("abc") << 1 << QByteArray()
                              << QByteArray("b");
    QTest::newRow("removed") << QByteArray("abc") << QByteArray("ac") << 1 << QByteArray("b") << QByteArray();
    QTest::newRow("repeated letter") << QByteArray("aa") << QByteArray("aaa") << 2 << QByteArray()
                                     << QByteArray("a");
    QTest::newRow("characters stay whole")
        << QByteArray("ö") << QByteArray("ü") << 0 << QByteArray("ö") << QByteArray("ü");
    QTest::newRow("same last byte") << QByteArray("\xC4\x9F") << QByteArray("\xC3\x9F") << 0
                                    << QByteArray("\xC4\x9F") << QByteArray("\xC3\x9F");
}

void TestEditorText::delta()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(int, begin);
    QFETCH(QByteArray, removed);
    QFETCH(QByteArray, inserted);
    const auto found = smallestDelta(before.toStdString(), after.toStdString(), 10);
    QVERIFY(found.has_value());
    QCOMPARE(static_cast<int>(found->edit.begin), begin + 10);
    QCOMPARE(QByteArray::fromStdString(found->removed), removed);
    QCOMPARE(QByteArray::fromStdString(found->edit.text), inserted);
    QVERIFY(!smallestDelta(after.toStdString(), after.toStdString()));
}

void TestEditorText::gathering()
{
    std::string text = "one two three";
    Gathering gathering(
        [&text](std::size_t begin, std::size_t end) { return text.substr(begin, end - begin); });
    gathering.beforeRemoval(8, 5);
    text.erase(8, 5);
    gathering.beforeInsertion(0, 2);
    text.insert(0, "<<");
    gathering.beforeInsertion(10, 1);
    text.insert(10, "!");
    const auto delta = gathering.take();
    QVERIFY(delta.has_value());
    QCOMPARE(json::applied("one two three", delta->edit), text);
    QCOMPARE(delta->removed, std::string("one two three"));
    QVERIFY(gathering.isEmpty());
    QVERIFY(!gathering.take());
}

void TestEditorText::openPlaceholders_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("typed");
    QTest::newRow("just opened") << QByteArray("\"##") << QByteArray("");
    QTest::newRow("half a path") << QByteArray("\"##user.em") << QByteArray("user.em");
    QTest::newRow("dot last") << QByteArray("##user.") << QByteArray("user.");
    QTest::newRow("after a closed one") << QByteArray("##a## ##b") << QByteArray("b");
    QTest::newRow("closed") << QByteArray("##a##") << QByteArray("none");
    QTest::newRow("no mark") << QByteArray("\"a") << QByteArray("none");
    QTest::newRow("one mark") << QByteArray("#a") << QByteArray("none");
    QTest::newRow("no path") << QByteArray("## a") << QByteArray("none");
}

void TestEditorText::openPlaceholders()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, typed);
    const auto open = openPlaceholder(before.toStdString());
    QCOMPARE(open ? QByteArray::fromStdString(open->typed) : QByteArray("none"), typed);
}

void TestEditorText::search_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<bool>("matchCase");
    QTest::addColumn<bool>("wholeWord");
    QTest::addColumn<int>("count");
    QTest::newRow("any case") << "Price price PRICE"
                              << "price" << false << false << 3;
    QTest::newRow("match case") << "Price price PRICE"
                                << "price" << true << false << 1;
    QTest::newRow("whole word") << "price prices unit_price"
                                << "price" << false << true << 1;
    QTest::newRow("whole word beside signs") << "\"price\": ##price##"
                                             << "price" << false << true << 2;
    QTest::newRow("not over one another") << "aaaa"
                                          << "aa" << true << false << 2;
    QTest::newRow("letters beyond ASCII")
        << QStringLiteral("GÖMLEK gömlek") << QStringLiteral("Gömlek") << false << false << 2;
    QTest::newRow("Turkish i") << QStringLiteral("İNDİRİM indirim ındırım") << "indirim" << false << false
                               << 3;
    QTest::newRow("nothing asked") << "abc"
                                   << "" << false << false << 0;
}

void TestEditorText::search()
{
    QFETCH(QString, text);
    QFETCH(QString, wanted);
    QFETCH(bool, matchCase);
    QFETCH(bool, wholeWord);
    QFETCH(int, count);
    const std::string bytes = text.toStdString();
    const std::vector<Hit> hits = findAll(bytes, {wanted.toStdString(), matchCase, wholeWord});
    QCOMPARE(static_cast<int>(hits.size()), count);
    const std::string gone = withReplacements(bytes, hits, "");
    QCOMPARE(findAll(gone, {wanted.toStdString(), matchCase, true}).size(), std::size_t{0});
}

QTEST_GUILESS_MAIN(TestEditorText)
#include "tst_editortext.moc"
