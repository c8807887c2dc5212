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

struct Receiver {
    std::string body;
    std::size_t limit = 0;
    bool tooLarge = false;
};

std::size_t receive(char* data, std::size_t size, std::size_t count, void* user)
{
    auto& receiver = *static_cast<Receiver*>(user);
    const std::size_t bytes = size * count;
    if (receiver.body.size() + bytes > receiver.limit) {
        receiver.tooLarge = true;
        return 0; // ends the transfer
    }
    receiver.body.append(data, bytes);
    return bytes;
}

bool isLoopback(const std::string& url)
{
    const std::unique_ptr<CURLU, void (*)(CURLU*)> parsed(curl_url(), curl_url_cleanup);
    char* host = nullptr;
    if (curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK ||
        curl_url_get(parsed.get(), CURLUPART_HOST, &host, 0) != CURLUE_OK)
        return false;
    const std::string name(host);
    curl_free(host);
    return name == "localhost" || name == "[::1]" || name.starts_with("127.");
}

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

void configure(CURL* easy, const HttpRequest& request, const HeaderList& headers, Receiver& receiver, char* errorText)
{
    curl_easy_reset(easy);
    curl_easy_setopt(easy, CURLOPT_URL, request.url.c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_REDIR_PROTOCOLS_STR, request.url.starts_with("https:") ? "https" : "http");
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(easy, CURLOPT_MAXREDIRS, 3L);
    curl_easy_setopt(easy, CURLOPT_POSTREDIR, CURL_REDIR_POST_ALL);
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
    if (isLoopback(request.url))
        curl_easy_setopt(easy, CURLOPT_PROXY, ""); // a proxy cannot reach our own machine
    if (request.method == "POST") {
        curl_easy_setopt(easy, CURLOPT_POST, 1L);
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request.body.data());
    } else if (request.method != "GET") {
        curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, request.method.c_str());
    }
}

ErrorCode codeOf(CURLcode code, bool connected, bool answered)
{
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT: return connected ? ErrorCode::ServerTimeout : ErrorCode::ServerUnreachable;
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL: return answered ? ErrorCode::ServerAnswerInvalid : ErrorCode::InvalidArgument;
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR: return answered ? ErrorCode::ServerAnswerInvalid : ErrorCode::ServerUnreachable;
    case CURLE_PARTIAL_FILE:
    case CURLE_WRITE_ERROR:
    case CURLE_FILESIZE_EXCEEDED:
    case CURLE_TOO_MANY_REDIRECTS:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM: return ErrorCode::ServerAnswerInvalid;
    default: return ErrorCode::ServerUnreachable;
    }
}

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
            return fail(ErrorCode::Internal, request.url, "curl handles");
        auto response = exchange(*connection, request, context);
        // After a failure nobody knows what is still under way on the wire.
        if (response)
            putBack(std::move(connection));
        return response;
    }

private:
    static Result<HttpResponse> exchange(Connection& connection, const HttpRequest& request,
                                         const TaskContext& context)
    {
        CURL* easy = connection.easy.get();
        CURLM* multi = connection.multi.get();
        Receiver receiver;
        receiver.limit = request.maxResponseBytes;
        const HeaderList headers = headersOf(request);
        std::array<char, CURL_ERROR_SIZE> errorText{};
        configure(easy, request, headers, receiver, errorText.data());
        curl_multi_add_handle(multi, easy);
        const Result<CURLcode> finished = drive(multi, request, context);
        // Whatever happened: the handle must leave before headers and receiver go out of scope.
        curl_multi_remove_handle(multi, easy);
        if (!finished)
            return fail(finished.error());

        long status = 0;
        const char* contentType = nullptr;
        curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
        if (*finished != CURLE_OK) {
            long requestBytes = 0;
            curl_easy_getinfo(easy, CURLINFO_REQUEST_SIZE, &requestBytes);
            const ErrorCode code = codeOf(*finished, requestBytes > 0, status > 0);
            std::string detail = errorText[0] != '\0' ? errorText.data() : curl_easy_strerror(*finished);
            if (receiver.tooLarge)
                detail = fmt::format("answer larger than {} bytes", request.maxResponseBytes);
            return fail(code, request.url, std::move(detail));
        }
        curl_easy_getinfo(easy, CURLINFO_CONTENT_TYPE, &contentType);
        return HttpResponse{static_cast<int>(status), contentType ? contentType : "", std::move(receiver.body)};
    }

    /// Runs the one transfer to its end or to the stop, which wakes the poll at once.
    static Result<CURLcode> drive(CURLM* multi, const HttpRequest& request, const TaskContext& context)
    {
        const std::stop_callback wake(context.stop, [multi] { curl_multi_wakeup(multi); });
        while (true) {
            TW_TRY(context.check());
            int running = 0;
            if (const CURLMcode code = curl_multi_perform(multi, &running); code != CURLM_OK)
                return fail(ErrorCode::Internal, request.url, curl_multi_strerror(code));
            int left = 0;
            while (const CURLMsg* message = curl_multi_info_read(multi, &left))
                if (message->msg == CURLMSG_DONE)
                    return message->data.result;
            if (const CURLMcode code = curl_multi_poll(multi, nullptr, 0, 1000, nullptr); code != CURLM_OK)
                return fail(ErrorCode::Internal, request.url, curl_multi_strerror(code));
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

std::shared_ptr<HttpTransport> makeCurlTransport() { return std::make_shared<CurlTransport>(); }

} // namespace tw
