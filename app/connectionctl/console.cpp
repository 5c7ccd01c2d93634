// SPDX-License-Identifier: GPL-3.0-or-later
#include "console.h"

#include <QCoreApplication>
#include <QStringList>

#include <cerrno>
#include <cstring>

#include <poll.h>
#include <unistd.h>

namespace designer::ctl {

namespace {

/// Another program may have made the stream non-blocking, which both then share.
void waitUntilWritable(int fd)
{
    pollfd writable{fd, POLLOUT, 0};
    ::poll(&writable, 1, -1);
}

bool writeAll(int fd, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t count = ::write(fd, bytes.data(), bytes.size());
        if (count > 0)
            bytes.remove_prefix(static_cast<std::size_t>(count));
        else if (errno == EAGAIN)
            waitUntilWritable(fd);
        else if (errno != EINTR)
            return false;
    }
    return true;
}

QLatin1String escapeFor(Tone tone)
{
    switch (tone) {
    case Tone::Good: return QLatin1String("\033[32m");
    case Tone::Bad: return QLatin1String("\033[31m");
    case Tone::Warning: return QLatin1String("\033[33m");
    case Tone::Dim: return QLatin1String("\033[2m");
    case Tone::Bold: return QLatin1String("\033[1m");
    case Tone::Plain: break;
    }
    return {};
}

} // namespace

ExitStatus exitStatus(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Usage:
    case ErrorCode::UnknownTemplate:
    case ErrorCode::FileExists: return WrongUsage;
    case ErrorCode::MissingValues:
    case ErrorCode::PayloadTooDeep:
    case ErrorCode::PayloadTooLarge:
    case ErrorCode::InvalidRequest:
    case ErrorCode::ExportRefused: return No;
    case ErrorCode::FileNotWritten:
    case ErrorCode::FileChanged:
    case ErrorCode::OutputClosed:
    case ErrorCode::NotDelivered:
    case ErrorCode::Cancelled:
    case ErrorCode::PortTaken: return NotDelivered;
    case ErrorCode::FileNotFound:
    case ErrorCode::FileUnreadable:
    case ErrorCode::FileTooLarge:
    case ErrorCode::WrongEncoding:
    case ErrorCode::MalformedJson:
    case ErrorCode::NotAnObject:
    case ErrorCode::NotAConnection:
    case ErrorCode::UnsoundConnection:
    case ErrorCode::MalformedTemplate:
    case ErrorCode::MalformedCondition:
    case ErrorCode::RegexLimit:
    case ErrorCode::UnrecognisedFormat:
    case ErrorCode::SecretUnavailable: break;
    }
    return BadInput;
}

Console::Console(int outputFd, int errorFd)
    : m_output(outputFd), m_error(errorFd),
      m_coloured(::isatty(outputFd) == 1 && !qEnvironmentVariableIsSet("NO_COLOR")
                 && qgetenv("TERM") != QByteArrayLiteral("dumb"))
{ }

bool Console::write(std::string_view bytes)
{
    if (m_failed)
        return false;
    if (writeAll(m_output, bytes))
        return true;
    m_failed = true;
    // Somebody who closed the pipe knows it; anything else has to be said.
    if (errno != EPIPE) {
        complain(QCoreApplication::translate(
                     "Console", "the output could not be written (%1); make room, or write elsewhere")
                     .arg(QString::fromLocal8Bit(std::strerror(errno))));
    }
    return false;
}

bool Console::line(const QString &text)
{
    return write((text + QLatin1Char('\n')).toStdString());
}

void Console::complain(const QString &what) const
{
    note(QStringLiteral("connectionctl: ") + printable(what));
}

void Console::note(const QString &text) const
{
    // Where standard error is closed too, there is nobody left to tell.
    static_cast<void>(writeAll(m_error, (text + QLatin1Char('\n')).toStdString()));
}

QString Console::toned(const QString &text, Tone tone) const
{
    return m_coloured && tone != Tone::Plain ? escapeFor(tone) + text + QLatin1String("\033[0m") : text;
}

QString Console::wrapped(const QString &text, int indent, int firstIndent, int width)
{
    QString out(firstIndent, QLatin1Char(' '));
    int column = firstIndent;
    bool lineIsEmpty = true;
    for (const QString &word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const int length = static_cast<int>(word.size());
        if (!lineIsEmpty && column + 1 + length > width) {
            out += QLatin1Char('\n') + QString(indent, QLatin1Char(' '));
            column = indent;
            lineIsEmpty = true;
        }
        if (!lineIsEmpty) {
            out += QLatin1Char(' ');
            ++column;
        }
        out += word;
        column += length;
        lineIsEmpty = false;
    }
    return out;
}

QString printable(const QString &text)
{
    QString out = text;
    for (QChar &c : out) {
        if (c.unicode() < 0x20)
            c = QChar(static_cast<char16_t>(0x2400 + c.unicode()));
        else if (c.unicode() == 0x7F)
            c = QChar(0x2421);
        else if (c.unicode() >= 0x80 && c.unicode() < 0xA0)
            c = QChar(QChar::ReplacementCharacter);
    }
    return out;
}

} // namespace designer::ctl
