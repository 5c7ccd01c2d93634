// SPDX-License-Identifier: GPL-3.0-or-later
#include "prepared.h"
#include "secrets/encodings.h"
#include "template/escaping.h"
#include "testrun/masking.h"
#include "testrun/testrun.h"
#include "text/percentencoding.h"

#include <QRegularExpression>
#include <QTest>

using namespace designer;
using testrun::TestRun;

/// No form of a secret in what a test run shows, wherever it comes from.
class TestMasking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void hidesEveryForm_data();
    void hidesEveryForm();
    void hidesPlainCredentials_data();
    void hidesPlainCredentials();
    void leavesShortHeaderValues();
    void readsWellWithShortSecrets_data();
    void readsWellWithShortSecrets();
    void hidesWordsWithShortSecrets();
    void hidesInFindingsThatAreCut();
    void hidesInRefusals_data();
    void hidesInRefusals();
    void hidesInTheSummaryThatIsCut();
    void hidesInPointers_data();
    void hidesInPointers();
    void staysJson_data();
    void staysJson();
    void leavesWhatIsNoSecret();
};

namespace {

/// With a letter for every way of escaping.
const std::string canary = "s3cr3t \"quo/te~&<ü>+canary";

secrets::Secrets secretsOf(const std::string &value)
{
    secrets::Secrets out;
    out.emplace("T", secrets::Secret(std::string(value)));
    return out;
}

testrun::Settings settingsWith(const secrets::Secrets &secrets)
{
    testrun::Settings settings;
    settings.secrets = &secrets;
    settings.version = "1";
    return settings;
}

QByteArray printed(const TestRun &run, const secrets::Masker &masker)
{
    json::Writer w;
    write(w, run, masker);
    return QByteArray::fromStdString(std::string(w.text()));
}

/// All that a run holds in words, one a line.
QString words(const TestRun &run)
{
    QStringList out{run.verdict.summary};
    const auto add = [&out](const std::string &text) { out << json::toQString(text); };
    for (const testrun::TracedError &error : run.errors) {
        add(error.error.key);
        add(error.error.message);
        add(error.error.payloadPointer);
    }
    for (const insider::UserError &error : run.verdict.errors) {
        add(error.key);
        add(error.message);
        add(error.payloadPointer);
    }
    json::Writer w;
    write(w, run.findings);
    write(w, run.trace);
    add(std::string(w.text()));
    if (run.prediction) {
        json::Writer p;
        write(p, *run.prediction);
        add(std::string(p.text()));
        for (const insider::SilentLoss &loss : run.prediction->silentLosses) {
            add(loss.payloadPointer);
            out << loss.why;
        }
    }
    if (run.refused)
        out << run.refused->line();
    if (run.exchange && run.exchange->error)
        out << run.exchange->error->line();
    return out.join(u'\n');
}

/// The place of \a word, for the message of a failure.
QByteArray around(const QByteArray &text, const QByteArray &word)
{
    return text.mid(qMax(0, text.indexOf(word) - 150), 200);
}

const char *const insiders
    = R"({"endpoint_url":"https://unification.useinsider.com/api/user/v1/upsert?k={{secret:T}}",)"
      R"("headers":{"X-PARTNER-NAME":"p","X-REQUEST-TOKEN":"{{secret:T}}","X-Other":"a {{secret:T}} b"},)"
      R"("request_format":{"users":[{"identifiers":{"uuid":"##user_id##"},"attributes":{"##name##":"x"},"events":[]}]},)"
      R"("x_designer":{"conditions":{"match":"all","rules":[{"type":"path","field":"user_id","operator":"exists"}]}}})";

/// A run whose event and whose answer hold \a form of the canary.
TestRun runWith(const std::string &form, const secrets::Secrets &secrets)
{
    const auto connection = compiled(insiders);
    const std::string text = json::quoted(form);
    const auto event
        = eventOf(QByteArray::fromStdString("{\"user_id\":[" + text + "],\"name\":" + text + "}"));
    const auto prepared = testrun::prepare(connection, event, settingsWith(secrets));
    if (!prepared)
        qFatal("not prepared: %s", qPrintable(prepared.error().line()));
    std::string key = "users.0.attributes." + form;
    http::Exchange exchange;
    exchange.response.emplace();
    exchange.response->status = 200;
    exchange.response->headers = {{"X-Echo", form}, {"Set-Cookie", form}};
    exchange.response->body = R"({"data":{"successful":{},"fail":{"count":1,"errors":{)" + json::quoted(key)
        + ":[" + text + "]}}}}";
    exchange.error = Error{ErrorCode::NotDelivered, json::toQString(form), json::toQString(form), {}, {}};
    return testrun::concluded(*prepared, connection, event, exchange);
}

} // namespace

void TestMasking::hidesEveryForm_data()
{
    QTest::addColumn<QByteArray>("form");
    const auto row = [](const char *title, const std::string &form) {
        QTest::newRow(title) << QByteArray::fromStdString(form);
    };
    std::string escaped;
    json::appendEscaped(escaped, canary);
    std::string percent;
    text::appendPercentEncoded(percent, canary);
    std::string form;
    tmpl::appendFormEncoded(form, canary);
    std::string xml;
    tmpl::appendXmlEscaped(xml, canary);
    row("as it is", canary);
    row("within a word", "x" + canary + "y");
    row("JSON-escaped", escaped);
    row("percent-encoded", percent);
    row("as a form has it", form);
    row("XML-escaped", xml);
    row("hexadecimal", secrets::hexadecimal(canary, false));
    row("hexadecimal, upper case", secrets::hexadecimal(canary, true));
    const char *const titles[] = {"Base64", "Base64 after one byte", "Base64 after two bytes"};
    for (std::size_t before = 0; before < 3; ++before) {
        const QByteArray plain(static_cast<qsizetype>(before), 'u');
        row(titles[before], (plain + QByteArray::fromStdString(canary)).toBase64().toStdString());
    }
    row("Base64 for URLs",
        QByteArray::fromStdString(canary).toBase64(QByteArray::Base64UrlEncoding).toStdString());
}

void TestMasking::hidesEveryForm()
{
    QFETCH(const QByteArray, form);
    // What would be left of the form: its middle, which no neighbour has a part in.
    const QByteArray trace = form.mid(form.size() / 2 - 4, 8);
    const secrets::Secrets secrets = secretsOf(canary);
    const TestRun run = runWith(form.toStdString(), secrets);
    const secrets::Masker masker = testrun::maskerFor(run, secrets);
    QVERIFY(words(run).contains(QString::fromUtf8(trace)) || words(run).toUtf8().contains(trace));

    const QByteArray json = printed(run, masker);
    QVERIFY2(!json.contains(trace), around(json, trace).constData());
    QVERIFY2(!json.contains("canary"), around(json, "canary").constData());
    QVERIFY(json::Document(json.toStdString()).isValid());
    const TestRun masked = testrun::withWordsMasked(run, masker);
    QVERIFY2(!words(masked).toUtf8().contains(trace), qPrintable(words(masked)));
    QVERIFY2(!words(masked).contains(u"canary"), qPrintable(words(masked)));
    QVERIFY(!printed(masked, masker).contains(trace));
    // What is sent stays what it is.
    QVERIFY(masked.request && run.request);
    QCOMPARE(masked.request->head(), run.request->head());
}

void TestMasking::hidesPlainCredentials_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("answer");
    const auto row = [](const char *title, const char *headers, const char *answer) {
        QTest::newRow(title) << QByteArray(headers) << QByteArray(answer);
    };
    row("a token", R"("X-REQUEST-TOKEN":"pl41n-canary")", "no such token: pl41n-canary");
    row("with its scheme", R"("Authorization":"Bearer pl41n-canary")", "Bearer pl41n-canary");
    row("without its scheme", R"("Authorization":"Bearer pl41n-canary")", "token pl41n-canary expired");
    row("encoded", R"("Authorization":"Bearer pl41n/canary")", "t=pl41n%2Fcanary");
    row("the first of two of one name", R"("X-Api-Key":"pl41n-canary","x-api-key":"other")", "pl41n-canary");
    row("a cookie's value", R"("Cookie":"a=1; sid=pl41n-canary; b=2")", "session pl41n-canary expired");
    row("a value in quotes", R"("Authorization":"Digest username=\"me\", response=\"pl41n-canary\"")",
        "bad response pl41n-canary");
    row("two names that look alike", R"("Cookie":"pl41n-canary","X-Cookie":"other")", "pl41n-canary");
}

void TestMasking::hidesPlainCredentials()
{
    QFETCH(const QByteArray, headers);
    QFETCH(const QByteArray, answer);
    const auto connection = compiled(R"({"request_format":{},"endpoint_url":"https://h.example/","headers":{)"
                                     + headers + "}}");
    const auto event = eventOf("{}");
    const secrets::Secrets none;
    auto run = testrun::prepare(connection, event, settingsWith(none));
    QVERIFY(run && run->request);
    http::Exchange exchange;
    exchange.response.emplace();
    exchange.response->status = 401;
    exchange.response->body = answer.toStdString();
    const TestRun done = testrun::concluded(*run, connection, event, exchange);
    const QByteArray json = printed(done, testrun::maskerFor(done, none));
    QVERIFY2(!json.contains("canary"), json.constData());
    QVERIFY(json.contains("••••••"));
}

/// `1` in a header is no credential that could be told from other words.
void TestMasking::leavesShortHeaderValues()
{
    const auto connection = compiled(
        R"({"request_format":{},"endpoint_url":"https://h.example/","headers":{"X-Token":"200"}})");
    const auto event = eventOf("{}");
    const secrets::Secrets none;
    const auto run = testrun::prepare(connection, event, settingsWith(none));
    QVERIFY(run && run->request);
    QCOMPARE(testrun::maskerFor(*run, none).mask(std::string_view("status 200")), std::string("status 200"));
    const secrets::Secrets asked = secretsOf("200");
    QVERIFY(testrun::maskerFor(*run, asked).mask(std::string_view("status 200")) != "status 200");
}

void TestMasking::readsWellWithShortSecrets_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("asSecret");
    for (const char *value : {"a", "1", "users", "the", "is", "\\", "%"}) {
        QTest::newRow((QByteArray(value) + " as a secret").constData()) << QByteArray(value) << true;
        QTest::newRow((QByteArray(value) + " in a header").constData()) << QByteArray(value) << false;
    }
}

/// The same words as with a secret that is in none of them, and not a place where it shows.
void TestMasking::readsWellWithShortSecrets()
{
    QFETCH(const QByteArray, value);
    QFETCH(const bool, asSecret);
    QByteArray bytes = insiders;
    bytes.replace("?k={{secret:T}}", "");
    bytes.replace("X-Other\":\"a {{secret:T}} b", "Authorization\":\"Bearer {{secret:T}}");
    if (!asSecret)
        bytes.replace("{{secret:T}}", quoted(value).mid(1).chopped(1));
    const secrets::Secrets secrets = asSecret ? secretsOf(value.toStdString()) : secrets::Secrets();
    const auto connection = compiled(bytes);
    const auto event = eventOf(R"({"user_id":5,"name":"n"})");
    const auto prepared = testrun::prepare(connection, event, settingsWith(secrets));
    QVERIFY(prepared && prepared->request);
    http::Exchange exchange;
    exchange.response.emplace();
    exchange.response->status = 200;
    exchange.response->body
        = R"~({"data":{"successful":{},"fail":{"count":1,"errors":{"users.0.identifiers.*.type(string)":["uuid must be string: 5"]}}}})~";
    const TestRun run = testrun::concluded(*prepared, connection, event, exchange);
    const secrets::Masker masker = testrun::maskerFor(run, secrets);
    QCOMPARE(words(testrun::withWordsMasked(run, masker)), words(run));
    const json::Document shown(printed(run, masker).toStdString());
    QVERIFY(shown.isValid());
    if (!asSecret || value.size() <= 2) // from three letters on a word in an answer may be the secret
        QCOMPARE(shown.at("/response/body").text(), exchange.response->body);
    QCOMPARE(masker.mask(std::string_view(value.constData())), std::string("••••••"));
    if (value == "\\" || value == "%")
        return;
    // It is masked where it stands for itself.
    const std::string echo = json::quoted(value.toStdString());
    QCOMPARE(masker.mask(std::string_view("[" + echo + "]")), std::string("[\"••••••\"]"));
}

/// A short secret in the midst of a word hides the word.
void TestMasking::hidesWordsWithShortSecrets()
{
    const auto connection = compiled(
        R"({"request_format":{},"endpoint_url":"https://h.example/a/v1{{secret:T}}?x=1&k=k{{secret:T}}","headers":{"X-A":"id{{secret:T}}x","X-B":"not that"}})");
    const secrets::Secrets secrets = secretsOf("9f?");
    const auto run = testrun::prepare(connection, eventOf("{}"), settingsWith(secrets));
    QVERIFY(run && run->request);
    const secrets::Masker masker = testrun::maskerFor(*run, secrets);
    const QByteArray json = printed(*run, masker);
    QVERIFY2(!json.contains("9f"), json.constData());
    QVERIFY2(json.contains("https://h.example/a/••••••?x=1&k=••••••"), json.constData());
    QVERIFY(json.contains(R"(["X-A","••••••"])"));
    QVERIFY(json.contains(R"(["X-B","not that"])"));
    QCOMPARE(masker.mask(std::string_view("no id9f?x")), std::string("no ••••••"));
}

/// Messages quote so much of a long value and no more, and a limit may cut a secret.
void TestMasking::hidesInFindingsThatAreCut()
{
    const secrets::Secrets secrets = secretsOf("canary-0123456789-0123456789");
    const auto connection = compiled(insiders);
    for (int before = 45; before < 80; ++before) {
        const QByteArray name = QByteArray(before, 'x') + "canary-0123456789-0123456789";
        const auto event = eventOf(R"({"user_id":"u","name":")" + name + R"("})");
        const auto run = testrun::prepare(connection, event, settingsWith(secrets));
        QVERIFY(run);
        const TestRun masked = testrun::withWordsMasked(*run, testrun::maskerFor(*run, secrets));
        const auto tells = [](const Findings &findings) {
            return std::any_of(findings.begin(), findings.end(),
                               [](const Finding &f) { return f.message.contains(u"can"); });
        };
        QCOMPARE(tells(run->findings), before < 78);
        QVERIFY(!tells(masked.findings));
        QVERIFY2(!words(masked).contains(u"canary"), qPrintable(words(masked)));
    }
}

void TestMasking::hidesInRefusals_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("as a port") << QByteArray("https://h.example:{{secret:T}}/") << QByteArray("0123canary");
    QTest::newRow("as a long port") << QByteArray("https://h.example:{{secret:T}}/")
                                    << QByteArray("canary-0123456789-0123456789-0123456789");
    QTest::newRow("as a host") << QByteArray("https://{{secret:T}}/") << QByteArray("canary_!$");
    QTest::newRow("as a user") << QByteArray("https://{{secret:T}}@h.example/") << QByteArray("canary");
}

void TestMasking::hidesInRefusals()
{
    QFETCH(const QByteArray, url);
    QFETCH(const QByteArray, secret);
    const secrets::Secrets secrets = secretsOf(secret.toStdString());
    const auto run = testrun::prepare(compiled(R"({"request_format":{},"endpoint_url":)" + quoted(url) + '}'),
                                      eventOf("{}"), settingsWith(secrets));
    QVERIFY(run);
    QVERIFY(run->refused);
    const secrets::Masker masker = testrun::maskerFor(*run, secrets);
    const TestRun masked = testrun::withWordsMasked(*run, masker);
    QVERIFY2(!words(masked).contains(u"canary"), qPrintable(words(masked)));
    QVERIFY(!printed(*run, masker).contains("canary"));
}

void TestMasking::hidesInTheSummaryThatIsCut()
{
    const secrets::Secrets secrets = secretsOf("canary-0123456789-0123456789");
    for (int before = 40; before < 80; before += 7) {
        const std::string long1
            = std::string(static_cast<std::size_t>(before), 'x') + "canary-0123456789-0123456789";
        const TestRun run = runWith(long1, secrets);
        const secrets::Masker masker = testrun::maskerFor(run, secrets);
        const TestRun masked = testrun::withWordsMasked(run, masker);
        QVERIFY2(!masked.verdict.summary.contains(u"canary"), qPrintable(masked.verdict.summary));
        QVERIFY(masked.verdict.summary.startsWith(u"rejected: xxxx"));
    }
}

void TestMasking::hidesInPointers_data()
{
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *title, const char *secret, const char *pointer, const char *expected) {
        QTest::newRow(title) << QByteArray(secret) << QByteArray(pointer) << QByteArray(expected);
    };
    row("a word", "canary", "/users/0/canary", "/users/0/••••••");
    row("a word in a token", "canary", "/users/0/my canary/x", "/users/0/my ••••••/x");
    row("a pointer's own characters", "can/a~ry", "/users/0/can~1a~0ry", "/users/0/••••••");
    row("not across tokens", "users/0", "/users/0/a~1b", "/users/0/a~1b");
    row("no secret", "canary", "/users/0/a~1b~0c", "/users/0/a~1b~0c");
    row("the whole", "canary", "", "");
    row("no pointer", "canary", "my canary", "my ••••••");
}

void TestMasking::hidesInPointers()
{
    QFETCH(const QByteArray, secret);
    QFETCH(const QByteArray, pointer);
    QFETCH(const QByteArray, expected);
    const secrets::Masker masker(secretsOf(secret.toStdString()));
    QCOMPARE(QByteArray::fromStdString(testrun::maskedPointer(pointer.toStdString(), masker)), expected);
}

void TestMasking::staysJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("secret");
    QTest::addColumn<QByteArray>("masked");
    const auto row = [](const char *title, const char *json, const char *secret, const char *masked) {
        QTest::newRow(title) << QByteArray(json) << QByteArray(secret) << QByteArray(masked);
    };
    row("a text", R"("my canary")", "canary", R"("my ••••••")");
    row("part of a number", "12345678", "234567", R"("••••••")");
    row("a short part of a number", "123456", "345", "123456");
    row("a short number", "345", "345", R"("••••••")");
    row("a number", "123456", "123456", R"("••••••")");
    row("a number in a list", R"([1,123456])", "123456", R"("••••••")");
    row("a word of the language", "true", "true", R"("••••••")");
    row("a text in a list", R"(["a","canary"])", "canary", R"(["a","••••••"])");
    row("nothing of it", R"(["a"])", "canary", R"(["a"])");
    row("no value at all", "", "canary", "");
}

void TestMasking::staysJson()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QByteArray, secret);
    QFETCH(const QByteArray, masked);
    const secrets::Masker masker(secretsOf(secret.toStdString()));
    QCOMPARE(QByteArray::fromStdString(testrun::maskedJson(json.toStdString(), masker)), masked);
    // As a value that a condition saw.
    condition::TraceNode node;
    node.value = json.toStdString();
    if (!json.isEmpty())
        node.saw = json.toStdString();
    json::Writer w;
    write(w, testrun::masked(node, masker));
    QVERIFY(json::Document(std::string(w.text())).isValid());
}

void TestMasking::leavesWhatIsNoSecret()
{
    const secrets::Secrets secrets = secretsOf("canary");
    const auto run = runWith("harmless", secretsOf("not in there"));
    const secrets::Masker masker(secrets);
    QCOMPARE(words(testrun::withWordsMasked(run, masker)), words(run));
    const QByteArray json = printed(run, masker);
    QVERIFY(json.contains(R"("key":"users.0.attributes.harmless")"));
    QVERIFY(json.contains(R"(["X-Echo","harmless"])"));
    QVERIFY(json.contains(R"(["Set-Cookie","••••••"])"));
    QVERIFY(json.contains(R"(["X-PARTNER-NAME","p"])"));
}

QTEST_GUILESS_MAIN(TestMasking)
#include "tst_masking.moc"
