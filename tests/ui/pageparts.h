// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QTest>

#include <string_view>

namespace designer::ui {

/// The parts of the page of a \a Fixture, by their names.
template <typename Fixture>
struct PageParts
{
    template <typename T>
    T *child(const char *name)
    {
        return static_cast<Fixture *>(this)->page.template findChild<T *>(QLatin1String(name));
    }
    void click(const char *name) { QTest::mouseClick(child<QAbstractButton>(name), Qt::LeftButton); }
};

inline bool holds(std::string_view text, std::string_view part)
{
    return text.find(part) != std::string_view::npos;
}

} // namespace designer::ui
