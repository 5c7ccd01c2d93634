// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

namespace designer::json {

/// What is worked out when it is first asked for, and kept. May be asked by several threads: of those that
/// are first, one keeps its own.
template <typename T>
class OnDemand
{
public:
    OnDemand() = default;
    ~OnDemand() { forget(); }
    OnDemand(const OnDemand &) = delete;
    OnDemand &operator=(const OnDemand &) = delete;

    template <typename Make>
    const T &get(Make make) const
    {
        const T *known = m_known.load(std::memory_order_acquire);
        if (!known) {
            auto made = std::make_unique<const T>(make());
            if (m_known.compare_exchange_strong(known, made.get(), std::memory_order_acq_rel))
                known = made.release();
        }
        return *known;
    }
    /// While nobody else asks.
    void forget()
    {
        if (m_known.load(std::memory_order_relaxed))
            delete m_known.exchange(nullptr);
    }

private:
    mutable std::atomic<const T *> m_known = nullptr;
};

} // namespace designer::json
