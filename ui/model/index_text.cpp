// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/index_text.h"

#include "ui/model/item_format.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace tw::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(tw::ui::IndexText)
};

/// A number with as many digits as matter: 7,148 → 7,150; 0.1437 → 0.14.
QString rounded(double value, int digits)
{
    if (!(value > 0))
        return QLocale().toString(0);
    const int whole = static_cast<int>(std::floor(std::log10(value))) + 1;
    if (whole <= digits)
        return QLocale().toString(value, 'f', digits - whole);
    const double unit = std::pow(10.0, whole - digits);
    return QLocale().toString(std::round(value / unit) * unit, 'f', 0);
}

QString kindReason(const IndexChoice& choice, std::size_t rows)
{
    const int films = static_cast<int>(rows);
    switch (choice.kindReason) {
    case IndexReason::Few:
        return Text::tr("Automatic takes exact search here: with %Ln films, every one is compared within a frame.",
                        nullptr, films);
    case IndexReason::Many:
        return Text::tr("Automatic takes the HNSW graph here: %Ln films are too many to compare every one.", nullptr,
                        films);
    case IndexReason::LittleMemory:
        return Text::tr("Automatic takes IVF-PQ here: a graph of %Ln films would not fit the free memory.", nullptr,
                        films);
    case IndexReason::WishedRecall:
        return Text::tr("Automatic takes exact search here: nothing else reaches the recall you wish.");
    default: return {};
    }
}

QString layoutReason(const IndexChoice& choice)
{
    const bool fast = choice.options.layout == IndexLayout::Fast;
    if (choice.layoutReason == IndexReason::LittleMemory)
        return Text::tr("The small layout, as the vectors would not fit the free memory.");
    return fast ? Text::tr("The fast layout, as the vectors fit the free memory.") : QString();
}

} // namespace

QString indexKindText(IndexKind kind)
{
    switch (kind) {
    case IndexKind::Auto: return Text::tr("Automatic");
    case IndexKind::Exact: return Text::tr("Exact");
    case IndexKind::Hnsw: return Text::tr("HNSW graph");
    case IndexKind::IvfPq: return Text::tr("IVF-PQ");
    }
    return {};
}

QString indexShortText(IndexKind kind)
{
    switch (kind) {
    case IndexKind::Auto: return Text::tr("automatic");
    case IndexKind::Exact: return Text::tr("exact");
    case IndexKind::Hnsw: return Text::tr("HNSW");
    case IndexKind::IvfPq: return Text::tr("IVF-PQ");
    }
    return {};
}

QString indexLayoutText(IndexLayout layout)
{
    switch (layout) {
    case IndexLayout::Auto: return Text::tr("Automatic");
    case IndexLayout::Small: return Text::tr("Small");
    case IndexLayout::Fast: return Text::tr("Fast");
    }
    return {};
}

QString indexNameText(IndexKind kind, IndexLayout layout)
{
    if (kind != IndexKind::Hnsw)
        return indexKindText(kind);
    switch (layout) {
    case IndexLayout::Small: return Text::tr("HNSW, small");
    case IndexLayout::Fast: return Text::tr("HNSW, fast");
    case IndexLayout::Auto: return indexKindText(kind);
    }
    return {};
}

QString indexKindNote(IndexKind kind)
{
    switch (kind) {
    case IndexKind::Auto: return Text::tr("Chooses by films, memory and the recall you wish.");
    case IndexKind::Exact: return Text::tr("Compares every film: finds every neighbour, and there is nothing to build.");
    case IndexKind::Hnsw:
        return Text::tr("Walks from film to film along links: finds nearly every neighbour, much faster.");
    case IndexKind::IvfPq:
        return Text::tr("Looks only at the groups of films nearest to the question, by short codes: the smallest.");
    }
    return {};
}

QString indexLayoutNote(IndexLayout layout)
{
    switch (layout) {
    case IndexLayout::Auto: return Text::tr("Fast where the vectors fit the free memory, else small");
    case IndexLayout::Small: return Text::tr("8-bit codes: a quarter of the memory the vectors take");
    case IndexLayout::Fast: return Text::tr("1-bit codes and the vectors themselves: faster, wants them in memory");
    }
    return {};
}

QString choiceReasonText(const IndexChoice& choice, const IndexOptions& wanted, const IndexSituation& situation)
{
    QStringList sentences;
    if (wanted.kind == IndexKind::Auto)
        sentences.append(kindReason(choice, situation.rows));
    if (wanted.layout == IndexLayout::Auto && choice.options.kind == IndexKind::Hnsw)
        sentences.append(layoutReason(choice));
    sentences.removeAll(QString());
    return sentences.join(QLatin1Char(' '));
}

QString factsReasonText(IndexReason reason)
{
    switch (reason) {
    case IndexReason::PoorGraph:
        return Text::tr("A graph was built and did not find its own films, so every film is compared instead.");
    case IndexReason::TooFewToTrain:
        return Text::tr("There are too few films to train IVF-PQ, so every film is compared instead.");
    default: return {};
    }
}

QString costText(const IndexChoice& choice)
{
    return Text::tr("%1 · %2 a search", "memory, time")
        .arg(byteText(choice.expectedBytes), millisecondsText(choice.expectedMilliseconds));
}

QString millisecondsText(double milliseconds)
{
    if (milliseconds < 0.01)
        return Text::tr("under %1 ms").arg(QLocale().toString(0.01, 'f', 2));
    return Text::tr("%1 ms", "milliseconds").arg(rounded(milliseconds, 2));
}

QString recallText(double recall)
{
    // What is not all is not shown as all.
    const double shown = recall < 1 ? std::min(recall, 0.9994) : 1.0;
    return QLocale().toString(shown, 'f', 3);
}

QString speedText(double perSecond) { return rounded(perSecond, 3); }

QString effortText(IndexKind kind, int effort)
{
    switch (kind) {
    case IndexKind::Hnsw: return Text::tr("care while searching %1").arg(QLocale().toString(effort));
    case IndexKind::IvfPq: return Text::tr("%Ln groups looked at", nullptr, effort);
    default: return {};
    }
}

QString pointText(const CurvePoint& point)
{
    QStringList parts{indexNameText(point.kind, point.layout)};
    if (const QString effort = effortText(point.kind, point.effort); !effort.isEmpty())
        parts.append(effort);
    parts.append(Text::tr("recall %1").arg(recallText(point.recall)));
    parts.append(Text::tr("%1 answers a second").arg(speedText(point.queriesPerSecond)));
    if (point.median > 0)
        parts.append(Text::tr("%1, one in a hundred over %2", "milliseconds")
                         .arg(millisecondsText(point.median), millisecondsText(point.slowest)));
    return parts.join(QStringLiteral(" · "));
}

} // namespace tw::ui
