// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace designer::ui {

inline const std::string canonical
    = "{\n  \"event_name\": \"purchase\",\n  \"created_at\": \"2026-11-12T10:24:31Z\",\n"
      "  \"user_id\": \"c-1\",\n  \"properties\": {\"price\": 10}\n}\n";
inline const std::string push
    = "{\n  \"type\": \"event\",\n  \"payload\": {\n    \"name\": \"purchase\",\n"
      "    \"data\": {\n      \"order_id\": \"T-1\",\n      \"value\": 2149.80\n    }\n  }\n}\n";

} // namespace designer::ui
