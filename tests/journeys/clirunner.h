// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/document.h"
#include "json/layout.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

#include <string>

#include <sys/stat.h>
#include <unistd.h>

namespace designer::journeys {

/// What a run of the program left behind.
struct Outcome
{
    int status = -1; ///< -1 where it died of a signal or did not end
    QByteArray out;
    QByteArray err;

    [[nodiscard]] json::Document json() const { return json::Document(out.toStdString()); }
    [[nodiscard]] QList<QByteArray> lines() const
    {
        QList<QByteArray> all = out.split('\n');
        if (!all.isEmpty() && all.last().isEmpty())
            all.removeLast();
        return all;
    }
    /// The first line of standard error.
    [[nodiscard]] QByteArray complaint() const { return err.left(err.indexOf('\n')); }
};

/// Runs the real program in a temporary folder of its own.
class CliRunner
{
public:
    CliRunner()
    {
        QVERIFY(m_folder.isValid());
        // What a sanitizer finds must not look like one of the program's own exit statuses.
        for (const char *name : {"ASAN_OPTIONS", "UBSAN_OPTIONS"}) {
            const QString options = m_environment.value(QLatin1String(name));
            m_environment.insert(QLatin1String(name),
                                 options + QStringLiteral(":exitcode=%1").arg(sanitizerStatus));
        }
    }

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] static QString program() { return QStringLiteral(DESIGNER_CONNECTIONCTL); }

    void put(const QString &name, const QByteArray &bytes) const
    {
        QVERIFY(QDir(m_folder.path()).mkpath(QFileInfo(path(name)).path()));
        QFile file(path(name));
        QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(name));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] QByteArray contents(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
    }
    [[nodiscard]] QStringList names() const
    {
        return QDir(folder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::System
                                        | QDir::NoDotAndDotDot);
    }

    void setEnvironment(const QString &name, const QString &value) { m_environment.insert(name, value); }

    /// Prepares a process that stands in the folder; for what run() cannot do.
    void prepare(QProcess &process, const QStringList &arguments) const
    {
        process.setWorkingDirectory(folder());
        process.setProcessEnvironment(m_environment);
        process.setProgram(program());
        process.setArguments(arguments);
    }

    /// Runs to the end. A signal, or no end within a minute, fails the test.
    [[nodiscard]] Outcome run(const QStringList &arguments, const QByteArray &input = {}) const
    {
        QProcess process;
        prepare(process, arguments);
        return finish(process, input);
    }

    /// Runs as somebody who is not root, to whom every door is open.
    [[nodiscard]] Outcome runUnprivileged(const QStringList &arguments) const
    {
        QProcess process;
        prepare(process, arguments);
        if (::geteuid() == 0) {
            // The folder is ours alone; the other may enter and read it.
            if (::chmod(QFile::encodeName(folder()).constData(), 0755) != 0)
                QTest::qFail("the folder could not be opened to others", __FILE__, __LINE__);
            process.setChildProcessModifier([] {
                constexpr unsigned nobody = 65534;
                if (::setresgid(nobody, nobody, nobody) != 0 || ::setresuid(nobody, nobody, nobody) != 0)
                    ::_exit(cannotDropPrivileges);
            });
        }
        return finish(process, {});
    }

    /// Runs a line of the shell, in which "$CTL" is the program.
    [[nodiscard]] Outcome shell(const QString &line, const QByteArray &input = {}) const
    {
        QProcess process;
        prepare(process, {QStringLiteral("-c"), line});
        process.setProgram(QStringLiteral("bash"));
        QProcessEnvironment environment = m_environment;
        environment.insert(QStringLiteral("CTL"), program());
        process.setProcessEnvironment(environment);
        return finish(process, input);
    }

    [[nodiscard]] static Outcome finish(QProcess &process, const QByteArray &input)
    {
        Outcome outcome;
        process.start();
        if (!process.waitForStarted()) {
            QTest::qFail("the program could not be started", __FILE__, __LINE__);
            return outcome;
        }
        process.write(input);
        process.closeWriteChannel();
        constexpr int fiveMinutes = 300'000; // far more than any takes: a busy machine is no failure
        process.waitForFinished(fiveMinutes);
        return finished(process);
    }

    /// What a process left behind. One that is not at its end, or came to it by a signal, fails the test.
    [[nodiscard]] static Outcome finished(QProcess &process)
    {
        Outcome outcome;
        const bool ended = process.state() == QProcess::NotRunning;
        outcome.out = process.readAllStandardOutput();
        outcome.err = process.readAllStandardError();
        if (!ended || process.exitStatus() != QProcess::NormalExit || process.exitCode() == sanitizerStatus
            || outcome.err.contains("Sanitizer")) {
            QTest::qFail(qPrintable(QStringLiteral("the program died of a signal or did not end: %1")
                                        .arg(QString::fromUtf8(outcome.err.right(4000)))),
                         __FILE__, __LINE__);
            return outcome;
        }
        outcome.status = process.exitCode();
        return outcome;
    }

private:
    static constexpr int sanitizerStatus = 86;
    static constexpr int cannotDropPrivileges = 87;

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
};

/// A line of the command line, cut at its blanks.
inline QStringList words(const QString &line)
{
    return line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}
inline QStringList words(const char *line)
{
    return words(QString::fromUtf8(line));
}

/// The names of an object's members, in their order, joined by a blank.
inline QByteArray keys(const json::Value &object)
{
    QByteArrayList names;
    for (const json::Member &member : object.members())
        names << QByteArray::fromStdString(member.nameText());
    return names.join(' ');
}

inline QByteArray text(const json::Value &value)
{
    return value ? QByteArray::fromStdString(value.text()) : QByteArray("(none)");
}

inline QByteArray text(const json::Document &document, std::string_view pointer)
{
    return text(document.at(pointer));
}

/// The kind of a value as the promise speaks of it.
inline QByteArray kind(const json::Value &value)
{
    if (!value)
        return "nothing";
    switch (value.kind()) {
    case json::Kind::Null: return "null";
    case json::Kind::False:
    case json::Kind::True: return "boolean";
    case json::Kind::Number: return "number";
    case json::Kind::String: return "string";
    case json::Kind::Array: return "array";
    case json::Kind::Object: return "object";
    case json::Kind::Bare: break;
    }
    return "bare";
}

/// Exactly one JSON document with a line feed after it.
inline bool isOneJsonLine(const QByteArray &out)
{
    return out.endsWith('\n') && out.count('\n') == 1 && json::Document(out.toStdString()).isValid();
}

} // namespace designer::journeys

/// QVERIFY2 with bytes that the program said.
#define VERIFY_TOLD(condition, bytes) QVERIFY2(condition, QByteArray(bytes).constData())

/// Compares the exit status and, where it differs, shows what the program said. The run may be
/// written in place: it is made once.
#define COMPARE_STATUS(run, expected)                                                                        \
    do {                                                                                                     \
        const designer::journeys::Outcome &compared = (run);                                                 \
        if (compared.status != (expected)) {                                                                 \
            qInfo("standard error: %s", compared.err.left(2000).constData());                                \
            qInfo("standard output: %s", compared.out.left(2000).constData());                               \
        }                                                                                                    \
        QCOMPARE(compared.status, (expected));                                                               \
    } while (false)
