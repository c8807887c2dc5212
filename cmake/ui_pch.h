// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled for the views.
#pragma once
#include "cmake/core_pch.h"

#include <QAbstractItemModel>
#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QString>
#include <QVBoxLayout>
#include <QWidget>
