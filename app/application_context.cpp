// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application_context.h"

#include "ui/widgets/theme/theme.h"

namespace tw {

ApplicationContext::ApplicationContext(std::chrono::steady_clock::time_point start, const QString& settingsFile)
    : settings(settingsFile.isEmpty() ? std::make_unique<ui::AppSettings>()
                                      : std::make_unique<ui::AppSettings>(settingsFile))
    , trace(start)
    , workspace(jobs, settings.get())
    , presenters(workspace)
{
    trace.watch(jobs);
    settings->writeIn(jobs);
    applyLook();
    window = std::make_unique<ui::MainWindow>(workspace, presenters, dialogs, *settings, trace);
}

ApplicationContext::~ApplicationContext()
{
    window.reset();
    jobs.shutdown();
}

void ApplicationContext::applyLook()
{
    const QString mode = settings->text(ui::Setting::Theme);
    theme().setMode(mode == QLatin1String("light")  ? ThemeMode::Light
                    : mode == QLatin1String("dark") ? ThemeMode::Dark
                                                    : ThemeMode::System);
    theme().setDensity(settings->text(ui::Setting::Density) == QLatin1String("compact") ? Density::Compact
                                                                                       : Density::Comfortable);
    theme().setRaisedContrast(settings->flag(ui::Setting::RaisedContrast));
    theme().setReducedMotion(settings->flag(ui::Setting::ReducedMotion));
}

} // namespace tw
