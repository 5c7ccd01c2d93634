// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain/keychain.h"

#include "keychain/part.h"
#include "secrets/timedstore.h"

#include <QCoreApplication>
#include <QPluginLoader>
#include <QTimer>

#include <algorithm>

namespace designer::keychain {

namespace {

using secrets::Secret;
using secrets::Store;

/// As long as people take to type a new password twice.
constexpr std::chrono::milliseconds typing = std::chrono::minutes(2);

/// Where the part lies, seen from the program: the same in the build's folder and where it is installed.
QString installedPart()
{
    return QCoreApplication::applicationDirPath() + QLatin1String("/" DESIGNER_KEYCHAIN_PART);
}

/// The store of the part, which is loaded with the first question.
class LoadedStore : public QObject, public Store
{
public:
    explicit LoadedStore(const QString &partFile) : m_loader(partFile) { }

    void read(const std::string &name, Done done) override
    {
        if (Store *store = loaded())
            store->read(name, std::move(done));
        else
            answerMissing(std::move(done));
    }
    void write(const std::string &name, Secret value, Done done) override
    {
        if (Store *store = loaded())
            store->write(name, std::move(value), std::move(done));
        else
            answerMissing(std::move(done));
    }
    void remove(const std::string &name, Done done) override
    {
        if (Store *store = loaded())
            store->remove(name, std::move(done));
        else
            answerMissing(std::move(done));
    }

private:
    Store *loaded()
    {
        if (!m_store) {
            if (auto *part = qobject_cast<Part *>(m_loader.instance()))
                m_store = part->makeStore();
        }
        return m_store.get();
    }

    /// Later, as every answer.
    void answerMissing(Done done)
    {
        QTimer::singleShot(0, this, [done = std::move(done)] {
            Answer answer;
            answer.detail = QCoreApplication::translate(
                "Keychain", "a part of the program is missing; install the program again");
            done(std::move(answer));
        });
    }

    QPluginLoader m_loader;
    std::unique_ptr<Store> m_store;
};

} // namespace

std::unique_ptr<Store> makeKeychainStore(std::chrono::milliseconds limit)
{
    return makeKeychainStore(limit, installedPart());
}

std::unique_ptr<Store> makeKeychainStore(std::chrono::milliseconds limit, const QString &partFile)
{
    return std::make_unique<secrets::TimedStore>(std::make_unique<LoadedStore>(partFile), limit,
                                                 std::max(limit, typing));
}

} // namespace designer::keychain
