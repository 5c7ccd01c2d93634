// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"

#include <cstddef>
#include <functional>
#include <string>

namespace designer::event {

/// A value inside an event, as walk() comes by it.
struct Step
{
    std::string name; ///< of the member; of an element its number
    std::string path; ///< as Path writes it from the event's root; empty where none can
    json::Value value;
    std::size_t depth = 0; ///< 0: a member of the event itself
};

enum class Onward {
    Into, ///< to what the value holds, and on
    Past, ///< to what follows the value
    Stop,
};

enum class Elements {
    None, ///< lists are not gone into
    First, ///< for all of their like
    All,
};

/// Comes by the values inside \a event in the order of its text, each before what it holds. Of
/// members with one name each has its step, though their path leads to the last.
void walk(const json::Value &event, Elements elements, const std::function<Onward(const Step &)> &visit);

} // namespace designer::event
