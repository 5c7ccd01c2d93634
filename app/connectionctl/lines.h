// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console.h"
#include "delivery/linepipeline.h"
#include "json/tokens.h"
#include "json/value.h"

#include <functional>
#include <memory>

namespace designer::ctl {

/// Works on events that stand one on a line: checks each line, and goes on after a bad one.
class LineWorker : public delivery::BlockWorker
{
public:
    explicit LineWorker(QString file) : m_file(std::move(file)) { }
    void work(std::string_view block, delivery::BlockResult &result) final;

protected:
    /// Appends what is printed for one event. An error is told with its line, and what was
    /// appended for the event is taken back.
    virtual Status workOn(const json::Value &event, std::string &out) = 0;
    [[nodiscard]] const QString &file() const { return m_file; }

private:
    Status workOnLine(std::string_view line, std::string &out);

    QString m_file;
    json::Tokens m_tokens; ///< of the block
    bool m_hasTokens = false;
    bool m_utf8Checked = false;
    json::Index m_index;
};

/// What stands in the output in place of a line that could not be answered.
enum class BadLine { Nothing, ErrorObject };

/// Sends the lines of \a file (`-`: standard input) through workers and prints what they make of
/// them, in order. Bad lines are told on standard error with their number. The result is the exit
/// status: 3 where a line was bad, else 1 where one was blocked, else 0.
[[nodiscard]] Result<int> runLines(const QString &file, const delivery::LinePipeline::MakeWorker &makeWorker,
                                   BadLine badLine, Console &console);

} // namespace designer::ctl
