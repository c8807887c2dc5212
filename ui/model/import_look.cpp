// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/import_look.h"

#include "core/embedding/item_text.h"
#include "ui/model/item_format.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace tw::ui {
namespace {

constexpr qsizetype kBefore = 12; // characters shown around a repaired place
constexpr qsizetype kAfter = 20;

/// Texts in which the two ways to read a file may differ.
std::vector<std::string> textsOf(const FilePreview& preview)
{
    std::vector<std::string> texts;
    const auto addAll = [&texts](const std::vector<std::string>& more) {
        texts.insert(texts.end(), more.begin(), more.end());
    };
    for (const Item& item : preview.items) {
        for (const std::string& text : {item.title, item.originalTitle, item.tagline, item.text})
            texts.push_back(text);
        for (const auto* list : {&item.genres, &item.directors, &item.cast, &item.keywords})
            texts.push_back(list->empty() ? std::string() : list->front());
    }
    for (const ColumnPreview& column : preview.columns)
        addAll(column.samples);
    return texts;
}

/// The words around [from, to) of a text.
QString excerpt(const QString& text, qsizetype from, qsizetype to)
{
    qsizetype begin = std::max<qsizetype>(0, from - kBefore);
    qsizetype end = std::min(text.size(), to + kAfter);
    if (begin > 0) {
        const qsizetype blank = text.lastIndexOf(QLatin1Char(' '), from);
        begin = blank >= begin ? blank + 1 : begin;
    }
    if (end < text.size()) {
        const qsizetype blank = text.indexOf(QLatin1Char(' '), to);
        end = blank >= 0 && blank <= end ? blank : end;
    }
    return text.mid(begin, end - begin).trimmed();
}

/// Finds the first text that the repair changes and fills in the two examples.
void findRepair(ImportLook& look, const FilePreview& other, bool lookIsRepaired)
{
    const auto here = textsOf(look.preview);
    const auto there = textsOf(other);
    for (std::size_t i = 0; i < std::min(here.size(), there.size()); ++i) {
        if (here[i] == there[i])
            continue;
        const QString broken = QString::fromStdString(lookIsRepaired ? there[i] : here[i]);
        const QString whole = QString::fromStdString(lookIsRepaired ? here[i] : there[i]);
        const auto [first, second] = std::mismatch(broken.begin(), broken.end(), whole.begin(), whole.end());
        const qsizetype at = first - broken.begin();
        // Where the two run together again, so that both show the same words.
        qsizetype tail = 0;
        while (tail < std::min(broken.size(), whole.size()) - at
               && broken[broken.size() - 1 - tail] == whole[whole.size() - 1 - tail])
            ++tail;
        const qsizetype span = std::min<qsizetype>(whole.size() - tail - at, kAfter);
        look.brokenExample = shown(excerpt(broken, at, std::min(broken.size() - tail, at + 2 * span)).toStdString());
        look.repairedExample = shown(excerpt(whole, at, at + span).toStdString());
        return;
    }
}

} // namespace

Result<ImportLook> lookAtFile(const std::filesystem::path& file, const ReadOptions& options, const TaskContext& context)
{
    ImportLook look;
    TW_ASSIGN(look.preview, previewCatalogFile(file, options, context));
    const FilePreview& preview = look.preview;
    look.withoutText = static_cast<std::uint64_t>(
        std::count_if(preview.items.begin(), preview.items.end(), [](const Item& item) { return item.text.empty(); }));
    if (!preview.items.empty())
        look.example = shown(itemText(preview.items.front(), TextTemplate::standard()));
    if (preview.counts.mendedByKind.contains(Mending::DoubleEncoding)) {
        ReadOptions opposite = options;
        opposite.repairDoubleEncoding = !options.repairDoubleEncoding;
        if (const auto other = previewCatalogFile(file, opposite, context))
            findRepair(look, *other, options.repairDoubleEncoding);
    }
    return look;
}

} // namespace tw::ui
