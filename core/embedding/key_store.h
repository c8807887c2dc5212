// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tw {

/// Where the keys of servers lie, by the server's address without secrets (openAiUrl, urlWithoutSecrets). Keys go into
/// no library, setting, export, log or error. Thread-safe; may be another process's as well.
class KeyStore {
public:
    virtual ~KeyStore() = default;
    /// None when there is none for this server. Errors: FileUnreadable (also a file that others may read), FormatBroken.
    virtual Result<std::optional<std::string>> find(const std::string& server) const = 0;
    /// Replaces the server's key; an empty one removes it. Errors: those of find, FileUnwritable, Unsupported.
    virtual Status store(const std::string& server, const std::string& key) = 0;
    /// The servers with a key. Errors: those of find.
    virtual Result<std::vector<std::string>> servers() const = 0;
};

/// A JSON file of mode 0600 in a folder of mode 0700, both made when first needed. A file that other people may read
/// is not used until that is mended (chmod 600).
std::shared_ptr<KeyStore> makeFileKeyStore(std::filesystem::path file);
/// $XDG_CONFIG_HOME/tastewalk/server-keys.json, else ~/.config/tastewalk/server-keys.json.
std::filesystem::path defaultKeyFile();

/// The key for a server: TASTEWALK_SERVER_KEY whatever the server, OPENAI_API_KEY for api.openai.com alone (nobody else
/// is to get it), else the store's; empty when there is none. Errors: those of find.
Result<std::string> serverKey(const std::string& server, const KeyStore& store);
/// The first line of a file, trimmed. Errors: NotFound, FileUnreadable, InvalidArgument (no or no usable key in it).
Result<std::string> keyFromFile(const std::filesystem::path& file);

} // namespace tw
