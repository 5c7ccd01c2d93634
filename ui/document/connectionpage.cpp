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

namespace {

/// What has no place in the file is about the payload, which the body makes; a header that is missing
/// in a file without headers has the whole file as its place.
Page pageOf(const Finding &finding)
{
    if (!finding.templatePlace)
        return Page::Body;
    const bool isMissingHeader = finding.code == "HEADER_MISSING" && finding.templatePlace->pointer.empty();
    return isMissingHeader ? Page::Headers : designer::ui::pageOf(finding.templatePlace->pointer);
}

} // namespace

Findings findingsOf(const testrun::Evaluation &evaluation, Page page)
{
    Findings out;
    for (const Finding &finding : evaluation.findings) {
        if (pageOf(finding) == page)
            out.push_back(finding);
    }
    return out;
}

} // namespace designer::ui
