// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/http_transport.h"

#include <curl/curl.h>

namespace tw {

namespace {

struct EasyCloser {
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct MultiCloser {
    void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
struct ListCloser {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using HeaderList = std::unique_ptr<curl_slist, ListCloser>;

/// A multi handle (it owns the kept-alive connections) with the easy handle driven by it.
struct Connection {
    std::unique_ptr<CURLM, MultiCloser> multi{curl_multi_init()};
    std::unique_ptr<CURL, EasyCloser> easy{curl_easy_init()};
};

struct UrlCloser {
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using ParsedUrl = std::unique_ptr<CURLU, UrlCloser>;

ParsedUrl parsedUrl(const std::string& url)
{
    ParsedUrl parsed(curl_url());
    if (curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK)
        return nullptr;
    return parsed;
}

/// Empty when the URL has no such part.
std::string partOf(const ParsedUrl& url, CURLUPart part, unsigned flags = 0)
{
    char* text = nullptr;
    if (!url || curl_url_get(url.get(), part, &text, flags) != CURLUE_OK)
        return {};
    std::string value(text);
    curl_free(text);
    return value;
}

bool isLoopback(const ParsedUrl& url)
{
    const std::string host = partOf(url, CURLUPART_HOST);
    return host == "localhost" || host == "[::1]" || host.starts_with("127.");
}

/// A redirect that keeps the question where it was asked: elsewhere is nobody it was meant for.
bool staysInPlace(const ParsedUrl& from, const ParsedUrl& to)
{
    if (!to || partOf(from, CURLUPART_HOST) != partOf(to, CURLUPART_HOST))
        return false;
    const std::string before = partOf(from, CURLUPART_SCHEME);
    const std::string after = partOf(to, CURLUPART_SCHEME);
    const auto port = [](const ParsedUrl& url) { return partOf(url, CURLUPART_PORT, CURLU_DEFAULT_PORT); };
    return (before == after && port(from) == port(to)) || (before == "http" && after == "https");
}

struct Receiver {
    CURL* easy = nullptr;
    const HttpRequest* request = nullptr;
    std::string body;
    std::size_t bytes = 0;
    bool tooLarge = false;
    bool ended = false; ///< By onData.
};

std::size_t receive(char* data, std::size_t size, std::size_t count, void* user)
{
    auto& receiver = *static_cast<Receiver*>(user);
    const std::string_view piece(data, size * count);
    receiver.bytes += piece.size();
    receiver.tooLarge = receiver.bytes > receiver.request->maxResponseBytes;
    if (receiver.tooLarge)
        return CURL_WRITEFUNC_ERROR;
    long status = 0;
    curl_easy_getinfo(receiver.easy, CURLINFO_RESPONSE_CODE, &status);
    if (!receiver.request->onData || status != 200) {
        receiver.body.append(piece);
        return piece.size();
    }
    receiver.ended = !receiver.request->onData(piece);
    return receiver.ended ? CURL_WRITEFUNC_ERROR : piece.size();
}

/// Notices an answer that has begun and then only drips.
class Pace {
public:
    explicit Pace(const HttpRequest& request) : m_request(request) {}
    bool tooSlow(CURL* easy)
    {
        if (m_request.slowTime.count() <= 0)
            return false;
        curl_off_t bodyBytes = 0;
        long headerBytes = 0;
        curl_easy_getinfo(easy, CURLINFO_SIZE_DOWNLOAD_T, &bodyBytes);
        curl_easy_getinfo(easy, CURLINFO_HEADER_SIZE, &headerBytes);
        const auto received = static_cast<std::size_t>(bodyBytes + headerBytes);
        const auto now = std::chrono::steady_clock::now();
        if (received == 0 && m_request.timeout.count() > 0)
            return false; // still computing; the timeout bounds that
        if ((m_mark == 0 && received > 0) || received - m_mark >= m_request.slowBytes) {
            m_mark = received;
            m_since = now;
        }
        return now - m_since >= m_request.slowTime;
    }
    std::chrono::milliseconds pollTime() const
    {
        constexpr std::chrono::milliseconds kLongest{1000};
        return m_request.slowTime.count() > 0 ? std::clamp(m_request.slowTime / 2, kShortest, kLongest) : kLongest;
    }

private:
    static constexpr std::chrono::milliseconds kShortest{10};
    const HttpRequest& m_request;
    std::size_t m_mark = 0; ///< Bytes that had come at m_since.
    std::chrono::steady_clock::time_point m_since = std::chrono::steady_clock::now();
};

HeaderList headersOf(const HttpRequest& request)
{
    HeaderList list;
    const auto append = [&](const std::string& line) {
        // On failure curl leaves the old list alone, so ownership moves only when it did not fail.
        if (curl_slist* longer = curl_slist_append(list.get(), line.c_str())) {
            list.release();
            list.reset(longer);
        }
    };
    for (const auto& [name, value] : request.headers)
        append(name + ": " + value);
    append("Expect:"); // no round trip before a large body
    return list;
}

/// The address without name and password; they are given to curl apart, so that no message of its can hold them.
void configureAddress(CURL* easy, const ParsedUrl& url)
{
    const std::string user = partOf(url, CURLUPART_USER, CURLU_URLDECODE);
    const std::string password = partOf(url, CURLUPART_PASSWORD, CURLU_URLDECODE);
    if (!user.empty() || !password.empty()) {
        curl_easy_setopt(easy, CURLOPT_USERNAME, user.c_str());
        curl_easy_setopt(easy, CURLOPT_PASSWORD, password.c_str());
    }
    const ParsedUrl bare(curl_url_dup(url.get()));
    curl_url_set(bare.get(), CURLUPART_USER, nullptr, 0);
    curl_url_set(bare.get(), CURLUPART_PASSWORD, nullptr, 0);
    curl_easy_setopt(easy, CURLOPT_URL, partOf(bare, CURLUPART_URL).c_str());
    if (isLoopback(url))
        curl_easy_setopt(easy, CURLOPT_PROXY, ""); // a proxy cannot reach our own machine
}

void configure(CURL* easy, const HttpRequest& request, const HeaderList& headers, Receiver& receiver, char* errorText)
{
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L); // followed by ourselves, where that is safe
    curl_easy_setopt(easy, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "gzip");
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L); // a cancelled name lookup is not waited for
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(request.connectTimeout.count()));
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(request.timeout.count()));
    curl_easy_setopt(easy, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(request.maxResponseBytes));
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "Tastewalk");
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, receive);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &receiver);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, errorText);
    if (request.method == "POST") {
        curl_easy_setopt(easy, CURLOPT_POST, 1L);
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request.body.data());
    } else if (request.method != "GET") {
        curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request.method.c_str());
    }
}

/// @param asked  The request went out, so what came back is the server's doing.
ErrorCode codeOf(CURLcode code, bool asked, std::string_view text)
{
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT: return asked ? ErrorCode::ServerTimeout : ErrorCode::ServerUnreachable;
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL: return asked ? ErrorCode::ServerAnswerInvalid : ErrorCode::InvalidArgument;
    case CURLE_RECV_ERROR: // curl's code for a lost connection and for broken chunks alike
        return text.find("chunk") == std::string_view::npos ? ErrorCode::ServerUnreachable
                                                            : ErrorCode::ServerAnswerInvalid;
    case CURLE_WRITE_ERROR:
    case CURLE_FILESIZE_EXCEEDED:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM: return ErrorCode::ServerAnswerInvalid;
    default: return ErrorCode::ServerUnreachable;
    }
}

/// One exchange on the wire: an answer, which may send us elsewhere.
struct Exchanged {
    HttpResponse response;
    std::string redirect;
};

class CurlTransport final : public HttpTransport {
public:
    CurlTransport() { curl_global_init(CURL_GLOBAL_DEFAULT); } // counted by curl, thread-safe since 7.84
    ~CurlTransport() override
    {
        m_idle.clear();
        curl_global_cleanup();
    }

    Result<HttpResponse> send(const HttpRequest& request, const TaskContext& context) override
    {
        TW_TRY(context.check());
        std::unique_ptr<Connection> connection = take();
        if (!connection->multi || !connection->easy)
            return fail(ErrorCode::Internal, urlWithoutSecrets(request.url), "curl handles");
        auto response = follow(*connection, request, context);
        // After a failure nobody knows what is still under way on the wire.
        if (response)
            putBack(std::move(connection));
        return response;
    }

private:
    static Result<HttpResponse> follow(Connection& connection, const HttpRequest& request, const TaskContext& context)
    {
        constexpr int kMostRedirects = 3;
        ParsedUrl url = parsedUrl(request.url);
        if (!url)
            return fail(ErrorCode::InvalidArgument, urlWithoutSecrets(request.url), "not the address of a server");
        for (int redirects = 0;; ++redirects) {
            TW_ASSIGN(Exchanged exchanged, exchange(connection, url, request, context));
            if (exchanged.redirect.empty())
                return std::move(exchanged.response);
            ParsedUrl next = parsedUrl(exchanged.redirect);
            if (!staysInPlace(url, next))
                return fail(ErrorCode::ServerAnswerInvalid, urlWithoutSecrets(request.url),
                            "redirected to another place, " + urlWithoutSecrets(exchanged.redirect));
            if (redirects == kMostRedirects)
                return fail(ErrorCode::ServerAnswerInvalid, urlWithoutSecrets(request.url),
                            fmt::format("more than {} redirects", kMostRedirects));
            for (const CURLUPart secret : {CURLUPART_USER, CURLUPART_PASSWORD}) {
                const std::string value = partOf(url, secret);
                curl_url_set(next.get(), secret, value.empty() ? nullptr : value.c_str(), 0);
            }
            url = std::move(next);
        }
    }

    static Result<Exchanged> exchange(Connection& connection, const ParsedUrl& url, const HttpRequest& request,
                                      const TaskContext& context)
    {
        CURL* easy = connection.easy.get();
        CURLM* multi = connection.multi.get();
        Receiver receiver;
        receiver.easy = easy;
        receiver.request = &request;
        const HeaderList headers = headersOf(request);
        std::array<char, CURL_ERROR_SIZE> errorText{};
        curl_easy_reset(easy);
        configureAddress(easy, url);
        configure(easy, request, headers, receiver, errorText.data());
        curl_multi_add_handle(multi, easy);
        const Result<CURLcode> finished = drive(connection, request, context);
        // Whatever happened: the handle must leave before headers and receiver go out of scope.
        curl_multi_remove_handle(multi, easy);
        if (!finished)
            return fail(finished.error());
        if (*finished != CURLE_OK && !receiver.ended) {
            long requestBytes = 0;
            curl_easy_getinfo(easy, CURLINFO_REQUEST_SIZE, &requestBytes);
            std::string detail = errorText[0] != '\0' ? errorText.data() : curl_easy_strerror(*finished);
            const ErrorCode code = codeOf(*finished, requestBytes > 0, detail);
            if (receiver.tooLarge || *finished == CURLE_FILESIZE_EXCEEDED)
                detail = fmt::format("answer larger than {} bytes", request.maxResponseBytes);
            return fail(code, urlWithoutSecrets(request.url), std::move(detail));
        }
        return exchangedWith(easy, std::move(receiver.body));
    }

    static Exchanged exchangedWith(CURL* easy, std::string body)
    {
        long status = 0;
        const char* contentType = nullptr;
        const char* redirect = nullptr;
        curl_off_t retryAfter = 0;
        curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
        curl_easy_getinfo(easy, CURLINFO_CONTENT_TYPE, &contentType);
        curl_easy_getinfo(easy, CURLINFO_REDIRECT_URL, &redirect);
        curl_easy_getinfo(easy, CURLINFO_RETRY_AFTER, &retryAfter);
        Exchanged exchanged;
        exchanged.response.status = static_cast<int>(status);
        exchanged.response.contentType = contentType ? contentType : "";
        exchanged.response.body = std::move(body);
        constexpr curl_off_t kLongestWish = 24 * 60 * 60; // any number can stand there
        if (retryAfter > 0)
            exchanged.response.retryAfter = std::chrono::seconds(std::min(retryAfter, kLongestWish));
        exchanged.redirect = redirect ? redirect : "";
        return exchanged;
    }

    /// Runs the one transfer to its end or to the stop, which wakes the poll at once.
    static Result<CURLcode> drive(Connection& connection, const HttpRequest& request, const TaskContext& context)
    {
        CURLM* multi = connection.multi.get();
        const std::stop_callback wake(context.stop, [multi] { curl_multi_wakeup(multi); });
        const auto internal = [&](CURLMcode code) {
            return fail(ErrorCode::Internal, urlWithoutSecrets(request.url), curl_multi_strerror(code));
        };
        Pace pace(request);
        while (true) {
            TW_TRY(context.check());
            int running = 0;
            if (const CURLMcode code = curl_multi_perform(multi, &running); code != CURLM_OK)
                return internal(code);
            int left = 0;
            while (const CURLMsg* message = curl_multi_info_read(multi, &left))
                if (message->msg == CURLMSG_DONE)
                    return message->data.result;
            if (pace.tooSlow(connection.easy.get()))
                return fail(ErrorCode::ServerTimeout, urlWithoutSecrets(request.url), "the answer comes too slowly");
            const auto pollTime = static_cast<int>(pace.pollTime().count());
            if (const CURLMcode code = curl_multi_poll(multi, nullptr, 0, pollTime, nullptr); code != CURLM_OK)
                return internal(code);
        }
    }

    std::unique_ptr<Connection> take()
    {
        const std::lock_guard lock(m_mutex);
        if (m_idle.empty())
            return std::make_unique<Connection>();
        std::unique_ptr<Connection> connection = std::move(m_idle.back());
        m_idle.pop_back();
        return connection;
    }

    void putBack(std::unique_ptr<Connection> connection)
    {
        constexpr std::size_t kMostIdle = 4;
        const std::lock_guard lock(m_mutex);
        if (m_idle.size() < kMostIdle)
            m_idle.push_back(std::move(connection));
    }

    std::mutex m_mutex;
    std::vector<std::unique_ptr<Connection>> m_idle;
};

} // namespace

std::string urlWithoutSecrets(std::string_view url)
{
    url = url.substr(0, url.find_first_of("?#"));
    const std::size_t scheme = url.find("://");
    const std::size_t begin = scheme == std::string_view::npos ? 0 : scheme + 3;
    // The last one: a password may hold what should have been escaped.
    const std::size_t at = url.rfind('@');
    if (at == std::string_view::npos || at < begin)
        return std::string(url);
    return std::string(url.substr(0, begin)) + std::string(url.substr(at + 1));
}

std::shared_ptr<HttpTransport> makeCurlTransport() { return std::make_shared<CurlTransport>(); }

} // namespace tw
