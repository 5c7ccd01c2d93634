// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace designer::ui {

/// What the tests that were made say of a connection.
enum class Tested {
    Never,
    BeforeTheLastChange,
    NotAccepted, ///< as it stands and with this sample
    WithAnotherSample, ///< as it stands, but with this one not
    Anyway, ///< as it stands and with this sample, and accepted, but its conditions would not have sent it
    AsItStands, ///< and accepted
};

/// The same words wherever that is said, without a full stop: "Not tested since the last change".
[[nodiscard]] QString testedWords(Tested tested);

} // namespace designer::ui
