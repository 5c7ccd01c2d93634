// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the engine costs inside one process, without reading files: one connection, one event.
//
//   bench_engine CONNECTION EVENTS
//
// The event is the first line of EVENTS. Prints the median of many runs of each step.
#include "connection/compiledconnection.h"
#include "event/event.h"

#include <QString>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

using namespace designer;

namespace {

constexpr int runs = 20'001;

/// The median time of \a step, in microseconds.
template <typename Step>
double median(Step step)
{
    using Microseconds = std::chrono::duration<double, std::micro>;
    std::vector<double> times(runs);
    for (double &time : times) {
        const auto began = std::chrono::steady_clock::now();
        step();
        time = Microseconds(std::chrono::steady_clock::now() - began).count();
    }
    std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
    return times[runs / 2];
}

template <typename Step>
void report(const char *what, Step step)
{
    std::printf("%-52s %8.2f µs\n", what, median(step));
}

std::string contents(const char *file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string firstLine(const char *file)
{
    std::ifstream stream(file, std::ios::binary);
    std::string line;
    std::getline(stream, line);
    return line;
}

Result<connection::CompiledConnection> compiled(const std::string &bytes)
{
    const Result<connection::Connection> loaded = connection::Connection::load(bytes);
    if (!loaded)
        return loaded.error();
    return connection::compile(*loaded);
}

int fail(const Error &error)
{
    std::fprintf(stderr, "bench_engine: %s\n", qUtf8Printable(error.line()));
    return 1;
}

void measure(const connection::CompiledConnection &connection, const event::Event &event,
             const std::string &connectionBytes, const std::string &eventBytes)
{
    const tmpl::Template &format = connection.requestFormat;
    tmpl::Template::Scratch scratch;
    std::string out;
    std::size_t sink = 0;
    report("load and compile a connection, render one event", [&] {
        const auto fresh = compiled(connectionBytes);
        const auto parsed = event::Event::parse(eventBytes);
        sink += fresh->requestFormat.render(parsed->root()).bytes.size();
    });
    report("load and compile a connection", [&] { sink += compiled(connectionBytes)->headers.size(); });
    report("read an event", [&] { sink += event::Event::parse(eventBytes).hasValue() ? 1 : 0; });
    report("render, with source map", [&] { sink += format.render(event.root()).bytes.size(); });
    report("render, as for many events", [&] {
        out.clear();
        sink += format.renderInto(out, event.root(), scratch).missing;
    });
    report("conditions", [&] { sink += *connection.conditions.fires(event.root()) ? 1 : 0; });
    report("conditions, with trace",
           [&] { sink += connection.conditions.evaluate(event.root())->rules.size(); });
    if (sink == 0) // never: it keeps the compiler from leaving the work out
        std::puts("");
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 3) {
        std::fputs("usage: bench_engine CONNECTION EVENTS\n", stderr);
        return 2;
    }
    const std::string connectionBytes = contents(argv[1]);
    const std::string eventBytes = firstLine(argv[2]);
    const auto connection = compiled(connectionBytes);
    if (!connection)
        return fail(connection.error());
    const auto event = event::Event::parse(eventBytes);
    if (!event)
        return fail(event.error());
    measure(*connection, *event, connectionBytes, eventBytes);
    return 0;
}
