// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console.h"
#include "finding/finding.h"
#include "finding/result.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

namespace designer::ctl {

/// The words that followed a verb, checked against its options.
class Arguments
{
public:
    explicit Arguments(const QCommandLineParser &parser) : m_parser(parser) { }
    [[nodiscard]] QStringList positional() const { return m_parser.positionalArguments(); }
    [[nodiscard]] QString first() const { return positional().value(0); }
    [[nodiscard]] bool has(const char *option) const { return m_parser.isSet(QLatin1String(option)); }
    [[nodiscard]] QString value(const char *option) const { return m_parser.value(QLatin1String(option)); }
    [[nodiscard]] QStringList values(const char *option) const
    {
        return m_parser.values(QLatin1String(option));
    }
    [[nodiscard]] bool json() const { return has("json"); }

private:
    const QCommandLineParser &m_parser;
};

/// How a verb is called, for the usage line and `--help`.
struct VerbInfo
{
    QString name;
    QString synopsis; ///< `CONNECTION --event FILE`
    QString summary; ///< one sentence
    QString details; ///< paragraphs separated by line feeds
    QStringList examples;
    QList<QCommandLineOption> options; ///< besides --json and --help
    int minimumPositional = 0;
    int maximumPositional = 0;
};

/// One verb of the command line. One small class each, run in-process by the tests.
class Verb
{
public:
    Verb() = default;
    virtual ~Verb() = default;
    Verb(const Verb &) = delete;
    Verb &operator=(const Verb &) = delete;

    [[nodiscard]] virtual VerbInfo info() const = 0;
    /// Does the work. The result is the exit status. An Error that is returned is told, and its
    /// code decides the status.
    [[nodiscard]] virtual Result<int> run(const Arguments &arguments, Console &console) = 0;
};

/// All verbs, in the order of the help.
[[nodiscard]] std::vector<std::unique_ptr<Verb>> allVerbs();

/// Wrong usage: told with the verb's usage line.
[[nodiscard]] Error usageError(const QString &message, const QString &wayOut = {});

} // namespace designer::ctl
