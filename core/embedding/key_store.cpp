// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/key_store.h"

#include "core/base/files.h"
#include "core/base/json.h"
#include "core/base/text.h"

#include <cstdlib>
#include <mutex>
#include <sys/stat.h>

namespace tw {

namespace {

class FileKeyStore final : public KeyStore {
public:
    explicit FileKeyStore(std::filesystem::path file) : m_file(std::move(file)) {}

    Result<std::optional<std::string>> find(const std::string& server) const override
    {
        const std::lock_guard lock(m_mutex);
        TW_ASSIGN(const Json keys, read());
        const std::string& key = keys[server].asString();
        return key.empty() ? std::nullopt : std::optional(key);
    }

    Status store(const std::string& server, const std::string& key) override
    {
        const std::lock_guard lock(m_mutex);
        TW_ASSIGN(const Json before, read());
        Json keys{Json::Object{}};
        for (const auto& [name, value] : before.asObject())
            if (name != server)
                keys.set(name, value);
        if (!key.empty())
            keys.set(server, key);
        std::error_code error;
        std::filesystem::create_directories(m_file.parent_path(), error);
        std::filesystem::permissions(m_file.parent_path(), std::filesystem::perms::owner_all, error);
        // Nobody may read it at any moment, so it is made with these rights and not given them afterwards.
        const mode_t mask = ::umask(077);
        const Status written = writeFileAtomically(m_file, keys.dump(2) + "\n");
        ::umask(mask);
        TW_TRY(written);
        if (::chmod(m_file.c_str(), S_IRUSR | S_IWUSR) != 0)
            return fail(ErrorCode::FileUnwritable, m_file.string(), "its rights can't be set");
        return {};
    }

    Result<std::vector<std::string>> servers() const override
    {
        const std::lock_guard lock(m_mutex);
        TW_ASSIGN(const Json keys, read());
        std::vector<std::string> names;
        for (const auto& [name, value] : keys.asObject())
            names.push_back(name);
        return names;
    }

private:
    Result<Json> read() const
    {
        struct stat status{};
        if (::stat(m_file.c_str(), &status) != 0 && errno == ENOENT)
            return Json();
        if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
            return fail(ErrorCode::FileUnreadable, m_file.string(), "other people may read it; chmod 600 mends that");
        TW_ASSIGN(const std::string content, readFile(m_file));
        auto keys = Json::parse(content);
        if (!keys || !keys->isObject()) // not the parser's words: they may quote a key
            return fail(ErrorCode::FormatBroken, m_file.string(), "not a JSON object of servers and keys");
        return std::move(*keys);
    }

    std::filesystem::path m_file;
    mutable std::mutex m_mutex;
};

std::string environment(const char* name)
{
    const char* value = std::getenv(name);
    return value ? std::string(trim(value)) : std::string();
}

} // namespace

std::shared_ptr<KeyStore> makeFileKeyStore(std::filesystem::path file)
{
    return std::make_shared<FileKeyStore>(std::move(file));
}

std::filesystem::path defaultKeyFile()
{
    std::filesystem::path base = environment("XDG_CONFIG_HOME");
    if (!base.is_absolute()) // as the XDG specification has it
        base = std::filesystem::path(environment("HOME")) / ".config";
    return base / "tastewalk" / "server-keys.json";
}

Result<std::string> serverKey(const std::string& server, const KeyStore& store)
{
    if (std::string key = environment("TASTEWALK_SERVER_KEY"); !key.empty())
        return key;
    if (server == "https://api.openai.com" || server.starts_with("https://api.openai.com/")) {
        if (std::string key = environment("OPENAI_API_KEY"); !key.empty())
            return key;
    }
    TW_ASSIGN(auto key, store.find(server));
    return std::move(key).value_or(std::string());
}

Result<std::string> keyFromFile(const std::filesystem::path& file)
{
    TW_ASSIGN(const std::string content, readFile(file));
    const std::string_view line = trim(std::string_view(content).substr(0, content.find('\n')));
    const bool usable = !line.empty() && std::ranges::all_of(line, [](char c) { return c > ' ' && c < 0x7F; });
    if (!usable)
        return fail(ErrorCode::InvalidArgument, file.string(), "its first line is no key");
    return std::string(line);
}

} // namespace tw
