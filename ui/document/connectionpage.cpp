// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/connectionpage.h"

namespace designer::ui {

Page pageOf(std::string_view pointer)
{
    if (pointer.starts_with("/headers") || pointer.starts_with("/x_designer/headers_off"))
        return Page::Headers;
    if (pointer.starts_with(connection::key::requestFormatPointer))
        return Page::Body;
    if (pointer.starts_with("/x_designer/conditions"))
        return Page::Conditions;
    return pointer.starts_with("/x_designer/notes") ? Page::Notes : Page::Settings;
}

Findings findingsOf(const testrun::Evaluation &evaluation, Page page)
{
    Findings out;
    for (const Finding &finding : evaluation.findings) {
        // What has no place in the file is about the payload, which the body makes.
        const Page where = finding.templatePlace ? pageOf(finding.templatePlace->pointer) : Page::Body;
        if (where == page)
            out.push_back(finding);
    }
    return out;
}

} // namespace designer::ui
