// SPDX-License-Identifier: GPL-3.0-or-later
#include "event/conversion.h"

namespace designer::event {
QString shapeName(Shape) { return {}; }
Shape recognise(std::string_view) { return Shape::Unknown; }
Result<Conversion> convert(std::string_view, const QString &) { return Error{}; }
} // namespace designer::event
