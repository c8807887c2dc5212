// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/space_folder.h"

#include "core/base/files.h"
#include "core/base/json.h"
#include "core/library/resources.h"

namespace tw {

namespace {

constexpr EnvelopeKind kRecordEnvelope{"tw-space-info", 1};
constexpr std::array<std::string_view, 4> kIndexNames = {"auto", "exact", "hnsw", "ivfpq"};
constexpr std::array<std::string_view, 3> kLayoutNames = {"auto", "small", "fast"};
constexpr std::array<std::string_view, 3> kMetricNames = {"cosine", "inner product", "l2"};
constexpr std::array<std::string_view, 3> kKindNames = {"content", "collaborative", "imported"};

template <class Enum, std::size_t count>
Result<Enum> enumOf(const std::array<std::string_view, count>& names, const Json& name)
{
    const auto found = std::ranges::find(names, std::string_view(name.asString()));
    if (found == names.end())
        return fail(ErrorCode::Damaged, "space", "no name: " + name.dump());
    return static_cast<Enum>(found - names.begin());
}

template <class Enum, std::size_t count>
Json nameOf(const std::array<std::string_view, count>& names, Enum value)
{
    return names.at(static_cast<std::size_t>(value));
}

Json provenanceJson(const Provenance& provenance)
{
    Json json;
    json.set("kind", nameOf(kKindNames, provenance.kind));
    json.set("embedder", provenance.embedder);
    json.set("model", provenance.model);
    json.set("digest", provenance.digest);
    json.set("document_prefix", provenance.documentPrefix);
    json.set("query_prefix", provenance.queryPrefix);
    json.set("server", provenance.server);
    json.set("text_template", provenance.textTemplate);
    json.set("raw_scale_known", provenance.rawScaleKnown);
    json.set("metric", nameOf(kMetricNames, provenance.metric));
    return json;
}

Result<Provenance> provenanceOf(const Json& json)
{
    Provenance provenance;
    TW_ASSIGN(provenance.kind, enumOf<SpaceKind>(kKindNames, json["kind"]));
    provenance.embedder = json["embedder"].asString();
    provenance.model = json["model"].asString();
    provenance.digest = json["digest"].asString();
    provenance.documentPrefix = json["document_prefix"].asString();
    provenance.queryPrefix = json["query_prefix"].asString();
    provenance.server = json["server"].asString();
    provenance.textTemplate = json["text_template"].asString();
    provenance.rawScaleKnown = json["raw_scale_known"].asBool();
    // Records of before there were others say nothing.
    if (!json["metric"].isNull()) {
        TW_ASSIGN(provenance.metric, enumOf<Metric>(kMetricNames, json["metric"]));
    }
    return provenance;
}

void setOptions(Json& json, const IndexOptions& options)
{
    json.set("index_wanted", nameOf(kIndexNames, options.kind));
    json.set("layout", nameOf(kLayoutNames, options.layout));
    json.set("m", options.m);
    json.set("ef_construction", options.efConstruction);
    json.set("ef_search", options.efSearch);
    json.set("lists", options.lists);
    json.set("code_bytes", options.codeBytes);
    json.set("probes", options.probes);
    json.set("rerank", options.rerank);
    json.set("wished_recall", options.wishedRecall);
    json.set("threads", options.threads);
}

Result<IndexOptions> optionsOf(const Json& json)
{
    IndexOptions options;
    const auto number = [&json](std::string_view name, int otherwise) {
        return static_cast<int>(std::clamp<std::int64_t>(json[name].asInteger(otherwise), -1, 1 << 20));
    };
    TW_ASSIGN(options.kind, enumOf<IndexKind>(kIndexNames, json["index_wanted"]));
    options.m = number("m", -1);
    options.efConstruction = number("ef_construction", -1);
    options.efSearch = number("ef_search", -1);
    // Records of before there was more to choose end here.
    if (json["layout"].isNull())
        return options;
    TW_ASSIGN(options.layout, enumOf<IndexLayout>(kLayoutNames, json["layout"]));
    options.lists = number("lists", -1);
    options.codeBytes = number("code_bytes", -1);
    options.probes = number("probes", -1);
    options.rerank = json["rerank"].asBool();
    options.wishedRecall = json["wished_recall"].asNumber();
    options.threads = number("threads", -1);
    return options;
}

} // namespace

std::filesystem::path spaceFolder(const std::filesystem::path& libraryFolder, const std::string& id)
{
    return libraryFolder / "spaces" / id;
}

std::filesystem::path indexFile(const std::filesystem::path& folder)
{
    return folder / "index.bin";
}

std::filesystem::path projectionFile(const std::filesystem::path& folder)
{
    return folder / "map.bin";
}

std::filesystem::path recordFile(const std::filesystem::path& folder)
{
    return folder / "info.bin";
}

Status writeSpaceRecord(const std::filesystem::path& folder, const SpaceRecord& record)
{
    Json json;
    json.set("id", record.info.id);
    json.set("provenance", provenanceJson(record.info.provenance));
    json.set("dim", record.info.dim);
    json.set("items", record.info.items);
    json.set("index", nameOf(kIndexNames, record.info.index));
    setOptions(json, record.index);
    const std::string text = json.dump();
    return writeEnvelope(recordFile(folder), kRecordEnvelope, std::as_bytes(std::span(text)));
}

Result<SpaceRecord> readSpaceRecord(const std::filesystem::path& folder)
{
    TW_ASSIGN(const auto payload, openEnvelope(recordFile(folder), kRecordEnvelope));
    const std::string_view text(reinterpret_cast<const char*>(payload.bytes.data()), payload.bytes.size());
    auto json = Json::parse(text);
    if (!json)
        return fail(ErrorCode::Damaged, folder.string(), json.error().detail);
    SpaceRecord record;
    record.info.id = (*json)["id"].asString();
    TW_ASSIGN(record.info.provenance, provenanceOf((*json)["provenance"]));
    record.info.dim = static_cast<std::size_t>((*json)["dim"].asInteger());
    record.info.items = static_cast<std::size_t>((*json)["items"].asInteger());
    TW_ASSIGN(record.info.index, enumOf<IndexKind>(kIndexNames, (*json)["index"]));
    TW_ASSIGN(record.index, optionsOf(*json));
    if (!record.index.validate())
        return fail(ErrorCode::Damaged, folder.string(), "index options");
    return record;
}

Result<std::shared_ptr<const WordVectors>> sharedWordVectors()
{
    static std::mutex mutex;
    static std::shared_ptr<const WordVectors> loaded;
    const std::lock_guard lock(mutex);
    if (!loaded) {
        TW_ASSIGN(loaded, WordVectors::load(wordVectorFolder()));
    }
    return loaded;
}

} // namespace tw
