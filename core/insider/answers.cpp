// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/answers.h"

#include "json/writer.h"

#include <algorithm>
#include <array>

namespace designer::insider {

namespace {

constexpr std::array<std::string_view, 5> answerIds{"bodyTooLarge", "accessDenied", "rateLimited",
                                                    "serverError", "timedOut"};

/// \a errors is sorted by key; the messages of one key keep their order.
void writeErrors(json::Writer &writer, const std::vector<ErrorEntry> &errors)
{
    writer.beginObject();
    for (std::size_t i = 0; i < errors.size();) {
        const std::string &key = errors[i].key;
        writer.name(key).beginArray();
        while (i < errors.size() && errors[i].key == key)
            writer.string(errors[i++].message);
        writer.endArray();
    }
    writer.endObject();
}

} // namespace

std::string userAnswer(std::size_t accepted, std::size_t rejected, std::vector<ErrorEntry> errors)
{
    std::stable_sort(errors.begin(), errors.end(),
                     [](const ErrorEntry &a, const ErrorEntry &b) { return a.key < b.key; });
    json::Writer writer;
    writer.beginObject().name("data").beginObject();
    writer.name("successful").beginObject();
    if (accepted > 0)
        writer.name("count").number(accepted);
    writer.endObject();
    writer.name("fail").beginObject();
    if (rejected > 0) {
        writer.name("count").number(rejected);
        writer.name("errors");
        writeErrors(writer, errors);
    }
    writer.endObject().endObject().endObject();
    return writer.take();
}

Answer answer(KnownAnswer which)
{
    const AnswerRow &row = catalogue().answer(answerIds[static_cast<std::size_t>(which)]);
    return {row.status, row.body, row.evidence};
}

} // namespace designer::insider
