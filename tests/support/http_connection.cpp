// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/http_connection.h"

#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <string_view>

namespace tw::test {

namespace {

/// The value of a header, by its lower-case name.
std::string headerValue(std::string_view head, std::string_view name)
{
    std::string lower(head);
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const std::size_t at = lower.find("\r\n" + std::string(name) + ":");
    if (at == std::string::npos)
        return {};
    const std::size_t begin = at + 2 + name.size() + 1;
    std::string value(head.substr(begin, head.find("\r\n", begin) - begin));
    value.erase(0, value.find_first_not_of(' '));
    return value;
}

} // namespace

bool HttpConnection::receiveMore()
{
    std::array<char, 1 << 16> buffer{};
    const ssize_t count = ::recv(m_descriptor, buffer.data(), buffer.size(), 0);
    if (count <= 0)
        return false;
    m_received.append(buffer.data(), static_cast<std::size_t>(count));
    return true;
}

std::optional<HttpQuestion> HttpConnection::read()
{
    std::size_t end = std::string::npos;
    while ((end = m_received.find("\r\n\r\n")) == std::string::npos)
        if (!receiveMore())
            return std::nullopt;
    const std::string head = m_received.substr(0, end + 2);
    const std::size_t methodEnd = head.find(' ');
    const std::size_t pathEnd = head.find(' ', methodEnd + 1);
    if (methodEnd == std::string::npos || pathEnd == std::string::npos)
        return std::nullopt;
    const std::size_t bodyBegin = end + 4;
    const auto bodySize = static_cast<std::size_t>(std::strtoull(headerValue(head, "content-length").c_str(), nullptr, 10));
    while (m_received.size() < bodyBegin + bodySize)
        if (!receiveMore())
            return std::nullopt;
    HttpQuestion question{head.substr(0, methodEnd), head.substr(methodEnd + 1, pathEnd - methodEnd - 1),
                          m_received.substr(bodyBegin, bodySize)};
    m_received.erase(0, bodyBegin + bodySize);
    return question;
}

bool HttpConnection::write(const HttpAnswer& answer)
{
    if (answer.broken == HttpBreak::BeforeAnswer)
        return false;
    std::string bytes = "HTTP/1.1 " + std::to_string(answer.status) + " Answer\r\nContent-Type: " + answer.contentType +
                        "\r\nContent-Length: " + std::to_string(answer.body.size()) + "\r\n";
    if (!answer.location.empty())
        bytes += "Location: " + answer.location + "\r\n";
    bytes += "\r\n";
    bytes += answer.broken == HttpBreak::InBody ? answer.body.substr(0, answer.body.size() / 2) : answer.body;
    std::string_view rest = bytes;
    while (!rest.empty()) {
        const ssize_t sent = ::send(m_descriptor, rest.data(), rest.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        rest.remove_prefix(static_cast<std::size_t>(sent));
    }
    return answer.broken == HttpBreak::Nowhere;
}

} // namespace tw::test
