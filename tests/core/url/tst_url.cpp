// SPDX-License-Identifier: GPL-3.0-or-later
#include "url/url.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;

class TestUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void splits_data();
    void splits();
    void findsThePath();
    void findsTheHost();
    void passesOverWhatItIsTold_data();
    void passesOverWhatItIsTold();
    void showsTheHost_data();
    void showsTheHost();
};

namespace {

QByteArray bytes(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

/// The parts between bars, or "none".
QByteArray shown(const std::optional<url::Parts> &parts)
{
    if (!parts)
        return "none";
    return bytes(parts->scheme) + '|' + bytes(parts->authority) + '|' + bytes(parts->target);
}

/// `<...>` in one piece.
std::size_t bracketed(std::string_view text)
{
    return text.starts_with('<') ? text.find('>') + 1 : 0; // npos + 1 is 0
}

} // namespace

void TestUrl::splits_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
    };
    row("all parts", "https://u:p@h.example:8443/a/b?c=d#e", "https|u:p@h.example:8443|/a/b?c=d");
    row("host alone", "https://h.example", "https|h.example|");
    row("query without a path", "http://h?a=/b", "http|h|?a=/b");
    row("fragment without a path", "http://h#/a", "http|h|");
    row("fragment after the path", "http://h/a#?b", "http|h|/a");
    row("backslash", "http://h\\a", "http|h|\\a");
    row("case stays", "HTTPS://H/A", "HTTPS|H|/A");
    row("brackets", "http://[::1]:80/", "http|[::1]:80|/");
    row("no host", "http:///a", "http||/a");
    row("no scheme before the mark", "://h/a", "|h|/a");
    row("a second mark", "http://h/?to=https://x/", "http|h|/?to=https://x/");
    row("no mark", "h.example/a", "none");
    row("one slash", "http:/h/a", "none");
    row("a fragment before the mark", "a#b://c", "none");
    row("empty", "", "none");
}

void TestUrl::splits()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(shown(url::split(std::string_view(text.constData(), std::size_t(text.size())))), expected);
}

void TestUrl::findsThePath()
{
    QCOMPARE(bytes(url::split("http://h/a/b?c#d")->path()), QByteArray("/a/b"));
    QCOMPARE(bytes(url::split("http://h?c")->path()), QByteArray());
}

void TestUrl::findsTheHost()
{
    QCOMPARE(bytes(url::split("http://a@b@c:1/")->hostAndPort()), QByteArray("c:1"));
    QCOMPARE(bytes(url::split("http://c/@d")->hostAndPort()), QByteArray("c"));
}

void TestUrl::passesOverWhatItIsTold_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("in the host") << QByteArray("http://<a/#?>.b/c") << QByteArray("http|<a/#?>.b|/c");
    QTest::newRow("at the end of the host") << QByteArray("http://b<#>") << QByteArray("http|b<#>|");
    QTest::newRow("not closed") << QByteArray("http://b<a/c") << QByteArray("http|b<a|/c");
}

void TestUrl::passesOverWhatItIsTold()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const std::string_view view(text.constData(), std::size_t(text.size()));
    QCOMPARE(shown(url::split(view, &bracketed)), expected);
    if (expected.contains('#') || expected.contains('>')) // without the skip it is another URL
        QVERIFY(shown(url::split(view)) != expected);
}

void TestUrl::showsTheHost_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(expected);
    };
    row("without user, port and path", "https://u:p@h.example:8443/a?b", "h.example");
    row("in small letters", "HTTPS://H.Example/A", "h.example");
    row("an address", "http://[::1]:80/", "::1");
    row("letters beyond ASCII",
        "https://b\xC3\xBC"
        "cher.de/",
        "b\xC3\xBC"
        "cher.de");
    row("no host", "http:///a", "");
    row("no scheme", "h.example/a", "");
    row("empty", "", "");
}

void TestUrl::showsTheHost()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    QCOMPARE(url::shownHost(std::string_view(text.constData(), std::size_t(text.size()))), expected);
}

QTEST_GUILESS_MAIN(TestUrl)
#include "tst_url.moc"
