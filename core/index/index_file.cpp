// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/index_file.h"

#include "core/base/hash.h"
#include "core/base/json.h"
#include "core/index/hnsw_build.h"

#include <algorithm>
#include <array>

namespace tw {
namespace {

template <class Enum>
struct EnumName {
    Enum value;
    std::string_view name;
};

constexpr std::array<EnumName<IndexKind>, 4> kKinds{
    {{IndexKind::Auto, "auto"}, {IndexKind::Exact, "exact"}, {IndexKind::Hnsw, "hnsw"}, {IndexKind::IvfPq, "ivfpq"}}};
constexpr std::array<EnumName<IndexLayout>, 3> kLayouts{
    {{IndexLayout::Auto, "auto"}, {IndexLayout::Small, "small"}, {IndexLayout::Fast, "fast"}}};
constexpr std::array<EnumName<Metric>, 3> kMetrics{
    {{Metric::Cosine, "cosine"}, {Metric::InnerProduct, "inner_product"}, {Metric::L2, "l2"}}};
constexpr std::array<EnumName<IndexReason>, 7> kReasons{{{IndexReason::Asked, "asked"},
                                                         {IndexReason::Few, "few"},
                                                         {IndexReason::Many, "many"},
                                                         {IndexReason::LittleMemory, "little_memory"},
                                                         {IndexReason::WishedRecall, "wished_recall"},
                                                         {IndexReason::PoorGraph, "poor_graph"},
                                                         {IndexReason::TooFewToTrain, "too_few_to_train"}}};

template <class Names, class Enum>
std::string_view nameOf(const Names& names, Enum value)
{
    return std::ranges::find(names, value, [](const auto& each) { return each.value; })->name;
}

/// Puts the value a name stands for; false when there is none of that name.
template <class Names, class Enum>
bool readName(const Names& names, const Json& json, Enum& value)
{
    const std::string name = json.asString();
    const auto found = std::ranges::find(names, name, [](const auto& each) { return each.name; });
    if (found == names.end())
        return false;
    value = found->value;
    return true;
}

/// Options that are whole numbers.
struct NumberOption {
    const char* name;
    int IndexOptions::* member;
};
constexpr std::array<NumberOption, 7> kNumberOptions{{{"m", &IndexOptions::m},
                                                      {"efConstruction", &IndexOptions::efConstruction},
                                                      {"efSearch", &IndexOptions::efSearch},
                                                      {"lists", &IndexOptions::lists},
                                                      {"codeBytes", &IndexOptions::codeBytes},
                                                      {"probes", &IndexOptions::probes},
                                                      {"threads", &IndexOptions::threads}}};

std::string hashOf(const IndexedVectors& vectors)
{
    const MatrixView unit = vectors.unit;
    std::string hash = hash128Hex(std::as_bytes(std::span(unit.data(), unit.rows() * unit.cols())));
    if (vectors.metric != Metric::Cosine && !vectors.lengths.empty())
        hash += hash128Hex(std::as_bytes(vectors.lengths));
    return hash;
}

Json headOf(const IndexHead& head, const IndexedVectors& vectors)
{
    Json json;
    json.set("kind", nameOf(kKinds, head.facts.kind));
    json.set("layout", nameOf(kLayouts, head.facts.layout));
    json.set("reason", nameOf(kReasons, head.facts.reason));
    json.set("selfRecall", head.facts.selfRecall);
    json.set("wantedKind", nameOf(kKinds, head.options.kind));
    json.set("wantedLayout", nameOf(kLayouts, head.options.layout));
    for (const NumberOption& option : kNumberOptions)
        json.set(option.name, head.options.*option.member);
    json.set("rerank", head.options.rerank);
    json.set("wishedRecall", head.options.wishedRecall);
    json.set("batch", kBuildBatch);
    json.set("metric", nameOf(kMetrics, vectors.metric));
    json.set("rows", vectors.unit.rows());
    json.set("dim", vectors.unit.cols());
    json.set("nodes", head.facts.nodes);
    json.set("removed", head.facts.removed);
    json.set("vectors", hashOf(vectors));
    json.set("content", vectors.contentHash);
    return json;
}

/// False when a name or number is none of ours.
bool readHead(const Json& json, IndexHead& head)
{
    if (!readName(kKinds, json["kind"], head.facts.kind) || head.facts.kind == IndexKind::Auto
        || !readName(kLayouts, json["layout"], head.facts.layout) || head.facts.layout == IndexLayout::Auto
        || !readName(kReasons, json["reason"], head.facts.reason)
        || !readName(kKinds, json["wantedKind"], head.options.kind)
        || !readName(kLayouts, json["wantedLayout"], head.options.layout))
        return false;
    // Far out of every range when it does not fit, so that validate() refuses it.
    for (const NumberOption& option : kNumberOptions)
        head.options.*option.member
            = static_cast<int>(std::clamp<std::int64_t>(json[option.name].asInteger(-1), -1, 1 << 20));
    head.options.rerank = json["rerank"].asBool(true);
    head.options.wishedRecall = json["wishedRecall"].asNumber(-1);
    head.facts.selfRecall = json["selfRecall"].asNumber(-1);
    head.facts.nodes = static_cast<std::size_t>(std::max<std::int64_t>(json["nodes"].asInteger(0), 0));
    head.facts.removed = static_cast<std::size_t>(std::max<std::int64_t>(json["removed"].asInteger(0), 0));
    return head.options.validate().has_value() && head.facts.selfRecall >= 0 && head.facts.selfRecall <= 1
        && head.facts.removed <= head.facts.nodes;
}

bool belongsTo(const Json& json, const IndexedVectors& vectors)
{
    if (json["rows"].asInteger(-1) != static_cast<std::int64_t>(vectors.unit.rows())
        || json["dim"].asInteger(-1) != static_cast<std::int64_t>(vectors.unit.cols())
        || json["metric"].asString() != nameOf(kMetrics, vectors.metric))
        return false;
    const std::string content = json["content"].asString();
    if (!content.empty() && !vectors.contentHash.empty())
        return content == vectors.contentHash;
    return json["vectors"].asString() == hashOf(vectors);
}

} // namespace

void PieceWriter::keep(std::span<const std::byte> bytes)
{
    if (m_pieces.empty() || !m_pieces.back().borrowed.empty())
        m_pieces.emplace_back();
    std::vector<std::byte>& kept = m_pieces.back().kept;
    kept.insert(kept.end(), bytes.begin(), bytes.end());
    m_size += bytes.size();
}

void PieceWriter::borrow(std::span<const std::byte> bytes)
{
    m_pieces.push_back({{}, bytes});
    m_size += bytes.size();
}

std::vector<std::span<const std::byte>> PieceWriter::pieces() const
{
    std::vector<std::span<const std::byte>> all;
    for (const Piece& piece : m_pieces)
        all.push_back(piece.borrowed.empty() ? std::span<const std::byte>(piece.kept) : piece.borrowed);
    return all;
}

Status IndexFileWriter::write(const std::filesystem::path& path, const IndexHead& head,
                              const IndexedVectors& vectors) const
{
    PieceWriter start;
    start.text(headOf(head, vectors).dump());
    start.value(static_cast<std::uint32_t>(m_sections.size()));
    for (const auto& [number, section] : m_sections) {
        start.value(static_cast<std::uint32_t>(number));
        start.value(section.size());
    }
    std::vector<std::span<const std::byte>> pieces = start.pieces();
    for (const auto& [number, section] : m_sections)
        std::ranges::copy(section.pieces(), std::back_inserter(pieces));
    return writeEnvelopeOfPieces(path, kIndexEnvelope, pieces);
}

ByteReader IndexFileContent::section(IndexSection number) const
{
    const auto found = sections.find(number);
    ByteReader reader(found == sections.end() ? std::span<const std::byte>() : found->second);
    if (found == sections.end())
        static_cast<void>(reader.value<char>()); // Fails, and says so from now on.
    return reader;
}

Result<IndexFileContent> readIndexFile(const std::filesystem::path& path, const IndexedVectors& vectors)
{
    auto payload = openEnvelope(path, kIndexEnvelope);
    if (!payload && isOlderLayout(payload.error()))
        return fail(ErrorCode::NotFound, path.string(), "written by an older version");
    if (!payload)
        return fail(std::move(payload).error());
    ByteReader reader(payload->bytes);
    const auto json = Json::parse(reader.text());
    IndexFileContent content;
    content.file = payload->file;
    std::vector<std::pair<IndexSection, std::uint64_t>> sizes;
    const auto count = reader.value<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && !reader.failed(); ++i) {
        const auto number = static_cast<IndexSection>(reader.value<std::uint32_t>());
        sizes.emplace_back(number, reader.value<std::uint64_t>());
    }
    for (const auto& [number, size] : sizes)
        content.sections[number] = reader.raw(size);
    if (!reader.finished() || !json || content.sections.size() != sizes.size())
        return fail(ErrorCode::Damaged, path.string(), "the content does not fit its layout");
    if (!readHead(*json, content.head))
        return fail(ErrorCode::Damaged, path.string(), "unknown kind of index, or options out of range");
    if (!belongsTo(*json, vectors))
        return fail(ErrorCode::Damaged, path.string(), "belongs to other vectors");
    return content;
}

} // namespace tw
