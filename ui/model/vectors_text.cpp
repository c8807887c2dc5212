// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/vectors_text.h"

#include "ui/model/item_format.h"

#include <QCoreApplication>

namespace tw::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(tw::ui::VectorsText)
};

QString reasonOf(const LeftOutRow& row)
{
    const QString key = shownLine(row.key);
    switch (row.reason) {
    case LeftOutRow::Reason::ZeroVector: return Text::tr("all its numbers are 0");
    case LeftOutRow::Reason::UnknownItem: return Text::tr("no film has the key or title “%1”").arg(key);
    case LeftOutRow::Reason::Ambiguous: return Text::tr("several films are called “%1”").arg(key);
    case LeftOutRow::Reason::Repeated: return Text::tr("an earlier row is of the same film");
    }
    return {};
}

} // namespace

QString vectorsText(const ImportSpaceReport& report)
{
    QStringList sentences{Text::tr("%Ln films have a vector now.", nullptr, static_cast<int>(report.imported))};
    if (!report.leftOut.empty())
        sentences.append(Text::tr("%Ln rows were left out.", nullptr, static_cast<int>(report.leftOut.size())));
    if (report.itemsWithout > 0)
        sentences.append(
            Text::tr("%Ln films of the catalogue have none.", nullptr, static_cast<int>(report.itemsWithout)));
    switch (report.matching) {
    case RowMatching::KeysFile: sentences.append(Text::tr("Rows were matched by the file of keys.")); break;
    case RowMatching::KeyColumn: sentences.append(Text::tr("Rows were matched by the file’s own keys.")); break;
    case RowMatching::CatalogueOrder: sentences.append(Text::tr("Rows were taken in the catalogue’s order.")); break;
    }
    return sentences.join(QLatin1Char(' '));
}

QStringList leftOutLines(const ImportSpaceReport& report, std::size_t most)
{
    QStringList lines;
    for (const LeftOutRow& row : report.leftOut) {
        if (static_cast<std::size_t>(lines.size()) == most) {
            lines.append(Text::tr("and %Ln more", nullptr, static_cast<int>(report.leftOut.size() - most)));
            break;
        }
        lines.append(Text::tr("Row %1: %2", "number and reason")
                         .arg(QLocale().toString(static_cast<qulonglong>(row.row)), reasonOf(row)));
    }
    return lines;
}

QString metricText(Metric metric)
{
    switch (metric) {
    case Metric::Cosine: return Text::tr("Cosine");
    case Metric::InnerProduct: return Text::tr("Inner product");
    case Metric::L2: return Text::tr("Distance");
    }
    return {};
}

QString metricNote(Metric metric)
{
    switch (metric) {
    case Metric::Cosine: return Text::tr("Compares directions: right for embeddings of texts");
    case Metric::InnerProduct: return Text::tr("Lengths count as well: right for the factors of a model");
    case Metric::L2: return Text::tr("How far apart the points lie, where their makers say so");
    }
    return {};
}

} // namespace tw::ui
