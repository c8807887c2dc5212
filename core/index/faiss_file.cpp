// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/index/faiss_file.h"

#include "core/index/faiss_numbers.h"
#include "core/index/faiss_process.h"
#include "core/index/faiss_stream.h"
#include "core/simd/kernels.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <numeric>

#include <fcntl.h>
#include <sys/stat.h>

namespace tw {
namespace {

constexpr std::size_t kMaxDim = 65'536;
constexpr std::size_t kMaxRows = 0x7fffffff;
constexpr std::size_t kChunkBytes = std::size_t{4} << 20U;

template <class T>
std::span<std::byte> bytesOf(std::span<T> items)
{
    return std::as_writable_bytes(items);
}

/// A file with its size, open for reading; only real files, for a pipe would never end.
struct Input {
    Descriptor file;
    std::uint64_t bytes = 0;
};
Result<Input> openInput(const std::filesystem::path& path)
{
    Input input{Descriptor(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC))};
    struct stat status{};
    if (!input.file.isOpen())
        return fail(errno == ENOENT ? ErrorCode::NotFound : ErrorCode::FileUnreadable, path.string(),
                    std::strerror(errno));
    if (::fstat(input.file.value(), &status) != 0 || !S_ISREG(status.st_mode))
        return fail(ErrorCode::FileUnreadable, path.string(), "not a file");
    input.bytes = static_cast<std::uint64_t>(status.st_size);
    return input;
}

/// What the reader says why it has nothing to give; printable letters only, for they may be anything.
Status refusal(const FaissNumbers& numbers, FaissProcess& reader, const TaskContext& context)
{
    constexpr std::uint32_t kLongest = 300;
    std::string text(std::min(numbers.textBytes, kLongest), ' ');
    TW_TRY(reader.read(bytesOf(std::span(text)), context));
    std::ranges::replace_if(text, [](char c) { return c < ' ' || c > '~'; }, '?');
    return fail(numbers.outcome == FaissNumbers::Outcome::Unsupported ? ErrorCode::Unsupported : ErrorCode::Damaged, {},
                text);
}

std::uint64_t physicalMemory()
{
    const long pages = ::sysconf(_SC_PHYS_PAGES);
    const long page = ::sysconf(_SC_PAGESIZE);
    return pages > 0 && page > 0 ? static_cast<std::uint64_t>(pages) * static_cast<std::uint64_t>(page) : 0;
}

Status checkNumbers(const FaissNumbers& numbers, std::uint64_t fileBytes)
{
    const auto unsound = [](const char* what) { return fail(ErrorCode::Damaged, {}, what); };
    using Kind = FaissNumbers::Kind;
    if (numbers.kind < Kind::Flat || numbers.kind > Kind::IvfPq || numbers.metric > 1)
        return unsound("kind or metric");
    if (numbers.dim == 0 || numbers.dim > kMaxDim || numbers.rows > kMaxRows)
        return unsound("rows or dimensions");
    if (numbers.idCount != 0 && numbers.idCount != numbers.rows)
        return unsound("ids");
    // So that nobody can make us take memory that the file has no numbers for.
    const bool coded = numbers.kind == Kind::IvfPq;
    if (coded && numbers.codeBytes <= 0)
        return unsound("code length");
    const std::uint64_t bytesOfRow = numbers.dim * sizeof(float);
    if (numbers.rows * (coded ? static_cast<std::uint64_t>(numbers.codeBytes) : bytesOfRow) > fileBytes)
        return unsound("more rows than the file has room for");
    if (numbers.rows * bytesOfRow > physicalMemory())
        return fail(ErrorCode::Unsupported, {}, "more numbers than this machine's memory holds");
    return {};
}

/// For each row as it comes, the row it is by the order of the ids; empty when it is the same.
Result<std::vector<std::uint32_t>> readOrder(const FaissNumbers& numbers, FaissProcess& reader,
                                             const TaskContext& context)
{
    std::vector<std::int64_t> ids(numbers.idCount);
    TW_TRY(reader.read(bytesOf(std::span(ids)), context));
    if (std::ranges::adjacent_find(ids, std::greater_equal<>()) == ids.end())
        return std::vector<std::uint32_t>{};
    std::vector<std::uint32_t> byId(ids.size());
    std::iota(byId.begin(), byId.end(), 0U);
    std::ranges::sort(byId, {}, [&ids](std::uint32_t at) { return ids[at]; });
    std::vector<std::uint32_t> order(ids.size());
    for (std::uint32_t i = 0; i < byId.size(); ++i) {
        if (i > 0 && ids[byId[i]] == ids[byId[i - 1]])
            return fail(ErrorCode::Damaged, {}, "two rows with one id");
        order[byId[i]] = i;
    }
    return order;
}

Result<Matrix> readRows(const FaissNumbers& numbers, FaissProcess& reader, const TaskContext& context)
{
    TW_ASSIGN(const std::vector<std::uint32_t> order, readOrder(numbers, reader, context));
    Matrix matrix(numbers.rows, numbers.dim);
    const std::size_t step = std::max<std::size_t>(1, kChunkBytes / (numbers.dim * sizeof(float)));
    std::vector<float> chunk(step * numbers.dim);
    for (std::size_t first = 0; first < numbers.rows; first += step) {
        const std::size_t count = std::min<std::size_t>(step, numbers.rows - first);
        TW_TRY(reader.read(bytesOf(std::span(chunk).first(count * numbers.dim)), context));
        for (std::size_t i = 0; i < count; ++i) {
            const std::span<const float> row(chunk.data() + i * numbers.dim, numbers.dim);
            const std::size_t target = order.empty() ? first + i : order[first + i];
            if (!simd::allFinite(row))
                return fail(Error{ErrorCode::NotFinite, {}, {}, target + 1});
            std::ranges::copy(row, matrix.row(target).begin());
        }
        context.report(Stage::Reading, first + count, numbers.rows);
    }
    return matrix;
}

IndexOptions optionsOf(const FaissNumbers& numbers)
{
    IndexOptions options;
    switch (numbers.kind) {
    case FaissNumbers::Kind::Flat: options.kind = IndexKind::Exact; break;
    case FaissNumbers::Kind::Hnsw:
        options.kind = IndexKind::Hnsw;
        options.m = std::clamp(numbers.m, 4, 64);
        options.efConstruction = std::clamp(numbers.efConstruction, 8, 800);
        options.efSearch = std::clamp(numbers.efSearch, 8, 4096);
        break;
    case FaissNumbers::Kind::IvfPq:
        options.kind = IndexKind::IvfPq;
        options.lists = std::max(0, numbers.lists);
        options.codeBytes = std::max(0, numbers.codeBytes);
        options.probes = std::max(0, numbers.probes);
    }
    return options;
}

Result<FaissFile> readFrom(const Input& input, const std::filesystem::path& helper, const TaskContext& context)
{
    TW_ASSIGN(auto reader, FaissProcess::start(helper, input.file.value()));
    FaissNumbers numbers;
    TW_TRY(reader.read(bytesOf(std::span(&numbers, 1)), context));
    if (numbers.magic != FaissNumbers::kMagic)
        return fail(ErrorCode::Damaged, {}, "the reader's answer");
    if (numbers.outcome != FaissNumbers::Outcome::Read)
        return fail(refusal(numbers, reader, context).error());
    TW_TRY(checkNumbers(numbers, input.bytes));
    FaissFile file;
    file.options = optionsOf(numbers);
    file.kind = file.options.kind;
    file.metric = numbers.metric == 1 ? Metric::L2 : Metric::InnerProduct;
    TW_ASSIGN(file.vectors, readRows(numbers, reader, context));
    TW_TRY(reader.expectEnd(context));
    return file;
}

} // namespace

Result<FaissFile> readFaissFile(const std::filesystem::path& path, const std::filesystem::path& helper,
                                const TaskContext& context)
{
    TW_ASSIGN(const Input input, openInput(path));
    const auto program = helper.empty() ? findFaissReader() : helper;
    std::error_code error;
    if (!std::filesystem::is_regular_file(program, error))
        return fail(ErrorCode::Unsupported, path.string(), "tastewalk-faiss-reader is not installed");
    auto file = readFrom(input, program, context);
    if (!file && file.error().subject.empty())
        file.error().subject = path.string();
    return file;
}

} // namespace tw
