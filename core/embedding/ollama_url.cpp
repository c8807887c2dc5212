// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/embedding/ollama_client.h"

#include <cstdlib>

namespace tw {

namespace {

constexpr std::string_view kDefaultPort = "11434";

struct HostPort {
    std::string host;
    std::string port; ///< Empty when none was given.
};

HostPort splitHostPort(std::string_view text)
{
    if (text.starts_with('[')) { // IPv6 in brackets
        const std::size_t end = text.find(']');
        const std::string_view rest = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
        return {std::string(text.substr(0, end == std::string_view::npos ? text.size() : end + 1)),
                rest.starts_with(':') ? std::string(rest.substr(1)) : std::string()};
    }
    if (std::ranges::count(text, ':') > 1)
        return {fmt::format("[{}]", text), {}};
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos)
        return {std::string(text), {}};
    return {std::string(text.substr(0, colon)), std::string(text.substr(colon + 1))};
}

bool isPort(std::string_view text)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return !text.empty() && text.size() <= 5 && std::ranges::all_of(text, isDigit) &&
           std::stoi(std::string(text)) <= 65535;
}

} // namespace

std::string ollamaUrl(std::string_view host)
{
    host = trim(host);
    while (!host.empty() && (host.front() == '"' || host.front() == '\''))
        host.remove_prefix(1);
    while (!host.empty() && (host.back() == '"' || host.back() == '\''))
        host.remove_suffix(1);
    host = trim(host);

    std::string scheme = "http";
    std::string_view defaultPort = kDefaultPort;
    if (const std::size_t end = host.find("://"); end != std::string_view::npos) {
        scheme = toLower(host.substr(0, end));
        host.remove_prefix(end + 3);
        defaultPort = scheme == "https" ? "443" : "80";
    }
    const std::size_t slash = std::min(host.find('/'), host.size());
    std::string_view path = host.substr(slash);
    while (path.ends_with('/'))
        path.remove_suffix(1);
    std::string_view authority = host.substr(0, slash);
    const std::size_t at = authority.rfind('@');
    const std::string_view user = at == std::string_view::npos ? "" : authority.substr(0, at + 1);
    authority.remove_prefix(user.size());
    HostPort parts = splitHostPort(authority);
    if (parts.host.empty() || parts.host == "0.0.0.0")
        parts.host = "127.0.0.1";
    else if (parts.host == "[::]")
        parts.host = "[::1]";
    return fmt::format("{}://{}{}:{}{}", scheme, user, parts.host, isPort(parts.port) ? parts.port : defaultPort,
                       path);
}

std::string ollamaUrlFromEnvironment()
{
    const char* host = std::getenv("OLLAMA_HOST");
    return ollamaUrl(host ? host : "");
}

} // namespace tw
