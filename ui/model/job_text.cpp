// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/job_text.h"

#include "ui/model/item_format.h"

#include <QCoreApplication>

#include <chrono>
#include <cmath>

namespace tw::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(tw::ui::JobText)
};

QString nameOf(const JobStatus& job)
{
    const QString& subject = job.subject;
    const auto choose = [&subject](const QString& named, const QString& plain) {
        return subject.isEmpty() ? plain : named.arg(subject);
    };
    switch (job.kind) {
    case JobKind::OpenLibrary: return choose(Text::tr("Opening “%1”"), Text::tr("Opening the library"));
    case JobKind::CreateLibrary: return choose(Text::tr("Making the library “%1”"), Text::tr("Making the library"));
    case JobKind::Rescue: return choose(Text::tr("Rescuing “%1”"), Text::tr("Rescuing the library"));
    case JobKind::ReadText: return Text::tr("Preparing text search");
    case JobKind::LoadSpace: return choose(Text::tr("Loading the space “%1”"), Text::tr("Loading the space"));
    case JobKind::Import: return choose(Text::tr("Importing %1"), Text::tr("Importing a catalogue"));
    case JobKind::Embed: return choose(Text::tr("Embedding with %1"), Text::tr("Embedding with the built-in vectors"));
    case JobKind::RebuildIndex: return choose(Text::tr("Building the index of “%1”"), Text::tr("Building the index"));
    case JobKind::Measure:
        return choose(Text::tr("Measuring speed and recall on “%1”"), Text::tr("Measuring speed and recall"));
    case JobKind::BringVectors: return choose(Text::tr("Reading the vectors of %1"), Text::tr("Reading vectors"));
    case JobKind::RemoveSpace: return choose(Text::tr("Removing the space “%1”"), Text::tr("Removing the space"));
    case JobKind::Forget: return Text::tr("Forgetting");
    case JobKind::ConnectServer:
    case JobKind::CheckServer: return choose(Text::tr("Asking %1"), Text::tr("Asking the server"));
    case JobKind::Export: return choose(Text::tr("Exporting to %1"), Text::tr("Exporting"));
    case JobKind::Map: return Text::tr("Laying out the map");
    default: return Text::tr("Working");
    }
}

bool countsFilms(Stage stage)
{
    switch (stage) {
    case Stage::Storing:
    case Stage::Indexing:
    case Stage::Embedding:
    case Stage::Building:
    case Stage::Checking: return true;
    default: return false;
    }
}

/// A stage that is told in percent (or by its name alone), not in films.
QString stageText(Stage stage, std::optional<double> fraction)
{
    const QString percent = fraction ? QLocale().toString(*fraction * 100, 'f', 0) : QString();
    const bool known = fraction.has_value();
    switch (stage) {
    case Stage::Reading: return known ? Text::tr("%1 % read").arg(percent) : Text::tr("reading");
    case Stage::Connecting: return Text::tr("connecting");
    case Stage::WarmingUp: return Text::tr("warming up the model");
    case Stage::Fitting: return known ? Text::tr("%1 % fitted").arg(percent) : Text::tr("fitting");
    case Stage::Projecting: return known ? Text::tr("%1 % of the map").arg(percent) : Text::tr("drawing the map");
    case Stage::Searching: return known ? Text::tr("%1 % asked").arg(percent) : Text::tr("searching");
    case Stage::Writing: return known ? Text::tr("%1 % written").arg(percent) : Text::tr("writing");
    default: return {};
    }
}

QString doneOf(const JobStatus& job)
{
    const Progress& progress = job.progress;
    if (!progress.reported)
        return {};
    if (!countsFilms(progress.stage))
        return stageText(progress.stage, job.fraction());
    if (progress.total == 0)
        return filmCount(static_cast<std::size_t>(progress.done));
    return Text::tr("%1 of %Ln films", nullptr, static_cast<int>(progress.total))
        .arg(QLocale().toString(static_cast<qulonglong>(progress.done)));
}

bool waitsForServer(const JobStatus& job)
{
    return job.state == JobState::Running && job.progress.waitsUntil && !job.cancelRequested;
}

QString askingAgainText(std::chrono::steady_clock::time_point when)
{
    const double seconds = std::chrono::duration<double>(when - std::chrono::steady_clock::now()).count();
    if (seconds <= 0)
        return Text::tr("asks again");
    return Text::tr("asks again in %1 s").arg(QLocale().toString(static_cast<int>(std::ceil(seconds))));
}

QString leftOf(const JobStatus& job)
{
    if (job.cancelRequested)
        return Text::tr("stopping");
    if (job.state == JobState::Queued)
        return Text::tr("waiting");
    if (waitsForServer(job))
        return askingAgainText(*job.progress.waitsUntil);
    return job.secondsLeft ? timeLeftText(*job.secondsLeft) : QString();
}

} // namespace

JobText jobText(const JobStatus& status)
{
    JobText text;
    text.name = nameOf(status);
    text.done = doneOf(status);
    if (waitsForServer(status))
        text.rate = Text::tr("waiting");
    else if (status.rate && countsFilms(status.progress.stage))
        text.rate = Text::tr("%1 films/s").arg(QLocale().toString(*status.rate, 'f', *status.rate < 10 ? 1 : 0));
    text.left = leftOf(status);
    QStringList parts{text.name};
    for (const QString& part : {text.done, text.rate, text.left}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    text.accessible = parts.join(QStringLiteral(", "));
    return text;
}

QString jobIcon(JobKind kind)
{
    switch (kind) {
    case JobKind::Embed:
    case JobKind::BringVectors:
    case JobKind::LoadSpace:
    case JobKind::RemoveSpace: return QStringLiteral("layers");
    case JobKind::Measure:
    case JobKind::RebuildIndex: return QStringLiteral("gauge");
    case JobKind::Import: return QStringLiteral("import");
    case JobKind::Export: return QStringLiteral("export");
    case JobKind::Map: return QStringLiteral("map");
    case JobKind::ConnectServer:
    case JobKind::CheckServer: return QStringLiteral("server");
    case JobKind::ReadText: return QStringLiteral("text");
    case JobKind::Forget: return QStringLiteral("trash");
    default: return QStringLiteral("disk");
    }
}

} // namespace tw::ui
