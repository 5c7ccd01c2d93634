// SPDX-License-Identifier: GPL-3.0-or-later
#include "prepared.h"
#include "testrun/preparation.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;

class TestPreparation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void asksWhomItMust_data();
    void asksWhomItMust();
    void givesUpWhereAnOwnerDoes_data();
    void givesUpWhereAnOwnerDoes();
};

namespace {

const QByteArray withSecrets
    = R"("headers":{"X-A":"{{secret:A}}","X-B":"{{secret:B}}"},"request_format":{"a":"##a##"})";
const QByteArray withoutSecrets = R"("headers":{"X-A":"a"},"request_format":{"a":"##a##"})";

connection::CompiledConnection connectionWith(const QByteArray &members, const QByteArray &eventName)
{
    return compiled(R"({"id":"i","label":"l","endpoint_url":"https://h.example/","method":"POST",)"
                    R"("content_type":"application/json",)"
                    + members + R"(,"x_designer":{"conditions":{"match":"all","rules":[)"
                    + R"({"type":"event_name","operator":"equals","value":")" + eventName + R"("}]}}})");
}

testrun::Settings settings(bool live)
{
    testrun::Settings out;
    if (!live)
        out.sandbox = *http::parseEndpoint("http://127.0.0.1:9/");
    return out;
}

void add(secrets::Secrets &secrets, const std::string &name, const char *value)
{
    secrets.insert_or_assign(name, secrets::Secret(std::string(value)));
}

/// Owners who note that they were asked. The one who is given has the value of A, the keychain all.
testrun::SecretOwners owners(QStringList &asked, bool hasGiven)
{
    testrun::SecretOwners out;
    if (hasGiven) {
        out.given = [&asked]() -> Result<secrets::Secrets> {
            asked << QStringLiteral("given");
            secrets::Secrets values;
            add(values, "A", "given");
            return values;
        };
    }
    out.keychain = [&asked](const std::vector<std::string> &names,
                            secrets::Secrets given) -> Result<secrets::Secrets> {
        for (const std::string &name : names) {
            asked << QString::fromStdString(name);
            if (!given.contains(name))
                add(given, name, "kept");
        }
        return given;
    };
    return out;
}

/// `A=value`, as the request has them.
QStringList shown(const testrun::Prepared &prepared)
{
    QStringList out;
    for (const auto &[name, secret] : prepared.secrets)
        out << QString::fromStdString(name + '=' + std::string(secret.reveal()));
    if (!prepared.run.waitsForAnswer())
        return out;
    for (const http::Header &header : prepared.run.request->headers) {
        if (header.name.starts_with("X-"))
            out << QString::fromStdString(header.name + ": " + header.value);
    }
    return out;
}

} // namespace

void TestPreparation::asksWhomItMust_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<bool>("fires");
    QTest::addColumn<bool>("live");
    QTest::addColumn<bool>("hasGiven");
    QTest::addColumn<QString>("asked");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &members, bool fires, bool live, bool hasGiven,
                        const char *asked, const char *expected) {
        QTest::newRow(name) << members << fires << live << hasGiven << QString::fromUtf8(asked)
                            << QString::fromUtf8(expected);
    };
    const char *const standIns = "A=sandbox-stand-in B=sandbox-stand-in";
    row("live, not fired: nobody", withSecrets, false, true, true, "", standIns);
    row("sandbox, not fired: nobody", withSecrets, false, false, true, "", standIns);
    row("live, no secrets: nobody", withoutSecrets, true, true, false, "", "X-A: a");
    row("live: the keychain", withSecrets, true, true, false, "A B", "A=kept B=kept X-A: kept X-B: kept");
    row("live: what is given first", withSecrets, true, true, true, "given A B",
        "A=given B=kept X-A: given X-B: kept");
    row("sandbox: nobody", withSecrets, true, false, false, "",
        "A=sandbox-stand-in B=sandbox-stand-in X-A: sandbox-stand-in X-B: sandbox-stand-in");
    row("sandbox: what is given", withSecrets, true, false, true, "given",
        "A=given B=sandbox-stand-in X-A: given X-B: sandbox-stand-in");
    row("given, and not asked for", withoutSecrets, true, false, true, "given", "A=given X-A: a");
}

void TestPreparation::asksWhomItMust()
{
    QFETCH(QByteArray, members);
    QFETCH(bool, fires);
    QFETCH(bool, live);
    QFETCH(bool, hasGiven);
    QStringList asked;
    const auto connection = connectionWith(members, fires ? "e" : "another");
    const auto prepared
        = testrun::prepareAsking(connection, eventOf(R"({"event_name":"e","properties":{"a":1}})"),
                                 settings(live), owners(asked, hasGiven));
    QVERIFY(prepared);
    QCOMPARE(prepared->run.waitsForAnswer(), fires);
    QTEST(asked.join(u' '), "asked");
    QTEST(shown(*prepared).join(u' '), "expected");
}

void TestPreparation::givesUpWhereAnOwnerDoes_data()
{
    QTest::addColumn<bool>("givenFails");
    QTest::newRow("what is given cannot be read") << true;
    QTest::newRow("the keychain does not answer") << false;
}

void TestPreparation::givesUpWhereAnOwnerDoes()
{
    QFETCH(bool, givenFails);
    QStringList asked;
    testrun::SecretOwners all = owners(asked, true);
    const Error error{ErrorCode::SecretUnavailable, QStringLiteral("locked"), {}, {}, {}};
    if (givenFails)
        all.given = [&error] { return error; };
    else
        all.keychain = [&error](const auto &, auto) { return error; };
    const auto prepared = testrun::prepareAsking(connectionWith(withSecrets, "e"),
                                                 eventOf(R"({"event_name":"e"})"), settings(true), all);
    QVERIFY(!prepared);
    QCOMPARE(prepared.error().message, error.message);
    QCOMPARE(asked, givenFails ? QStringList() : QStringList{QStringLiteral("given")});
}

QTEST_GUILESS_MAIN(TestPreparation)
#include "tst_preparation.moc"
