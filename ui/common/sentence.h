// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "finding/error.h"

namespace designer::ui {

[[nodiscard]] QString withCapital(QString words);
/// With a capital and a full stop.
[[nodiscard]] QString asSentence(const QString &words);
/// What is wrong and what to do, where nothing names a file.
[[nodiscard]] QString sentenceOf(const Error &error);
/// The same after the file and the place in it, as far as they are known.
[[nodiscard]] QString lineOf(const Error &error);

} // namespace designer::ui
