// SPDX-License-Identifier: GPL-3.0-or-later
#include "verbs/sandboxverb.h"

#include "profileoption.h"
#include "sandbox/sandbox.h"
#include "signals.h"

#include <QCoreApplication>
#include <QUrl>

namespace designer::ctl {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("SandboxVerb", text);
}

Result<quint16> portOf(const Arguments &arguments)
{
    bool isNumber = false;
    const uint port = arguments.value("port").toUInt(&isNumber);
    if (isNumber && port <= 65535)
        return static_cast<quint16>(port);
    return usageError(tr("“%1” is no port").arg(arguments.value("port")),
                      tr("give a number from 0 to 65535; 0 takes a free one"));
}

} // namespace

VerbInfo SandboxVerb::info() const
{
    return {
        QStringLiteral("sandbox"),
        QStringLiteral("[--port N] [--profile proven|table|strict] [--fault FAULT]..."),
        tr("Runs a server that answers as Insider does, on this computer only, until you end it (Ctrl+C)."),
        tr("The first line is its address; after it comes one JSON line for each request, with the silent "
           "losses: what "
           "Insider would accept and lose. Each answer carries X-Simulator-Evidence, which says how it is "
           "known. "
           "Paths under /echo answer with what they received.\n"
           "Faults: 403, 429, 429-retry-after=SECONDS, 500, 504 (the data is taken all the same), "
           "slow=MILLISECONDS, "
           "truncated, partial, reset, hang; “429*2,500” plays 429 for two requests and 500 from then on. A "
           "request can ask "
           "for one itself with the header X-Simulator-Fault."),
        {QStringLiteral("connectionctl sandbox --port 8080"),
         QStringLiteral("connectionctl sandbox --fault 429-retry-after=2*3,500*1")},
        {{QStringLiteral("port"), tr("Listen here; 0 takes a free port."), QStringLiteral("N"),
          QStringLiteral("0")},
         profileOption(),
         {QStringLiteral("fault"),
          tr("Play a fault; “*N” at its end plays it for the first N requests only. May be given several "
             "times."),
          QStringLiteral("FAULT")}},
        0,
        0};
}

Result<int> SandboxVerb::run(const Arguments &arguments, Console &console)
{
    const Result<quint16> port = portOf(arguments);
    if (!port)
        return port.error();
    const Result<insider::Profile> profile = profileOf(arguments);
    if (!profile)
        return profile.error();
    const Result<sandbox::FaultPlan> faults
        = sandbox::FaultPlan::parse(arguments.values("fault").join(QLatin1Char(',')).toStdString());
    if (!faults)
        return faults.error();
    sandbox::Options options;
    options.port = *port;
    options.profile = *profile;
    options.faults = *faults;
    sandbox::Sandbox server(options);
    const Result<QUrl> address = server.start();
    if (!address)
        return address.error();
    const auto print = [&console](const QByteArray &line) {
        if (!console.write(line.toStdString() + '\n'))
            QCoreApplication::quit();
    };
    QObject::connect(&server, &sandbox::Sandbox::requestHandled, &server, print);
    const EndSignals ends([] { QCoreApplication::quit(); });
    print(address->toString().toUtf8());
    if (!console.outputFailed())
        QCoreApplication::exec();
    server.stop();
    return Yes;
}

} // namespace designer::ctl
