// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/result.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace designer::delivery {

/// What a worker made of a block of whole lines.
struct BlockResult
{
    struct Problem
    {
        std::size_t line = 0; ///< from 0, within the block
        Error error;
        std::size_t outputBefore = 0; ///< how much of the output belongs to the lines before it
    };
    std::string output;
    std::vector<Problem> problems;
    std::size_t lines = 0; ///< how many lines the block had, blank ones included
};

/// Works on blocks of lines. Each thread has one of its own, so it needs no locks.
class BlockWorker
{
public:
    BlockWorker() = default;
    virtual ~BlockWorker() = default;
    BlockWorker(const BlockWorker &) = delete;
    BlockWorker &operator=(const BlockWorker &) = delete;
    /// \a block holds whole lines; the last one may lack its line feed. \a result comes empty.
    virtual void work(std::string_view block, BlockResult &result) = 0;
};

/// Reads lines of a file of any size in constant memory, has them worked on by several threads,
/// and hands the results on in the order of the file. Memory: a few blocks (of 256 KiB, or of the
/// longest line) a thread, and what becomes of one block more than there are threads. Lines that arrive
/// slowly, through a pipe, are not held back.
class LinePipeline
{
public:
    using MakeWorker = std::function<std::unique_ptr<BlockWorker>()>;
    /// Called in the order of the file, never twice at a time, but from any thread. \a firstLine
    /// counts from 1. False stops the work.
    using Consume = std::function<bool(const BlockResult &result, std::size_t firstLine)>;

    LinePipeline(MakeWorker makeWorker, Consume consume, unsigned threads = 0);
    /// Reads the file descriptor to its end. An error is one of reading (FileUnreadable).
    [[nodiscard]] Status run(int fd);

private:
    MakeWorker m_makeWorker;
    Consume m_consume;
    unsigned m_threads;
};

/// Calls \a each(line, number) for every line of \a block, from 0, without its line feed; returns
/// how many there were.
template <typename Each>
std::size_t forEachLine(std::string_view block, Each each)
{
    std::size_t number = 0;
    while (!block.empty()) {
        const std::size_t feed = block.find('\n');
        const std::size_t end = feed == std::string_view::npos ? block.size() : feed;
        each(block.substr(0, end), number++);
        block.remove_prefix(feed == std::string_view::npos ? end : end + 1);
    }
    return number;
}

/// Whether a line holds nothing but white space.
[[nodiscard]] inline bool isBlank(std::string_view line)
{
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

} // namespace designer::delivery
