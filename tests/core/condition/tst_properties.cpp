// SPDX-License-Identifier: GPL-3.0-or-later
#include "condition/conditions.h"
#include "json/document.h"

#include <QRandomGenerator>
#include <QTest>

using namespace designer;
using condition::Conditions;
using condition::TraceNode;

namespace {

/// Makes random trees and events over a small vocabulary, so that rules hold about as often as not.
class Maker
{
public:
    explicit Maker(quint32 seed) : m_random(seed) { }

    std::string event()
    {
        std::string out = "{\"event_name\":" + value(0);
        for (const char *name : {"a", "b"}) {
            if (m_random.bounded(4))
                out += std::string(",\"") + name + "\":" + value(2);
        }
        return out + ",\"properties\":{\"a\":" + value(1) + ",\"c\":" + value(1) + "}}";
    }

    std::string group(int depth)
    {
        std::string out = "{\"match\":\"" + pick({"all", "any", "none"}) + "\",\"rules\":[";
        const int count = m_random.bounded(4);
        for (int i = 0; i < count; ++i) {
            out += i ? "," : "";
            out += depth > 0 && m_random.bounded(3) == 0 ? group(depth - 1) : rule();
        }
        return out + "]}";
    }

private:
    std::string pick(const std::vector<std::string> &from)
    {
        return from[static_cast<std::size_t>(m_random.bounded(int(from.size())))];
    }

    std::string scalar()
    {
        return pick({"null", "true", "false", "0", "1", "-1.0", "1e0", "\"\"", "\"1\"", "\"a\"", "\"A\"",
                     "\"\\u0131\"", "\"I\"", "\"true\"", "\"TRUE\"", "\"2026-01-31\"",
                     "\"2026-01-31T00:00:00.5+03:00\""});
    }

    std::string value(int depth)
    {
        const int kind = depth > 0 ? m_random.bounded(5) : 0;
        if (kind == 3)
            return "[" + value(depth - 1) + " , " + value(depth - 1) + "]";
        if (kind == 4)
            return pick({"{ }", "[]", "{\"a\":" + value(depth - 1) + "}"});
        return scalar();
    }

    std::string rule()
    {
        std::string out = "{";
        if (m_random.bounded(4) == 0)
            out += "\"type\":\"event_name\"";
        else
            out += "\"type\":\"path\",\"field\":\"" + pick({"a", "b", "c", "a.a", "b.0", "properties.a"})
                + "\"";
        const auto names = condition::operatorNames();
        const std::string op(names[static_cast<std::size_t>(m_random.bounded(int(names.size())))]);
        out += ",\"operator\":\"" + op + "\",\"value\":" + operand(*condition::operatorFromName(op));
        return out + (m_random.bounded(2) ? ",\"ignore_case\":true}" : "}");
    }

    std::string operand(condition::Operator op)
    {
        switch (condition::valueKind(op)) {
        case condition::ValueKind::Nothing:
        case condition::ValueKind::Scalar: return scalar();
        case condition::ValueKind::Text: return pick({"\"a\"", "\"i\"", "1", "true", "\"\"", "\"-\""});
        case condition::ValueKind::Pattern: return pick({"\"a|1\"", "\"^i$\"", "\"^.?$\"", "\"(t.)+\""});
        case condition::ValueKind::List: return "[" + scalar() + "," + scalar() + "]";
        case condition::ValueKind::Number: return pick({"0", "1", "\"1.0\"", "-1e0"});
        case condition::ValueKind::Time: break;
        }
        return pick({"\"2026-01-31\"", "\"2026-01-30T21:00:00.4Z\""});
    }

    QRandomGenerator m_random;
};

/// The answer of a trace worked out anew from its rules.
bool rejoined(const TraceNode &node)
{
    if (!node.isGroup)
        return node.result;
    std::size_t held = 0;
    for (const TraceNode &rule : node.rules)
        held += rejoined(rule);
    return node.match == "all" ? held == node.rules.size() : node.match == "any" ? held > 0 : held == 0;
}

bool isNegation(const std::string &op)
{
    return op == "not_equals" || op == "not_contains" || op == "not_exists";
}

} // namespace

class TestProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void tracesAndFiresAlike();

private:
    static void checkTrace(const TraceNode &node);
};

void TestProperties::checkTrace(const TraceNode &node)
{
    QCOMPARE(node.result, rejoined(node));
    for (const TraceNode &rule : node.rules)
        checkTrace(rule);
    if (node.isGroup)
        return;
    QVERIFY(!node.why.isEmpty());
    if (!node.saw)
        QCOMPARE(node.result, isNegation(node.op));
}

void TestProperties::tracesAndFiresAlike()
{
    Maker maker(1);
    int fired = 0;
    int conditional = 0;
    for (int i = 0; i < 10'000; ++i) {
        const json::Document text(maker.group(3));
        const json::Document event(maker.event());
        QVERIFY2(event.isValid(), event.text().c_str());
        const auto compiled = Conditions::compile(text.root());
        QVERIFY2(compiled.problems.empty(), text.text().c_str());
        const auto fast = compiled.conditions.fires(event.root());
        const auto traced = compiled.conditions.evaluate(event.root());
        QVERIFY2(fast && traced, text.text().c_str());
        QVERIFY2(*fast == traced->result, (text.text() + " on " + event.text()).c_str());
        json::Writer writer;
        write(writer, *traced);
        const json::Document written(writer.take());
        QVERIFY2(written.isValid(), written.text().c_str());
        conditional += !compiled.conditions.empty();
        fired += *fast && !compiled.conditions.empty();
        if (!compiled.conditions.empty())
            checkTrace(*traced);
    }
    // Neither answer is rare, or the test would show little.
    QVERIFY2(fired > conditional / 5 && fired < conditional * 4 / 5, qPrintable(QString::number(fired)));
}

QTEST_GUILESS_MAIN(TestProperties)
#include "tst_properties.moc"
