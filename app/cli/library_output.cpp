// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/library_output.h"

namespace tw::cli {

std::string_view indexName(IndexKind kind)
{
    return kind == IndexKind::Hnsw ? "hnsw" : kind == IndexKind::IvfPq ? "ivfpq" : "exact";
}

Json spacesJson(const std::vector<SpaceInfo>& spaces)
{
    Json list{Json::Array{}};
    for (const SpaceInfo& space : spaces) {
        Json entry;
        entry.set("id", space.id);
        entry.set("embedder", space.provenance.embedder);
        entry.set("model", space.provenance.model);
        entry.set("dim", space.dim);
        entry.set("items", space.items);
        entry.set("index", indexName(space.index));
        list.push(std::move(entry));
    }
    return list;
}

std::string spacesText(const std::vector<SpaceInfo>& spaces, const std::string& active)
{
    std::string text;
    for (const SpaceInfo& space : spaces)
        text += fmt::format("{} {:<28} {} of {}, {} dimensions, {} items, index {}\n", space.id == active ? '*' : ' ',
                            space.id, space.provenance.embedder, space.provenance.model, space.dim, space.items,
                            indexName(space.index));
    return text;
}

Answer libraryAnswer(const std::filesystem::path& library, const LibraryFacts& facts, std::uint64_t imported,
                     std::uint64_t skipped)
{
    const auto spaces = listSpaces(library);
    std::size_t embedded = 0;
    for (const SpaceInfo& space : spaces) {
        if (space.id == facts.activeSpace)
            embedded = space.items;
    }
    Answer answer;
    answer.json.set("library", library.string());
    answer.json.set("items", facts.items);
    answer.json.set("imported", imported);
    answer.json.set("skipped", skipped);
    answer.json.set("embedded", embedded);
    answer.json.set("active_space", facts.activeSpace);
    answer.json.set("spaces", spacesJson(spaces));
    answer.json.set("likes", facts.likes);
    answer.text = fmt::format("{}: {} items, {} likes\n", library.string(), facts.items, facts.likes);
    answer.text += spacesText(spaces, facts.activeSpace);
    return answer;
}

} // namespace tw::cli
