// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/database.h"
#include "core/base/files.h"
#include "tests/support/temp_folder.h"

#include <sys/stat.h>
#include <unistd.h>

namespace tw {
namespace {

class DatabaseTest : public testing::Test {
protected:
    const test::TempFolder m_folder;
    const std::filesystem::path m_path = m_folder / "data.sqlite";

    Database open(Database::Mode mode = Database::Mode::ReadWrite)
    {
        auto opened = Database::open(m_path, mode, Database::Durability::Full);
        EXPECT_TRUE(opened) << opened.error().detail;
        return std::move(*opened);
    }
    static std::int64_t integerOf(Database& database, std::string_view sql)
    {
        auto statement = database.prepare(sql);
        EXPECT_TRUE(statement);
        EXPECT_TRUE(statement->step().value_or(false));
        return statement->integer(0);
    }
};

TEST_F(DatabaseTest, usesOurSettings)
{
    Database database = open();
    auto journal = database.prepare("PRAGMA journal_mode").value();
    ASSERT_TRUE(journal.step().value());
    EXPECT_EQ(journal.text(0), "wal");
    EXPECT_EQ(integerOf(database, "PRAGMA synchronous"), 2);
    EXPECT_EQ(integerOf(database, "PRAGMA foreign_keys"), 1);
    EXPECT_EQ(integerOf(database, "PRAGMA busy_timeout"), 5000);
    auto derived = Database::open(m_folder / "d", Database::Mode::ReadWrite, Database::Durability::Derived).value();
    EXPECT_EQ(integerOf(derived, "PRAGMA synchronous"), 1);
}

TEST_F(DatabaseTest, valuesOfEveryTypeComeBack)
{
    Database database = open();
    ASSERT_TRUE(database.execute("CREATE TABLE t(a, b, c, d, e, f); CREATE INDEX i ON t(a)"));
    const std::string text("a\0ü", 4);
    const std::array<std::byte, 3> blob = {std::byte{0}, std::byte{255}, std::byte{7}};
    {
        auto insert = database.prepare("INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)").value();
        ASSERT_TRUE(insert.bind(1, std::numeric_limits<std::int64_t>::min()));
        ASSERT_TRUE(insert.bind(2, 0.1));
        ASSERT_TRUE(insert.bind(3, text));
        ASSERT_TRUE(insert.bindBlob(4, blob));
        ASSERT_TRUE(insert.bindNull(5));
        ASSERT_TRUE(insert.bindBlob(6, {}));
        ASSERT_TRUE(insert.run());
        ASSERT_TRUE(insert.bind(1, 7));
        ASSERT_TRUE(insert.run());
        EXPECT_EQ(database.lastInsertId(), 2);
        EXPECT_FALSE(insert.bind(9, 1));
    }
    auto select = database.prepare("SELECT * FROM t ORDER BY rowid").value();
    ASSERT_TRUE(select.step().value());
    EXPECT_EQ(select.integer(0), std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(select.real(1), 0.1);
    EXPECT_EQ(select.text(2), text);
    EXPECT_TRUE(std::ranges::equal(select.blob(3), blob));
    EXPECT_TRUE(select.isNull(4));
    EXPECT_FALSE(select.isNull(5));
    EXPECT_TRUE(select.blob(5).empty());
    EXPECT_TRUE(select.step().value());
    EXPECT_FALSE(select.step().value());
    EXPECT_FALSE(select.step().value());
    select.reset();
    EXPECT_TRUE(select.step().value());
}

TEST_F(DatabaseTest, mistakesAreErrorsWithSqlitesText)
{
    Database database = open();
    const auto broken = database.prepare("SELEC 1");
    ASSERT_FALSE(broken);
    EXPECT_EQ(broken.error().code, ErrorCode::Database);
    EXPECT_THAT(broken.error().detail, testing::HasSubstr("syntax error"));
    ASSERT_TRUE(database.execute("CREATE TABLE t(a UNIQUE); INSERT INTO t VALUES (1)"));
    auto insert = database.prepare("INSERT INTO t VALUES (?)").value();
    ASSERT_TRUE(insert.bind(1, 1));
    EXPECT_EQ(insert.run().error().code, ErrorCode::Database);
    ASSERT_TRUE(insert.bind(1, 2));
    EXPECT_TRUE(insert.run()) << "usable again after an error";
}

TEST_F(DatabaseTest, transactionIsRolledBackUnlessCommitted)
{
    Database database = open();
    ASSERT_TRUE(database.execute("CREATE TABLE t(a)"));
    {
        auto transaction = Transaction::begin(database).value();
        ASSERT_TRUE(database.execute("INSERT INTO t VALUES (1)"));
        EXPECT_FALSE(Transaction::begin(database)) << "they do not nest";
    }
    EXPECT_EQ(integerOf(database, "SELECT count(*) FROM t"), 0);
    {
        auto transaction = Transaction::begin(database).value();
        Transaction moved = std::move(transaction);
        ASSERT_TRUE(database.execute("INSERT INTO t VALUES (1)"));
        ASSERT_TRUE(moved.commit());
        EXPECT_FALSE(moved.commit());
    }
    EXPECT_EQ(integerOf(database, "SELECT count(*) FROM t"), 1);
}

TEST_F(DatabaseTest, versionsAreKeptAndSeen)
{
    Database database = open();
    EXPECT_EQ(database.schemaVersion().value(), 0);
    ASSERT_TRUE(database.setSchemaVersion(12));
    Database other = open();
    EXPECT_EQ(other.schemaVersion().value(), 12);
    const std::int64_t before = database.dataVersion().value();
    EXPECT_EQ(database.dataVersion().value(), before);
    ASSERT_TRUE(other.execute("CREATE TABLE t(a)"));
    EXPECT_NE(database.dataVersion().value(), before);
}

TEST_F(DatabaseTest, readOnlyReadsAndDoesNotWrite)
{
    EXPECT_FALSE(Database::open(m_path, Database::Mode::ReadOnly, Database::Durability::Full));
    ASSERT_TRUE(open().execute("CREATE TABLE t(a); INSERT INTO t VALUES (5)"));
    Database reader = open(Database::Mode::ReadOnly);
    EXPECT_EQ(integerOf(reader, "SELECT a FROM t"), 5);
    EXPECT_FALSE(reader.execute("INSERT INTO t VALUES (6)"));
}

/// Gives up the superuser's rights, who may write anywhere, for the life of this.
class OrdinaryUser {
public:
    OrdinaryUser() : m_wasRoot(::geteuid() == 0 && ::seteuid(65534) == 0) {}
    ~OrdinaryUser()
    {
        if (m_wasRoot && ::seteuid(0) != 0)
            ADD_FAILURE() << "cannot become root again";
    }

private:
    bool m_wasRoot;
};

TEST_F(DatabaseTest, readOnlyWorksWhereNothingCanBeWritten)
{
    ASSERT_TRUE(open().execute("CREATE TABLE t(a); INSERT INTO t VALUES (5)"));
    ::chmod(m_path.c_str(), 0444);
    ::chmod(m_folder.path().c_str(), 0555);
    {
        const OrdinaryUser user;
        EXPECT_FALSE(Database::open(m_path, Database::Mode::ReadWrite, Database::Durability::Full));
        Database reader = open(Database::Mode::ReadOnly);
        EXPECT_EQ(integerOf(reader, "SELECT a FROM t"), 5);
    }
    ::chmod(m_folder.path().c_str(), 0755);
}

TEST_F(DatabaseTest, damageIsReported)
{
    {
        Database database = open();
        ASSERT_TRUE(database.execute("CREATE TABLE t(a); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                                     "LIMIT 5000) INSERT INTO t SELECT hex(randomblob(20)) FROM n"));
        EXPECT_TRUE(database.quickCheck());
    }
    std::string content = readFile(m_path).value();
    std::fill(content.begin() + 8192, content.begin() + 12288, '\x55');
    ASSERT_TRUE(writeFileAtomically(m_path, content));
    EXPECT_EQ(open().quickCheck().error().code, ErrorCode::Damaged);

    ASSERT_TRUE(writeFileAtomically(m_path, "this is certainly not a database of SQLite, is it?"));
    EXPECT_EQ(Database::open(m_path, Database::Mode::ReadWrite, Database::Durability::Full).error().code,
              ErrorCode::Damaged);
}

} // namespace
} // namespace tw
