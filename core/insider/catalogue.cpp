// SPDX-License-Identifier: GPL-3.0-or-later
#include "insider/catalogue.h"

#include "insider/catalogueloader.h"

#include <algorithm>

namespace designer::insider {

namespace {

/// The row of that id. Ids are written in code, so a missing one is a fault of the catalogue; the
/// tests see to that, and an empty row keeps the program running.
template <typename Row>
const Row &rowOf(const std::vector<Row> &rows, std::string_view id)
{
    static const Row none;
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row &row) { return row.id == id; });
    return found == rows.end() ? none : *found;
}

} // namespace

const AnswerRow &Catalogue::answer(std::string_view id) const
{
    return rowOf(answers, id);
}

const ErrorRow &Catalogue::error(std::string_view id) const
{
    return rowOf(errors, id);
}

const ObjectAction *Catalogue::objectAction(std::string_view name) const
{
    const auto found = std::find_if(objectActions.begin(), objectActions.end(),
                                    [&](const ObjectAction &action) { return action.name == name; });
    return found == objectActions.end() ? nullptr : &*found;
}

const Catalogue &catalogue()
{
    static const Catalogue loaded = loadCatalogue();
    return loaded;
}

} // namespace designer::insider
