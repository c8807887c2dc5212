// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/text_index_file.h"

#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/search/file_seal.h"
#include "core/search/stemmer.h"
#include "core/search/title_matcher.h"

#include <csignal>
#include <unistd.h>

namespace tw {

namespace {

/// 2: sealed.
constexpr std::int64_t kSchemaVersion = 2;
constexpr std::size_t kReportEvery = 256;
constexpr std::size_t kMinStemmedLength = 5;
/// Nobody types longer ones; some files have whole cells without a blank.
constexpr std::size_t kMaxStemmedLength = 100;
constexpr std::size_t kMaxRememberedWords = 200'000;
/// The trees that grow at random places fit into it on all but huge catalogues.
constexpr std::string_view kBuildCache = "PRAGMA cache_size=-32768";

// bm25 weights in the order of the columns; see docs/search.md for what they were chosen on.
constexpr std::string_view kSchema = R"(
    CREATE VIRTUAL TABLE items USING fts5(
        title, original_title, people, genres, keywords, tagline, body,
        tokenize = 'porter unicode61 remove_diacritics 2', prefix = '2 3');
    INSERT INTO items(items, rank) VALUES('rank', 'bm25(6.0, 6.0, 5.0, 2.0, 5.0, 4.0, 4.0)');
    CREATE TABLE titles(item INTEGER NOT NULL, form TEXT NOT NULL);
    CREATE TABLE words(word TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE content(fingerprint TEXT NOT NULL);
)";

std::string joined(const std::vector<std::string>& parts) { return fmt::format("{}", fmt::join(parts, ", ")); }

std::string peopleOf(const Item& item)
{
    const std::string directors = joined(item.directors);
    const std::string cast = joined(item.cast);
    return directors.empty() || cast.empty() ? directors + cast : directors + ", " + cast;
}

/// The folded words whose stem is another one: these a prefix of stems may miss while they are typed.
class StemmedWords {
public:
    static Result<StemmedWords> prepare(Database& database)
    {
        TW_ASSIGN(Statement insert, database.prepare("INSERT OR IGNORE INTO words(word) VALUES(?)"));
        return StemmedWords(std::move(insert));
    }
    Status add(std::string_view text)
    {
        for (std::string& word : splitWords(foldForMatching(text)))
            if (word.size() >= kMinStemmedLength && word.size() <= kMaxStemmedLength && m_seen.insert(word).second &&
                m_stemmer.stem(word) != word)
                m_words.push_back(std::move(word));
        if (m_seen.size() < kMaxRememberedWords)
            return {};
        TW_TRY(store());
        m_seen.clear();
        return {};
    }
    Status store()
    {
        std::ranges::sort(m_words);
        for (const std::string& word : m_words) {
            TW_TRY(m_insert.bind(1, std::string_view(word)));
            TW_TRY(m_insert.run());
        }
        m_words.clear();
        return {};
    }

private:
    explicit StemmedWords(Statement insert) : m_insert(std::move(insert)) {}
    Statement m_insert;
    Stemmer m_stemmer;
    std::unordered_set<std::string> m_seen; ///< Only saves work: forgotten when it grows too large.
    std::vector<std::string> m_words;
};

Status insertItem(Statement& insert, Statement& insertTitle, const Item& item)
{
    const auto id = static_cast<std::int64_t>(item.id.value());
    TW_TRY(insert.bind(1, id + 1));
    TW_TRY(insert.bind(2, std::string_view(item.title)));
    TW_TRY(insert.bind(3, std::string_view(item.originalTitle)));
    TW_TRY(insert.bind(4, std::string_view(peopleOf(item))));
    TW_TRY(insert.bind(5, std::string_view(joined(item.genres))));
    TW_TRY(insert.bind(6, std::string_view(joined(item.keywords))));
    TW_TRY(insert.bind(7, std::string_view(item.tagline)));
    TW_TRY(insert.bind(8, std::string_view(item.text)));
    TW_TRY(insert.run());
    const std::string form = titleForm(item.title);
    const std::string originalForm = titleForm(item.originalTitle);
    for (const std::string& each : {form, originalForm == form ? std::string() : originalForm}) {
        if (each.empty())
            continue;
        TW_TRY(insertTitle.bind(1, id));
        TW_TRY(insertTitle.bind(2, std::string_view(each)));
        TW_TRY(insertTitle.run());
    }
    return {};
}

Status insertAll(Database& database, std::uint64_t itemCount, const ItemVisitor& visit, const TaskContext& context)
{
    TW_ASSIGN(Statement insert, database.prepare("INSERT INTO items(rowid, title, original_title, people, genres, "
                                                 "keywords, tagline, body) VALUES(?, ?, ?, ?, ?, ?, ?, ?)"));
    TW_ASSIGN(Statement insertTitle, database.prepare("INSERT INTO titles(item, form) VALUES(?, ?)"));
    TW_ASSIGN(StemmedWords words, StemmedWords::prepare(database));
    TextFingerprint fingerprint;
    const auto insertOne = [&](const Item& item) -> Status {
        TW_TRY(context.check());
        if (item.id.value() % kReportEvery == 0)
            context.report(Stage::Indexing, item.id.value(), itemCount);
        TW_TRY(insertItem(insert, insertTitle, item));
        for (const std::string& text : {item.title, item.originalTitle, peopleOf(item), joined(item.genres),
                                        joined(item.keywords), item.tagline, item.text})
            TW_TRY(words.add(text));
        fingerprint.add(item);
        return {};
    };
    TW_TRY(visit(insertOne));
    TW_TRY(words.store());
    TW_ASSIGN(Statement mark, database.prepare("INSERT INTO content(fingerprint) VALUES(?)"));
    TW_TRY(mark.bind(1, std::string_view(fingerprint.text())));
    return mark.run();
}

Result<std::int64_t> totalChanges(Database& database)
{
    TW_ASSIGN(Statement count, database.prepare("SELECT total_changes()"));
    TW_TRY(count.step());
    return count.integer(0);
}

/// What FTS5's 'optimize' does, in steps between which it can be cancelled:
/// https://www.sqlite.org/fts5.html#the_merge_command
Status mergeAll(Database& database, std::uint64_t itemCount, const TaskContext& context)
{
    constexpr int kPages = 256;
    // Only a savepoint makes FTS5 write the words that it still holds in memory, which a merge would leave out.
    TW_TRY(database.execute("SAVEPOINT words; RELEASE words"));
    for (int pages = -kPages;; pages = kPages) {
        context.report(Stage::Indexing, itemCount, itemCount);
        TW_TRY(context.check());
        TW_ASSIGN(const std::int64_t before, totalChanges(database));
        TW_TRY(database.execute(fmt::format("INSERT INTO items(items, rank) VALUES('merge', {})", pages)));
        TW_ASSIGN(const std::int64_t after, totalChanges(database));
        // The command itself counts as one change.
        if (after - before < 2)
            return {};
    }
}

Status fill(Database& database, std::uint64_t itemCount, const ItemVisitor& visit, const TaskContext& context)
{
    TW_TRY(database.execute(kBuildCache));
    TW_ASSIGN(Transaction transaction, Transaction::begin(database));
    TW_TRY(database.execute(kSchema));
    TW_TRY(insertAll(database, itemCount, visit, context));
    TW_TRY(context.check());
    TW_TRY(mergeAll(database, itemCount, context));
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
