// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/fault.h"

#include "json/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <charconv>

namespace designer::sandbox {

namespace {

struct Row
{
    Fault::Kind kind;
    std::string_view name;
    int usualAmount = 0; ///< 0: takes none
};

constexpr std::array<Row, 10> rows{{{Fault::Forbidden, "403"},
                                    {Fault::TooMany, "429"},
                                    {Fault::TooManyRetryAfter, "429-retry-after", 5},
                                    {Fault::ServerError, "500"},
                                    {Fault::TimedOut, "504"},
                                    {Fault::Slow, "slow", 2000},
                                    {Fault::Truncated, "truncated"},
                                    {Fault::Partial, "partial"},
                                    {Fault::Reset, "reset"},
                                    {Fault::Hang, "hang"}}};
constexpr int largestAmount = 86'400'000; // a day of milliseconds
constexpr int largestCount = 1'000'000'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("Sandbox", text);
}

Error unknown(std::string_view text)
{
    return {ErrorCode::Usage,
            tr("\"%1\" is no fault that the sandbox can play").arg(json::toQString(text.substr(0, 60))),
            tr("use 403, 429, 429-retry-after=SECONDS, 500, 504, slow=MILLISECONDS, truncated, partial, "
               "reset or hang, "
               "with *N for the first N requests"),
            {},
            {}};
}

std::optional<int> number(std::string_view text, int smallest, int largest)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = !text.empty() && error == std::errc() && end == text.data() + text.size();
    return whole && value >= smallest && value <= largest ? std::optional(value) : std::nullopt;
}

std::string_view stripped(std::string_view text)
{
    while (text.starts_with(' '))
        text.remove_prefix(1);
    while (text.ends_with(' '))
        text.remove_suffix(1);
    return text;
}

} // namespace

std::string Fault::text() const
{
    const auto row = std::find_if(rows.begin(), rows.end(), [this](const Row &r) { return r.kind == kind; });
    std::string out(row->name);
    return row->usualAmount > 0 ? out + '=' + std::to_string(amount) : out;
}

Result<Fault> parseFault(std::string_view text)
{
    const auto equals = text.find('=');
    const std::string_view name = stripped(text.substr(0, equals));
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const Row &r) { return r.name == name; });
    if (row == rows.end())
        return unknown(text);
    if (equals == std::string_view::npos)
        return Fault{row->kind, row->usualAmount};
    const std::optional<int> amount = number(stripped(text.substr(equals + 1)), 0, largestAmount);
    if (row->usualAmount == 0 || !amount)
        return unknown(text);
    return Fault{row->kind, *amount};
}

std::string FaultPlan::Turn::text() const
{
    std::string out = fault ? fault->text() : std::string();
    if (delay.count() > 0)
        out += (out.empty() ? "" : ",") + Fault{Fault::Slow, static_cast<int>(delay.count())}.text();
    return out;
}

Result<FaultPlan> FaultPlan::parse(std::string_view text)
{
    FaultPlan plan;
    while (!stripped(text).empty()) {
        const auto comma = std::min(text.find(','), text.size());
        const std::string_view entry = text.substr(0, comma);
        text.remove_prefix(std::min(comma + 1, text.size()));
        const auto star = entry.find('*');
        const Result<Fault> fault = parseFault(stripped(entry.substr(0, star)));
        if (!fault)
            return fault.error();
        int left = -1;
        if (star != std::string_view::npos) {
            const std::optional<int> count = number(stripped(entry.substr(star + 1)), 1, largestCount);
            if (!count)
                return unknown(entry);
            left = *count;
        }
        plan.m_entries.push_back({*fault, left});
    }
    return plan;
}

FaultPlan::Turn FaultPlan::next()
{
    Turn turn;
    for (Entry &entry : m_entries) {
        const bool isSlow = entry.fault.kind == Fault::Slow;
        const bool taken = isSlow ? turn.delay.count() > 0 : turn.fault.has_value();
        if (entry.left == 0 || taken)
            continue;
        entry.left -= entry.left > 0 ? 1 : 0;
        if (isSlow)
            turn.delay = std::chrono::milliseconds(entry.fault.amount);
        else
            turn.fault = entry.fault;
    }
    return turn;
}

} // namespace designer::sandbox
