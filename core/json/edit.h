// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "json/value.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace designer::json {

/// A change of a text: the bytes [begin, end) become `text`. The smallest form in which an edit
/// can be undone.
struct TextEdit
{
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text;
};

/// The blanks and tabs at the beginning of the line on which the byte at \a at stands.
[[nodiscard]] std::string_view lineIndent(std::string_view text, std::size_t at);

[[nodiscard]] std::string applied(std::string_view text, const TextEdit &edit);

/// The edits below touch the named member alone; every other byte of the text stays. \a json must
/// be JSON text. They follow the object's own layout (line breaks, indentation, space after the
/// colon) where it has one.

/// Sets the member \a name of \a object, in place where it is there (of duplicates the last), at
/// the end where it is not.
[[nodiscard]] TextEdit setMember(const Value &object, std::string_view name, std::string_view json);
/// Puts a new member before the member \a before (at the end where that is not there).
[[nodiscard]] TextEdit insertMember(const Value &object, std::string_view before, std::string_view name,
                                    std::string_view json);
/// Removes the member \a name with its comma; of duplicates all, as otherwise an earlier one would come
/// to count. Nothing where it is not there.
[[nodiscard]] std::optional<TextEdit> removeMember(const Value &object, std::string_view name);

/// A member as it is to stand in an object: both are JSON text.
struct MemberText
{
    std::string name;
    std::string value;
};
/// Makes \a members all that \a object holds, in their order.
[[nodiscard]] TextEdit setMembers(const Value &object, const std::vector<MemberText> &members);

/// Puts a new element before the one at \a index; at the end where there are no more than that.
[[nodiscard]] TextEdit insertElement(const Value &array, std::size_t index, std::string_view json);
/// Removes the element at \a index with its comma. Nothing where it is not there.
[[nodiscard]] std::optional<TextEdit> removeElement(const Value &array, std::size_t index);

} // namespace designer::json
