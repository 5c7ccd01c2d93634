// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/source.h"

#include "secrets/reference.h"
#include "json/text.h"

#include <QCoreApplication>
#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace designer::secrets {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Secrets", text);
}

Error usage(const QString &message)
{
    return {ErrorCode::Usage,
            message,
            tr("write --secret NAME=env:VARIABLE, NAME=file:PATH or NAME=fd:NUMBER"),
            {},
            {}};
}

Error unavailable(const Source &source, const QString &message, const QString &wayOut)
{
    return {ErrorCode::SecretUnavailable,
            tr("secret %1: %2").arg(json::toQString(source.name), message),
            wayOut,
            {},
            {}};
}

Result<Source> parseWhere(Source source, const QString &where)
{
    const qsizetype colon = where.indexOf(QLatin1Char(':'));
    const QStringView kind = QStringView(where).left(qMax<qsizetype>(colon, 0));
    source.where = where.mid(colon + 1);
    if (kind == QLatin1String("env") && !source.where.isEmpty()) {
        source.kind = Source::Environment;
        return source;
    }
    if (kind == QLatin1String("file") && !source.where.isEmpty()) {
        source.kind = Source::File;
        return source;
    }
    bool isNumber = false;
    source.descriptor = source.where.toInt(&isNumber);
    if (kind == QLatin1String("fd") && isNumber && source.descriptor >= 0) {
        source.kind = Source::Descriptor;
        return source;
    }
    return usage(
        tr("it is not said where the value of the secret %1 is to be read from; the value itself does not "
           "belong on the command line, where everybody on this computer can read it")
            .arg(json::toQString(source.name)));
}

Result<Secret> readEnvironment(const Source &source)
{
    const char *value = std::getenv(source.where.toLocal8Bit().constData());
    if (!value) {
        return unavailable(source, tr("the environment variable %1 is not set").arg(source.where),
                           tr("set it and export it before the program starts"));
    }
    return Secret(std::string(value));
}

QString reason()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

void dropLineEnd(std::string &text)
{
    if (text.ends_with('\n'))
        text.pop_back();
    if (text.ends_with('\r'))
        text.pop_back();
}

Result<Secret> readDescriptor(const Source &source, int descriptor)
{
    std::string value(largestSecret + 1, '\0');
    std::size_t size = 0;
    while (size < value.size()) {
        const ssize_t got = ::read(descriptor, value.data() + size, value.size() - size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            const QString why = reason();
            wipe(value);
            return unavailable(source, tr("its value could not be read (%1)").arg(why),
                               tr("check that the file or descriptor is there and open for reading"));
        }
        if (got == 0)
            break;
        size += static_cast<std::size_t>(got);
    }
    Secret whole(std::move(value));
    if (size > largestSecret) {
        return unavailable(source, tr("its value is larger than %1 bytes").arg(largestSecret),
                           tr("check that the right file was named"));
    }
    std::string text(whole.reveal().substr(0, size));
    dropLineEnd(text);
    return Secret(std::move(text));
}

Result<Secret> readFile(const Source &source)
{
    const int descriptor = ::open(QFile::encodeName(source.where).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return unavailable(source, tr("the file %1 could not be opened (%2)").arg(source.where, reason()),
                           tr("check its name and its permissions"));
    }
    Result<Secret> value = readDescriptor(source, descriptor);
    ::close(descriptor);
    return value;
}

Result<Secret> readAny(const Source &source)
{
    switch (source.kind) {
    case Source::Environment: return readEnvironment(source);
    case Source::File: return readFile(source);
    case Source::Descriptor: return readDescriptor(source, source.descriptor);
    }
    return Secret();
}

} // namespace

Result<Source> parseSource(const QString &option)
{
    const qsizetype equals = option.indexOf(QLatin1Char('='));
    if (equals < 0)
        return usage(tr("--secret needs a name and a source"));
    Source source;
    source.name = option.left(equals).toStdString();
    if (!isSecretName(source.name)) {
        return usage(tr("the name of a secret is made of letters, digits, _, - and ."));
    }
    return parseWhere(std::move(source), option.mid(equals + 1));
}

Result<Secret> readSource(const Source &source)
{
    Result<Secret> value = readAny(source);
    if (value && value->isEmpty())
        return unavailable(source, tr("its value is empty"), tr("check where it is read from"));
    if (value && value->reveal().size() > largestSecret) {
        return unavailable(source, tr("its value is larger than %1 bytes").arg(largestSecret),
                           tr("check where it is read from"));
    }
    return value;
}

} // namespace designer::secrets
