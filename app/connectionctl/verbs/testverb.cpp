// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs/testverb.h"

#include "http/attempt.h"
#include "inputs.h"
#include "keychain/keychain.h"
#include "profileoption.h"
#include "sandbox/sandbox.h"
#include "secrets/collect.h"
#include "secrets/source.h"
#include "signals.h"
#include "testrun/preparation.h"
#include "testrun/testrun.h"
#include "testrunprinter.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QUrl>

namespace designer::ctl {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("TestVerb", text);
}

Result<std::vector<secrets::Source>> givenSources(const Arguments &arguments)
{
    std::vector<secrets::Source> out;
    for (const QString &option : arguments.values("secret")) {
        Result<secrets::Source> source = secrets::parseSource(option);
        if (!source)
            return source.error();
        out.push_back(std::move(source).value());
    }
    return out;
}

Result<secrets::Secrets> readSources(const std::vector<secrets::Source> &sources)
{
    secrets::Secrets out;
    for (const secrets::Source &source : sources) {
        Result<secrets::Secret> value = secrets::readSource(source);
        if (!value)
            return value.error();
        out.insert_or_assign(source.name, std::move(value).value());
    }
    return out;
}

/// Waits in the event loop for what the keychain has.
Result<secrets::Secrets> fromKeychain(const std::vector<std::string> &names, secrets::Secrets given)
{
    const std::unique_ptr<secrets::Store> keychain = keychain::makeKeychainStore();
    std::optional<Result<secrets::Secrets>> answer;
    QEventLoop loop;
    secrets::collect(names, std::move(given), *keychain, [&](Result<secrets::Secrets> result) {
        answer.emplace(std::move(result));
        loop.quit();
    });
    if (!answer)
        loop.exec();
    return std::move(*answer);
}

testrun::SecretOwners ownersOf(const std::vector<secrets::Source> &sources)
{
    testrun::SecretOwners out;
    if (!sources.empty())
        out.given = [&sources] { return readSources(sources); };
    out.keychain = fromKeychain;
    return out;
}

Result<http::Endpoint> started(sandbox::Sandbox &sandbox)
{
    const Result<QUrl> address = sandbox.start();
    if (!address)
        return address.error();
    return http::parseEndpoint(address->toString().toStdString());
}

/// Sends the request once and waits in the event loop; Ctrl+C cancels it.
http::Exchange performed(const http::Request &request)
{
    http::Exchange out;
    QEventLoop loop;
    http::Attempt attempt(request);
    QObject::connect(&attempt, &http::Attempt::finished, &loop, [&](const http::Exchange &exchange) {
        out = exchange;
        loop.quit();
    });
    const EndSignals ends([&attempt] { attempt.cancel(); });
    attempt.start();
    loop.exec();
    return out;
}

int statusOf(insider::Outcome outcome)
{
    switch (outcome) {
    case insider::Outcome::Accepted: return Yes;
    case insider::Outcome::Partly: return PartlyDelivered;
    case insider::Outcome::Undeliverable: return NotDelivered;
    case insider::Outcome::Rejected:
    case insider::Outcome::NotFired:
    case insider::Outcome::Unknown: break;
    }
    return No;
}

/// Prints \a run, whose words are masked; the exit status.
int told(const Arguments &arguments, Console &console, const testrun::TestRun &run, const QString &eventName,
         const secrets::Masker &masker)
{
    if (arguments.json()) {
        json::Writer w;
        write(w, run, masker);
        console.write(w.text() + '\n');
    } else {
        printTestRun(console, run, arguments.first(), eventName, masker);
    }
    const Error *const problem = run.problem();
    if (!problem)
        return statusOf(run.verdict.outcome);
    if (!console.outputFailed())
        console.complain(problem->line());
    return exitStatus(problem->code);
}

} // namespace

VerbInfo TestVerb::info() const
{
    return {
        QStringLiteral("test"),
        QStringLiteral("CONNECTION --event FILE [--live [--secret NAME=SOURCE]...] [--send-anyway] "
                       "[--profile proven|table|strict]"),
        tr("Sends one event through a connection, once, and says what the answer means."),
        tr("Goes to a sandbox inside the program, which answers as Insider does, unless --live is given: "
           "then to the "
           "connection’s own endpoint. A live upsert can start a customer journey.\n"
           "Secrets ({{secret:NAME}} in headers and address) come from --secret or the system keychain, and "
           "are masked "
           "in everything that is printed. The sandbox gets stand-ins for those that are not given.\n"
           "Exit status: 0 accepted; 1 rejected, not fired, blocked (by the policy for missing values, or as "
           "too deep or too large), or an answer that does not say; 4 not delivered, or no request can be "
           "made of the connection with this event; 5 accepted in part."),
        {QStringLiteral("connectionctl test purchase.json --event samples/purchase.json"),
         QStringLiteral(
             "connectionctl test purchase.json --event e.json --live --secret INSIDER_TOKEN=env:TOKEN")},
        {eventOption(),
         {QStringLiteral("live"), tr("Send to the connection’s own endpoint.")},
         {QStringLiteral("secret"),
          tr("Where a secret’s value is to be read: NAME=env:VARIABLE, NAME=file:PATH or NAME=fd:NUMBER."),
          QStringLiteral("NAME=SOURCE")},
         {QStringLiteral("send-anyway"), tr("Send also where the conditions say no.")},
         profileOption()},
        1,
        1};
}

Result<int> TestVerb::run(const Arguments &arguments, Console &console)
{
    const Result<QString> eventFile = requiredEvent(arguments);
    if (!eventFile)
        return eventFile.error();
    const Result<insider::Profile> profile = profileOf(arguments);
    if (!profile)
        return profile.error();
    const Result<std::vector<secrets::Source>> sources = givenSources(arguments);
    if (!sources)
        return sources.error();
    const Result<connection::CompiledConnection> connection = loadCompiled(arguments.first());
    if (!connection)
        return connection.error();
    const Result<event::Event> event = loadEvent(*eventFile);
    if (!event)
        return event.error();
    testrun::Settings settings;
    settings.profile = *profile;
    settings.now = std::chrono::system_clock::now();
    settings.sendAnyway = arguments.has("send-anyway");
    settings.version = QCoreApplication::applicationVersion().toStdString();
    return testAndTell(arguments, console, *connection, *event, *sources, settings);
}

Result<int> TestVerb::testAndTell(const Arguments &arguments, Console &console,
                                  const connection::CompiledConnection &connection, const event::Event &event,
                                  const std::vector<secrets::Source> &sources, testrun::Settings settings)
{
    sandbox::Options options;
    options.profile = settings.profile;
    sandbox::Sandbox sandbox(options);
    if (!arguments.has("live")) {
        const Result<http::Endpoint> endpoint = started(sandbox);
        if (!endpoint)
            return endpoint.error();
        settings.sandbox = *endpoint;
    }
    Result<testrun::Prepared> prepared
        = testrun::prepareAsking(connection, event, settings, ownersOf(sources));
    if (!prepared)
        return prepared.error();
    testrun::TestRun run = std::move(prepared->run);
    if (run.waitsForAnswer()) {
        const http::Exchange exchange = performed(*run.request);
        run = testrun::concluded(std::move(run), connection, event, exchange);
    }
    const secrets::Masker masker = testrun::maskerFor(run, prepared->secrets);
    run = testrun::withWordsMasked(std::move(run), masker);
    return told(arguments, console, run, event.name(), masker);
}

} // namespace designer::ctl
