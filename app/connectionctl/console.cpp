// SPDX-License-Identifier: GPL-3.0-or-later
#include "console.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
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

constexpr std::array tones{Tone::Good, Tone::Bad, Tone::Warning, Tone::Dim, Tone::Bold};
constexpr QLatin1String endOfTone("\033[0m");

QChar printable(QChar c)
{
    if (c.unicode() < 0x20)
        return {static_cast<char16_t>(0x2400 + c.unicode())};
    if (c.unicode() == 0x7F)
        return {char16_t(0x2421)};
    return c.unicode() >= 0x80 && c.unicode() < 0xA0 ? QChar(QChar::ReplacementCharacter) : c;
}

/// The length of one of our own colours at the beginning of \a text; 0: there is none.
qsizetype toneLength(QStringView text)
{
    if (text.startsWith(endOfTone))
        return endOfTone.size();
    const auto tone
        = std::find_if(tones.begin(), tones.end(), [&](Tone t) { return text.startsWith(escapeFor(t)); });
    return tone == tones.end() ? 0 : escapeFor(*tone).size();
}

/// \a text as it may come to a terminal, with its line feeds and, where it is \a coloured, its colours.
QString harmless(const QString &text, bool coloured)
{
    QString out;
    out.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const bool mayBeTone = coloured && text[at] == QChar(0x1B);
        const qsizetype length = mayBeTone ? toneLength(QStringView(text).mid(at)) : 0;
        if (length > 0)
            out += QStringView(text).mid(at, length);
        else
            out += text[at] == QLatin1Char('\n') ? text[at] : printable(text[at]);
        at += std::max<qsizetype>(length, 1);
    }
    return out;
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
    case ErrorCode::ExportRefused: return No;
    case ErrorCode::FileNotWritten:
    case ErrorCode::FileChanged:
    case ErrorCode::OutputClosed:
    case ErrorCode::InvalidRequest:
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
    : m_output(outputFd), m_error(errorFd), m_terminal(::isatty(outputFd) == 1),
      m_coloured(m_terminal && !qEnvironmentVariableIsSet("NO_COLOR")
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
    return write((harmless(text, m_coloured) + QLatin1Char('\n')).toStdString());
}

void Console::complain(const QString &what) const
{
    note(QStringLiteral("connectionctl: ") + printable(what));
}

void Console::note(const QString &text) const
{
    // Where standard error is closed too, there is nobody left to tell.
    static_cast<void>(writeAll(m_error, (harmless(text, false) + QLatin1Char('\n')).toStdString()));
}

QString Console::toned(const QString &text, Tone tone) const
{
    return m_coloured && tone != Tone::Plain ? escapeFor(tone) + text + endOfTone : text;
}

QString Console::wrapped(const QString &text, int indent, int firstIndent, int width)
{
    QString out(firstIndent, QLatin1Char(' '));
    int column = firstIndent;
    bool lineIsEmpty = true;
    for (const QString &word : printable(text).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
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
    std::transform(out.begin(), out.end(), out.begin(), [](QChar c) { return printable(c); });
    return out;
}

} // namespace designer::ctl
