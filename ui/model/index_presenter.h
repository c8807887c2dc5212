// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/index_choice.h"
#include "core/index/index_curve.h"
#include "ui/jobs/latest_request.h"
#include "ui/model/workspace.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace tw::ui {

enum class MeasureState {
    NoSpace,   ///< There is nothing to measure.
    TooFew,    ///< So few films that exact search is right; see IndexPresenter::kLeastToMeasure.
    Never,     ///< Not measured yet.
    Measuring, ///< points() grows.
    Measured,
    Stopped,   ///< points() holds what was measured until then, perhaps nothing.
    Failed,    ///< error() says why.
};

/// One way to search in a measured curve.
struct MeasuredCurve {
    IndexKind kind = IndexKind::Exact;
    IndexLayout layout = IndexLayout::Small;
    std::vector<CurvePoint> points; ///< By rising effort; exact search has one.
};

/// How neighbours are found in a space: what it is now, what is wished, what that would cost, and what measuring on the
/// space's own vectors says. Nothing changes before rebuild(). GUI thread.
class IndexPresenter : public QObject {
    Q_OBJECT
public:
    /// measureIndexes(), or what stands for it in a test.
    using Measure = std::function<Result<IndexCurve>(
        const IndexedVectors&, const CurveRequest&, std::span<const std::shared_ptr<const VectorIndex>>,
        const std::function<void(const CurvePoint&)>&, const TaskContext&)>;
    /// Fewer films than these are not worth measuring.
    static constexpr std::size_t kLeastToMeasure = 2'000;
    explicit IndexPresenter(Workspace& workspace, QObject* parent = nullptr, Measure measure = measureIndexes,
                            std::size_t leastToMeasure = kLeastToMeasure);
    ~IndexPresenter() override;

    /// The space shown; empty when there is none.
    QString space() const;
    /// Its record; null when there is none. Valid until control returns to the event loop.
    const SpaceInfo* info() const;
    /// What its index is; none while it is not the space in use (only its kind is known then, see info()).
    std::optional<IndexFacts> facts() const;
    /// What its index was made with, as far as that is known.
    IndexOptions present() const;

    const IndexOptions& wanted() const { return m_wanted; }
    IndexSituation situation() const;
    /// What the wish, or another one, comes to here. Errors: those of chooseIndex; NotFound without a space.
    Result<IndexChoice> choice() const { return choiceOf(m_wanted); }
    Result<IndexChoice> choiceOf(const IndexOptions& options) const;
    /// The wish differs from what is there.
    bool differs() const;
    bool canRebuild() const;
    bool rebuilding() const;

    MeasureState measureState() const;
    /// What was measured of the space, exact search first.
    const std::vector<MeasuredCurve>& curves() const;
    std::optional<Error> error() const;
    /// How far measuring is; none while it waits or when it does not run.
    std::optional<JobStatus> measuring() const;
    std::size_t queriesAsked() const;
    /// Where the present index, and the wish, stand in the curves; between measured points by interpolation. None where
    /// nothing like it was measured.
    std::optional<CurvePoint> here() const;
    std::optional<CurvePoint> wished() const;

public Q_SLOTS:
    /// Empty: the space in use.
    void setSpace(const QString& id);
    void setWanted(const tw::IndexOptions& options);
    /// Takes a measured point as the wish.
    void pick(const tw::CurvePoint& point);
    void measure();
    void stopMeasuring();
    void rebuild();

Q_SIGNALS:
    /// Anything but the measuring changed.
    void changed();
    void measureChanged();

private:
    struct Growing;   ///< Points on their way from the lane.
    struct Measured;  ///< What is known of one space.
    void refresh();
    void askMemory();
    void takeGrowing();
    void add(Measured& measured, const CurvePoint& point) const;
    void receive(const QString& id, const Result<IndexCurve>& curve);
    std::optional<CurvePoint> placeOf(const IndexOptions& options) const;
    Measured* measured() const;

    Workspace& m_workspace;
    Measure m_measure;
    std::size_t m_leastToMeasure;
    QString m_space;           ///< As asked for; empty: the one in use.
    QString m_wantedOf;        ///< The space and options the wish was taken from.
    IndexOptions m_wanted;
    std::uint64_t m_memory;
    LatestRequest<std::uint64_t> m_memoryRequest;
    std::map<QString, std::unique_ptr<Measured>> m_measured;
    JobHandle<IndexCurve> m_job;
    QString m_jobSpace;        ///< Empty while nothing is measured.
    std::shared_ptr<Growing> m_growing;
};

} // namespace tw::ui
