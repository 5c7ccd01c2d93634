// SPDX-License-Identifier: GPL-3.0-or-later
#include "lines.h"

#include "json/writer.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace designer::ctl {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Lines", text);
}

Error notAnObject(std::string_view line)
{
    const std::size_t begin = line.find_first_not_of(" \t\r");
    return {ErrorCode::NotAnObject,
            tr("an event is a JSON object, and this line is none"),
            {},
            {},
            json::positionAt(line, begin)};
}

/// An open file to read events from.
class EventFile
{
public:
    explicit EventFile(const QString &file)
        : m_fd(file == QLatin1String("-") ? STDIN_FILENO
                                          : ::open(QFile::encodeName(file).constData(), O_RDONLY | O_CLOEXEC))
    { }
    ~EventFile()
    {
        if (m_fd > STDIN_FILENO)
            ::close(m_fd);
    }
    EventFile(const EventFile &) = delete;
    EventFile &operator=(const EventFile &) = delete;
    [[nodiscard]] int fd() const { return m_fd; }

private:
    int m_fd;
};

} // namespace

void LineWorker::failed(const Error &, std::string &) { }

Status LineWorker::workOnLine(std::string_view line, bool utf8Checked, std::string &out)
{
    if (!m_index.parse(line, {}, utf8Checked))
        return fromParseError(m_index.error());
    const json::Value event(&m_index, 0);
    if (!event.isObject())
        return notAnObject(line);
    return workOn(event, out);
}

void LineWorker::work(std::string_view block, delivery::BlockResult &result)
{
    // One check for the whole block costs less than one for each line; a block that fails it has
    // its lines checked one by one.
    const bool utf8Checked = json::isValidUtf8(block);
    result.lines = delivery::forEachLine(block, [&](std::string_view line, std::size_t number) {
        if (delivery::isBlank(line))
            return;
        const std::size_t before = result.output.size();
        const Status done = workOnLine(line, utf8Checked, result.output);
        if (done)
            return;
        result.output.resize(before);
        result.problems.push_back({number, done.error()});
        failed(done.error().inFile(m_file), result.output);
    });
}

std::string errorLine(const Error &error)
{
    json::Writer w;
    w.beginObject().name("error").beginObject();
    w.name("code").string(codeName(error.code)).name("message").string(error.sentence());
    w.name("file").string(error.file);
    w.name("line");
    error.position ? w.number(error.position->line) : w.null();
    w.name("column");
    error.position ? w.number(error.position->column) : w.null();
    w.endObject().endObject();
    return w.take() + '\n';
}

Result<int> runLines(const QString &file, const delivery::LinePipeline::MakeWorker &makeWorker,
                     Console &console)
{
    const EventFile input(file);
    if (input.fd() < 0) {
        const bool missing = errno == ENOENT || errno == ENOTDIR;
        return Error{missing ? ErrorCode::FileNotFound : ErrorCode::FileUnreadable,
                     missing ? tr("there is no such file") : tr("you may not read this file"),
                     missing ? tr("check the name") : tr("ask its owner for permission"),
                     file,
                     {}};
    }
    int status = Yes;
    const auto consume = [&](const delivery::BlockResult &result, std::size_t firstLine) {
        for (const delivery::BlockResult::Problem &problem : result.problems) {
            Error error = problem.error.inFile(file);
            error.position = json::Position{firstLine + problem.line,
                                            problem.error.position ? problem.error.position->column : 1};
            console.complain(error.line());
            status = std::max<int>(status, exitStatus(error.code));
        }
        return console.write(result.output);
    };
    const Status read = delivery::LinePipeline(makeWorker, consume).run(input.fd());
    if (!read)
        return read.error().inFile(file);
    return status;
}

} // namespace designer::ctl
