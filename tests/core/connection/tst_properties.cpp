// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/exportformats.h"
#include "connection/importformats.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace designer;
using connection::Connection;
using connection::ExportFormat;

/// What holds for every connection file: random ones, with a fixed seed.
class TestProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void everyByteSurvives();
};

namespace {

/// Makes connection files as people and programs write them: any order, white space and escapes,
/// with names that nobody knows.
class Maker
{
public:
    explicit Maker(quint32 seed) : m_random(seed) { }

    std::string file()
    {
        std::vector<std::pair<std::string, std::string>> members;
        for (const char *name :
             {"endpoint_label", "endpoint_id", "endpoint_url", "request_method", "notes", "ş"})
            if (below(4) > 0)
                members.emplace_back(name, string());
        members.emplace_back("endpoint_label", string());
        members.emplace_back("endpoint_id", string());
        members.emplace_back("request_format", container(0));
        if (below(2) > 0)
            members.emplace_back("headers", object({{"A", string()}, {"B", string()}}));
        if (below(2) > 0)
            members.emplace_back("x_designer", object({{"notes", string()}, {"future", value(2)}}));
        for (std::size_t i = members.size(); i > 1; --i)
            std::swap(members[i - 1], members[below(static_cast<int>(i))]);
        return (below(5) == 0 ? "\xEF\xBB\xBF" : "") + space() + object(members) + space();
    }

    std::string string()
    {
        static const std::array<std::string, 14> pieces{
            "a",    "Z9",          " ",   "ğ",       "\xF0\x9F\x98\x80", "\\n",
            "\\\"", "\\\\",        "\\/", "\\u0041", "\\ud83d\\ude00",   "##a.b##",
            "##",   "{{secret:K}}"};
        std::string out = "\"";
        for (int i = below(6); i > 0; --i)
            out += pieces[static_cast<std::size_t>(below(pieces.size()))];
        return out + '"';
    }

private:
    int below(std::size_t bound) { return static_cast<int>(m_random.bounded(static_cast<quint32>(bound))); }

    std::string space()
    {
        static const std::array<std::string, 8> kinds{"", "", "", " ", "\t", "\n", "\r\n", "\n    "};
        return kinds[static_cast<std::size_t>(below(kinds.size()))];
    }

    std::string value(int depth)
    {
        static const std::array<std::string, 8> scalars{
            "null", "true",    "false", "0",
            "-0",   "1299.90", "1e2",   "12345678901234567890123456789012345678901"};
        switch (below(depth > 3 ? 2U : 3U)) {
        case 0: return scalars[static_cast<std::size_t>(below(scalars.size()))];
        case 1: return string();
        default: return container(depth + 1);
        }
    }

    std::string container(int depth)
    {
        if (below(2) > 0) {
            std::vector<std::pair<std::string, std::string>> members;
            for (int i = below(4); i > 0; --i)
                members.emplace_back(std::string(1, static_cast<char>('a' + below(3))), value(depth));
            return object(members);
        }
        std::string out = "[" + space();
        for (int i = below(4); i > 0; --i)
            out += value(depth) + space() + (i > 1 ? "," + space() : "");
        return out + ']';
    }

    std::string object(const std::vector<std::pair<std::string, std::string>> &members)
    {
        std::string out = "{" + space();
        for (std::size_t i = 0; i < members.size(); ++i) {
            out += '"' + members[i].first + '"' + space() + ':' + space() + members[i].second + space();
            out += i + 1 < members.size() ? "," + space() : "";
        }
        return out + '}';
    }

    QRandomGenerator m_random;
};

std::string text(const Connection &connection, ExportFormat format)
{
    const auto out = connection::exported(connection, format);
    return out ? out->text : "refused: " + out.error().message.toStdString();
}

} // namespace

void TestProperties::everyByteSurvives()
{
    for (quint32 seed = 0; seed < 700; ++seed) {
        Maker maker(seed);
        const std::string bytes = maker.file();
        const auto why = [&] { return QByteArray::number(seed) + ": " + QByteArray::fromStdString(bytes); };
        const Result<Connection> loaded = Connection::load(bytes);
        QVERIFY2(loaded, why().constData());
        QVERIFY2(text(*loaded, ExportFormat::Whole) == bytes, why().constData());
        const auto imported = connection::imported(bytes);
        QVERIFY2(imported && imported->bytes == bytes, why().constData());

        // What Hardal gets has the body's own bytes, is whole JSON, and comes back as it went out.
        const std::string hardal = text(*loaded, ExportFormat::Hardal);
        QVERIFY2(json::Document(hardal).isValid(), hardal.c_str());
        QVERIFY2(json::Document(hardal).root().size() == 7, hardal.c_str());
        QVERIFY2(json::Document(hardal).root().find("request_format").raw() == loaded->templateText(),
                 hardal.c_str());
        for (const ExportFormat format : {ExportFormat::Hardal, ExportFormat::Fragments}) {
            const std::string out = text(*loaded, format);
            const auto in = connection::imported(out);
            QVERIFY2(in, out.c_str());
            const auto back = Connection::load(in->bytes);
            QVERIFY2(back, in->bytes.c_str());
            QVERIFY2(text(*back, format) == out, why().constData());
        }

        // An edit of one member leaves every other byte, and can be taken back.
        for (const char *name : {"endpoint_label", "request_format", "x_designer", "brand_new"}) {
            const json::Value root = loaded->document().root();
            const json::Value before = root.find(name);
            const std::string json = maker.string();
            const auto changed = loaded->edited(json::setMember(root, name, json));
            QVERIFY2(changed, why().constData());
            QVERIFY2(changed->document().root().find(name).raw() == json, changed->bytes().c_str());
            if (before) {
                const std::string expected
                    = bytes.substr(0, before.begin()) + json + bytes.substr(before.end());
                QVERIFY2(changed->bytes() == expected, why().constData());
            } else {
                const auto removal = json::removeMember(changed->document().root(), name);
                QVERIFY2(removal && json::applied(changed->bytes(), *removal) == bytes,
                         changed->bytes().c_str());
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestProperties)
#include "tst_properties.moc"
