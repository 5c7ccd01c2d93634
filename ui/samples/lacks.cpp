// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/samples/lacks.h"

#include <QCoreApplication>

namespace designer::ui {

using insider::Lack;

QString lackInWords(Lack lack)
{
    return lack == Lack::Time
        ? QCoreApplication::translate("Lacks", "No time, and Insider needs one.")
        : QCoreApplication::translate("Lacks", "No customer: Insider needs an e-mail or an ID.");
}

QString remedyInWords(Lack lack)
{
    return lack == Lack::Time ? QCoreApplication::translate("Lacks", "Put in the present time")
                              : QCoreApplication::translate("Lacks", "Add one");
}

} // namespace designer::ui
