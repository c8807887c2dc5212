// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tw {

class Statement;

/// One SQLite connection with our settings: WAL, synchronous=FULL (or NORMAL for derived data), foreign keys on,
/// busy timeout 5 s. Used from one thread at a time. Errors: Database, with SQLite's text as detail; Damaged when
/// SQLite finds the file malformed or no database at all.
class Database {
public:
    enum class Mode { ReadWrite, ReadOnly };
    enum class Durability { Full, Derived }; ///< Derived: synchronous=NORMAL, content can be rebuilt.

    /// ReadWrite makes the file when it is missing; ReadOnly also works on a medium that cannot be written.
    static Result<Database> open(const std::filesystem::path& path, Mode mode, Durability durability);
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    /// Runs one or more statements without results.
    Status execute(std::string_view sql);
    /// Prepares a statement. It must not outlive the database.
    Result<Statement> prepare(std::string_view sql);
    /// PRAGMA user_version: our schema version.
    Result<std::int64_t> schemaVersion();
    Status setSchemaVersion(std::int64_t version);
    /// PRAGMA quick_check; Damaged when it finds faults.
    Status quickCheck();
    /// PRAGMA integrity_check: also that every index finds the rows it should. About a millisecond a megabyte.
    Status fullCheck();
    /// Changes whenever another connection commits (PRAGMA data_version).
    Result<std::int64_t> dataVersion();
    std::int64_t lastInsertId() const;

private:
    Status check(std::string_view pragma);
    struct Impl;
    explicit Database(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
    friend class Statement;
};

/// A prepared statement. Bind by 1-based position, step through rows, reset to use it again.
class Statement {
public:
    Statement(Statement&&) noexcept;
    Statement& operator=(Statement&&) noexcept;
    ~Statement();

    Status bind(int position, std::int64_t value);
    Status bind(int position, double value);
    /// Every other integer type. Precondition: the value fits into 64 bits with sign.
    template <std::integral Integer>
    Status bind(int position, Integer value)
    {
        return bind(position, static_cast<std::int64_t>(value));
    }
    Status bind(int position, std::string_view text);
    Status bindBlob(int position, std::span<const std::byte> bytes);
    Status bindNull(int position);

    /// Moves to the next row; false at the end.
    Result<bool> step();
    /// Runs to the end and resets; for statements without rows.
    Status run();
    void reset();

    // Columns of the present row, from 0. Text and blobs live until the next step or reset.
    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string_view text(int column) const;
    std::span<const std::byte> blob(int column) const;

private:
    struct Impl;
    explicit Statement(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
    friend class Database;
};

/// BEGIN IMMEDIATE on construction by begin(); rolled back unless committed.
class Transaction {
public:
    static Result<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept;
    ~Transaction();
    /// Durable when it returns without an error (with Durability::Full).
    Status commit();

private:
    explicit Transaction(Database* database) : m_database(database) {}
    Database* m_database;
};

} // namespace tw
