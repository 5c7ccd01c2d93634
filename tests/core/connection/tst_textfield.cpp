// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/textfield.h"

#include "json/document.h"
#include "json/text.h"

#include <QTest>
#include <QUrl>

using namespace designer;
using connection::TextField;
using tmpl::MissingPolicy;

/// TextField: placeholders in the URL and in header values.
class TestTextField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void fillsUrls_data();
    void fillsUrls();
    void fillsHeaderValues_data();
    void fillsHeaderValues();
    void keepsToThePolicy_data();
    void keepsToThePolicy();
    void listsWhatIsMissing();
    void noByteMovesTheHost_data();
    void noByteMovesTheHost();
    void findsMisplacedPlaceholders_data();
    void findsMisplacedPlaceholders();
    void neverFillsMisplacedOnes();
    void knowsWhereTheAuthorityEnds_data();
    void knowsWhereTheAuthorityEnds();
    void knowsWhatFillsThePath_data();
    void knowsWhatFillsThePath();
    void noticesWhatLeavesThePath_data();
    void noticesWhatLeavesThePath();
};

namespace {

const char *const sample
    = R"({"user_id":"u 1","text":"a/b?c=d&e#f%\"\\ğ+~","n":1299.90,"t":true,"z":null,"o":{ "a": [1, 2] },"e":"","esc":"A\u00e7\n","properties":{"deep":"p"}})";

std::string filled(const std::string &text, TextField::Kind kind, MissingPolicy policy = MissingPolicy::Omit)
{
    const json::Document document{std::string(sample)};
    return TextField(text, kind).fill(document.root(), policy).text;
}

} // namespace

void TestTextField::fillsUrls_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("without placeholders, as it stands")
        << QByteArray("https://h/ a?b#c%zz") << QByteArray("https://h/ a?b#c%zz");
    QTest::newRow("in the path") << QByteArray("https://h/##user_id##/x") << QByteArray("https://h/u%201/x");
    QTest::newRow("in the query") << QByteArray("https://h?a=##user_id##&b=##n##")
                                  << QByteArray("https://h?a=u%201&b=1299.90");
    QTest::newRow("all that ends a part") << QByteArray("https://h/##text##")
                                          << QByteArray("https://h/a%2Fb%3Fc%3Dd%26e%23f%25%22%5C%C4%9F%2B~");
    QTest::newRow("true, null, empty")
        << QByteArray("https://h/##t##,##z##,##e##") << QByteArray("https://h/true,null,");
    QTest::newRow("an object, compact")
        << QByteArray("https://h/##o##") << QByteArray("https://h/%7B%22a%22%3A%5B1%2C2%5D%7D");
    QTest::newRow("unescaped first") << QByteArray("https://h/##esc##") << QByteArray("https://h/A%C3%A7%0A");
    QTest::newRow("found in properties") << QByteArray("https://h/##deep##") << QByteArray("https://h/p");
    QTest::newRow("side by side") << QByteArray("https://h/##deep####deep##") << QByteArray("https://h/pp");
    QTest::newRow("a stray mark stays")
        << QByteArray("https://h/## deep ##") << QByteArray("https://h/## deep ##");
}

void TestTextField::fillsUrls()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, expected);
    QCOMPARE(QByteArray::fromStdString(filled(text.toStdString(), TextField::Kind::Url)), expected);
}

void TestTextField::fillsHeaderValues_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("as it stands") << QByteArray("Bearer ##text##")
                                  << QByteArray("Bearer a/b?c=d&e#f%\"\\ğ+~");
    QTest::newRow("a number") << QByteArray("##n##") << QByteArray("1299.90");
    QTest::newRow("an object, compact") << QByteArray("##o##") << QByteArray("{\"a\":[1,2]}");
    QTest::newRow("null") << QByteArray("##z##") << QByteArray("null");
    // Whether that may be sent is the request's to judge, which sees all headers.
    QTest::newRow("a line feed") << QByteArray("##esc##") << QByteArray("Aç\n");
}

void TestTextField::fillsHeaderValues()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, expected);
    QCOMPARE(QByteArray::fromStdString(filled(text.toStdString(), TextField::Kind::HeaderValue)), expected);
    QVERIFY(TextField(text.toStdString(), TextField::Kind::HeaderValue).misplaced().empty());
}

void TestTextField::keepsToThePolicy_data()
{
    QTest::addColumn<int>("policy");
    QTest::addColumn<QByteArray>("inUrl");
    QTest::addColumn<QByteArray>("inHeader");
    const auto row
        = [](const char *title, MissingPolicy policy, const QByteArray &inUrl, const QByteArray &inHeader) {
              QTest::newRow(title) << static_cast<int>(policy) << inUrl << inHeader;
          };
    row("omit", MissingPolicy::Omit, "", "");
    row("null", MissingPolicy::Null, "null", "null");
    row("empty", MissingPolicy::Empty, "", "");
    row("keep", MissingPolicy::Keep, "%23%23no.such%23%23", "##no.such##");
    row("block", MissingPolicy::Block, "", "");
}

void TestTextField::keepsToThePolicy()
{
    QFETCH(const int, policy);
    QFETCH(const QByteArray, inUrl);
    QFETCH(const QByteArray, inHeader);
    const auto fill = [&](const char *text, TextField::Kind kind) {
        return QByteArray::fromStdString(filled(text, kind, static_cast<MissingPolicy>(policy)));
    };
    QCOMPARE(fill("https://h/x##no.such##y", TextField::Kind::Url), "https://h/x" + inUrl + "y");
    QCOMPARE(fill("x##no.such##y", TextField::Kind::HeaderValue), "x" + inHeader + "y");
}

void TestTextField::listsWhatIsMissing()
{
    const json::Document document{std::string(sample)};
    const TextField field("https://h/##no.such##/##user_id##/##z##?##e##=##gone##", TextField::Kind::Url);
    const TextField::Filled out = field.fill(document.root(), MissingPolicy::Block);
    QCOMPARE(out.missing.size(), std::size_t(2)); // null and empty are there
    QCOMPARE(out.missing.front().text(), std::string("no.such"));
    QCOMPARE(out.missing.back().text(), std::string("gone"));
}

void TestTextField::noByteMovesTheHost_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::newRow("in the path") << QByteArray("https://user@host.example:8443/##v##/x");
    QTest::newRow("right after the host's slash") << QByteArray("https://user@host.example:8443/##v##");
    QTest::newRow("in the query of an empty path") << QByteArray("https://user@host.example:8443?##v##");
    QTest::newRow("in the query") << QByteArray("https://user@host.example:8443/a?b=##v##&c=d");
    QTest::newRow("in the fragment") << QByteArray("https://user@host.example:8443/a#b##v##");
    QTest::newRow("in an IPv6 host's path") << QByteArray("https://user@[::1]:8443/##v##");
}

void TestTextField::noByteMovesTheHost()
{
    QFETCH(const QByteArray, url);
    const TextField field(url.toStdString(), TextField::Kind::Url);
    QVERIFY(field.misplaced().empty());
    const QByteArray fixed = url.left(url.indexOf("8443") + 4);
    const auto holds = [&](const std::string &value) {
        const json::Document document("{\"v\":" + json::quoted(value) + "}");
        const std::string text = field.fill(document.root(), MissingPolicy::Omit).text;
        const QUrl parsed(json::toQString(text));
        const bool plain = std::all_of(text.begin() + fixed.size(), text.end(),
                                       [](char c) { return c > ' ' && c < 0x7F; });
        return plain && text.substr(0, static_cast<std::size_t>(fixed.size())) == fixed.toStdString()
            && parsed.isValid() && parsed.host() == QUrl(QString::fromLatin1(fixed)).host()
            && parsed.port() == 8443 && parsed.userName() == u"user" && parsed.scheme() == u"https";
    };
    for (int byte = 0; byte < 256; ++byte) {
        // Bytes from 128 stand as the characters of that number: an event is UTF-8.
        const std::string one = QString(QChar(byte)).toStdString();
        for (const std::string &value :
             {one, one + one, "a" + one, one + "evil.example:1/", "@evil.example" + one})
            QVERIFY2(holds(value), qPrintable(u"byte %1"_qs.arg(byte)));
    }
    for (const char *value : {"../../..", "//evil.example", "\r\nHost: evil.example", "https://evil.example",
                              "%2F%2Fevil", "\xF0\x9F\x98\x80"})
        QVERIFY2(holds(value), value);
}

void TestTextField::findsMisplacedPlaceholders_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("none") << QByteArray("https://h/") << QByteArray();
    QTest::newRow("path, query and fragment")
        << QByteArray("https://h/##a##?##b##=##c###d##e##") << QByteArray();
    QTest::newRow("the whole") << QByteArray("##a##") << QByteArray("a ");
    QTest::newRow("scheme") << QByteArray("##a##://h/##b##") << QByteArray("a b ");
    QTest::newRow("host") << QByteArray("https://##a##/##b##") << QByteArray("a ");
    QTest::newRow("part of the host") << QByteArray("https://x.##a##.example?##b##") << QByteArray("a ");
    QTest::newRow("user, host and port")
        << QByteArray("https://##a##:##b##@##c##:##d##/##e##") << QByteArray("a b c d ");
    QTest::newRow("after the host, without a slash")
        << QByteArray("https://h.example##a##") << QByteArray("a ");
    QTest::newRow("inside an IPv6 address") << QByteArray("https://[::##a##]/##b##") << QByteArray("a ");
    QTest::newRow("an address in the query is none")
        << QByteArray("https://h?to=https://##a##") << QByteArray();
    QTest::newRow("without a scheme") << QByteArray("##a##.example/##b##") << QByteArray("a b ");
    QTest::newRow("one slash is no scheme") << QByteArray("https:/##a##/h.example/x") << QByteArray("a ");
}

void TestTextField::findsMisplacedPlaceholders()
{
    QFETCH(const QByteArray, url);
    QFETCH(const QByteArray, expected);
    QByteArray found;
    for (const tmpl::Placeholder &placeholder :
         TextField(url.toStdString(), TextField::Kind::Url).misplaced())
        found += QByteArray::fromStdString(placeholder.path.text()) + ' ';
    QCOMPARE(found, expected);
}

void TestTextField::neverFillsMisplacedOnes()
{
    const json::Document document(R"({"a":"evil.example","b":"x"})");
    const auto out = TextField("https://##a##.good.example:##a##/##b##", TextField::Kind::Url)
                         .fill(document.root(), MissingPolicy::Omit);
    QCOMPARE(out.text, std::string("https://##a##.good.example:##a##/x"));
}

void TestTextField::knowsWhereTheAuthorityEnds_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("before");
    QTest::newRow("a path") << QByteArray("https://h/p/q") << QByteArray("https://h");
    QTest::newRow("a query") << QByteArray("https://h?q") << QByteArray("https://h");
    QTest::newRow("a fragment") << QByteArray("https://h#f") << QByteArray("https://h");
    QTest::newRow("nothing more") << QByteArray("https://h:1") << QByteArray("https://h:1");
    QTest::newRow("a placeholder is no fragment")
        << QByteArray("https://h##a##/p") << QByteArray("https://h##a##");
    QTest::newRow("a stray mark is one") << QByteArray("https://h## a/p") << QByteArray("https://h");
    QTest::newRow("without a scheme") << QByteArray("h.example/p") << QByteArray("h.example/p");
    QTest::newRow("empty") << QByteArray() << QByteArray();
}

void TestTextField::knowsWhereTheAuthorityEnds()
{
    QFETCH(const QByteArray, url);
    QFETCH(const QByteArray, before);
    QCOMPARE(url.left(static_cast<qsizetype>(connection::authorityEnd(url.toStdString()))), before);
}

void TestTextField::knowsWhatFillsThePath_data()
{
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *url, bool expected) { QTest::newRow(url) << expected; };
    row("https://h/a", false);
    row("https://h/##a##", true);
    row("https://h/a##a##?b", true);
    row("https://h/a?##a##", false);
    row("https://h/##a##?##a##", true);
    row("https://h?##a##", false);
    row("https://h/a#/##a##", false);
    row("https://##a##/b", false);
    row("##a##", false);
}

void TestTextField::knowsWhatFillsThePath()
{
    QFETCH(const bool, expected);
    QCOMPARE(TextField(QTest::currentDataTag(), TextField::Kind::Url).fillsPath(), expected);
    QVERIFY(!TextField(QTest::currentDataTag(), TextField::Kind::HeaderValue).fillsPath());
}

void TestTextField::noticesWhatLeavesThePath_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("filled");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *url, const char *filled, bool expected) {
        QTest::addRow("%s -> %s", url, filled) << QByteArray(url) << QByteArray(filled) << expected;
    };
    row("https://h/##a##/b", "https://h/../b", true);
    row("https://h/##a##/b", "https://h/./b", true);
    row("https://h/##a##", "https://h/..", true);
    row("https://h/##a##", "https://h/%2e%2E", true);
    row("https://h/##a##?b", "https://h/.%2e?b", true);
    row("https://h/##a##", "https://h/...", false);
    row("https://h/##a##", "https://h/..x", false);
    row("https://h/##a##", "https://h/x..", false);
    row("https://h/##a##", "https://h/", false);
    row("https://h/##a##", "https://h/..%2Fb", false);
    row("https://h?##a##", "https://h?/../b", false);
    row("https://h/a#/##a##", "https://h/a#/..", false);
    row("https://h/../##a##", "https://h/../b", false);
    row("https://h/../##a##", "https://h/../..", true);
    row("https://h", "https://h", false);
}

void TestTextField::noticesWhatLeavesThePath()
{
    QFETCH(const QByteArray, url);
    QFETCH(const QByteArray, filled);
    QFETCH(const bool, expected);
    QCOMPARE(TextField(url.toStdString(), TextField::Kind::Url).leavesPath(filled.toStdString()), expected);
    QVERIFY(!TextField(url.toStdString(), TextField::Kind::HeaderValue).leavesPath(filled.toStdString()));
}

QTEST_GUILESS_MAIN(TestTextField)
#include "tst_textfield.moc"
