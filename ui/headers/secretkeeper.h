// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/result.h"
#include "secrets/secret.h"
#include "secrets/store.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace designer::ui {

/// The values of secrets, and where they are: in the system keychain, or in memory for as long as
/// the program runs. Never waits for the keychain, which may wait for a person; answers come as
/// signals. Nothing of it is written to a file or into a document.
///
/// Belongs to the window's thread.
class SecretKeeper : public QObject
{
    Q_OBJECT
public:
    /// Where the value of a secret is.
    enum class State {
        Asking, ///< the keychain has not answered yet
        Keychain,
        Absent, ///< in the keychain that answered; and nowhere else
        Locked,
        Denied,
        Unreachable,
        Session, ///< in memory only
    };
    enum class Place { Keychain, Session };
    /// How keepApart() ended: under which name, or why not (then there is no name).
    struct Kept
    {
        std::string name;
        State state = State::Unreachable;
    };

    /// A null \a store: there is no keychain.
    explicit SecretKeeper(std::unique_ptr<secrets::Store> store,
                          std::chrono::milliseconds revealTime = std::chrono::seconds(10),
                          QObject *parent = nullptr);
    ~SecretKeeper() override;
    Q_DISABLE_COPY_MOVE(SecretKeeper)

    /// What is known now. The keychain is asked where nobody has asked it yet.
    [[nodiscard]] State state(const std::string &name);
    /// The same, and nobody is asked.
    [[nodiscard]] State known(const std::string &name) const;
    /// Asks the keychain again, which lets it ask for its password.
    void ask(const std::string &name);

    /// Takes the value over. While the keychain takes its time, the state is Asking; where it does
    /// not take the value, the state says why, and failed() is sent; else kept() is. The name is a
    /// copy: whoever hears changed() may let go of his own.
    void put(std::string name, secrets::Secret value, Place place);
    /// Puts \a value under \a wish, or where another value has that name, under that with a number.
    /// \a done is called once, unless the keeper is gone first.
    void keepApart(const std::string &wish, secrets::Secret value, Place place,
                   std::function<void(const Kept &)> done);

    /// Shows the value for a while: changed() when it is there, and again when that ends.
    void reveal(const std::string &name);
    void hide();
    [[nodiscard]] std::optional<std::string_view> revealed(const std::string &name) const;
    [[nodiscard]] std::chrono::milliseconds revealTime() const { return m_hiding.intervalAsDuration(); }

    /// All values of \a names for a request, or the reason why one is not to be had.
    void collect(const std::vector<std::string> &names, std::function<void(Result<secrets::Secrets>)> done);

Q_SIGNALS:
    /// Something that is known of this secret.
    void changed(const QString &name);
    /// A value that was put is where it was to be.
    void kept(const QString &name);
    /// The keychain did not take a value.
    void failed(const QString &name, designer::ui::SecretKeeper::State state);

private:
    struct Search;
    void note(const std::string &name, State state);
    void read(const std::string &name, secrets::Store::Done done);
    void write(const std::string &name, secrets::Secret value, std::function<void(State)> done);
    void show(const std::string &name, secrets::Secret value);
    void tryName(const std::shared_ptr<Search> &search);
    void foundUnderName(const std::shared_ptr<Search> &search, const secrets::Store::Answer &answer);
    void keepUnderName(const std::shared_ptr<Search> &search);

    secrets::Secrets m_session;
    std::map<std::string, State, std::less<>> m_states; ///< of the keychain
    std::string m_revealedName;
    secrets::Secret m_revealedValue;
    QTimer m_hiding;
    std::unique_ptr<secrets::Store> m_store; ///< last: its answers end before the rest does
};

/// "in your keychain", "keychain locked" ...
[[nodiscard]] QString words(SecretKeeper::State state);

} // namespace designer::ui
