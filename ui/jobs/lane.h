// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <cstddef>
#include <functional>
#include <memory>

namespace tw::ui {

/// The four threads work is done on, so that the window never starves behind its own jobs.
enum class Lane {
    Interactive, ///< Search, refold, explore: answers somebody is looking at.
    Storage,     ///< The only user of the open Library; acts are acknowledged when they are durable.
    Compute,     ///< Loading and building of spaces, imports.
    Network,     ///< Everything that talks to a server.
};
inline constexpr std::array kLanes{Lane::Interactive, Lane::Storage, Lane::Compute, Lane::Network};
/// "interactive", …: the thread's name.
QString laneName(Lane lane);

/// One named QThread that runs what it is given, one after the other, in the order given.
class LaneThread {
public:
    explicit LaneThread(const QString& name);
    /// As finish().
    ~LaneThread();
    LaneThread(const LaneThread&) = delete;
    LaneThread& operator=(const LaneThread&) = delete;

    /// Runs `task` in the lane after everything posted before. Any thread; ignored after finish().
    void post(std::function<void()> task);
    /// Asks the thread to end behind what was posted. Does not wait.
    void quit();
    /// quit(), then waits for the end. GUI thread. Safe to call twice.
    void finish();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace tw::ui
