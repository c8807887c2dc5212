// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/index_file.h"

#include "core/base/bytes.h"
#include "core/base/files.h"
#include "core/base/hash.h"
#include "core/base/json.h"

namespace tw {
namespace {

constexpr EnvelopeKind kEnvelope{"tw-index", 1};

struct KindName {
    IndexKind kind;
    std::string_view name;
};
constexpr std::array<KindName, 3> kKindNames{
    {{IndexKind::Auto, "auto"}, {IndexKind::Exact, "exact"}, {IndexKind::Hnsw, "hnsw"}}};

std::string_view kindName(IndexKind kind)
{
    return std::ranges::find(kKindNames, kind, &KindName::kind)->name;
}

std::optional<IndexKind> kindOf(std::string_view name)
{
    const auto* found = std::ranges::find(kKindNames, name, &KindName::name);
    return found == kKindNames.end() ? std::nullopt : std::optional(found->kind);
}

std::string hashOf(MatrixView vectors)
{
    return hash128Hex(std::as_bytes(std::span(vectors.data(), vectors.rows() * vectors.cols())));
}

/// An option's value; far out of every range when it does not fit, so that validate() refuses it.
int optionValue(const Json& json, std::string_view name)
{
    return static_cast<int>(std::clamp<std::int64_t>(json[name].asInteger(-1), -1, 1 << 20));
}

} // namespace

Status writeIndexFile(const std::filesystem::path& path, const IndexFile& content, MatrixView vectors)
{
    Json head;
    head.set("kind", kindName(content.kind));
    head.set("wanted", kindName(content.options.kind));
    head.set("m", content.options.m);
    head.set("efConstruction", content.options.efConstruction);
    head.set("efSearch", content.options.efSearch);
    head.set("rows", vectors.rows());
    head.set("dim", vectors.cols());
    head.set("vectors", hashOf(vectors));
    ByteWriter writer;
    writer.reserve(content.graph.size() + (content.starts.size() + content.groupedRows.size()) * 4 + 1024);
    writer.text(head.dump());
    writer.array(std::span(content.starts));
    writer.array(std::span(content.groupedRows));
    writer.array(std::span(content.graph));
    return writeEnvelope(path, kEnvelope, writer.bytes());
}

Result<IndexFile> readIndexFile(const std::filesystem::path& path, MatrixView vectors)
{
    TW_ASSIGN(const EnvelopePayload payload, openEnvelope(path, kEnvelope));
    ByteReader reader(payload.bytes);
    const auto head = Json::parse(reader.text());
    IndexFile content;
    content.starts = reader.array<std::uint32_t>();
    content.groupedRows = reader.array<std::uint32_t>();
    content.graph = reader.array<std::uint8_t>();
    if (!reader.finished() || !head)
        return fail(ErrorCode::Damaged, path.string(), "the content does not fit its layout");
    const auto kind = kindOf((*head)["kind"].asString());
    const auto wanted = kindOf((*head)["wanted"].asString());
    if (!kind || *kind == IndexKind::Auto || !wanted)
        return fail(ErrorCode::Damaged, path.string(), "unknown kind of index");
    content.kind = *kind;
    content.options.kind = *wanted;
    content.options.m = optionValue(*head, "m");
    content.options.efConstruction = optionValue(*head, "efConstruction");
    content.options.efSearch = optionValue(*head, "efSearch");
    if (!content.options.validate())
        return fail(ErrorCode::Damaged, path.string(), "options out of range");
    if ((*head)["rows"].asInteger(-1) != static_cast<std::int64_t>(vectors.rows())
        || (*head)["dim"].asInteger(-1) != static_cast<std::int64_t>(vectors.cols())
        || (*head)["vectors"].asString() != hashOf(vectors))
        return fail(ErrorCode::Damaged, path.string(), "belongs to other vectors");
    return content;
}

} // namespace tw
