// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/store.h"

#include <QObject>

#include <utility>
#include <vector>

namespace designer::secrets {

/// A keychain in memory, in whatever state the test wants; it answers from the event loop, or not at all.
class FakeStore : public QObject, public Store
{
public:
    State state = State::Ok;
    bool answers = true;
    Secrets values;
    std::vector<std::string> asked;
    std::vector<Done> unanswered;

    void read(const std::string &name, Done done) override
    {
        asked.push_back(name);
        const auto found = values.find(name);
        Answer answer{state, {}, {}};
        if (state == State::Ok && found == values.end())
            answer.state = State::Absent;
        else if (state == State::Ok)
            answer.value = Secret(std::string(found->second.reveal()));
        reply(std::move(answer), std::move(done));
    }

    void write(const std::string &name, Secret value, Done done) override
    {
        values.insert_or_assign(name, std::move(value));
        reply({state, {}, {}}, std::move(done));
    }

    void remove(const std::string &name, Done done) override
    {
        values.erase(name);
        reply({state, {}, {}}, std::move(done));
    }

private:
    void reply(Answer answer, Done done)
    {
        if (!answers)
            return unanswered.push_back(std::move(done));
        const auto shared = std::make_shared<Answer>(std::move(answer));
        QMetaObject::invokeMethod(
            this, [shared, done] { done(std::move(*shared)); }, Qt::QueuedConnection);
    }
};

} // namespace designer::secrets
