// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/testing/testedwords.h"

#include <QCoreApplication>

namespace designer::ui {

QString testedWords(Tested tested)
{
    switch (tested) {
    case Tested::Never: return QCoreApplication::translate("Testing", "Not tested yet");
    case Tested::BeforeTheLastChange:
        return QCoreApplication::translate("Testing", "Not tested since the last change");
    case Tested::NotAccepted: return QCoreApplication::translate("Testing", "The last test was not accepted");
    case Tested::WithAnotherSample:
        return QCoreApplication::translate("Testing", "Not tested with this sample event");
    case Tested::Anyway:
        return QCoreApplication::translate("Testing", "Not tested with an event that fires it");
    case Tested::AsItStands: break;
    }
    return QCoreApplication::translate("Testing", "Tested as it stands");
}

} // namespace designer::ui
