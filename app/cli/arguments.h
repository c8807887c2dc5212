// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/catalog/catalog_files.h"
#include "core/exchange/list_export.h"
#include "core/index/vector_index.h"
#include "core/library/library_jobs.h"
#include "core/library/space_import.h"
#include "core/search/hybrid_search.h"
#include "core/taste/noise.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace tw::cli {

enum class Command {
    New, Import, Info, Embed, EmbedderStatus, EmbedderPull, EmbedderKey,
    Index, IndexFacts, IndexBench, IndexExport, SpaceList, SpaceUse, SpaceRemove, SpaceImport, Search, Similar, Like, Dislike, Hide, Remove,
    Undo, Redo, Forget, History, Recommend, Explore, Map, Export, Settings, Prepare, Check, Rescue
};
enum class ExportWhat { Likes, Recommendations, Exploration, Search };

/// The command line, read. Only what the command takes is filled in.
struct Arguments {
    Command command = Command::Info;
    std::filesystem::path library;              ///< --library, else the default library.
    bool json = false;

    std::vector<std::filesystem::path> files;   ///< new --catalogue, import.
    ReadOptions reading;                        ///< --map, --encoding, --keep-double-encoding.
    bool embedAfterImport = true;
    bool dryRun = false;                        ///< new, import: only show what would be done.
    std::filesystem::path report;               ///< new, import: where to save the complete list; may be empty.
    EmbedRequest embed;                         ///< Also URL and model of the embedder commands.
    std::filesystem::path keyFile;              ///< embed --openai, embedder key.
    bool removeKey = false;                     ///< embedder key --remove.
    IndexOptions index;
    std::vector<std::string> indexGiven;        ///< Which options of `index` were given: "--m".
    bool rebuild = false;                       ///< index --rebuild.
    std::size_t queries = 500;                  ///< index bench.
    std::string spaceId;
    ImportSpaceRequest vectors;                 ///< space import; its index options are those above.
    std::string text;                           ///< Query or item.
    std::vector<std::string> items;             ///< forget.
    bool everything = false;                    ///< forget --all.
    std::size_t count = 20;
    SearchBy by = SearchBy::All;
    std::optional<int> memory;
    std::optional<NoiseKind> noiseKind;
    std::optional<double> noisePercent;
    std::optional<std::uint64_t> seed;
    ExportWhat what = ExportWhat::Likes;
    ExportFormat format = ExportFormat::Csv;
    std::filesystem::path out;
    std::vector<std::string> assignments;       ///< set NAME=VALUE.
};

/// Outcome of reading the command line: arguments, or a text to print and the exit code to end with.
struct ParsedArguments {
    std::optional<Arguments> arguments;
    std::string text;
    int exitCode = 0;
};
ParsedArguments parseArguments(int argc, const char* const* argv);

} // namespace tw::cli
