// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/database.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <type_traits>

#include <unistd.h>

namespace tw {

namespace {

constexpr int kBusyTimeoutMilliseconds = 5000;

/// Runs `body` and turns whatever SQLiteCpp throws into an Error; nothing leaves this file as an exception.
template <class Body>
auto guarded(std::string_view subject, Body&& body) -> Result<std::invoke_result_t<Body>>
{
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Body>>) {
            body();
            return {};
        } else {
            return body();
        }
    } catch (const SQLite::Exception& exception) {
        const int error = exception.getErrorCode();
        // The second text is SQLite's for a header whose number for the format is out of range.
        const bool damaged = error == SQLITE_CORRUPT || error == SQLITE_NOTADB
            || std::string_view(exception.what()) == "unsupported file format";
        return fail(damaged ? ErrorCode::Damaged : ErrorCode::Database, std::string(subject), exception.what());
    } catch (const std::exception& exception) {
        return fail(ErrorCode::Database, std::string(subject), exception.what());
    }
}

/// SQLite takes a file shorter than its smallest page for an empty one, and begins a new database in it.
void refuseStump(const std::filesystem::path& path)
{
    constexpr std::uintmax_t kSmallestPage = 512;
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (!error && size > 0 && size < kSmallestPage)
        throw SQLite::Exception("the file is cut short", SQLITE_CORRUPT);
}

/// The header's number for who may write; read on SQLite's own descriptor, since closing another one would drop the
/// locks of this process.
int writeVersion(SQLite::Database& connection)
{
    constexpr sqlite3_int64 kPlace = 18;
    sqlite3_file* file = nullptr;
    unsigned char version = 0;
    ::sqlite3_file_control(connection.getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    const bool read = file && file->pMethods && file->pMethods->xRead(file, &version, 1, kPlace) == SQLITE_OK;
    return read ? version : 0;
}

/// A header that asks for a newer SQLite makes the connection read-only without a word, and so does a disk on which
/// the file can't be opened for writing.
void refuseUnwritable(SQLite::Database& connection, const std::filesystem::path& path)
{
    constexpr int kNewestVersion = 2;
    if (::sqlite3_db_readonly(connection.getHandle(), "main") != 1 || ::access(path.c_str(), W_OK) != 0)
        return;
    if (writeVersion(connection) > kNewestVersion)
        throw SQLite::Exception("the header is damaged", SQLITE_CORRUPT);
    throw SQLite::Exception("the file can't be opened for writing", SQLITE_CANTOPEN);
}

std::string uriOf(const std::filesystem::path& path)
{
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(path).string()) {
        if (c == '%' || c == '?' || c == '#')
            uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
        else
            uri.push_back(c);
    }
    return uri + "?immutable=1";
}

} // namespace

struct Database::Impl {
    SQLite::Database connection;
    std::string name;
};

struct Statement::Impl {
    SQLite::Statement statement;
    std::string name;
};

Database::Database(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::open(const std::filesystem::path& path, Mode mode, Durability durability)
{
    const std::string name = path.string();
    return guarded(name, [&] {
        if (mode == Mode::ReadOnly) {
            const auto openAs = [&](const std::string& file, int flags) {
                auto impl = std::make_unique<Impl>(Impl{SQLite::Database(file, SQLite::OPEN_READONLY | flags,
                                                                         kBusyTimeoutMilliseconds), name});
                // The first read is what fails where the -shm file can be neither found nor made.
                impl->connection.execAndGet("PRAGMA schema_version");
                return Database(std::move(impl));
            };
            try {
                return openAs(name, 0);
            } catch (const SQLite::Exception& exception) {
                std::error_code ignored;
                const int code = exception.getErrorCode();
                if ((code != SQLITE_CANTOPEN && code != SQLITE_READONLY) || !std::filesystem::exists(path, ignored)
                    || std::filesystem::exists(name + "-wal", ignored))
                    throw;
                // A closed database on a read-only medium: nobody can change it, so it needs no locks.
                return openAs(uriOf(path), SQLite::OPEN_URI);
            }
        }
        refuseStump(path);
        auto impl = std::make_unique<Impl>(
            Impl{SQLite::Database(name, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, kBusyTimeoutMilliseconds), name});
        impl->connection.execAndGet("PRAGMA schema_version");
        refuseUnwritable(impl->connection, path);
        impl->connection.exec("PRAGMA journal_mode=WAL");
        impl->connection.exec(durability == Durability::Full ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=NORMAL");
        impl->connection.exec("PRAGMA foreign_keys=ON");
        return Database(std::move(impl));
    });
}

Status Database::execute(std::string_view sql)
{
    return guarded(m_impl->name, [&] { m_impl->connection.exec(std::string(sql)); });
}

Result<Statement> Database::prepare(std::string_view sql)
{
    return guarded(m_impl->name, [&] {
        return Statement(std::make_unique<Statement::Impl>(
            Statement::Impl{SQLite::Statement(m_impl->connection, std::string(sql)), m_impl->name}));
    });
}

Result<std::int64_t> Database::schemaVersion()
{
    return guarded(m_impl->name, [&] { return m_impl->connection.execAndGet("PRAGMA user_version").getInt64(); });
}

Status Database::setSchemaVersion(std::int64_t version)
{
    return execute(fmt::format("PRAGMA user_version={}", version));
}

Status Database::check(std::string_view pragma)
{
    TW_ASSIGN(Statement statement, prepare(pragma));
    TW_ASSIGN(const bool hasRow, statement.step());
    if (hasRow && statement.text(0) == "ok")
        return {};
    return fail(ErrorCode::Damaged, m_impl->name, hasRow ? std::string(statement.text(0)) : "the check is silent");
}

Status Database::quickCheck()
{
    return check("PRAGMA quick_check(1)");
}

Status Database::fullCheck()
{
    return check("PRAGMA integrity_check(1)");
}

Result<std::int64_t> Database::dataVersion()
{
    return guarded(m_impl->name, [&] { return m_impl->connection.execAndGet("PRAGMA data_version").getInt64(); });
}

std::int64_t Database::lastInsertId() const
{
    return m_impl->connection.getLastInsertRowid();
}

Statement::Statement(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Statement::Statement(Statement&&) noexcept = default;
Statement& Statement::operator=(Statement&&) noexcept = default;
Statement::~Statement() = default;

Status Statement::bind(int position, std::int64_t value)
{
    return guarded(m_impl->name, [&] { m_impl->statement.bind(position, value); });
}

Status Statement::bind(int position, double value)
{
    return guarded(m_impl->name, [&] { m_impl->statement.bind(position, value); });
}

Status Statement::bind(int position, std::string_view text)
{
    return guarded(m_impl->name, [&] { m_impl->statement.bind(position, std::string(text)); });
}

Status Statement::bindBlob(int position, std::span<const std::byte> bytes)
{
    // SQLite takes a null pointer for NULL, which an empty blob is not.
    const void* data = bytes.empty() ? "" : static_cast<const void*>(bytes.data());
    return guarded(m_impl->name, [&] { m_impl->statement.bind(position, data, static_cast<int>(bytes.size())); });
}

Status Statement::bindNull(int position)
{
    return guarded(m_impl->name, [&] { m_impl->statement.bind(position); });
}

Result<bool> Statement::step()
{
    return guarded(m_impl->name, [&] { return !m_impl->statement.isDone() && m_impl->statement.executeStep(); });
}

Status Statement::run()
{
    const Status status = guarded(m_impl->name, [&] {
        while (m_impl->statement.executeStep()) {
        }
    });
    reset();
    return status;
}

void Statement::reset()
{
    // tryReset repeats the error of the last step, which has been reported already.
    m_impl->statement.tryReset();
}

bool Statement::isNull(int column) const
{
    return guarded({}, [&] { return m_impl->statement.isColumnNull(column); }).value_or(true);
}

std::int64_t Statement::integer(int column) const
{
    return guarded({}, [&] { return m_impl->statement.getColumn(column).getInt64(); }).value_or(0);
}

double Statement::real(int column) const
{
    return guarded({}, [&] { return m_impl->statement.getColumn(column).getDouble(); }).value_or(0);
}

std::string_view Statement::text(int column) const
{
    return guarded({}, [&] {
               const SQLite::Column value = m_impl->statement.getColumn(column);
               const char* begin = value.getText();
               return std::string_view(begin, static_cast<std::size_t>(value.getBytes()));
           })
        .value_or(std::string_view());
}

std::span<const std::byte> Statement::blob(int column) const
{
    return guarded({}, [&] {
               const SQLite::Column value = m_impl->statement.getColumn(column);
               const void* begin = value.getBlob();
               return std::span(static_cast<const std::byte*>(begin), static_cast<std::size_t>(value.getBytes()));
           })
        .value_or(std::span<const std::byte>());
}

Result<Transaction> Transaction::begin(Database& database)
{
    TW_TRY(database.execute("BEGIN IMMEDIATE"));
    return Transaction(&database);
}

Transaction::Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}

Transaction::~Transaction()
{
    if (m_database)
        static_cast<void>(m_database->execute("ROLLBACK"));
}

Status Transaction::commit()
{
    if (!m_database)
        return fail(ErrorCode::Internal, {}, "transaction is over already");
    // A commit that failed leaves the transaction open: the destructor rolls it back.
    TW_TRY(m_database->execute("COMMIT"));
    m_database = nullptr;
    return {};
}

} // namespace tw
