// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/bytes.h"
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/space/space.h"
#include "core/space/space_parts.h"

#include <cstring>

namespace tw {
namespace {

constexpr EnvelopeKind kManifestEnvelope{"tw-space", 1};
constexpr EnvelopeKind kMatrixEnvelope{"tw-vectors", 1};
constexpr const char* kManifestName = "space.bin";
constexpr const char* kVectorsName = "vectors.bin";
constexpr const char* kPassagesName = "passages.bin";

struct KindName {
    SpaceKind kind;
    std::string_view name;
};
constexpr std::array<KindName, 3> kKindNames{{{SpaceKind::Content, "content"},
                                              {SpaceKind::Collaborative, "collaborative"},
                                              {SpaceKind::Imported, "imported"}}};

struct MetricName {
    Metric metric;
    std::string_view name;
};
constexpr std::array<MetricName, 3> kMetricNames{
    {{Metric::Cosine, "cosine"}, {Metric::InnerProduct, "inner product"}, {Metric::L2, "l2"}}};

/// In front of a matrix file's numbers: which space it belongs to, so that a manifest never meets the matrix of
/// another save. 64 bytes, which keeps the numbers aligned.
struct MatrixHeader {
    std::array<char, 32> fingerprint{};
    std::uint64_t rows = 0;
    std::uint64_t cols = 0;
    std::array<char, 16> reserved{};
};
static_assert(sizeof(MatrixHeader) == 64);

tl::unexpected<Error> damaged(const std::filesystem::path& path, const char* why)
{
    return fail(ErrorCode::Damaged, path.string(), why);
}

Status writeMatrix(const std::filesystem::path& path, MatrixView matrix, const std::string& fingerprint)
{
    MatrixHeader header;
    std::ranges::copy_n(fingerprint.begin(), static_cast<std::ptrdiff_t>(header.fingerprint.size()),
                        header.fingerprint.begin());
    header.rows = matrix.rows();
    header.cols = matrix.cols();
    const std::span<const float> numbers(matrix.data(), matrix.rows() * matrix.cols());
    const std::array pieces{std::as_bytes(std::span(&header, 1)), std::as_bytes(numbers)};
    return writeEnvelopeOfPieces(path, kMatrixEnvelope, pieces);
}

struct MappedMatrix {
    UnverifiedPayload payload;
    MatrixView view;
};

Result<MappedMatrix> openMatrix(const std::filesystem::path& path, std::size_t rows, std::size_t cols,
                                const std::string& fingerprint, std::uint64_t verifyLaterFrom)
{
    auto payload = openEnvelopeUnverified(path, kMatrixEnvelope, verifyLaterFrom);
    if (!payload && payload.error().code == ErrorCode::NotFound)
        return damaged(path, "is missing");
    if (!payload)
        return fail(std::move(payload).error());
    MatrixHeader header;
    if (payload->bytes.size() < sizeof(header))
        return damaged(path, "is too short");
    std::memcpy(&header, payload->bytes.data(), sizeof(header));
    const std::size_t wanted = sizeof(header) + rows * cols * sizeof(float);
    if (header.rows != rows || header.cols != cols || payload->bytes.size() != wanted
        || std::string_view(header.fingerprint.data(), header.fingerprint.size()) != fingerprint)
        return damaged(path, "belongs to another save of the space");
    // The envelope starts payloads at multiples of 64 bytes of a mapping, and floats were written there.
    const auto* numbers = reinterpret_cast<const float*>(payload->bytes.data() + sizeof(header));
    return MappedMatrix{std::move(*payload), MatrixView(numbers, rows, cols)};
}

Json toJson(const Provenance& provenance)
{
    Json json;
    json.set("kind", std::ranges::find(kKindNames, provenance.kind, &KindName::kind)->name);
    json.set("embedder", provenance.embedder);
    json.set("model", provenance.model);
    json.set("digest", provenance.digest);
    json.set("documentPrefix", provenance.documentPrefix);
    json.set("queryPrefix", provenance.queryPrefix);
    json.set("server", provenance.server);
    json.set("textTemplate", provenance.textTemplate);
    json.set("rawScaleKnown", provenance.rawScaleKnown);
    json.set("metric", std::ranges::find(kMetricNames, provenance.metric, &MetricName::metric)->name);
    return json;
}

std::optional<Provenance> provenanceFrom(const Json& json)
{
    const auto* kind = std::ranges::find(kKindNames, json["kind"].asString(), &KindName::name);
    // Spaces of before there were others say nothing.
    const std::string metricName = json["metric"].asString();
    const auto* metric = std::ranges::find(kMetricNames, metricName.empty() ? "cosine" : metricName, &MetricName::name);
    if (kind == kKindNames.end() || metric == kMetricNames.end())
        return std::nullopt;
    return Provenance{kind->kind,
                      json["embedder"].asString(),
                      json["model"].asString(),
                      json["digest"].asString(),
                      json["documentPrefix"].asString(),
                      json["queryPrefix"].asString(),
                      json["server"].asString(),
                      json["textTemplate"].asString(),
                      json["rawScaleKnown"].asBool(),
                      metric->metric};
}

void write(ByteWriter& writer, const DimensionStatistics& statistics)
{
    writer.array(std::span(statistics.mean));
    writer.array(std::span(statistics.minimum));
    writer.array(std::span(statistics.maximum));
    writer.array(std::span(statistics.standardDeviation));
}

DimensionStatistics readStatistics(ByteReader& reader)
{
    DimensionStatistics statistics;
    statistics.mean = reader.array<float>();
    statistics.minimum = reader.array<float>();
    statistics.maximum = reader.array<float>();
    statistics.standardDeviation = reader.array<float>();
    return statistics;
}

bool hasDimension(const DimensionStatistics& statistics, std::size_t dim)
{
    return statistics.mean.size() == dim && statistics.minimum.size() == dim && statistics.maximum.size() == dim
        && statistics.standardDeviation.size() == dim;
}

} // namespace

Status Space::save(const std::filesystem::path& folder) const
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return fail(ErrorCode::FileUnwritable, folder.string(), error.message());
    Json head;
    head.set("id", m_id);
    head.set("provenance", toJson(m_provenance));
    head.set("dim", dim());
    head.set("fingerprint", m_fingerprint);
    ByteWriter manifest;
    manifest.text(head.dump());
    manifest.array(std::span(m_items));
    manifest.array(std::span(m_rawNorms));
    manifest.array(std::span(m_passageRows));
    write(manifest, m_statistics);
    write(manifest, m_rawStatistics);
    manifest.text(m_model);

    TW_TRY(writeMatrix(folder / kVectorsName, m_vectors, m_fingerprint));
    if (!m_passages.empty())
        TW_TRY(writeMatrix(folder / kPassagesName, m_passages, m_fingerprint));
    TW_TRY(writeEnvelope(folder / kManifestName, kManifestEnvelope, manifest.bytes()));
    if (m_passages.empty())
        std::filesystem::remove(folder / kPassagesName, error);
    return {};
}

Result<std::shared_ptr<const Space>> Space::load(const std::filesystem::path& folder, std::uint64_t verifyLaterFrom)
{
    const std::filesystem::path manifestPath = folder / kManifestName;
    TW_ASSIGN(const EnvelopePayload payload, openEnvelope(manifestPath, kManifestEnvelope));
    ByteReader reader(payload.bytes);
    const auto head = Json::parse(reader.text());
    std::shared_ptr<Space> space(new Space());
    space->m_items = reader.array<ItemId>();
    space->m_rawNorms = reader.array<float>();
    space->m_passageRows = reader.array<std::uint32_t>();
    space->m_statistics = readStatistics(reader);
    space->m_rawStatistics = readStatistics(reader);
    space->m_model = reader.text();
    if (!reader.finished() || !head)
        return damaged(manifestPath, "the content does not fit its layout");
    space->m_id = (*head)["id"].asString();
    space->m_fingerprint = (*head)["fingerprint"].asString();
    const auto provenance = provenanceFrom((*head)["provenance"]);
    const std::size_t rows = space->m_items.size();
    const auto dim = static_cast<std::size_t>(std::clamp<std::int64_t>((*head)["dim"].asInteger(), 0, 1 << 24));
    const auto leadsOutside = [rows](std::uint32_t row) { return row >= rows; };
    if (!provenance || rows == 0 || dim == 0 || space->m_rawNorms.size() != rows || !itemsAreValid(space->m_items)
        || std::ranges::any_of(space->m_passageRows, leadsOutside) || !hasDimension(space->m_statistics, dim)
        || !hasDimension(space->m_rawStatistics, dim))
        return damaged(manifestPath, "the parts do not fit each other");
    space->m_provenance = *provenance;
    space->m_rowOfItem = rowsByItem(space->m_items);

    TW_ASSIGN(MappedMatrix vectors,
              openMatrix(folder / kVectorsName, rows, dim, space->m_fingerprint, verifyLaterFrom));
    MappedMatrix passages;
    if (!space->m_passageRows.empty()) {
        TW_ASSIGN(passages, openMatrix(folder / kPassagesName, space->m_passageRows.size(), dim, space->m_fingerprint,
                                       verifyLaterFrom));
    }
    space->m_vectors = vectors.view;
    space->m_passages = passages.view;
    space->m_storage = std::make_shared<const std::array<std::shared_ptr<const MappedFile>, 2>>(
        std::array{vectors.payload.file, passages.payload.file});
    for (UnverifiedPayload* each : {&vectors.payload, &passages.payload})
        if (!each->path.empty())
            space->m_unverified.push_back(std::move(*each));
    return space;
}

} // namespace tw
