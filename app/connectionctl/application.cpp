// SPDX-License-Identifier: GPL-3.0-or-later
#include "application.h"

#include "errorprinter.h"
#include "verb.h"

#include <QCoreApplication>

#include <algorithm>

namespace designer::ctl {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

constexpr int summaryColumn = 14;

QString usageOf(const VerbInfo &info)
{
    return tr("usage: %1").arg(QStringLiteral("connectionctl %1 %2").arg(info.name, info.synopsis).trimmed());
}

QString generalUsage()
{
    return tr("usage: %1").arg(QStringLiteral("connectionctl VERB ... [--json]"));
}

QString generalHelp(const std::vector<std::unique_ptr<Verb>> &verbs)
{
    QStringList lines{generalUsage(), QString(),
                      Console::wrapped(tr(
                          "Designs, checks and tests connections that carry Hardal events to Insider and to "
                          "other endpoints. Works offline; nothing is contacted that you do not name.")),
                      QString(), tr("Verbs:")};
    for (const auto &verb : verbs) {
        const VerbInfo info = verb->info();
        // The name takes the place of the first line's indentation.
        lines << Console::wrapped(info.summary, summaryColumn, summaryColumn)
                     .replace(0, summaryColumn, QStringLiteral("  %1").arg(info.name, -(summaryColumn - 2)));
    }
    lines << QString()
          << Console::wrapped(tr(
                 "“connectionctl VERB --help” explains a verb, with examples. A file named “-” is standard "
                 "input, or after --out standard output. Results go to standard output, words for people to "
                 "standard error."))
          << QString()
          << Console::wrapped(tr("Exit status: 0 yes or fine; 1 a negative verdict; 2 wrong usage; 3 "
                                 "unreadable or malformed input; "
                                 "4 not delivered, or output not written; 5 partly delivered."),
                              13);
    return lines.join(QLatin1Char('\n'));
}

QList<QCommandLineOption> commonOptions()
{
    return {{QStringLiteral("json"), tr("Print one JSON object, for programs.")},
            {{QStringLiteral("h"), QStringLiteral("help")}, tr("Explain this verb.")}};
}

QString optionName(const QCommandLineOption &option)
{
    const QString name = QStringLiteral("--") + option.names().constLast();
    return option.valueName().isEmpty() ? name : name + QLatin1Char(' ') + option.valueName();
}

/// A command that is broken as a shell reads it, so that it can be copied from the help.
QString shellWrapped(const QString &command)
{
    const QString lineEnd = QStringLiteral(" \\\n");
    const int width = Console::terminalWidth - static_cast<int>(lineEnd.size()) + 1;
    return Console::wrapped(command, 6, 2, width).replace(QLatin1Char('\n'), lineEnd);
}

QString verbHelp(const VerbInfo &info)
{
    QStringList lines{Console::wrapped(usageOf(info), 7), QString(), Console::wrapped(info.summary)};
    for (const QString &paragraph : info.details.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        lines << QString() << Console::wrapped(paragraph);
    lines << QString() << tr("Options:");
    for (const QCommandLineOption &option : info.options + commonOptions()) {
        lines << QStringLiteral("  ") + optionName(option);
        lines << Console::wrapped(option.description(), 6, 6);
    }
    lines << QString() << tr("Examples:");
    for (const QString &example : info.examples)
        lines << shellWrapped(example);
    return lines.join(QLatin1Char('\n'));
}

/// Tells an error; returns the exit status.
int tell(const Error &error, bool json, const QString &usage, Console &console)
{
    if (error.code == ErrorCode::OutputClosed)
        return NotDelivered;
    const int status = exitStatus(error.code);
    console.complain(error.line());
    if (status == WrongUsage)
        console.note(usage);
    if (json && status != No)
        console.write(errorLine(error));
    return console.status(status);
}

/// An option that was given and got no value: nothing, or what is an option of its own.
std::optional<Error> missingValue(const VerbInfo &info, const QCommandLineParser &parser)
{
    for (const QCommandLineOption &option : info.options) {
        if (option.valueName().isEmpty() || !parser.isSet(option))
            continue;
        for (const QString &value : parser.values(option)) {
            if (value.isEmpty() || value.startsWith(QLatin1String("--")))
                return usageError(tr("--%1 needs a value").arg(option.names().constLast()),
                                  tr("write “%1”").arg(optionName(option)));
        }
    }
    return std::nullopt;
}

std::optional<Error> parseError(const VerbInfo &info, const QCommandLineParser &parser)
{
    const int count = static_cast<int>(parser.positionalArguments().size());
    if (!parser.errorText().isEmpty()) {
        QString text = parser.errorText();
        if (text.endsWith(QLatin1Char('.')))
            text.chop(1);
        return usageError(text);
    }
    if (count < info.minimumPositional)
        return usageError(tr("something is missing after “%1”").arg(info.name));
    if (count > info.maximumPositional)
        return usageError(
            tr("“%1” is one word too many").arg(parser.positionalArguments().at(info.maximumPositional)));
    return missingValue(info, parser);
}

int runVerb(Verb &verb, const QStringList &words, Console &console)
{
    const VerbInfo info = verb.info();
    QCommandLineParser parser;
    parser.addOptions(info.options + commonOptions());
    const bool parsed = parser.parse(words);
    const bool json = words.contains(QStringLiteral("--json"));
    if (parsed && parser.isSet(QStringLiteral("help"))) {
        console.line(verbHelp(info));
        return console.status(Yes);
    }
    if (const auto error = parseError(info, parser))
        return tell(*error, json, usageOf(info), console);
    const Result<int> status = verb.run(Arguments(parser), console);
    if (!status)
        return tell(status.error(), json, usageOf(info), console);
    return console.status(*status);
}

int unknownVerb(const QString &word, bool json, Console &console)
{
    const QString message = word == QLatin1String("send") ? tr("“send” is not in this version yet")
                                                          : tr("“%1” is no verb of this program").arg(word);
    return tell(usageError(message, tr("“connectionctl --help” lists the verbs")), json, generalUsage(),
                console);
}

} // namespace

Error usageError(const QString &message, const QString &wayOut)
{
    return {ErrorCode::Usage, message, wayOut, {}, {}};
}

int runCommandLine(const QStringList &arguments, Console &console)
{
    const auto verbs = allVerbs();
    const QString word = arguments.value(0);
    if (word.isEmpty()) {
        console.complain(tr("say what to do: a verb is missing"));
        console.note(generalHelp(verbs));
        return WrongUsage;
    }
    if (word == QLatin1String("--help") || word == QLatin1String("-h") || word == QLatin1String("help")) {
        console.line(generalHelp(verbs));
        return console.status(Yes);
    }
    if (word == QLatin1String("--version")) {
        console.line(QStringLiteral("connectionctl %1").arg(QCoreApplication::applicationVersion()));
        return console.status(Yes);
    }
    const auto verb
        = std::find_if(verbs.begin(), verbs.end(), [&](const auto &v) { return v->info().name == word; });
    if (verb == verbs.end())
        return unknownVerb(word, arguments.contains(QStringLiteral("--json")), console);
    return runVerb(**verb, arguments, console);
}

} // namespace designer::ctl
