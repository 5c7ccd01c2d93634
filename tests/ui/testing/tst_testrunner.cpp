// SPDX-License-Identifier: GPL-3.0-or-later
#include "../unexpectedwarnings.h"
#include "testingfixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace designer;
using namespace designer::ui;
using insider::Outcome;

namespace {

const std::string canary = "s3cr3t-canary-5521";

secrets::Secrets token()
{
    secrets::Secrets out;
    out.emplace("INSIDER_TOKEN", secrets::Secret(std::string(canary)));
    return out;
}

bool holds(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

/// A runner, and what it tells.
struct Fixture
{
    TestRunner runner{[this](const auto &names, auto done) {
        asked = names;
        answer = std::move(done);
    }};
    std::vector<std::string> asked;
    std::function<void(Result<secrets::Secrets>)> answer; ///< to the question for secrets
    QSignalSpy running{&runner, &TestRunner::runningChanged};
    QSignalSpy phases{&runner, &TestRunner::phaseEntered};
    QSignalSpy finished{&runner, &TestRunner::finished};

    void start(const connection::Connection &connection, const char *sample,
               const std::optional<QByteArray> &sandbox)
    {
        testrun::Settings settings;
        settings.now = sandbox::noon();
        if (sandbox)
            settings.sandbox = http::parseEndpoint(sandbox->toStdString()).value();
        runner.start(connection::TakenApart::of(connection), shippedEvent(sample), QLatin1String(sample),
                     settings);
    }
    [[nodiscard]] const TestResult &result() const
    {
        return *finished.last().first().value<std::shared_ptr<const TestResult>>();
    }
};

} // namespace

/// One press of Test Endpoint, from the connection to what came back.
class TestTestRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(unexpectedWarnings()); }
    void isAnsweredBySandbox();
    void goesOutLiveWithSecretsThatNobodySees();
    void saysWhyNothingWasSent_data();
    void saysWhyNothingWasSent();
    void sendsOnlyWhatFires();
    void isCalledOffWhileItWaitsForSecrets();
    void isCalledOffWhileItWaitsForTheAnswer();
    void isCalledOffAtOnce();
    void runsOneAtATime();
};

void TestTestRunner::isAnsweredBySandbox()
{
    const sandbox::Running sandbox;
    Fixture f;
    f.start(galleryConnection("insider-purchase"), "purchase", sandbox.url);
    QVERIFY(f.runner.isRunning());
    QVERIFY(f.finished.wait());
    QVERIFY(!f.runner.isRunning());
    QCOMPARE(f.running.size(), 2);
    QVERIFY(f.asked.empty()); // stand-ins are good enough for the sandbox
    QCOMPARE(sandbox.log.size(), 1);
    QVERIFY(f.result().isGreen());
    QVERIFY(f.result().sent);
    QVERIFY(!f.result().live);
    QCOMPARE(f.result().sampleTitle, QStringLiteral("purchase"));
    QCOMPARE(f.result().run.exchange->response->status, 200);
    QVERIFY(f.result().answer.isValid());
    QVERIFY(f.result().at.isValid());
    QCOMPARE(f.phases.first().first().value<http::Phase::Kind>(), http::Phase::Connect);
    // An answer that comes whole is not told as being received: it is there.
    QVERIFY(f.phases.last().first().value<http::Phase::Kind>() >= http::Phase::Wait);
    QCOMPARE(f.result().run.exchange->phases.back().kind, http::Phase::Receive);
}

void TestTestRunner::goesOutLiveWithSecretsThatNobodySees()
{
    const sandbox::Running receiver;
    Fixture f;
    f.start(*goingTo(galleryConnection("insider-purchase"), receiver.url + "/echo"), "purchase", {});
    QTRY_COMPARE(f.asked, std::vector<std::string>{"INSIDER_TOKEN"});
    QVERIFY(receiver.log.isEmpty());
    f.answer(token());
    QVERIFY(f.finished.wait());
    QVERIFY(f.result().isGreen());
    QVERIFY(f.result().live);
    QVERIFY(f.result().sent);
    QVERIFY(holds(f.result().run.exchange->response->body, canary)); // it has come there, and back
    QVERIFY(holds(f.result().answer.text(), "X-REQUEST-TOKEN"));
    QVERIFY(!holds(f.result().answer.text(), canary));
    QVERIFY(f.result().received.starts_with("HTTP/1.1 "));
    QVERIFY(holds(f.result().received, "X-REQUEST-TOKEN"));
    QVERIFY(!holds(f.result().received, canary));
}

void TestTestRunner::saysWhyNothingWasSent_data()
{
    QTest::addColumn<QByteArray>("body"); // null: as it is
    QTest::addColumn<bool>("withSecrets");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("a secret that is not to be had") << QByteArray() << false << ErrorCode::SecretUnavailable;
    QTest::newRow("a body that is none")
        << QByteArray(R"({"users": ##user##)") << true << ErrorCode::MalformedTemplate;
    QTest::newRow("a value that is missing")
        << QByteArray(R"({"a": "##no.such.field##"})") << true << ErrorCode::MissingValues;
}

void TestTestRunner::saysWhyNothingWasSent()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, withSecrets);
    const sandbox::Running receiver;
    const auto connection = connection::withMissingPolicy(
        *goingTo(galleryConnection("insider-purchase"), receiver.url + "/echo"), tmpl::MissingPolicy::Block);
    connection::TakenApart parts = connection::TakenApart::of(*connection);
    if (!body.isNull())
        parts.body = body.toStdString();
    Fixture f;
    testrun::Settings settings;
    settings.now = sandbox::noon();
    f.runner.start(parts, shippedEvent("purchase"), {}, settings);
    QTRY_VERIFY(f.answer || !f.finished.isEmpty());
    if (f.answer)
        f.answer(withSecrets ? Result<secrets::Secrets>(token())
                             : Error{ErrorCode::SecretUnavailable, QStringLiteral("locked"), {}, {}, {}});
    QTRY_COMPARE(f.finished.size(), 1);
    QVERIFY(f.result().error);
    QTEST(f.result().error->code, "code");
    QVERIFY(!f.result().sent);
    QVERIFY(!f.result().isGreen());
    QVERIFY(!f.runner.isRunning());
    QVERIFY(receiver.log.isEmpty());
}

void TestTestRunner::sendsOnlyWhatFires()
{
    const sandbox::Running sandbox;
    Fixture f;
    f.start(galleryConnection("insider-purchase"), "registration", sandbox.url);
    QVERIFY(f.finished.wait());
    QVERIFY(!f.result().sent);
    QVERIFY(!f.result().error);
    QCOMPARE(f.result().run.verdict.outcome, Outcome::NotFired);
    QVERIFY(sandbox.log.isEmpty());
}

void TestTestRunner::isCalledOffWhileItWaitsForSecrets()
{
    const SilentServer receiver;
    Fixture f;
    f.start(*goingTo(galleryConnection("insider-purchase"), receiver.url()), "purchase", {});
    QTRY_VERIFY(f.answer);
    f.runner.cancel();
    QCOMPARE(f.finished.size(), 1);
    QCOMPARE(f.result().error->code, ErrorCode::Cancelled);
    QVERIFY(f.result().live);
    QVERIFY(!f.result().sent);
    f.answer(token()); // the keychain's box was still open
    QVERIFY(!f.runner.isRunning());
    // Had it gone out all the same, then before the next one.
    const sandbox::Running sandbox;
    f.start(galleryConnection("insider-purchase"), "purchase", sandbox.url);
    QTRY_COMPARE(f.finished.size(), 2);
    QVERIFY(f.result().isGreen());
    QVERIFY(receiver.heard().isEmpty());
}

void TestTestRunner::isCalledOffWhileItWaitsForTheAnswer()
{
    const SilentServer receiver;
    Fixture f;
    f.start(*goingTo(galleryConnection("insider-purchase"), receiver.url()), "purchase", {});
    QTRY_VERIFY(f.answer);
    f.answer(token());
    QTRY_VERIFY(receiver.heard().contains("purchase"));
    f.runner.cancel();
    QTRY_COMPARE(f.finished.size(), 1);
    QVERIFY(f.result().sent);
    QVERIFY(!f.result().isGreen());
    QCOMPARE(f.result().run.problem()->code, ErrorCode::Cancelled);
}

void TestTestRunner::isCalledOffAtOnce()
{
    const sandbox::Running sandbox;
    Fixture f;
    f.start(galleryConnection("insider-purchase"), "purchase", sandbox.url);
    f.runner.cancel();
    QCOMPARE(f.finished.size(), 1);
    QCOMPARE(f.result().error->code, ErrorCode::Cancelled);
    QVERIFY(!f.result().sent);
    f.runner.cancel(); // there is none
    f.start(galleryConnection("insider-purchase"), "purchase", sandbox.url);
    QTRY_COMPARE(f.finished.size(), 2);
    QVERIFY(f.result().isGreen());
    QCOMPARE(sandbox.log.size(), 1);
}

void TestTestRunner::runsOneAtATime()
{
    const sandbox::Running sandbox;
    Fixture f;
    f.start(galleryConnection("insider-purchase"), "purchase", sandbox.url);
    f.start(galleryConnection("insider-purchase"), "registration", sandbox.url);
    QVERIFY(f.finished.wait());
    QCOMPARE(f.result().sampleTitle, QStringLiteral("purchase"));
    QCOMPARE(f.running.size(), 2);
    QVERIFY(!f.runner.isRunning());
}

QTEST_GUILESS_MAIN(TestTestRunner)
#include "tst_testrunner.moc"
