// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The room's doors in one: findings, prediction, the answers of the sandbox, and the decoding of
// real answers, all from one set of rules (rules/) over one catalogue (resources/insider).

#include "insider/answers.h" // IWYU pragma: export
#include "insider/endpoint.h" // IWYU pragma: export
#include "insider/headers.h" // IWYU pragma: export
#include "insider/prediction.h" // IWYU pragma: export
#include "insider/profile.h" // IWYU pragma: export
#include "insider/verdict.h" // IWYU pragma: export
