// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "event/path.h"

#include <memory>

namespace designer::event {

/// Looks many paths up in one event, each as lookUp() does. The first few it seeks one by one; from then
/// on it remembers what the objects and arrays on their ways hold, so that many paths in a large event cost
/// no more than both together. Refers to the event, which must outlive it; for one thread.
class Finder
{
public:
    explicit Finder(const json::Value &event);
    ~Finder();
    Finder(Finder &&) noexcept;
    Finder &operator=(Finder &&) noexcept;
    Finder(const Finder &) = delete;
    Finder &operator=(const Finder &) = delete;

    [[nodiscard]] Lookup find(const Path &path)
    {
        if (m_sought == soughtAlone)
            return findKnown(path);
        ++m_sought;
        return lookUp(m_event, path);
    }

    /// So many paths are cheaper to seek than a large event is to remember.
    static constexpr int soughtAlone = 32;

private:
    class Memory;
    [[nodiscard]] Lookup findKnown(const Path &path);

    json::Value m_event;
    int m_sought = 0;
    std::unique_ptr<Memory> m_memory;
};

} // namespace designer::event
