// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/job_status.h"
#include "ui/widgets/theme/icons.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace tw {
class ElidedLabel;
class IconButton;
}

namespace tw::ui {

class Workspace;

/// One running job: icon, name, growing bar, done, rate, time left, cancel. 40 high.
class JobRow : public QWidget {
    Q_OBJECT
public:
    explicit JobRow(QWidget* parent = nullptr);
    void setStatus(const JobStatus& status);
    JobId job() const { return m_job; }
    QSize sizeHint() const override { return {400, 40}; }

Q_SIGNALS:
    void cancelClicked(tw::ui::JobId job);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QRect barRect() const;

    JobId m_job = 0;
    IconId m_icon = IconId::None;
    double m_fraction = 0;
    bool m_known = false;
    ElidedLabel* m_name;
    ElidedLabel* m_done;
    ElidedLabel* m_rate;
    ElidedLabel* m_left;
    IconButton* m_cancel;
};

/// The strip at the window's foot: running jobs, at most three and "2 more"; idle: library, counts, read-only,
/// "Everything saved".
class JobStrip : public QWidget {
    Q_OBJECT
public:
    explicit JobStrip(Workspace& workspace, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refreshJobs();
    void refreshIdle();

    Workspace& m_workspace;
    QVBoxLayout* m_rows;
    QWidget* m_idle;
    ElidedLabel* m_more;
    ElidedLabel* m_library;
    ElidedLabel* m_counts;
    ElidedLabel* m_spaces;
    ElidedLabel* m_lock;
    ElidedLabel* m_saved;
    QList<JobRow*> m_jobRows;
};

} // namespace tw::ui
