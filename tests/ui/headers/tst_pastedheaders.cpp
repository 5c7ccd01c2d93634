// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/headers/credential.h"
#include "ui/headers/pastedheaders.h"

#include <QTest>

using namespace designer;
using namespace designer::ui;
using namespace Qt::Literals::StringLiterals;

class TestPastedHeaders : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void mergesWithWhatIsThere();
    void credentials_data();
    void credentials();
};

namespace {

std::string shown(const std::vector<connection::HeaderRow> &rows)
{
    std::string out;
    for (const connection::HeaderRow &row : rows)
        out += (row.on ? "" : "off ") + row.name + '=' + row.value + '|';
    return out;
}

} // namespace

void TestPastedHeaders::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("rows");
    QTest::addColumn<int>("unread");
    const auto row = [](const char *name, const char *text, const char *rows, int unread = 0) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(rows) << unread;
    };
    row("one line", "X-A: 1", "X-A=1|");
    row("several lines", "X-A: 1\nX-B: two words\r\n\r\nX-C:3", "X-A=1|X-B=two words|X-C=3|");
    row("an empty value", "X-A:", "X-A=|");
    row("a colon in the value", "Referer: https://a.example/", "Referer=https://a.example/|");
    row("tabs, from a table", "X-A\t1\nX-B\t2", "X-A=1|X-B=2|");
    row("curl", "curl https://a.example \\\n  -H 'X-A: 1' \\\n  -H \"X-B: 2\"", "X-A=1|X-B=2|", 1);
    row("a line that is none", "X-A: 1\nnonsense", "X-A=1|", 1);
    row("an address is none", "X-A: 1\nhttps://a.example", "X-A=1|", 1);
    row("an object", R"({"X-A": "1", "X-B": "ş"})", "X-A=1|X-B=ş|");
    row("numbers", R"({"X-A": 1.50, "X-B": true})", "X-A=1.50|X-B=true|");
    row("nested values", R"({"X-A": "1", "X-B": {}})", "X-A=1|", 1);
    row("a part of a connection", R"({"headers": {"X-A": "1"}})", "X-A=1|");
    row("members alone", "\"X-A\": \"1\",\n\"X-B\": \"2\",", "X-A=1|X-B=2|");
    row("name and value", R"([{"name": "X-A", "value": "1"}, {"key": "X-B", "value": "2"}, 3])",
        "X-A=1|X-B=2|", 1);
    row("a list under headers", R"({"headers": [{"name": "X-A", "value": "1"}]})", "X-A=1|");
}

void TestPastedHeaders::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, rows);
    QFETCH(int, unread);
    const auto pasted = pastedHeaders(text.toStdString());
    QVERIFY(pasted.hasValue());
    QCOMPARE(QByteArray::fromStdString(shown(pasted->rows)), rows);
    QCOMPARE(pasted->unread, unread);
}

void TestPastedHeaders::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("blanks") << QByteArray(" \n\t ");
    QTest::newRow("prose") << QByteArray("just a sentence");
    QTest::newRow("broken JSON") << QByteArray("{\"X-A\": ");
    QTest::newRow("an empty object") << QByteArray("{}");
    QTest::newRow("a list of numbers") << QByteArray("[1, 2]");
    QTest::newRow("a name with blanks") << QByteArray("two words: 1");
}

void TestPastedHeaders::refuses()
{
    QFETCH(QByteArray, text);
    const auto pasted = pastedHeaders(text.toStdString());
    QVERIFY(!pasted.hasValue());
    QVERIFY(!pasted.error().message.isEmpty());
    QVERIFY(!pasted.error().wayOut.isEmpty());
}

void TestPastedHeaders::mergesWithWhatIsThere()
{
    const std::vector<connection::HeaderRow> there{{"A", "1", true}, {"B", "2", true}, {"C", "3", false}};
    const auto merged = mergedHeaders(there, {{"b", "4", true}, {"D", "5", true}, {"c", "6", true}});
    QCOMPARE(shown(merged), "A=1|B=4|D=5|c=6|");
}

void TestPastedHeaders::credentials_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("scheme");
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("plain") << QByteArray("abc") << QByteArray() << QByteArray("abc");
    QTest::newRow("bearer") << QByteArray("Bearer abc") << QByteArray("Bearer ") << QByteArray("abc");
    QTest::newRow("any case") << QByteArray("bearer abc") << QByteArray("bearer ") << QByteArray("abc");
    QTest::newRow("nothing behind it") << QByteArray("Bearer ") << QByteArray() << QByteArray("Bearer ");
}

void TestPastedHeaders::credentials()
{
    QFETCH(QByteArray, value);
    const Credential credential = credentialOf(value.toStdString());
    QTEST(QByteArray::fromStdString(credential.scheme), "scheme");
    QTEST(QByteArray::fromStdString(credential.secret), "secret");
    QCOMPARE(suggestedSecretName("X-REQUEST-TOKEN", "insider-purchase"), "INSIDER_PURCHASE_REQUEST_TOKEN");
    QCOMPARE(suggestedSecretName("Authorization", ""), "AUTHORIZATION");
}

QTEST_GUILESS_MAIN(TestPastedHeaders)
#include "tst_pastedheaders.moc"
