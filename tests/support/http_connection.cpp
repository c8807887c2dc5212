// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/http_connection.h"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
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
                          m_received.substr(bodyBegin, bodySize), headerValue(head, "authorization")};
    m_received.erase(0, bodyBegin + bodySize);
    return question;
}

bool HttpConnection::rest(int milliseconds) const
{
    pollfd waited{m_descriptor, POLLRDHUP, 0};
    return ::poll(&waited, 1, milliseconds) == 0;
}

bool HttpConnection::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(m_descriptor, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        m_sent += static_cast<std::uint64_t>(sent);
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

bool HttpConnection::sendSlowly(std::string_view bytes, std::chrono::milliseconds pause)
{
    if (pause.count() == 0)
        return send(bytes);
    for (std::size_t i = 0; i < bytes.size(); ++i)
        if (!rest(static_cast<int>(pause.count())) || !send(bytes.substr(i, 1)))
            return false;
    return true;
}

bool HttpConnection::sendFiller(std::uint64_t bytes)
{
    const std::string piece(1 << 16, ' ');
    for (std::uint64_t left = bytes; left > 0;) {
        const std::uint64_t count = std::min<std::uint64_t>(left, piece.size());
        if (!send(std::string_view(piece).substr(0, count)))
            return false;
        left -= count;
    }
    return true;
}

bool HttpConnection::write(const HttpAnswer& answer)
{
    if (answer.broken == HttpBreak::HangAtOnce)
        rest(-1);
    if (answer.broken == HttpBreak::BeforeAnswer || answer.broken == HttpBreak::HangAtOnce)
        return false;
    std::string head = answer.before + "HTTP/1.1 " + std::to_string(answer.status) +
                       " Answer\r\nContent-Type: " + answer.contentType + "\r\n";
    for (const auto& [name, value] : answer.headers)
        head += name + ": " + value + "\r\n";
    if (!answer.location.empty())
        head += "Location: " + answer.location + "\r\n";
    std::string body = answer.body;
    if (answer.chunked) {
        std::array<char, 24> size{};
        std::snprintf(size.data(), size.size(), "%zx\r\n", body.size());
        body = size.data() + body + "\r\n" + *answer.chunked;
        head += "Transfer-Encoding: chunked\r\n";
    } else if (answer.tellsLength) {
        head += "Content-Length: " + std::to_string(body.size() + answer.filler) + "\r\n";
    }
    head += "\r\n";
    if (!answer.bare && !sendSlowly(head, answer.headPause))
        return false;
    const bool half = answer.broken == HttpBreak::InBody || answer.broken == HttpBreak::ResetInBody ||
                      answer.broken == HttpBreak::HangInBody;
    if (!sendSlowly(std::string_view(body).substr(0, half ? body.size() / 2 : body.size()), answer.bodyPause))
        return false;
    if (!half && !sendFiller(answer.filler))
        return false;
    if (answer.broken == HttpBreak::HangInBody)
        rest(-1);
    if (answer.broken == HttpBreak::ResetInBody) {
        const linger atOnce{1, 0};
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof(atOnce));
    }
    return answer.broken == HttpBreak::Nowhere && !answer.bare && (answer.tellsLength || answer.chunked);
}

} // namespace tw::test
