// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/key_store.h"

#include "core/base/files.h"
#include "tests/support/environment.h"
#include "tests/support/temp_folder.h"

#include <cstdlib>
#include <sys/stat.h>

namespace tw {
namespace {

constexpr const char* kServer = "http://box:8000/v1";

class KeyStoreTest : public testing::Test {
protected:
    void SetUp() override
    {
        ::unsetenv("TASTEWALK_SERVER_KEY");
        ::unsetenv("OPENAI_API_KEY");
    }
    void TearDown() override { SetUp(); }
    test::TempFolder m_temp;
    std::filesystem::path m_file = m_temp / "config" / "server-keys.json";
    std::shared_ptr<KeyStore> m_store = makeFileKeyStore(m_file);
};

TEST_F(KeyStoreTest, KeepsKeysInAFileOfOurOwn)
{
    EXPECT_FALSE(m_store->find(kServer).value());
    ASSERT_TRUE(m_store->store(kServer, "one"));
    ASSERT_TRUE(m_store->store("https://other/v1", "two"));
    struct stat status{};
    ASSERT_EQ(::stat(m_file.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
    ASSERT_EQ(::stat(m_file.parent_path().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0700U);
    EXPECT_EQ(makeFileKeyStore(m_file)->find(kServer).value(), "one");
    EXPECT_EQ(m_store->servers().value(), (std::vector<std::string>{kServer, "https://other/v1"}));
    ASSERT_TRUE(m_store->store(kServer, ""));
    EXPECT_FALSE(m_store->find(kServer).value());
}

TEST_F(KeyStoreTest, UsesNoFileThatOthersMayRead)
{
    ASSERT_TRUE(m_store->store(kServer, "one"));
    ASSERT_EQ(::chmod(m_file.c_str(), 0644), 0);
    EXPECT_EQ(m_store->find(kServer).error().code, ErrorCode::FileUnreadable);
    EXPECT_FALSE(m_store->store(kServer, "two"));
}

TEST_F(KeyStoreTest, QuotesNoDamagedFile)
{
    ASSERT_TRUE(m_store->store(kServer, "one"));
    ASSERT_TRUE(writeFileAtomically(m_file, "{\"http://box\": \"secret\" oops"));
    ASSERT_EQ(::chmod(m_file.c_str(), 0600), 0);
    const auto found = m_store->find(kServer);
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().detail.find("secret"), std::string::npos);
}

TEST_F(KeyStoreTest, TheEnvironmentComesFirstButOpenAisKeyGoesToOpenAiOnly)
{
    ASSERT_TRUE(m_store->store(kServer, "stored"));
    ::setenv("OPENAI_API_KEY", "openai", 1);
    EXPECT_EQ(serverKey(kServer, *m_store).value(), "stored");
    EXPECT_EQ(serverKey("https://api.openai.com/v1", *m_store).value(), "openai");
    EXPECT_EQ(serverKey("https://api.openai.com.example.org/v1", *m_store).value(), "");
    ::setenv("TASTEWALK_SERVER_KEY", " ours ", 1);
    EXPECT_EQ(serverKey(kServer, *m_store).value(), "ours");
}

TEST_F(KeyStoreTest, ReadsAKeysFile)
{
    ASSERT_TRUE(writeFileAtomically(m_temp / "key", "  sk-1 \nmore\n"));
    EXPECT_EQ(keyFromFile(m_temp / "key").value(), "sk-1");
    ASSERT_TRUE(writeFileAtomically(m_temp / "key", "two words\n"));
    EXPECT_EQ(keyFromFile(m_temp / "key").error().code, ErrorCode::InvalidArgument);
    EXPECT_FALSE(keyFromFile(m_temp / "none"));
}

} // namespace
} // namespace tw
