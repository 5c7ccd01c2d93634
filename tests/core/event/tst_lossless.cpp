// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/conversion.h"
#include "json/index.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace designer;

/// Conversion loses no value: the text of every scalar of the input stands in the output.
class TestLossless : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void randomEvents_data();
    void randomEvents();
};

namespace {

/// Makes random events with few names, so that names clash often. Every scalar is another one.
class Maker
{
public:
    explicit Maker(quint32 seed) : m_random(seed) { }

    std::string pushEnvelope()
    {
        const bool identify = m_random.bounded(3) == 0;
        const bool flat = identify && m_random.bounded(2) == 0;
        std::string fields = "\"name\":" + text() + ",\"data\":" + object(2) + members(pushNames);
        const std::string type = identify ? "identify" : "event";
        if (flat)
            return "{\"type\":\"" + type + "\"," + fields + "}";
        return "{\"type\":\"" + type + "\",\"payload\":{" + fields + "}" + members(otherNames) + "}";
    }

    std::string sdkEvent()
    {
        return "{\"event_name\":" + text() + ",\"properties\":{\"distinct\":" + object(1)
            + ",\"properties\":" + object(2) + members(sdkNames) + "}" + members(otherNames) + "}";
    }

    std::string record()
    {
        return "{\"event_name\":" + text() + ",\"website_id\":" + text() + members(pushNames) + "}";
    }

    std::string call()
    {
        return "dataLayer.push({event: " + text() + ", ecommerce: " + object(2) + members(otherNames) + "});";
    }

private:
    using Names = std::initializer_list<const char *>;
    static constexpr Names pushNames{"url",      "title", "referrer", "hostname", "url_path", "page_title",
                                     "user_id",  "user",  "page",     "website",  "language", "platform",
                                     "currency", "a",     "b",        "a_2",      "screen",   "session_id"};
    static constexpr Names sdkNames{"page",     "browser",      "a",      "b", "a_2",
                                    "timezone", "query_params", "user_id"};
    static constexpr Names otherNames{"a", "b", "a_2", "cache", "currency"};
    static constexpr Names dataNames{"a",        "b",     "a_2",   "user_id",  "userId", "email",
                                     "currency", "phone", "title", "\\u0061b", "ş"};

    std::string unique() { return std::to_string(100'000 + m_count++); }

    std::string text()
    {
        static const char *const decorations[]
            = {"", "\\n", "\\u015f", "ş🎂", "\\\"", "\\\\", "</b>", "##x##"};
        return "\"" + std::string(decorations[m_random.bounded(8)]) + unique() + "\"";
    }

    std::string scalar()
    {
        switch (m_random.bounded(4)) {
        case 0: return unique() + ".500";
        case 1: return "-" + unique() + "e+0010";
        case 2: return unique() + "1234567890123456789012345678901234567890";
        default: return text();
        }
    }

    std::string value(int depth)
    {
        switch (depth > 0 ? m_random.bounded(4) : 3) {
        case 0: return object(depth - 1);
        case 1: return "[ " + value(depth - 1) + " , " + scalar() + "]";
        default: return scalar();
        }
    }

    std::string object(int depth)
    {
        std::string out = members(dataNames, depth);
        return "{" + (out.empty() ? out : out.substr(1)) + "}";
    }

    /// Some of the names, each with a value, each after a comma.
    std::string members(Names names, int depth = 1)
    {
        std::string out;
        for (const char *name : names) {
            if (m_random.bounded(2) == 0)
                out += ",\"" + std::string(name) + "\": " + value(depth);
        }
        return out;
    }

    QRandomGenerator m_random;
    int m_count = 0;
};

/// The scalars of a text, as they stand. The kind of a push message is no value of the event.
std::vector<std::string> scalars(const json::Document &document)
{
    std::vector<std::string> out;
    for (const json::Node &node : document.index().nodes()) {
        const bool scalar = node.kind == json::Kind::Number || node.kind == json::Kind::String;
        const std::string text = document.text().substr(node.begin, node.end - node.begin);
        if (scalar && std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
            out.push_back(text);
    }
    return out;
}

bool isNameOfMember(const std::string &text)
{
    return text == "\"a_2\"" || text == "\"\\u0061b\"";
}

} // namespace

void TestLossless::randomEvents_data()
{
    QTest::addColumn<int>("shape");
    QTest::newRow("push messages") << int(event::Shape::PushEnvelope);
    QTest::newRow("SDK events") << int(event::Shape::SdkEvent);
    QTest::newRow("Events API records") << int(event::Shape::EventsApiRecord);
    QTest::newRow("data layer") << int(event::Shape::TrackCall);
}

void TestLossless::randomEvents()
{
    QFETCH(int, shape);
    for (quint32 seed = 0; seed < 200; ++seed) {
        Maker maker(seed);
        const std::string text = shape == int(event::Shape::PushEnvelope) ? maker.pushEnvelope()
            : shape == int(event::Shape::SdkEvent)                        ? maker.sdkEvent()
            : shape == int(event::Shape::EventsApiRecord)                 ? maker.record()
                                                                          : maker.call();
        QCOMPARE(int(event::recognise(text)), shape);
        const auto converted = event::convert(text);
        QVERIFY2(converted, text.c_str());
        const bool isCall = shape == int(event::Shape::TrackCall);
        const std::size_t brace = text.find('{');
        const json::Document input(isCall ? "[\"\"]" : text.substr(brace));
        const json::Document output(converted->text);
        QVERIFY(output.isValid());
        QVERIFY2(output.index().duplicateKeys().empty(), text.c_str());
        for (const std::string &scalar : scalars(input)) {
            if (!isNameOfMember(scalar))
                QVERIFY2(converted->text.find(scalar) != std::string::npos, (scalar + " of " + text).c_str());
        }
        static const QRegularExpression numbers(QStringLiteral("1\\d{5}"));
        auto each = numbers.globalMatch(QString::fromStdString(text));
        while (each.hasNext()) {
            const std::string number = each.next().captured().toStdString();
            QVERIFY2(converted->text.find(number) != std::string::npos, (number + " of " + text).c_str());
        }
        QCOMPARE(event::recognise(converted->text) == event::Shape::Unknown, false);
    }
}

QTEST_GUILESS_MAIN(TestLossless)
#include "tst_lossless.moc"
