// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/base/task_context.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QString>
#include <QThread>
#include <QTimer>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
