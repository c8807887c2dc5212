// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/shell/job_strip.h"

#include "ui/model/job_text.h"
#include "ui/model/workspace.h"
#include "ui/widgets/kit/icon_button.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace tw::ui {
namespace {

constexpr int kShownJobs = 3;
constexpr int kDoneWidth = 150, kRateWidth = 110, kLeftWidth = 130, kNameWidth = 300, kMargin = 24;

IconId iconByName(const QString& name)
{
    for (int id = 1; id < static_cast<int>(IconId::Count); ++id) {
        if (iconName(static_cast<IconId>(id)) == name)
            return static_cast<IconId>(id);
    }
    return IconId::Clock;
}

} // namespace

JobRow::JobRow(QWidget* parent)
    : QWidget(parent)
    , m_name(new ElidedLabel({}, TypeStep::Body, ColorToken::Text, this))
    , m_done(new ElidedLabel({}, TypeStep::Small, ColorToken::Text2, this))
    , m_rate(new ElidedLabel({}, TypeStep::Small, ColorToken::Text2, this))
    , m_left(new ElidedLabel({}, TypeStep::Small, ColorToken::Text2, this))
    , m_cancel(new IconButton(IconId::X, tr("Cancel"), this, IconButton::Size::Small))
{
    m_name->setWeight(QFont::DemiBold);
    for (ElidedLabel* number : {m_done, m_rate, m_left})
        number->setTabular(true);
    setFixedHeight(40);
    connect(m_cancel, &IconButton::clicked, this, [this] { Q_EMIT cancelClicked(m_job); });
}

void JobRow::setStatus(const JobStatus& status)
{
    const JobText text = jobText(status);
    m_job = status.id;
    m_icon = iconByName(jobIcon(status.kind));
    m_name->setText(text.name);
    m_done->setText(text.done);
    m_rate->setText(text.rate);
    m_left->setText(text.left);
    m_known = status.fraction().has_value();
    m_fraction = status.fraction().value_or(0);
    m_cancel->setVisible(status.cancellable);
    m_cancel->setEnabled(!status.cancelRequested);
    m_cancel->setName(tr("Cancel: %1").arg(text.name));
    setAccessibleName(text.accessible);
    update();
}

QRect JobRow::barRect() const
{
    const int left = m_name->geometry().right() + 16;
    const int right = m_done->geometry().left() - 12;
    return {left, height() / 2 - 2, std::max(0, right - left), 4};
}

void JobRow::resizeEvent(QResizeEvent* event)
{
    Q_UNUSED(event);
    // When space is short the rate goes first, then the bar shrinks; numbers are never cut.
    const bool narrow = width() < 900;
    const int cancelX = width() - kMargin - 28 + 8;
    m_cancel->setGeometry(cancelX, 6, 28, 28);
    m_left->setGeometry(cancelX - kLeftWidth - 10, 0, kLeftWidth, height());
    m_rate->setVisible(!narrow);
    m_rate->setGeometry(m_left->x() - kRateWidth - 8, 0, kRateWidth, height());
    const int doneRight = narrow ? m_left->x() : m_rate->x();
    m_done->setGeometry(doneRight - kDoneWidth - 8, 0, kDoneWidth, height());
    m_name->setGeometry(kMargin + 36, 0, narrow ? 220 : kNameWidth, height());
}

void JobRow::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintIcon(&painter, QRectF(kMargin, 11, 18, 18), m_icon, 18, theme().color(ColorToken::Text2));
    const QRect bar = barRect();
    if (m_known && bar.width() > 20)
        paint::bar(&painter, bar, m_fraction);
    painter.setPen(theme().color(ColorToken::Line));
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

JobStrip::JobStrip(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_rows(new QVBoxLayout(this)), m_idle(new QWidget(this))
{
    setObjectName(QStringLiteral("jobStrip"));
    setAccessibleName(tr("Running work"));
    m_rows->setContentsMargins(0, 1, 0, 0);
    m_rows->setSpacing(0);
    m_more = new ElidedLabel({}, TypeStep::Small, ColorToken::Text2, this);
    m_more->setContentsMargins(kMargin, 0, kMargin, 0);
    m_more->hide();
    m_rows->addWidget(m_more);

    m_idle->setFixedHeight(35);
    auto* line = new QHBoxLayout(m_idle);
    line->setContentsMargins(kMargin, 0, kMargin, 0);
    line->setSpacing(16);
    m_library = new ElidedLabel({}, TypeStep::Small, ColorToken::Text, m_idle);
    m_library->setWeight(QFont::DemiBold);
    m_counts = new ElidedLabel({}, TypeStep::Small, ColorToken::Text2, m_idle);
    m_spaces = new ElidedLabel({}, TypeStep::Small, ColorToken::Text2, m_idle);
    m_lock = new ElidedLabel(tr("Read-only: you can look, not change"), TypeStep::Small, ColorToken::Warn, m_idle);
    m_saved = new ElidedLabel({}, TypeStep::Small, ColorToken::Text2, m_idle);
    for (ElidedLabel* label : {m_library, m_counts, m_spaces, m_lock})
        line->addWidget(label);
    line->addStretch(1);
    line->addWidget(m_saved);
    m_rows->addWidget(m_idle);

    connect(&workspace.jobs(), &JobQueue::visibleJobsChanged, this, &JobStrip::refreshJobs);
    for (auto signal : {&Workspace::opened, &Workspace::closed, &Workspace::libraryChanged})
        connect(&workspace, signal, this, &JobStrip::refreshIdle);
    connect(&workspace, &Workspace::sessionChanged, this, &JobStrip::refreshIdle);
    connect(&workspace, &Workspace::savingChanged, this, &JobStrip::refreshIdle);
    refreshJobs();
    refreshIdle();
}

void JobStrip::refreshJobs()
{
    const QList<JobStatus> jobs = m_workspace.jobs().visibleJobs();
    const int shown = static_cast<int>(std::min<qsizetype>(jobs.size(), kShownJobs));
    while (m_jobRows.size() < shown) {
        auto* row = new JobRow(this);
        connect(row, &JobRow::cancelClicked, this, [this](JobId job) { m_workspace.jobs().cancel(job); });
        m_rows->insertWidget(static_cast<int>(m_jobRows.size()), row);
        m_jobRows.append(row);
    }
    while (m_jobRows.size() > shown)
        delete m_jobRows.takeLast();
    for (int i = 0; i < shown; ++i)
        m_jobRows.at(i)->setStatus(jobs.at(i));
    for (JobRow* row : std::as_const(m_jobRows))
        row->setVisible(true);
    const auto more = static_cast<int>(jobs.size()) - shown;
    m_more->setText(tr("%n more", nullptr, more));
    m_more->setVisible(more > 0);
    m_idle->setVisible(jobs.isEmpty());
}

void JobStrip::refreshIdle()
{
    const bool open = m_workspace.isOpen();
    m_library->setText(open ? m_workspace.libraryName() : tr("No library open"));
    m_counts->setText(filmCount(m_workspace.itemCount()));
    m_counts->setVisible(open);
    m_spaces->setText(tr("%n spaces", nullptr, static_cast<int>(m_workspace.spaces().size())));
    m_spaces->setVisible(open && !m_workspace.spaces().empty());
    m_lock->setVisible(open && m_workspace.readOnly());
    m_saved->setText(m_workspace.saving() ? tr("Saving") : tr("Everything saved"));
    m_saved->setVisible(open && !m_workspace.readOnly());
}

void JobStrip::paintEvent(QPaintEvent* event)
{
    Q_UNUSED(event);
    QPainter painter(this);
    painter.fillRect(rect(), theme().color(ColorToken::Nav));
    painter.setPen(theme().color(ColorToken::Line));
    painter.drawLine(0, 0, width(), 0);
}

} // namespace tw::ui
