// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/store.h"

#include <QObject>

#include <chrono>
#include <memory>

namespace designer::secrets {

/// A store with a hard time-out in front of it: what is not answered by then is Unreachable, and
/// an answer that comes later is thrown away (and wiped).
class TimedStore : public QObject, public Store
{
    Q_OBJECT

public:
    /// \a writeLimit is for keeping a secret: a desktop may ask for a password first, and people type.
    TimedStore(std::unique_ptr<Store> store, std::chrono::milliseconds limit,
               std::chrono::milliseconds writeLimit, QObject *parent = nullptr);
    ~TimedStore() override;
    Q_DISABLE_COPY_MOVE(TimedStore)

    void read(const std::string &name, Done done) override;
    void write(const std::string &name, Secret value, Done done) override;
    void remove(const std::string &name, Done done) override;

private:
    [[nodiscard]] Done limited(Done done, std::chrono::milliseconds limit);

    std::unique_ptr<Store> m_store;
    std::chrono::milliseconds m_limit;
    std::chrono::milliseconds m_writeLimit;
};

} // namespace designer::secrets
