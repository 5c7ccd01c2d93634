// SPDX-License-Identifier: GPL-3.0-or-later
#include "profileoption.h"

#include <QCoreApplication>

namespace designer::ctl {

QCommandLineOption profileOption()
{
    return {QStringLiteral("profile"),
            QCoreApplication::translate(
                "CommandLine",
                "How much Insider is taken to enforce: proven (what is known), table (also the "
                "parameter table), strict (also every documented type, format and limit)."),
            QStringLiteral("PROFILE"), QStringLiteral("proven")};
}

Result<insider::Profile> profileOf(const Arguments &arguments)
{
    if (const auto profile = insider::profileFromName(arguments.value("profile").toStdString()))
        return *profile;
    return usageError(
        QCoreApplication::translate("CommandLine", "“%1” is no profile").arg(arguments.value("profile")),
        QCoreApplication::translate("CommandLine", "choose proven, table or strict"));
}

} // namespace designer::ctl
