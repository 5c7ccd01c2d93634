// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychainstore.h"

#include "json/text.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusReply>
#include <QPointer>
#include <QThread>

#include <qt6keychain/keychain.h>

namespace designer::keychain {

namespace {

using secrets::Secret;
using secrets::Store;

QObject *startKeychainThread();

/// An object in the keychain's thread, to run calls in its event loop. QtKeychain queues its jobs in
/// one object for the whole process, which belongs to the thread that used it first: so there is
/// one thread for the process too.
QObject *keychainThread()
{
    static QObject *const inThread = startKeychainThread();
    return inThread;
}

/// A keychain that never answers must not keep the program from ending: its thread is left behind.
void stopKeychainThread()
{
    QThread *const thread = keychainThread()->thread();
    thread->quit();
    thread->wait(200);
}

QObject *startKeychainThread()
{
    auto *thread = new QThread;
    thread->setObjectName(QStringLiteral("keychain"));
    auto *inThread = new QObject;
    inThread->moveToThread(thread);
    thread->start();
    qAddPostRoutine(stopKeychainThread);
    return inThread;
}

/// Whether the keyring of the session's Secret Service is locked. Whoever declines to unlock it is told
/// that there is no such entry, which says nothing of what the keyring holds.
bool isKeyringLocked()
{
    QDBusMessage question = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.secrets"), QStringLiteral("/org/freedesktop/secrets/aliases/default"),
        QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    question << QStringLiteral("org.freedesktop.Secret.Collection") << QStringLiteral("Locked");
    question.setAutoStartService(false);
    constexpr int timeLimit = 1000; // in ms
    const QDBusReply<QVariant> answer = QDBusConnection::sessionBus().call(question, QDBus::Block, timeLimit);
    return answer.isValid() && answer.value().toBool();
}

/// Whether a Secret Service runs in the session, whatever it answers.
bool isKeyringThere()
{
    const QDBusConnectionInterface *const bus = QDBusConnection::sessionBus().interface();
    return bus && bus->isServiceRegistered(QStringLiteral("org.freedesktop.secrets"));
}

Store::State stateOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError: return Store::State::Ok;
    case QKeychain::EntryNotFound: return isKeyringLocked() ? Store::State::Locked : Store::State::Absent;
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied: return Store::State::Denied;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
    case QKeychain::OtherError: break;
    }
    // QtKeychain has no code for it; the words are the keyring's.
    // Whoever closes the question for the password leaves it locked, whatever the words.
    const bool locked
        = job.errorString().contains(QLatin1String("locked"), Qt::CaseInsensitive) || isKeyringLocked();
    if (locked)
        return Store::State::Locked;
    // It runs, and did not do it: somebody closed the question for a new keyring's password.
    return isKeyringThere() ? Store::State::Denied : Store::State::Unreachable;
}

Store::Answer answerOf(const QKeychain::Job &job)
{
    Store::Answer answer;
    answer.state = stateOf(job);
    if (answer.state != Store::State::Ok) {
        if (job.error() != QKeychain::EntryNotFound) // our own words say that better
            answer.detail = job.errorString();
    } else if (const auto *reading = qobject_cast<const QKeychain::ReadPasswordJob *>(&job)) {
        QByteArray bytes = reading->binaryData();
        answer.value = Secret(bytes.toStdString());
        bytes.fill('\0');
    }
    return answer;
}

class KeychainStore : public QObject, public Store
{
public:
    void read(const std::string &name, Done done) override
    {
        run([] { return new QKeychain::ReadPasswordJob(service()); }, name, std::move(done));
    }

    void write(const std::string &name, Secret value, Done done) override
    {
        // A callable that is handed to another thread must be copyable; the secret is not.
        const auto shared = std::make_shared<Secret>(std::move(value));
        const auto make = [shared] {
            const std::string_view text = shared->reveal();
            auto *job = new QKeychain::WritePasswordJob(service());
            job->setBinaryData(QByteArray(text.data(), static_cast<qsizetype>(text.size())));
            return job;
        };
        run(make, name, std::move(done));
    }

    void remove(const std::string &name, Done done) override
    {
        run([] { return new QKeychain::DeletePasswordJob(service()); }, name, std::move(done));
    }

private:
    static QString service() { return QString::fromLatin1(keychainService); }

    /// Makes the job and starts it in the keychain's thread; brings its answer back to ours.
    template <typename MakeJob>
    void run(const MakeJob &make, const std::string &name, Done done)
    {
        const auto shared = std::make_shared<Done>(std::move(done));
        const QPointer<KeychainStore> self(this);
        const auto deliver = [self, shared](const QKeychain::Job &job) {
            const auto answer = std::make_shared<Answer>(answerOf(job));
            // Whether the store is still there can only be asked in its own thread, the application's.
            QCoreApplication *application = QCoreApplication::instance();
            if (!application)
                return;
            QMetaObject::invokeMethod(
                application,
                [self, shared, answer] {
                    if (self)
                        (*shared)(std::move(*answer));
                },
                Qt::QueuedConnection);
        };
        const auto start = [make, deliver, key = json::toQString(name)] {
            QKeychain::Job *job = make();
            job->setInsecureFallback(false);
            job->setKey(key);
            QObject::connect(job, &QKeychain::Job::finished, job,
                             [deliver](QKeychain::Job *ended) { deliver(*ended); });
            job->start();
        };
        QMetaObject::invokeMethod(keychainThread(), start, Qt::QueuedConnection);
    }
};

} // namespace

std::unique_ptr<Store> makeQtKeychainStore()
{
    return std::make_unique<KeychainStore>();
}

} // namespace designer::keychain
