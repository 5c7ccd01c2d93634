// SPDX-License-Identifier: GPL-3.0-or-later
#include "lines.h"

#include "errorprinter.h"
#include "workspace/fileerror.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
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
            tr("write each event on one line, as an object"),
            {},
            json::positionAt(line, begin)};
}

/// How many carriage returns of \a line end a line of their own: events end at line feeds alone, and places
/// are counted as editors do.
std::size_t loneReturns(std::string_view line)
{
    if (line.ends_with('\r')) // belongs to the line feed
        line.remove_suffix(1);
    return static_cast<std::size_t>(std::count(line.begin(), line.end(), '\r'));
}

/// An open file to read events from; where it cannot be opened, reason() says why.
class EventFile
{
public:
    explicit EventFile(const QString &file)
        : m_fd(file == QLatin1String("-")
                   ? STDIN_FILENO
                   : ::open(QFile::encodeName(file).constData(), O_RDONLY | O_CLOEXEC)),
          m_reason(m_fd < 0 ? errno : 0)
    {
        // A folder can be opened, and fails when it is read.
        struct stat info = {};
        if (m_fd >= 0 && ::fstat(m_fd, &info) == 0 && S_ISDIR(info.st_mode))
            m_reason = EISDIR;
    }
    ~EventFile()
    {
        if (m_fd > STDIN_FILENO)
            ::close(m_fd);
    }
    EventFile(const EventFile &) = delete;
    EventFile &operator=(const EventFile &) = delete;
    [[nodiscard]] int fd() const { return m_fd; }
    [[nodiscard]] int reason() const { return m_reason; }

private:
    int m_fd;
    int m_reason;
};

/// \a problem as an error of the file's own line.
Error placed(const delivery::BlockResult::Problem &problem, std::size_t firstLine, const QString &file)
{
    Error error = problem.error.inFile(file);
    error.position = json::Position{firstLine + problem.line,
                                    problem.error.position ? problem.error.position->column : 1};
    return error;
}

/// The output of a block with an error's object wherever a line failed.
std::string withErrors(const delivery::BlockResult &result, std::size_t firstLine, const QString &file)
{
    std::string out;
    std::size_t done = 0;
    for (const delivery::BlockResult::Problem &problem : result.problems) {
        out.append(result.output, done, problem.outputBefore - done);
        out += errorLine(placed(problem, firstLine, file));
        done = problem.outputBefore;
    }
    return out.append(result.output, done);
}

} // namespace

Status LineWorker::workOnLine(std::string_view line, std::string &out)
{
    const bool isSound = m_hasTokens ? m_index.parse(line, m_tokens) : m_index.parse(line, {}, m_utf8Checked);
    if (!isSound)
        return fromParseError(m_index.error());
    const json::Value event(&m_index, 0);
    if (!event.isObject())
        return notAnObject(line);
    return workOn(event, out);
}

void LineWorker::work(std::string_view block, delivery::BlockResult &result)
{
    // One check for the whole block costs less than one for each line; a block that fails it has its lines
    // checked one by one.
    m_hasTokens = json::Tokens::areFaster() && m_tokens.find(block);
    m_utf8Checked = m_hasTokens || json::isValidUtf8(block);
    const bool hasReturns = block.find('\r') != std::string_view::npos;
    std::size_t returns = 0;
    const std::size_t lines = delivery::forEachLine(block, [&](std::string_view line, std::size_t number) {
        const std::size_t first = number + returns;
        returns += hasReturns ? loneReturns(line) : 0;
        if (delivery::isBlank(line))
            return;
        const std::size_t before = result.output.size();
        const Status done = workOnLine(line, result.output);
        if (done)
            return;
        result.output.resize(before);
        const std::size_t within = done.error().position ? done.error().position->line - 1 : 0;
        result.problems.push_back({first + within, done.error(), before});
    });
    result.lines = lines + returns;
}

Result<int> runLines(const QString &file, const delivery::LinePipeline::MakeWorker &makeWorker,
                     BadLine badLine, Console &console)
{
    const EventFile input(file);
    if (input.reason() != 0)
        return workspace::readError(file, input.reason());
    int status = Yes;
    const auto consume = [&](const delivery::BlockResult &result, std::size_t firstLine) {
        for (const delivery::BlockResult::Problem &problem : result.problems) {
            console.complain(placed(problem, firstLine, file).line());
            status = std::max<int>(status, exitStatus(problem.error.code));
        }
        if (badLine == BadLine::ErrorObject && !result.problems.empty())
            return console.write(withErrors(result, firstLine, file));
        return console.write(result.output);
    };
    const Status read = delivery::LinePipeline(makeWorker, consume).run(input.fd());
    if (!read)
        return read.error().inFile(file);
    return status;
}

} // namespace designer::ctl
