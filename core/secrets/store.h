// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/result.h"
#include "secrets/secret.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <string>

namespace designer::secrets {

/// A place where secrets are kept, such as the system keychain. Asynchronous, because keychains
/// wait for people: an answer comes later, from the event loop of the thread that the store lives
/// in, once, and never after the store is gone.
class Store
{
public:
    enum class State : std::uint8_t {
        Ok,
        Absent, ///< there is no secret of that name
        Locked, ///< the keychain is there and closed
        Denied, ///< somebody, or a rule, said no
        Unreachable, ///< there is no keychain, or it does not answer
    };
    struct Answer
    {
        State state = State::Unreachable;
        Secret value; ///< of a read that is Ok
        QString detail; ///< what the keychain said, in its own words; may be empty
    };
    using Done = std::function<void(Answer)>;

    Store() = default;
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;
    virtual ~Store() = default;

    virtual void read(const std::string &name, Done done) = 0;
    virtual void write(const std::string &name, Secret value, Done done) = 0;
    virtual void remove(const std::string &name, Done done) = 0;
};

/// An answer other than Ok as an error (SecretUnavailable) that says what to do.
[[nodiscard]] Error storeError(const std::string &name, const Store::Answer &answer);

} // namespace designer::secrets
