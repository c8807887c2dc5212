// SPDX-License-Identifier: GPL-3.0-or-later
// Seeds of the fuzzers whose inputs are binary: real index, space, map and word vector files.
// usage: tw_fuzz_seeds FOLDER   (writes FOLDER/<fuzzer>/<name>)
#include "core/embedding/builtin_embedder.h"
#include "core/index/vector_index.h"
#include "core/library/space_folder.h"
#include "core/projection/pca.h"
#include "core/space/space.h"
#include "tests/fuzz/fixtures.h"
#include "tests/fuzz/fuzz_folder.h"

#include <zlib.h>

#include <iostream>

namespace {

std::filesystem::path g_out;

void seed(const std::string& fuzzer, const std::string& name, std::string_view content)
{
    std::filesystem::create_directories(g_out / fuzzer);
    std::ofstream(g_out / fuzzer / name, std::ios::binary) << content;
}

void must(const tw::Status& status)
{
    if (!status)
        std::abort();
}

/// What lies behind the 64 bytes of the envelope.
std::string payload(const std::filesystem::path& path)
{
    return tw::readFile(path).value().substr(64);
}

std::string sized(const std::string& content)
{
    const auto length = static_cast<std::uint32_t>(content.size());
    return std::string(reinterpret_cast<const char*>(&length), sizeof length) + content;
}

void indexSeeds(const tw::fuzz::Folder& folder)
{
    const auto vectors = tw::fuzz::fixedVectors();
    struct Kind {
        const char* name;
        tw::IndexKind kind;
        tw::IndexLayout layout;
    };
    constexpr Kind kKinds[] = {{"exact", tw::IndexKind::Exact, tw::IndexLayout::Small},
                               {"hnsw", tw::IndexKind::Hnsw, tw::IndexLayout::Small},
                               {"fast", tw::IndexKind::Hnsw, tw::IndexLayout::Fast}};
    for (const Kind& kind : kKinds) {
        for (const tw::Metric metric : tw::fuzz::kMetrics) {
            tw::IndexOptions options;
            options.kind = kind.kind;
            options.layout = kind.layout;
            options.m = 4;
            options.efSearch = 16;
            const auto index = tw::buildIndex(tw::fuzz::fixedVectors(*vectors, metric), options, {}).value();
            const std::string name = kind.name + std::to_string(static_cast<int>(metric));
            const auto path = folder.path() / "index.bin";
            must(index->save(path));
            seed("index", name, payload(path));
            seed("envelope", "index-" + name, std::string(1, '\0') + tw::readFile(path).value());
        }
    }
    const auto map = tw::Projection::build(vectors->view(), {}).value();
    must(map->save(folder.path() / "map.bin", tw::fuzz::kFixedFingerprint));
    seed("map", "map", payload(folder.path() / "map.bin"));
    seed("envelope", "map", "\x81" + payload(folder.path() / "map.bin"));
}

void spaceSeeds(const tw::fuzz::Folder& folder)
{
    for (const bool passages : {false, true}) {
        tw::Space::Parts parts;
        parts.id = "test";
        parts.provenance.rawScaleKnown = passages;
        parts.vectors = tw::Matrix(3, 2);
        for (std::size_t i = 0; i < 3; ++i) {
            parts.vectors.row(i)[i % 2] = 2;
            parts.items.emplace_back(static_cast<std::uint32_t>(2 * i));
        }
        if (passages) {
            parts.passages = parts.vectors;
            parts.passageRow = {0, 0, 2};
            parts.model = "state";
        }
        const auto space = tw::Space::create(std::move(parts)).value();
        const auto home = folder.path() / "space";
        must(space->save(home));
        seed("space", passages ? "with-passages" : "plain",
             sized(payload(home / "space.bin")) + sized(payload(home / "vectors.bin"))
                 + (passages ? payload(home / "passages.bin") : std::string()));
        must(tw::writeSpaceRecord(home, {}));
        seed("envelope", "record", std::string(1, '\0') + tw::readFile(home / "info.bin").value());
        seed("envelope", "record-content", "\x84" + payload(home / "info.bin"));
    }
}

void wordSeeds(const tw::fuzz::Folder& folder)
{
    const tw::fuzz::FixedWords parts;
    gzFile file = gzopen((folder.path() / "words.txt.gz").c_str(), "wb");
    gzwrite(file, parts.words.data(), static_cast<unsigned>(parts.words.size()));
    gzclose(file);
    folder.put("vectors-int8.bin", parts.vectors);
    folder.put("scales-f32.bin", parts.scales);
    const auto words = tw::WordVectors::load(folder.path()).value();
    const std::vector<std::string> texts{"Film star.", "The sea, the star.", "A film of the Sea."};
    const auto embedder = tw::BuiltinEmbedder::fit(words, texts, {}, {}).value();
    seed("words", "state", "\1" + embedder->state());
    seed("words", "words", std::string(1, '\4') + parts.words + std::string("\0\3", 2) + parts.scales + parts.vectors);
    seed("words", "packed",
         std::string(1, '\2') + tw::readFile(folder.path() / "words.txt.gz").value() + std::string("\0\3", 2)
             + parts.scales + parts.vectors);
}

} // namespace

int main(int count, char** arguments)
{
    if (count != 2) {
        std::cerr << "usage: tw_fuzz_seeds FOLDER\n";
        return 2;
    }
    g_out = arguments[1];
    const tw::fuzz::Folder folder;
    indexSeeds(folder);
    spaceSeeds(folder);
    wordSeeds(folder);
}
