// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/lane.h"

#include <QObject>
#include <QThread>

namespace tw::ui {

QString laneName(Lane lane)
{
    switch (lane) {
    case Lane::Interactive: return QStringLiteral("interactive");
    case Lane::Storage: return QStringLiteral("storage");
    case Lane::Compute: return QStringLiteral("compute");
    case Lane::Network: return QStringLiteral("network");
    }
    return {};
}

struct LaneThread::Impl {
    QThread thread;
    QObject worker;
    bool ending = false;
};

LaneThread::LaneThread(const QString& name) : m_impl(std::make_unique<Impl>())
{
    m_impl->thread.setObjectName(name);
    m_impl->worker.moveToThread(&m_impl->thread);
    m_impl->thread.start();
}

LaneThread::~LaneThread() { finish(); }

void LaneThread::post(std::function<void()> task)
{
    if (!m_impl->ending)
        QMetaObject::invokeMethod(&m_impl->worker, std::move(task), Qt::QueuedConnection);
}

void LaneThread::quit()
{
    if (m_impl->ending)
        return;
    // Behind what is posted: QThread::quit() from here would drop it, and with it the jobs that must finish.
    QMetaObject::invokeMethod(&m_impl->worker, [thread = &m_impl->thread] { thread->quit(); }, Qt::QueuedConnection);
    m_impl->ending = true;
}

void LaneThread::finish()
{
    quit();
    m_impl->thread.wait();
}

} // namespace tw::ui
