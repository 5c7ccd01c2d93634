// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/walk.h"

#include "event/path.h"

#include <utility>

namespace designer::event {

namespace {

class Walker
{
public:
    Walker(Elements elements, const std::function<Onward(const Step &)> &visit)
        : m_elements(elements), m_visit(visit)
    { }

    /// False: it was told to stop.
    bool inside(const json::Value &container, const Step *above)
    {
        for (const json::Member &member : container.members()) {
            if (!step(member.nameText(), member.value, above))
                return false;
        }
        if (m_elements == Elements::None)
            return true;
        std::size_t number = 0;
        for (const json::Value element : container.elements()) {
            if (!step(std::to_string(number++), element, above))
                return false;
            if (m_elements == Elements::First)
                break;
        }
        return true;
    }

private:
    bool step(std::string name, const json::Value &value, const Step *above)
    {
        Step here{{}, pathOf(name, above), value, above ? above->depth + 1 : 0};
        here.name = std::move(name);
        const Onward onward = m_visit(here);
        return onward != Onward::Stop && (onward == Onward::Past || inside(value, &here));
    }

    /// A name with a dot in it would be read as two.
    static std::string pathOf(const std::string &name, const Step *above)
    {
        const bool isReachable = !above || !above->path.empty();
        const bool isOneName
            = !name.empty() && pathLength(name) == name.size() && name.find('.') == std::string::npos;
        if (!isReachable || !isOneName)
            return {};
        return above ? above->path + '.' + name : name;
    }

    Elements m_elements;
    const std::function<Onward(const Step &)> &m_visit;
};

} // namespace

void walk(const json::Value &event, Elements elements, const std::function<Onward(const Step &)> &visit)
{
    Walker(elements, visit).inside(event, nullptr);
}

} // namespace designer::event
