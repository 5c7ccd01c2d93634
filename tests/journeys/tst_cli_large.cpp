// SPDX-License-Identifier: GPL-3.0-or-later
#include "badinput.h"

using namespace designer;
using namespace designer::journeys;

/// What is large, deep or costly: done, or refused in words, and never a signal.
class CliLargeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void largeTemplate();
    void manyPlaceholders();
    void manyOutsideOfTheBody_data();
    void manyOutsideOfTheBody();
    void largeEvent();
    void explodingExpression();
    void unreachableDepth();
};

void CliLargeTest::largeTemplate()
{
    const CliRunner cli;
    constexpr int fiveMegabytes = 5'000'000;
    const QByteArray filler(fiveMegabytes, 'x');
    cli.put(QStringLiteral("c.json"), withTemplate("{\"a\":\"" + filler + "\",\"b\":\"##user_id##\"}"));
    cli.put(QStringLiteral("e.json"), R"({"user_id":1})");
    const Outcome render = cli.run(words("render c.json --event e.json"));
    COMPARE_STATUS(render, 0);
    QVERIFY(render.out == "{\"a\":\"" + filler + "\",\"b\":1}");
    COMPARE_STATUS(cli.run(words("lint c.json --event e.json --json")), 0);
    COMPARE_STATUS(cli.run(words("export c.json --out out.json")), 0);
}

void CliLargeTest::manyPlaceholders()
{
    const CliRunner cli;
    constexpr int count = 100'000;
    QByteArrayList members;
    QByteArrayList expected;
    for (int i = 0; i < count; ++i) {
        const QByteArray name = QByteArray::number(i);
        members << "\"" + name + "\":\"##properties.p" + name + "##\"";
        expected << "\"" + name + "\":1";
    }
    cli.put(QStringLiteral("c.json"), withTemplate("{" + members.join(',') + "}"));
    QByteArrayList properties;
    for (int i = 0; i < count; ++i)
        properties << "\"p" + QByteArray::number(i) + "\":1";
    cli.put(QStringLiteral("e.json"), "{\"properties\":{" + properties.join(',') + "}}");
    const Outcome render = cli.run(words("render c.json --event e.json"));
    COMPARE_STATUS(render, 0);
    QVERIFY(render.out == "{" + expected.join(',') + "}");
    // None of them is there: no more is listed than can be read, and all are counted.
    cli.put(QStringLiteral("none.json"), "{}");
    const Outcome lint = cli.run(words("lint c.json --event none.json --json"));
    COMPARE_STATUS(lint, 0);
    QCOMPARE(lint.out.count("\"VALUE_MISSING\""), 1001);
    VERIFY_TOLD(lint.out.contains("99000") || lint.out.contains("99,000"), lint.out.right(600));
}

void CliLargeTest::manyOutsideOfTheBody_data()
{
    QTest::addColumn<QByteArray>("before"); ///< in the connection
    QTest::addColumn<QByteArray>("each"); ///< %1 is the number
    QTest::addColumn<QByteArray>("between");
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("in the address") << QByteArray(
        R"({"request_format":{},"endpoint_url":"https://a.example.com/?)")
                                    << QByteArray("##p%1##") << QByteArray("&") << QByteArray("\"}");
    QTest::newRow("in one header") << QByteArray(
        R"({"request_format":{},"endpoint_url":"https://a.example.com/","headers":{"X":")")
                                   << QByteArray("##p%1##") << QByteArray(" ") << QByteArray("\"}}");
    QTest::newRow("in as many headers")
        << QByteArray(R"({"request_format":{},"endpoint_url":"https://a.example.com/","headers":{)")
        << QByteArray(R"("X-%1":"##p%1##")") << QByteArray(",") << QByteArray("}}");
    QTest::newRow("as many conditions") << QByteArray(
        R"({"request_format":{},"endpoint_url":"https://a.example.com/","x_designer":{"conditions":{"match":"all","rules":[)")
                                        << QByteArray(R"({"type":"path","field":"p%1","operator":"exists"})")
                                        << QByteArray(",") << QByteArray("]}}}");
}

/// Neither the search for each of them alone nor the search of each through all takes minutes.
void CliLargeTest::manyOutsideOfTheBody()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, each);
    QFETCH(QByteArray, between);
    QFETCH(QByteArray, after);
    constexpr int count = 100'000;
    QByteArrayList all;
    QByteArrayList properties;
    for (int i = 0; i < count; ++i) {
        all << QByteArray(each).replace("%1", QByteArray::number(i));
        properties << "\"p" + QByteArray::number(i) + "\":1";
    }
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), before + all.join(between) + after);
    cli.put(QStringLiteral("e.json"), "{\"properties\":{" + properties.join(',') + "}}");
    COMPARE_STATUS(cli.run(words("validate c.json")), 0);
    COMPARE_STATUS(cli.run(words("match c.json --event e.json --json")), 0);
    const Outcome lint = cli.run(words("lint c.json --event e.json --json"));
    COMPARE_STATUS(lint, 0);
    VERIFY_TOLD(!lint.out.contains("VALUE_MISSING"), lint.out.left(600));
}

void CliLargeTest::largeEvent()
{
    const CliRunner cli;
    constexpr int twoHundredMegabytes = 200'000'000;
    const QByteArray value(twoHundredMegabytes, 'x');
    cli.put(QStringLiteral("c.json"), withTemplate(R"({"a":"##properties.big##"})"));
    cli.put(QStringLiteral("e.json"), "{\"properties\":{\"big\":\"" + value + "\"}}");
    for (const char *line : {"render c.json --event e.json", "render c.json --event e.json --ndjson"}) {
        const Outcome render = cli.run(words(line));
        COMPARE_STATUS(render, 0);
        QVERIFY(render.out.trimmed() == "{\"a\":\"" + value + "\"}");
    }
    COMPARE_STATUS(cli.run(words("match c.json --event e.json --json")), 0);
}

void CliLargeTest::explodingExpression()
{
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"),
            withRule(R"({"type":"event_name","operator":"regex","value":"^(a+)+$"})"));
    const QByteArray event = "{\"event_name\":\"" + QByteArray(5000, 'a') + "!\"}";
    cli.put(QStringLiteral("e.json"), event);
    for (const char *line : {"match c.json --event e.json", "render c.json --event e.json --fired-only",
                             "match c.json --event e.json --ndjson", "test c.json --event e.json"}) {
        const Outcome outcome = cli.run(words(line));
        VERIFY_TOLD(outcome.status == 3, QByteArray(line) + ": " + outcome.err);
        VERIFY_TOLD(outcome.err.startsWith("connectionctl: e.json:"), outcome.err);
    }
    cli.put(QStringLiteral("other.json"), "{}");
    const Outcome lint = cli.run(words("lint c.json --event other.json --event e.json --json"));
    COMPARE_STATUS(lint, 1);
    QCOMPARE(codes(lint.json().at("/findings")), QByteArrayList{"error CONDITION_INVALID"});
    QCOMPARE(text(lint.json(), "/findings/0/sample"), QByteArray("e.json"));
    QCOMPARE(text(lint.json(), "/findings/0/template/pointer"), QByteArray("/x_designer/conditions/rules/0"));
    COMPARE_STATUS(cli.run(words("lint c.json --event other.json")), 0);
    const Outcome lines = cli.run(words("match c.json --event - --ndjson"), event + "\n{}\n");
    COMPARE_STATUS(lines, 3);
    QCOMPARE(lines.lines().size(), 2);
    QCOMPARE(text(json::Document(lines.lines().at(0).toStdString()), "/error/code"),
             QByteArray("regex_limit"));
    QCOMPARE(lines.lines().at(1), QByteArray(R"({"fires":false})"));
}

void CliLargeTest::unreachableDepth()
{
    const CliRunner cli;
    cli.put(QStringLiteral("c.json"), withTemplate(R"({"a":"##properties##"})"));
    constexpr int deepest = 511; // and one for the event
    const QByteArray nested = QByteArray("[").repeated(deepest) + QByteArray("]").repeated(deepest);
    cli.put(QStringLiteral("fits.json"), "{\"properties\":" + nested + "}");
    COMPARE_STATUS(cli.run(words("render c.json --event fits.json")), 0);
    cli.put(QStringLiteral("d.json"), withTemplate(R"({"a":["##properties##"]})"));
    const Outcome blocked = cli.run(words("render d.json --event fits.json"));
    COMPARE_STATUS(blocked, 1);
    QVERIFY(blocked.err.contains("512"));
    const Outcome lint = cli.run(words("lint d.json --event fits.json --json"));
    COMPARE_STATUS(lint, 1);
}

QTEST_GUILESS_MAIN(CliLargeTest)

#include "tst_cli_large.moc"
