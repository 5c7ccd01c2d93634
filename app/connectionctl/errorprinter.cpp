// SPDX-License-Identifier: GPL-3.0-or-later
#include "errorprinter.h"

namespace designer::ctl {

std::string errorLine(const Error &error)
{
    json::Writer w;
    w.beginObject().name("error");
    write(w, error);
    w.endObject();
    return w.take() + '\n';
}

} // namespace designer::ctl
