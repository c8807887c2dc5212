// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/library/library_jobs.h"
#include "core/library/session.h"

#include <QAbstractListModel>
#include <QAbstractTableModel>
#include <QCoreApplication>
#include <QDateTime>
#include <QFuture>
#include <QLocale>
#include <QObject>
#include <QPromise>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <QVariant>

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>
