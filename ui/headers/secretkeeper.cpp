// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/headers/secretkeeper.h"

#include "secrets/collect.h"
#include "json/text.h"

#include <QCoreApplication>

#include <utility>

namespace designer::ui {
namespace {

using secrets::Secret;
using secrets::Store;

Secret copyOf(const Secret &value)
{
    return Secret(std::string(value.reveal()));
}

SecretKeeper::State stateOf(Store::State state)
{
    switch (state) {
    case Store::State::Ok: return SecretKeeper::State::Keychain;
    case Store::State::Absent: return SecretKeeper::State::Absent;
    case Store::State::Locked: return SecretKeeper::State::Locked;
    case Store::State::Denied: return SecretKeeper::State::Denied;
    case Store::State::Unreachable: break;
    }
    return SecretKeeper::State::Unreachable;
}

/// Stands in for a keychain that is not there.
class NoStore : public QObject, public Store
{
public:
    void read(const std::string & /*name*/, Done done) override { refuse(std::move(done)); }
    void write(const std::string & /*name*/, Secret /*value*/, Done done) override
    {
        refuse(std::move(done));
    }
    void remove(const std::string & /*name*/, Done done) override { refuse(std::move(done)); }

private:
    void refuse(Done done)
    {
        QMetaObject::invokeMethod(
            this, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
    }
};

} // namespace

/// A value that looks for a name.
struct SecretKeeper::Search
{
    std::string wish;
    std::string name;
    int number = 1;
    Secret value;
    Place place = Place::Keychain;
    std::function<void(const Kept &)> done;
};

SecretKeeper::SecretKeeper(std::unique_ptr<Store> store, std::chrono::milliseconds revealTime,
                           QObject *parent)
    : QObject(parent), m_store(store ? std::move(store) : std::make_unique<NoStore>())
{
    m_hiding.setSingleShot(true);
    m_hiding.setInterval(revealTime);
    connect(&m_hiding, &QTimer::timeout, this, &SecretKeeper::hide);
}

SecretKeeper::~SecretKeeper() = default;

SecretKeeper::State SecretKeeper::state(const std::string &name)
{
    if (m_session.contains(name))
        return State::Session;
    const auto known = m_states.find(name);
    if (known != m_states.end())
        return known->second;
    m_states.emplace(name, State::Asking);
    read(name, [this, name](const Store::Answer &answer) { note(name, stateOf(answer.state)); });
    return State::Asking;
}

SecretKeeper::State SecretKeeper::known(const std::string &name) const
{
    if (m_session.contains(name))
        return State::Session;
    const auto found = m_states.find(name);
    return found == m_states.end() ? State::Asking : found->second;
}

void SecretKeeper::ask(const std::string &name)
{
    note(name, State::Asking);
    read(name, [this, name](const Store::Answer &answer) { note(name, stateOf(answer.state)); });
}

void SecretKeeper::note(const std::string &name, State state)
{
    m_states.insert_or_assign(name, state);
    Q_EMIT changed(json::toQString(name));
}

void SecretKeeper::read(const std::string &name, Store::Done done)
{
    m_store->read(name, std::move(done));
}

void SecretKeeper::write(const std::string &name, Secret value, std::function<void(State)> done)
{
    note(name, State::Asking);
    m_store->write(name, std::move(value), [this, name, done = std::move(done)](const Store::Answer &answer) {
        const State state = stateOf(answer.state);
        if (state == State::Keychain)
            m_session.erase(name);
        note(name, state);
        done(state);
    });
}

void SecretKeeper::put(std::string name, Secret value, Place place)
{
    hide();
    if (place == Place::Session) {
        const QString shown = json::toQString(name);
        m_session.insert_or_assign(std::move(name), std::move(value));
        Q_EMIT changed(shown);
        Q_EMIT kept(shown);
        return;
    }
    write(name, std::move(value), [this, name](State state) {
        if (state == State::Keychain)
            Q_EMIT kept(json::toQString(name));
        else
            Q_EMIT failed(json::toQString(name), state);
    });
}

void SecretKeeper::keepApart(const std::string &wish, Secret value, Place place,
                             std::function<void(const Kept &)> done)
{
    tryName(std::make_shared<Search>(Search{wish, wish, 1, std::move(value), place, std::move(done)}));
}

void SecretKeeper::tryName(const std::shared_ptr<Search> &search)
{
    if (const auto session = m_session.find(search->name); session != m_session.end()) {
        foundUnderName(search, {Store::State::Ok, copyOf(session->second), {}});
        return;
    }
    read(search->name, [this, search](const Store::Answer &answer) { foundUnderName(search, answer); });
}

void SecretKeeper::foundUnderName(const std::shared_ptr<Search> &search, const Store::Answer &answer)
{
    const bool isOther = answer.state == Store::State::Ok && answer.value.reveal() != search->value.reveal();
    if (isOther) {
        search->name = search->wish + '_' + std::to_string(++search->number);
        tryName(search);
    } else if (answer.state == Store::State::Ok || answer.state == Store::State::Absent
               || search->place == Place::Session) {
        keepUnderName(search);
    } else {
        search->done({{}, stateOf(answer.state)});
    }
}

void SecretKeeper::keepUnderName(const std::shared_ptr<Search> &search)
{
    if (search->place == Place::Session) {
        put(search->name, std::move(search->value), Place::Session);
        search->done({search->name, State::Session});
        return;
    }
    write(search->name, std::move(search->value), [search](State state) {
        search->done({state == State::Keychain ? search->name : std::string(), state});
    });
}

void SecretKeeper::reveal(const std::string &name)
{
    if (const auto session = m_session.find(name); session != m_session.end()) {
        show(name, copyOf(session->second));
        return;
    }
    m_store->read(name, [this, name](Store::Answer answer) {
        if (answer.state == Store::State::Ok)
            show(name, std::move(answer.value));
        note(name, stateOf(answer.state));
    });
}

void SecretKeeper::show(const std::string &name, Secret value)
{
    hide();
    m_revealedName = name;
    m_revealedValue = std::move(value);
    m_hiding.start();
    Q_EMIT changed(json::toQString(name));
}

void SecretKeeper::hide()
{
    m_hiding.stop();
    if (m_revealedName.empty())
        return;
    m_revealedValue = {};
    Q_EMIT changed(json::toQString(std::exchange(m_revealedName, {})));
}

std::optional<std::string_view> SecretKeeper::revealed(const std::string &name) const
{
    return name == m_revealedName && !name.empty() ? std::optional(m_revealedValue.reveal()) : std::nullopt;
}

/// What to do about it here: the window has no options to name a source with.
static Error windowError(const std::string &name, const Store::Answer &answer)
{
    const auto tr = [](const char *text) { return QCoreApplication::translate("Secrets", text); };
    Error error = secrets::storeError(name, answer);
    const QString header = tr("on the page Headers, beside the header that uses it");
    switch (answer.state) {
    case Store::State::Ok:
    case Store::State::Absent:
        error.message = tr("%1 is not in your keychain yet").arg(json::toQString(name));
        error.wayOut = tr("write it down %1").arg(header);
        break;
    case Store::State::Locked: error.wayOut = tr("unlock your keychain and try again"); break;
    case Store::State::Denied: error.wayOut = tr("try again, and allow it when your computer asks"); break;
    case Store::State::Unreachable:
        error.wayOut
            = tr("start your keychain program, or write the value down for this session %1").arg(header);
        break;
    }
    return error;
}

void SecretKeeper::collect(const std::vector<std::string> &names,
                           std::function<void(Result<secrets::Secrets>)> done)
{
    secrets::Secrets given;
    for (const std::string &name : names) {
        if (const auto session = m_session.find(name); session != m_session.end())
            given.insert_or_assign(name, copyOf(session->second));
    }
    secrets::collect(names, std::move(given), *m_store, std::move(done), windowError);
}

QString words(SecretKeeper::State state)
{
    using State = SecretKeeper::State;
    const auto tr = [](const char *text) { return QCoreApplication::translate("Secrets", text); };
    switch (state) {
    case State::Asking: return tr("asking your keychain");
    case State::Keychain: return tr("in your keychain");
    case State::Absent: return tr("not in your keychain yet");
    case State::Locked: return tr("keychain locked");
    case State::Denied: return tr("keychain denied access");
    case State::Unreachable: return tr("keychain does not answer");
    case State::Session: return tr("for this session only");
    }
    return {};
}

} // namespace designer::ui
