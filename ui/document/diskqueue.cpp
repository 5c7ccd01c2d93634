// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/diskqueue.h"

namespace designer::ui {

DiskQueue::DiskQueue(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1); // which is what keeps the order
}

DiskQueue::~DiskQueue()
{
    finish();
}

void DiskQueue::finish()
{
    m_pool.waitForDone();
}

void DiskQueue::start(const std::function<void()> &work)
{
    m_pool.start(work);
}

} // namespace designer::ui
