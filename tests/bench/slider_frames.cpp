// SPDX-License-Identifier: GPL-3.0-or-later
// How long a slider of Explore takes from its movement until all lists are painted: slider_frames [--json FILE].
// The real window, without a screen, on the bundled catalogue in a library of its own, with three likes.
#include "app/application_context.h"
#include "core/base/files.h"
#include "ui/widgets/theme/theme.h"

#include <CLI/CLI.hpp>

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSlider>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

namespace {

using tw::ui::TraceRecorder;

constexpr int kLookEveryMs = 1;
constexpr std::chrono::seconds kPatience(60); // for the library; and for one frame
constexpr std::size_t kLikes = 3;

QJsonObject asJson(const TraceRecorder::Summary& summary)
{
    return {{QStringLiteral("count"), static_cast<qint64>(summary.count)},
            {QStringLiteral("p50_ms"), summary.p50},
            {QStringLiteral("p95_ms"), summary.p95},
            {QStringLiteral("max_ms"), summary.max}};
}

/// Goes through the run one look at a time, so that the window's own event loop does all the work.
class SliderRun : public QObject {
public:
    SliderRun(tw::ApplicationContext& context, std::filesystem::path folder, int steps)
        : m_context(context), m_steps(steps)
    {
        m_context.window->resize(1440, 900);
        m_context.window->show();
        m_context.window->showPage(tw::ui::PageId::Explore);
        m_context.workspace.create(folder);
        connect(&m_timer, &QTimer::timeout, this, &SliderRun::look);
        connect(&m_context.workspace, &tw::ui::Workspace::failed, this, [this](const tw::Error& error) {
            giveUp(qPrintable(QStringLiteral("failed: ") + QString::fromStdString(error.detail)));
        });
        m_timer.start(kLookEveryMs);
    }
    std::size_t films() const { return m_context.workspace.itemCount(); }
    /// Frames of one of the two sliders; they move in turn.
    std::vector<double> framesOf(std::size_t slider) const
    {
        std::vector<double> frames;
        const std::vector<double>& all = m_context.trace.sliderFrames();
        for (std::size_t i = slider; i < all.size(); i += 2)
            frames.push_back(all[i]);
        return frames;
    }

private:
    enum class Part { Opening, Liking, Moving };

    void giveUp(const char* why)
    {
        std::fprintf(stderr, "slider_frames: %s\n", why);
        m_timer.stop();
        QCoreApplication::exit(1);
    }

    void look()
    {
        if (std::chrono::steady_clock::now() - m_progress > kPatience) {
            giveUp("nothing happened for a minute");
            return;
        }
        switch (m_part) {
        case Part::Opening:
            if (quiet() && films() >= kLikes)
                like();
            break;
        case Part::Liking:
            if (quiet() && m_context.workspace.session()->history->likes().size() == kLikes)
                begin();
            break;
        case Part::Moving:
            if (m_context.trace.sliderFrames().size() > m_moved - 1)
                move();
            break;
        }
    }

    /// The space is there and nothing of the start is left to be done: the first frame is a frame like the others.
    bool quiet() const
    {
        using tw::ui::Lane;
        const tw::ui::JobQueue& jobs = m_context.jobs;
        return m_context.workspace.hasSpace() && m_context.window->complete() && !jobs.busy(Lane::Interactive) &&
               !jobs.busy(Lane::Compute) && !jobs.busy(Lane::Storage);
    }

    void like()
    {
        enter(Part::Liking);
        // Spread over the catalogue: the taste is then near none of its films.
        std::vector<tw::ItemId> items;
        for (std::size_t i = 0; i < kLikes; ++i)
            items.emplace_back(static_cast<std::uint32_t>(i * films() / kLikes));
        m_context.workspace.act(tw::Act::Liked, items, tw::Source::Starter);
    }

    void begin()
    {
        enter(Part::Moving);
        m_noise = m_context.window->findChild<QSlider*>(QStringLiteral("gaussianSlider"));
        m_memory = m_context.window->findChild<QSlider*>(QStringLiteral("memorySlider"));
        if (m_noise && m_memory)
            move();
        else
            giveUp("the sliders were not found");
    }

    void move()
    {
        if (m_moved == static_cast<std::size_t>(m_steps)) {
            m_timer.stop();
            QCoreApplication::exit(0);
            return;
        }
        m_progress = std::chrono::steady_clock::now();
        QSlider* slider = m_moved % 2 == 0 ? m_noise : m_memory;
        ++m_moved;
        // As a drag: small steps to and fro, never the value it has.
        const int value = slider->minimum() + static_cast<int>(m_moved * 3) % (slider->maximum() - slider->minimum());
        slider->setValue(value == slider->value() ? value + 1 : value);
    }

    void enter(Part part)
    {
        m_part = part;
        m_progress = std::chrono::steady_clock::now();
    }

    tw::ApplicationContext& m_context;
    QTimer m_timer;
    QSlider* m_noise = nullptr;
    QSlider* m_memory = nullptr;
    Part m_part = Part::Opening;
    std::chrono::steady_clock::time_point m_progress = std::chrono::steady_clock::now();
    int m_steps;
    std::size_t m_moved = 0;
};

QJsonObject report(const SliderRun& run, const std::vector<double>& all)
{
    QJsonArray values;
    for (const double value : all)
        values.append(value);
    QJsonObject object = asJson(TraceRecorder::summarise(all));
    object.insert(QStringLiteral("films"), static_cast<qint64>(run.films()));
    object.insert(QStringLiteral("likes"), static_cast<qint64>(kLikes));
    object.insert(QStringLiteral("window"), QStringLiteral("1440x900"));
    object.insert(QStringLiteral("noise"), asJson(TraceRecorder::summarise(run.framesOf(0))));
    object.insert(QStringLiteral("memory"), asJson(TraceRecorder::summarise(run.framesOf(1))));
    object.insert(QStringLiteral("values_ms"), values);
    return object;
}

void print(const char* name, const TraceRecorder::Summary& summary)
{
    std::printf("%-8s %4zu frames   p50 %6.2f ms   p95 %6.2f ms   max %6.2f ms\n", name, summary.count, summary.p50,
                summary.p95, summary.max);
}

} // namespace

int main(int argc, char** argv)
{
    const auto start = std::chrono::steady_clock::now();
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    std::string jsonFile;
    int steps = 200;
    CLI::App options("Time from a slider's movement to the painted lists of Explore");
    options.add_option("--json", jsonFile, "Write the figures to this file");
    options.add_option("--steps", steps, "Movements, both sliders in turn")->check(CLI::Range(2, 100000));
    CLI11_PARSE(options, argc, argv);

    const QTemporaryDir folder;
    if (!folder.isValid()) {
        std::fputs("slider_frames: no temporary folder\n", stderr);
        return 1;
    }
    tw::theme().install(application);
    int exitCode = 0;
    QJsonObject figures;
    {
        tw::ApplicationContext context(start, folder.filePath(QStringLiteral("settings.ini")));
        const std::filesystem::path library(folder.filePath(QStringLiteral("library")).toStdU16String());
        const SliderRun run(context, library, steps);
        exitCode = QApplication::exec();
        const std::vector<double>& all = context.trace.sliderFrames();
        print("noise", TraceRecorder::summarise(run.framesOf(0)));
        print("memory", TraceRecorder::summarise(run.framesOf(1)));
        print("both", TraceRecorder::summarise(all));
        figures = report(run, all);
    }
    if (exitCode == 0 && !jsonFile.empty() &&
        !tw::writeFileAtomically(jsonFile, QJsonDocument(figures).toJson().toStdString())) {
        std::fprintf(stderr, "slider_frames: could not write %s\n", jsonFile.c_str());
        return 1;
    }
    return exitCode;
}
