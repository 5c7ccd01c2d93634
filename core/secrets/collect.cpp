// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/collect.h"

#include <algorithm>
#include <iterator>
#include <memory>

namespace designer::secrets {

namespace {

struct Collection
{
    std::vector<std::string> missing; ///< last first
    Secrets values;
    std::function<void(Result<Secrets>)> done;
    StoreWords words;
};

void askNext(const std::shared_ptr<Collection> &collection, Store &store)
{
    if (collection->missing.empty())
        return collection->done(std::move(collection->values));
    const std::string name = collection->missing.back();
    collection->missing.pop_back();
    store.read(name, [collection, &store, name](Store::Answer answer) {
        if (answer.state != Store::State::Ok)
            return collection->done(collection->words(name, answer));
        collection->values.insert_or_assign(name, std::move(answer.value));
        askNext(collection, store);
    });
}

} // namespace

void collect(const std::vector<std::string> &names, Secrets given, Store &store,
             std::function<void(Result<Secrets>)> done, StoreWords words)
{
    const auto collection
        = std::make_shared<Collection>(Collection{{}, std::move(given), std::move(done), words});
    std::copy_if(names.rbegin(), names.rend(), std::back_inserter(collection->missing),
                 [&](const std::string &name) { return !collection->values.contains(name); });
    askNext(collection, store);
}

} // namespace designer::secrets
