// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/text_index_file.h"

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/search/file_seal.h"
#include "core/search/title_matcher.h"
#include "core/search/word_store.h"

#include <csignal>
#include <unistd.h>

namespace tw {

namespace {

/// 2: sealed. 3: words and who has them instead of an FTS5 table.
constexpr std::int64_t kSchemaVersion = 3;
constexpr std::size_t kReportEvery = 256;
/// The trees that grow at random places fit into it on all but huge catalogues.
constexpr std::string_view kBuildCache = "PRAGMA cache_size=-32768";

const std::string kSchema = std::string(WordStoreWriter::kSchema) + R"(
    CREATE TABLE titles(item INTEGER NOT NULL, form TEXT NOT NULL);
    CREATE TABLE content(fingerprint TEXT NOT NULL);
)";

Status insertTitles(Statement& insert, const Item& item)
{
    const std::string form = titleForm(item.title);
    const std::string originalForm = titleForm(item.originalTitle);
    for (const std::string& each : {form, originalForm == form ? std::string() : originalForm}) {
        if (each.empty())
            continue;
        TW_TRY(insert.bind(1, static_cast<std::int64_t>(item.id.value())));
        TW_TRY(insert.bind(2, std::string_view(each)));
        TW_TRY(insert.run());
    }
    return {};
}

Status insertAll(Database& database, std::uint64_t itemCount, const ItemVisitor& visit, const TaskContext& context)
{
    TW_ASSIGN(Statement insertTitle, database.prepare("INSERT INTO titles(item, form) VALUES(?, ?)"));
    WordStoreWriter words(database);
    TextFingerprint fingerprint;
    const auto insertOne = [&](const Item& item) -> Status {
        TW_TRY(context.check());
        if (item.id.value() % kReportEvery == 0)
            context.report(Stage::Indexing, item.id.value(), itemCount);
        TW_TRY(insertTitles(insertTitle, item));
        TW_TRY(words.add(item));
        fingerprint.add(item);
        return {};
    };
    TW_TRY(visit(insertOne));
    context.report(Stage::Indexing, itemCount, itemCount);
    TW_TRY(context.check());
    TW_TRY(words.finish());
    TW_ASSIGN(Statement mark, database.prepare("INSERT INTO content(fingerprint) VALUES(?)"));
    TW_TRY(mark.bind(1, std::string_view(fingerprint.text())));
    return mark.run();
}

Status fill(Database& database, std::uint64_t itemCount, const ItemVisitor& visit, const TaskContext& context)
{
    TW_TRY(database.execute(kBuildCache));
    TW_ASSIGN(Transaction transaction, Transaction::begin(database));
    TW_TRY(database.execute(kSchema));
    TW_TRY(insertAll(database, itemCount, visit, context));
    TW_TRY(context.check());
    TW_TRY(database.setSchemaVersion(kSchemaVersion));
    TW_TRY(transaction.commit());
    context.report(Stage::Indexing, itemCount, itemCount);
    return {};
}

void removeDatabase(const std::filesystem::path& path)
{
    std::error_code ignored;
    for (const char* suffix : {"", "-wal", "-shm", "-journal"})
        std::filesystem::remove(path.string() + suffix, ignored);
}

std::filesystem::path folderOf(const std::filesystem::path& path)
{
    return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

std::string temporaryPrefix(const std::filesystem::path& path) { return path.filename().string() + ".new-"; }

bool canWrite(const std::filesystem::path& folder) { return ::access(folder.c_str(), W_OK) == 0; }

} // namespace

TextFingerprint::TextFingerprint() : m_hash(hash64(kSchema, static_cast<std::uint64_t>(kSchemaVersion))) {}

void TextFingerprint::add(const Item& item)
{
    // The length goes in as well, so that text moving from one field to the next is noticed.
    const auto addText = [this](std::string_view text) { m_hash = hash64(text, m_hash + text.size()); };
    addText(item.title);
    addText(item.originalTitle);
    for (const auto* list : {&item.directors, &item.cast, &item.genres, &item.keywords}) {
        m_hash = hash64({}, m_hash + list->size());
        for (const std::string& text : *list)
            addText(text);
    }
    addText(item.tagline);
    addText(item.text);
    ++m_count;
}

std::string TextFingerprint::text() const
{
    return fmt::format("{:016x}-{}", m_hash, m_count);
}

std::string textFingerprint(const Catalog& catalog)
{
    TextFingerprint fingerprint;
    for (const Item& item : catalog.items())
        fingerprint.add(item);
    return fingerprint.text();
}

Result<Database> openTextFile(const std::filesystem::path& path, const std::optional<std::string>& fingerprint)
{
    if (std::error_code ignored; !std::filesystem::exists(path, ignored))
        return fail(ErrorCode::NotFound, path.string());
    TW_ASSIGN(Database database, Database::open(path, Database::Mode::ReadOnly, Database::Durability::Derived));
    TW_ASSIGN(const std::int64_t version, database.schemaVersion());
    if (version < kSchemaVersion)
        return fail(ErrorCode::NotFound, path.string(), "an older version");
    if (Status whole = checkSeal(path); !whole)
        return fail(std::move(whole).error());
    if (version != kSchemaVersion)
        return fail(ErrorCode::NotFound, path.string(), "a newer version");
    {
        TW_ASSIGN(Statement content, database.prepare("SELECT fingerprint FROM content"));
        TW_ASSIGN(const bool found, content.step());
        if (!found || (fingerprint && content.text(0) != *fingerprint))
            return fail(ErrorCode::NotFound, path.string(), "made of another catalogue");
    }
    return database;
}

void removeTextLeftovers(const std::filesystem::path& path)
{
    const std::string prefix = temporaryPrefix(path);
    std::error_code ignored;
    std::vector<std::filesystem::path> dead;
    for (const auto& entry : std::filesystem::directory_iterator(folderOf(path), ignored)) {
        const std::string name = entry.path().filename().string();
        if (!name.starts_with(prefix))
            continue;
        const long process = std::strtol(name.c_str() + prefix.size(), nullptr, 10);
        if (process > 0 && ::kill(static_cast<pid_t>(process), 0) != 0 && errno == ESRCH)
            dead.push_back(entry.path());
    }
    for (const std::filesystem::path& each : dead)
        std::filesystem::remove(each, ignored);
}

Result<Database> buildTextInMemory(std::uint64_t itemCount, const ItemVisitor& visit, const TaskContext& context)
{
    TW_ASSIGN(Database memory, Database::open(":memory:", Database::Mode::ReadWrite, Database::Durability::Derived));
    TW_TRY(fill(memory, itemCount, visit, context));
    return memory;
}

Result<Database> buildTextFile(const std::filesystem::path& path, std::uint64_t itemCount, const ItemVisitor& visit,
                               const TaskContext& context)
{
    if (!canWrite(folderOf(path)))
        return buildTextInMemory(itemCount, visit, context);
    removeTextLeftovers(path);
    const std::filesystem::path temporary =
        folderOf(path) / fmt::format("{}{}", temporaryPrefix(path), ::getpid());
    removeDatabase(temporary);
    const auto build = [&]() -> Status {
        TW_ASSIGN(Database database,
                  Database::open(temporary, Database::Mode::ReadWrite, Database::Durability::Derived));
        TW_TRY(fill(database, itemCount, visit, context));
        // One file without a log beside it: it can be moved, and read where nothing can be written.
        return database.execute("PRAGMA journal_mode=DELETE");
    };
    Status built = build();
    if (built)
        built = sealFile(temporary);
    if (!built) {
        removeDatabase(temporary);
        return fail(built.error());
    }
    // A stranger's log must not be replayed into the new file.
    removeDatabase(path);
    std::error_code error;
    std::filesystem::rename(temporary, path, error);
    if (error) {
        removeDatabase(temporary);
        return fail(ErrorCode::FileUnwritable, path.string(), error.message());
    }
    return openTextFile(path, std::nullopt);
}

} // namespace tw
