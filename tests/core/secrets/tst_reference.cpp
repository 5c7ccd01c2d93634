// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/reference.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;
using namespace designer::secrets;

class TestReference : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void finds_data();
    void finds();
    void substitutes_data();
    void substitutes();
    void namesWhatIsMissing();
    void names();
};

namespace {

Secrets someSecrets()
{
    Secrets secrets;
    secrets.emplace("TOKEN", Secret(std::string("a b&c=%ş")));
    secrets.emplace("a.b-c_1", Secret(std::string("{{secret:TOKEN}}")));
    return secrets;
}

} // namespace

void TestReference::finds_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArrayList>("names");
    QTest::addColumn<bool>("sound");
    const auto row = [](const char *text, const QByteArrayList &names, bool sound) {
        QTest::newRow(text) << QByteArray(text) << names << sound;
    };
    row("nothing", {}, true);
    row("{{secret:TOKEN}}", {"TOKEN"}, true);
    row("Bearer {{secret:TOKEN}}, {{secret:a.b-c_1}}!", {"TOKEN", "a.b-c_1"}, true);
    row("{{{secret:A}}}", {"A"}, true);
    row("{{secret:A}}{{secret:A}}", {"A", "A"}, true);
    row("{{secret:}}", {}, false);
    row("{{secret:A", {}, false);
    row("{{secret:A}", {}, false);
    row("{{secret:A B}}", {}, false);
    row("{{secret: A}}", {}, false);
    row("{{secret:ş}}", {}, false);
    row("{{secret:{{secret:A}}", {"A"}, false);
    row("{{Secret:A}}", {}, true);
    row("{{other}}", {}, true);
}

void TestReference::finds()
{
    QFETCH(QByteArray, text);
    const std::string all = text.toStdString();
    QByteArrayList found;
    for (const Reference &reference : findReferences(all)) {
        found.append(QByteArray::fromStdString(reference.name));
        QCOMPARE(all.substr(reference.begin, reference.end - reference.begin),
                 "{{secret:" + reference.name + "}}");
    }
    QTEST(found, "names");
    const Status status = checkReferences(all);
    QTEST(status.hasValue(), "sound");
    if (!status)
        QCOMPARE(status.error().code, ErrorCode::InvalidRequest);
}

void TestReference::substitutes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("encoded");
    QTest::addColumn<QByteArray>("result");
    QTest::newRow("header") << QByteArray("Bearer {{secret:TOKEN}}.") << false
                            << QByteArray("Bearer a b&c=%ş.");
    QTest::newRow("query") << QByteArray("?k={{secret:TOKEN}}&x=1") << true
                           << QByteArray("?k=a%20b%26c%3D%25%C5%9F&x=1");
    QTest::newRow("none") << QByteArray("plain %") << true << QByteArray("plain %");
    QTest::newRow("twice") << QByteArray("{{secret:TOKEN}}{{secret:TOKEN}}") << false
                           << QByteArray("a b&c=%şa b&c=%ş");
    QTest::newRow("a value is not read again")
        << QByteArray("{{secret:a.b-c_1}}") << false << QByteArray("{{secret:TOKEN}}");
}

void TestReference::substitutes()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, encoded);
    const auto result = substitute(text.toStdString(), someSecrets(),
                                   encoded ? Insertion::PercentEncoded : Insertion::AsItIs);
    QVERIFY(result.hasValue());
    QTEST(QByteArray::fromStdString(*result), "result");
}

void TestReference::namesWhatIsMissing()
{
    const auto result = substitute("{{secret:X}} {{secret:TOKEN}} {{secret:Y}} {{secret:X}}", someSecrets(),
                                   Insertion::AsItIs);
    QVERIFY(!result.hasValue());
    QCOMPARE(result.error().code, ErrorCode::SecretUnavailable);
    QCOMPARE(result.error().message, QStringLiteral("the values of the secrets X, Y are not known"));
    QVERIFY(result.error().wayOut.contains(QStringLiteral("--secret X=env:VARIABLE")));
    QVERIFY(!result.error().sentence().contains(QStringLiteral("a b&c")));
    QCOMPARE(substitute("{{secret:}}", someSecrets(), Insertion::AsItIs).error().code,
             ErrorCode::InvalidRequest);
}

void TestReference::names()
{
    QVERIFY(isSecretName("INSIDER_TOKEN"));
    QVERIFY(isSecretName(std::string(128, 'n')));
    QVERIFY(!isSecretName(std::string(129, 'n')));
    QVERIFY(!isSecretName(""));
    QVERIFY(!isSecretName("a=b"));
    QCOMPARE(exportedName("INSIDER_TOKEN"), std::string("YOUR_INSIDER_TOKEN"));
}

QTEST_GUILESS_MAIN(TestReference)
#include "tst_reference.moc"
