// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCoreApplication;

namespace designer::ui {

/// Makes the window speak the desktop's language where there is a translation, else English, whose
/// file has the plurals. Once, before the first widget; the translator is the application's.
void installTranslation(QCoreApplication &application);

} // namespace designer::ui
