// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/timedstore.h"

#include <QTimer>

namespace designer::secrets {

TimedStore::TimedStore(std::unique_ptr<Store> store, std::chrono::milliseconds limit,
                       std::chrono::milliseconds writeLimit, QObject *parent)
    : QObject(parent), m_store(std::move(store)), m_limit(limit), m_writeLimit(writeLimit)
{ }

TimedStore::~TimedStore() = default;

void TimedStore::read(const std::string &name, Done done)
{
    m_store->read(name, limited(std::move(done), m_limit));
}

void TimedStore::write(const std::string &name, Secret value, Done done)
{
    m_store->write(name, std::move(value), limited(std::move(done), m_writeLimit));
}

void TimedStore::remove(const std::string &name, Done done)
{
    m_store->remove(name, limited(std::move(done), m_writeLimit));
}

/// Of the answer and the timer, the first one calls \a done.
Store::Done TimedStore::limited(Done done, std::chrono::milliseconds limit)
{
    const auto shared = std::make_shared<Done>(std::move(done));
    const auto once = [shared](Answer answer) {
        if (*shared)
            std::exchange(*shared, nullptr)(std::move(answer));
    };
    QTimer::singleShot(limit, this, [once, seconds = static_cast<double>(limit.count()) / 1000.0] {
        once({State::Unreachable,
              {},
              tr("no answer within %1 s; it may be locked and waiting for its password").arg(seconds)});
    });
    return once;
}

} // namespace designer::secrets
