// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../core/testrun/evaluationfixture.h"
#include "ui/body/bodymarks.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace designer;
using namespace designer::ui;

/// What the live view says of the body, as its editor shows it.
class TestBodyMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void aLineSaysHowManyNotesItWouldHave();
    void aLineWithOneNoteDoesNotCount();
    void theOthersOfALineCanBeShown();
    void whyIsOfferedWhereThereIsMoreToSay();
    void aWarningIsToldInWords();
    void aMissingValueIsToldBehindItsLineAlone();
    void aMissingCommaCanBePutIn_data();
    void aMissingCommaCanBePutIn();
    void aMissingCommaIsToldOnItsLine_data();
    void aMissingCommaIsToldOnItsLine();
};

namespace {

BodyMarks marksOf(const std::string &connectionText)
{
    const testrun::EvaluationInput input
        = testrun::inputOf(connection::Connection::load(connectionText).value());
    return bodyMarks(testrun::evaluate(input, testrun::never), &*input.event);
}

BodyMarks marksOfBody(const QByteArray &body)
{
    auto parts = connection::TakenApart::of(galleryConnection("hardal-insider-purchase"));
    parts.body = body.toStdString();
    testrun::EvaluationInput input{parts, std::nullopt, {}}; // without a sample, too
    input.settings.now = testrun::now;
    return bodyMarks(testrun::evaluate(input, testrun::never), nullptr);
}

bool offers(const LineNote &note, const char *words)
{
    return std::any_of(note.links.begin(), note.links.end(),
                       [words](const NoteLink &link) { return link.text == QLatin1String(words); });
}

std::string published()
{
    return connection::galleryTemplate(QLatin1String("hardal-insider-purchase"))->bytes;
}

} // namespace

void TestBodyMarks::aLineSaysHowManyNotesItWouldHave()
{
    const BodyMarks marks = marksOf(published()); // two parameters are missing from one object
    QCOMPARE(marks.marks.size(), 2U);
    QCOMPARE(marks.notes.size(), 1U);
    QVERIFY2(marks.notes.front().reason.startsWith(QStringLiteral("1 of 2 here: ")),
             qPrintable(marks.notes.front().reason));
    QCOMPARE(marks.others.size(), 1U);
    QCOMPARE(marks.fixes.size(), 2U); // each has its own
}

void TestBodyMarks::theOthersOfALineCanBeShown()
{
    const BodyMarks marks = marksOf(published());
    const LineNote &first = marks.notes.front();
    const auto &[key, other] = *marks.others.begin();
    QCOMPARE(key.first, first.line);
    const auto shown = marks.notesWith(key.second, first.line);
    QCOMPARE(shown.size(), 1U);
    QCOMPARE(shown.front().reason, QStringLiteral("2 of 2 here: ") + key.second);
    QVERIFY(shown.front().links.front().id != first.links.front().id);
    QVERIFY(marks.fixes.contains(shown.front().links.front().id));
    QCOMPARE(marks.notesWith(key.second, first.line + 1).front().reason, first.reason); // of another line
    QCOMPARE(marks.notesWith({}, first.line).front().reason, first.reason);
}

/// Where the rule is Insider's; what this program found says all in its note.
void TestBodyMarks::whyIsOfferedWhereThereIsMoreToSay()
{
    const BodyMarks marks = marksOf(published());
    QVERIFY(offers(marks.notes.front(), "Why"));
    QCOMPARE(marks.reasons.size(), 2U);
    for (const auto &[link, reason] : marks.reasons)
        QVERIFY2(reason.contains(QStringLiteral("\n\n")), qPrintable(reason));
    const BodyMarks broken = marksOfBody("{\"a\": }");
    QCOMPARE(broken.notes.size(), 1U);
    QVERIFY(broken.notes.front().links.empty());
    QVERIFY(broken.reasons.empty());
}

void TestBodyMarks::aLineWithOneNoteDoesNotCount()
{
    std::string text = published();
    const std::string_view name = "\"uuid\"";
    text.replace(text.find(name), name.size(), "\"uid\"");
    const BodyMarks marks = marksOf(text);
    QCOMPARE(marks.notes.size(), 2U);
    for (const LineNote &note : marks.notes) {
        const bool isParameter = note.reason.contains(QStringLiteral("event_group_id"));
        QCOMPARE(note.reason.startsWith(QStringLiteral("1 of ")), isParameter);
    }
}

/// Also one that no key mends.
void TestBodyMarks::aWarningIsToldInWords()
{
    const auto event = event::Event::parse(
        R"({"event_name":"purchase","created_at":"2026-01-02T03:04:05Z","user_id":"u1",)"
        R"("user":{"email":"a@example.com"},"properties":{"order_id":"o1","currency":"TRY","price":1,)"
        R"("quantity":1,"items":[{"id":"1"},{"id":"2"},{"id":"3"}]}})");
    testrun::EvaluationInput input = testrun::inputOf(galleryConnection("insider-purchase"));
    input.event = event.value();
    const testrun::Evaluation evaluation = testrun::evaluate(input, testrun::never);
    const auto isLeftOut = [](const Finding &finding) { return finding.code == "ITEMS_LEFT_OUT"; };
    const auto found = std::find_if(evaluation.findings.begin(), evaluation.findings.end(), isLeftOut);
    QVERIFY(found != evaluation.findings.end());
    QVERIFY(found->severity == Severity::Warning);
    const BodyMarks marks = bodyMarks(evaluation, &*input.event);
    const auto says = [&](const LineNote &note) { return note.reason.contains(found->message); };
    QVERIFY(std::any_of(marks.notes.begin(), marks.notes.end(), says));
}

void TestBodyMarks::aMissingValueIsToldBehindItsLineAlone()
{
    testrun::EvaluationInput input = testrun::inputOf(galleryConnection("blank"));
    input.parts.body = R"({"a": "##nothing.like.it##"})";
    const BodyMarks marks = bodyMarks(testrun::evaluate(input, testrun::never), &*input.event);
    QCOMPARE(marks.hints.size(), 1U);
    QCOMPARE(marks.marks.size(), 1U);
    QVERIFY(marks.notes.empty());
}

void TestBodyMarks::aMissingCommaCanBePutIn_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("mended"); // empty: no way out is offered
    QTest::newRow("after a line") << QByteArray("{\n \"a\": 1\n \"b\": 2\n}")
                                  << QByteArray("{\n \"a\": 1,\n \"b\": 2\n}");
    QTest::newRow("after a placeholder")
        << QByteArray("{\"a\": ##x##\n\"b\": 2}") << QByteArray("{\"a\": ##x##,\n\"b\": 2}");
    QTest::newRow("the first of two") << QByteArray("[1 2 3]") << QByteArray("[1, 2 3]");
    QTest::newRow("a colon") << QByteArray("{\"a\" 1}") << QByteArray();
    QTest::newRow("a value") << QByteArray("{\"a\": }") << QByteArray();
    QTest::newRow("a quote") << QByteArray("{\"a\": b\"}") << QByteArray();
    QTest::newRow("the end") << QByteArray("[1") << QByteArray();
}

void TestBodyMarks::aMissingCommaCanBePutIn()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, mended);
    const BodyMarks marks = marksOfBody(body);
    QCOMPARE(marks.notes.size(), 1U);
    QCOMPARE(offers(marks.notes.front(), "Add the comma"), !mended.isEmpty());
    QCOMPARE(marks.fixes.size(), mended.isEmpty() ? 0U : 1U);
    if (mended.isEmpty())
        return;
    const json::TextEdit &edit = marks.fixes.begin()->second.edit;
    QCOMPARE(body.toStdString().replace(edit.begin, edit.end - edit.begin, edit.text), mended.toStdString());
}

void TestBodyMarks::aMissingCommaIsToldOnItsLine_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("begin"); // of what is underlined
    QTest::newRow("between members") << QByteArray("{\n \"a\": 1\n \"b\": 2\n}") << 1 << 8;
    QTest::newRow("with a line between") << QByteArray("{\n \"a\": 1\n\n \"b\": 2\n}") << 1 << 8;
    QTest::newRow("before CR LF") << QByteArray("{\r\n \"a\": 1\r\n \"b\": 2\r\n}") << 1 << 9;
    QTest::newRow("after a placeholder") << QByteArray("[\n##a##\n##b##\n]") << 1 << 6;
    QTest::newRow("on one line") << QByteArray("[1 2]") << 0 << 2;
}

/// Once, where it is missing, and not where that was noticed.
void TestBodyMarks::aMissingCommaIsToldOnItsLine()
{
    QFETCH(QByteArray, body);
    const BodyMarks marks = marksOfBody(body);
    QCOMPARE(marks.notes.size(), 1U);
    QTEST(marks.notes.front().line, "line");
    QVERIFY2(marks.notes.front().reason.startsWith(QStringLiteral("A comma is missing ")),
             qPrintable(marks.notes.front().reason));
    QCOMPARE(marks.marks.size(), 1U);
    QTEST(static_cast<int>(marks.marks.front().begin), "begin");
    QVERIFY(marks.marks.front().end > marks.marks.front().begin);
}

QTEST_GUILESS_MAIN(TestBodyMarks)
#include "tst_bodymarks.moc"
