// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/giveway.h"

#include <QThread>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace designer::ui {

void giveWayToWindow()
{
    thread_local bool gives = false;
    if (gives)
        return;
    gives = true;
#ifdef Q_OS_LINUX
    // Of the calling thread alone. Qt's priorities mean nothing to Linux' usual scheduler.
    constexpr int niceness = 10;
    setpriority(PRIO_PROCESS, 0, niceness);
#else
    QThread::currentThread()->setPriority(QThread::LowPriority);
#endif
}

} // namespace designer::ui
