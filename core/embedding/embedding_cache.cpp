// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/embedding_cache.h"

#include "core/base/bad_files.h"
#include "core/base/database.h"
#include "core/base/hash.h"

#include <cstring>

namespace tw {

namespace {

constexpr std::int64_t kSchemaVersion = 1;
constexpr std::size_t kTextsPerTransaction = 4096;
constexpr std::string_view kSchema = R"(
    CREATE TABLE embedders(
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        model TEXT NOT NULL,
        digest TEXT NOT NULL,
        document_prefix TEXT NOT NULL,
        UNIQUE(kind, model, digest, document_prefix));
    CREATE TABLE vectors(
        id INTEGER PRIMARY KEY,
        embedder INTEGER NOT NULL REFERENCES embedders(id) ON DELETE CASCADE,
        text_hash TEXT NOT NULL,
        dim INTEGER NOT NULL,
        checksum INTEGER NOT NULL,
        rows BLOB NOT NULL,
        UNIQUE(embedder, text_hash));
)";

std::int64_t checksumOf(std::span<const std::byte> bytes)
{
    return static_cast<std::int64_t>(hash64({reinterpret_cast<const char*>(bytes.data()), bytes.size()}));
}

/// The vector and then its passages, one after the other.
std::vector<float> rowsOf(const EmbeddedText& text)
{
    std::vector<float> rows(text.vector);
    rows.insert(rows.end(), text.passages.data(), text.passages.data() + text.passages.rows() * text.passages.cols());
    return rows;
}

bool isFinite(float value) { return std::isfinite(value); }

/// @param expectedDim  The embedder's; 0 when unknown.
std::optional<EmbeddedText> entryOf(std::span<const std::byte> blob, std::int64_t dim, std::int64_t checksum,
                                    std::size_t expectedDim)
{
    if (checksumOf(blob) != checksum)
        return std::nullopt;
    EmbeddedText text;
    if (blob.empty())
        return text;
    const auto columns = static_cast<std::size_t>(dim);
    const std::size_t rowBytes = columns * sizeof(float);
    if (dim <= 0 || (expectedDim != 0 && columns != expectedDim) || blob.size() % rowBytes != 0)
        return std::nullopt;
    text.vector.resize(columns);
    std::memcpy(text.vector.data(), blob.data(), rowBytes);
    if (const std::size_t passages = blob.size() / rowBytes - 1; passages > 0) {
        text.passages = Matrix(passages, columns);
        std::memcpy(text.passages.data(), blob.data() + rowBytes, passages * rowBytes);
    }
    const std::span<const float> passages(text.passages.data(), text.passages.rows() * columns);
    if (!std::ranges::all_of(text.vector, isFinite) || !std::ranges::all_of(passages, isFinite))
        return std::nullopt;
    return text;
}

/// What the tables were made with.
Result<std::string> definitionsIn(Database& database)
{
    std::string definitions;
    TW_ASSIGN(Statement select, database.prepare("SELECT name, coalesce(sql, '') FROM sqlite_schema ORDER BY name"));
    while (true) {
        TW_ASSIGN(const bool more, select.step());
        if (!more)
            return definitions;
        definitions += fmt::format("{}: {}\n", select.text(0), select.text(1));
    }
}

/// A damaged definition can leave a table that SQLite finds in order and that takes nothing any more.
Status checkDefinitions(Database& database, const std::filesystem::path& path)
{
    TW_ASSIGN(auto memory, Database::open(":memory:", Database::Mode::ReadWrite, Database::Durability::Derived));
    TW_TRY(memory.execute(kSchema));
    TW_ASSIGN(const std::string expected, definitionsIn(memory));
    TW_ASSIGN(const std::string found, definitionsIn(database));
    if (found != expected)
        return fail(ErrorCode::Damaged, path.string(), "the tables are not as they were made");
    return {};
}

Result<Database> openChecked(const std::filesystem::path& path)
{
    TW_ASSIGN(Database database, Database::open(path, Database::Mode::ReadWrite, Database::Durability::Derived));
    TW_TRY(database.fullCheck());
    TW_ASSIGN(const std::int64_t version, database.schemaVersion());
    if (version > kSchemaVersion)
        return fail(ErrorCode::Damaged, path.string(), "written by a newer version");
    if (version == 0) {
        TW_ASSIGN(const std::string found, definitionsIn(database));
        if (!found.empty())
            return fail(ErrorCode::Damaged, path.string(), "the version is damaged");
        TW_ASSIGN(Transaction transaction, Transaction::begin(database));
        TW_TRY(database.execute(kSchema));
        TW_TRY(database.setSchemaVersion(kSchemaVersion));
        TW_TRY(transaction.commit());
    }
    TW_TRY(checkDefinitions(database, path));
    return database;
}

} // namespace

struct EmbeddingCache::Impl {
    Database database;
    std::optional<std::filesystem::path> kept{};
    std::optional<Statement> find{};
    std::optional<Statement> store{};

    Result<std::optional<std::int64_t>> embedderId(const EmbedderInfo& embedder, bool create)
    {
        if (create) {
            TW_ASSIGN(Statement insert, database.prepare("INSERT OR IGNORE INTO embedders(kind, model, digest, "
                                                         "document_prefix) VALUES(?, ?, ?, ?)"));
            TW_TRY(bindEmbedder(insert, embedder));
            TW_TRY(insert.run());
        }
        TW_ASSIGN(Statement select, database.prepare("SELECT id FROM embedders WHERE kind = ? AND model = ? AND "
                                                     "digest = ? AND document_prefix = ?"));
        TW_TRY(bindEmbedder(select, embedder));
        TW_ASSIGN(const bool found, select.step());
        return found ? std::optional(select.integer(0)) : std::nullopt;
    }

    static Status bindEmbedder(Statement& statement, const EmbedderInfo& embedder)
    {
        TW_TRY(statement.bind(1, std::string_view(embedder.kind)));
        TW_TRY(statement.bind(2, std::string_view(embedder.model)));
        TW_TRY(statement.bind(3, std::string_view(embedder.digest)));
        return statement.bind(4, std::string_view(embedder.documentPrefix));
    }

    Result<std::optional<EmbeddedText>> findOne(std::int64_t embedder, std::string_view text, std::size_t dim)
    {
        if (!find) {
            TW_ASSIGN(find, database.prepare("SELECT dim, checksum, rows FROM vectors "
                                             "WHERE embedder = ? AND text_hash = ?"));
        }
        TW_TRY(find->bind(1, embedder));
        TW_TRY(find->bind(2, std::string_view(hash128Hex(text))));
        TW_ASSIGN(const bool found, find->step());
        std::optional<EmbeddedText> entry;
        if (found)
            entry = entryOf(find->blob(2), find->integer(0), find->integer(1), dim);
        find->reset();
        return entry;
    }

    Status storeOne(std::int64_t embedder, std::string_view text, const EmbeddedText& embedded)
    {
        if (!store) {
            TW_ASSIGN(store, database.prepare("INSERT OR REPLACE INTO vectors(embedder, text_hash, dim, checksum, "
                                              "rows) VALUES(?, ?, ?, ?, ?)"));
        }
        const std::vector<float> rows = rowsOf(embedded);
        const std::span<const std::byte> bytes = std::as_bytes(std::span(rows));
        TW_TRY(store->bind(1, embedder));
        TW_TRY(store->bind(2, std::string_view(hash128Hex(text))));
        TW_TRY(store->bind(3, static_cast<std::int64_t>(embedded.vector.size())));
        TW_TRY(store->bind(4, checksumOf(bytes)));
        TW_TRY(store->bindBlob(5, bytes));
        return store->run();
    }
};

EmbeddingCache::EmbeddingCache(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
EmbeddingCache::~EmbeddingCache() = default;

Result<std::unique_ptr<EmbeddingCache>> EmbeddingCache::open(const std::filesystem::path& path)
{
    auto database = openChecked(path);
    std::optional<std::filesystem::path> kept;
    if (!database && database.error().code == ErrorCode::Damaged) {
        TW_ASSIGN(kept, putDatabaseAsideAsBad(path));
        database = openChecked(path);
    }
    if (!database)
        return fail(std::move(database).error());
    return std::unique_ptr<EmbeddingCache>(
        new EmbeddingCache(std::make_unique<Impl>(Impl{std::move(*database), std::move(kept)})));
}

Result<std::unique_ptr<EmbeddingCache>> EmbeddingCache::openWhole(const std::filesystem::path& path)
{
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return fail(ErrorCode::NotFound, path.string());
    TW_ASSIGN(Database database, openChecked(path));
    return std::unique_ptr<EmbeddingCache>(new EmbeddingCache(std::make_unique<Impl>(Impl{std::move(database)})));
}

const std::optional<std::filesystem::path>& EmbeddingCache::keptFile() const { return m_impl->kept; }

Result<std::vector<EmbedderInfo>> EmbeddingCache::embedders(std::string_view kind)
{
    std::vector<EmbedderInfo> found;
    TW_ASSIGN(Statement select,
              m_impl->database.prepare("SELECT model, digest, document_prefix, max(dim) FROM embedders JOIN vectors ON "
                                       "embedder = embedders.id WHERE kind = ? GROUP BY embedders.id "
                                       "ORDER BY embedders.id DESC"));
    TW_TRY(select.bind(1, kind));
    while (true) {
        TW_ASSIGN(const bool more, select.step());
        if (!more)
            return found;
        EmbedderInfo info;
        info.kind = kind;
        info.model = select.text(0);
        info.digest = select.text(1);
        info.documentPrefix = select.text(2);
        info.dim = static_cast<std::size_t>(std::max<std::int64_t>(select.integer(3), 0));
        found.push_back(std::move(info));
    }
}

Result<std::optional<EmbeddedText>> EmbeddingCache::find(const EmbedderInfo& embedder, std::string_view text)
{
    TW_ASSIGN(const std::optional<std::int64_t> id, m_impl->embedderId(embedder, false));
    if (!id)
        return std::nullopt;
    return m_impl->findOne(*id, text, embedder.dim);
}

Result<std::vector<std::optional<EmbeddedText>>> EmbeddingCache::findAll(const EmbedderInfo& embedder,
                                                                         std::span<const std::string> texts,
                                                                         const TaskContext& context)
{
    std::vector<std::optional<EmbeddedText>> entries(texts.size());
    TW_ASSIGN(const std::optional<std::int64_t> id, m_impl->embedderId(embedder, false));
    if (!id)
        return entries;
    for (std::size_t begin = 0; begin < texts.size(); begin += kTextsPerTransaction) {
        // Only reading: no need to keep writers out, as Transaction would.
        TW_TRY(m_impl->database.execute("BEGIN"));
        Status status;
        const std::size_t end = std::min(texts.size(), begin + kTextsPerTransaction);
        for (std::size_t i = begin; i < end && status; ++i) {
            auto entry = m_impl->findOne(*id, texts[i], embedder.dim);
            if (entry)
                entries[i] = std::move(*entry);
            else
                status = fail(std::move(entry).error());
            if (status && i % 64 == 0)
                status = context.check();
        }
        const Status ended = m_impl->database.execute("COMMIT");
        TW_TRY(status);
        TW_TRY(ended);
    }
    return entries;
}

Status EmbeddingCache::store(const EmbedderInfo& embedder, std::span<const std::string> texts,
                             std::span<const EmbeddedText> embedded)
{
    if (texts.size() != embedded.size())
        return fail(ErrorCode::InvalidArgument, "texts", "one entry a text");
    TW_ASSIGN(Transaction transaction, Transaction::begin(m_impl->database));
    TW_ASSIGN(const std::optional<std::int64_t> id, m_impl->embedderId(embedder, true));
    if (!id)
        return fail(ErrorCode::Database, "embedders", "no row after insert");
    for (std::size_t i = 0; i < texts.size(); ++i)
        TW_TRY(m_impl->storeOne(*id, texts[i], embedded[i]));
    return transaction.commit();
}

Status EmbeddingCache::dropOtherDigests(const EmbedderInfo& embedder)
{
    TW_ASSIGN(Statement remove, m_impl->database.prepare("DELETE FROM embedders WHERE kind = ? AND digest <> ?"));
    TW_TRY(remove.bind(1, std::string_view(embedder.kind)));
    TW_TRY(remove.bind(2, std::string_view(embedder.digest)));
    return remove.run();
}

} // namespace tw
