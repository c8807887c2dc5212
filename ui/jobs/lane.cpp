// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/lane.h"

#include "ui/jobs/hand_over.h"

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

namespace {

/// A task on its way. Qt lets whoever is last, lane or poster, delete it.
class Posted {
public:
    Posted(QThread* lane, std::function<void()> task) : m_lane(lane), m_task(std::move(task)) {}
    Posted(Posted&&) = default;
    Posted(const Posted&) = delete;
    Posted& operator=(const Posted&) = delete;
    ~Posted() { takeOver(m_lane); }
    void operator()() const
    {
        takeOver(QThread::currentThread()); // the lane; m_lane may be read only behind this
        m_task();
        handOver(m_lane);
    }

private:
    QThread* m_lane;
    std::function<void()> m_task;
};

} // namespace

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
    if (m_impl->ending)
        return;
    handOver(&m_impl->thread);
    QMetaObject::invokeMethod(&m_impl->worker, Posted(&m_impl->thread, std::move(task)), Qt::QueuedConnection);
}

void LaneThread::quit()
{
    if (m_impl->ending)
        return;
    // Behind what is posted: QThread::quit() from here would drop it, and with it the jobs that must finish.
    handOver(&m_impl->thread);
    const auto end = [] { QThread::currentThread()->quit(); };
    QMetaObject::invokeMethod(&m_impl->worker, end, Qt::QueuedConnection);
    m_impl->ending = true;
}

void LaneThread::finish()
{
    quit();
    m_impl->thread.wait();
    takeOver(&m_impl->thread);
}

} // namespace tw::ui
