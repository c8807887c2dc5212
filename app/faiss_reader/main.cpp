// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reads the faiss index on its standard input and writes its vectors as plain numbers to its standard output
// (core/index/faiss_numbers.h). A program of its own because faiss crashes on damaged files: whoever wants one read
// starts this and trusts nothing that comes back.

#include "core/index/faiss_numbers.h"

#include <faiss/IndexFlat.h>
#include <faiss/IndexHNSW.h>
#include <faiss/IndexIVFPQ.h>
#include <faiss/MetaIndexes.h>
#include <faiss/impl/io.h>
#include <faiss/index_io.h>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

using tw::FaissNumbers;

/// A kind of index that is not read; what() names it.
struct OtherKind : std::runtime_error {
    using std::runtime_error::runtime_error;
};

void writeAll(const void* data, std::size_t size)
{
    const char* at = static_cast<const char*>(data);
    while (size > 0) {
        const ssize_t written = ::write(STDOUT_FILENO, at, size);
        if (written <= 0)
            ::_exit(3);
        at += written;
        size -= static_cast<std::size_t>(written);
    }
}

[[noreturn]] void fail(FaissNumbers::Outcome outcome, const std::string& reason)
{
    constexpr std::size_t kLongest = 300;
    const std::string text = reason.substr(0, kLongest);
    FaissNumbers numbers;
    numbers.outcome = outcome;
    numbers.textBytes = static_cast<std::uint32_t>(text.size());
    writeAll(&numbers, sizeof numbers);
    writeAll(text.data(), text.size());
    ::_exit(2);
}

/// No more memory than a sound file of this size can need, no endless loop, no other file (faiss would open one that
/// holds an index' lists). Sanitizers need their own address space.
void limitResources(std::uint64_t fileBytes)
{
    constexpr std::uint64_t kOwnMemory = std::uint64_t{1} << 30U;
    constexpr std::uint64_t kOwnSeconds = 20;
    constexpr std::uint64_t kBytesASecond = 10'000'000;
    const auto limit = [](auto what, std::uint64_t value) {
        const rlimit both{value, value};
        ::setrlimit(what, &both);
    };
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    limit(RLIMIT_AS, kOwnMemory + 3 * fileBytes);
#endif
    limit(RLIMIT_CPU, kOwnSeconds + fileBytes / kBytesASecond);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, 3);
}

void require(bool sound, const char* what)
{
    if (!sound)
        throw std::invalid_argument(what);
}

/// The index, from under what only renames its rows.
struct Unwrapped {
    const faiss::Index* index = nullptr;
    const std::vector<faiss::Index::idx_t>* ids = nullptr;
};
Unwrapped unwrap(const faiss::Index& index)
{
    const auto* map = dynamic_cast<const faiss::IndexIDMap*>(&index);
    if (!map)
        return {&index, nullptr};
    require(map->index && map->id_map.size() == static_cast<std::size_t>(map->index->ntotal), "ids do not fit the rows");
    return {map->index, &map->id_map};
}

void describe(const faiss::Index& index, FaissNumbers& numbers)
{
    if (index.metric_type != faiss::METRIC_INNER_PRODUCT && index.metric_type != faiss::METRIC_L2)
        throw OtherKind("metric number " + std::to_string(static_cast<int>(index.metric_type)));
    require(index.d > 0 && index.ntotal >= 0, "rows or dimensions below zero");
    numbers.metric = index.metric_type == faiss::METRIC_L2 ? 1 : 0;
    numbers.rows = static_cast<std::uint64_t>(index.ntotal);
    numbers.dim = static_cast<std::uint64_t>(index.d);
}

void writeFlat(const faiss::IndexFlat& flat, FaissNumbers& numbers, const Unwrapped& whole)
{
    require(flat.d == whole.index->d && flat.ntotal == whole.index->ntotal
                && flat.metric_type == whole.index->metric_type,
            "index and storage differ");
    require(flat.codes.size() / sizeof(float) / numbers.dim == numbers.rows
                && flat.codes.size() == numbers.rows * numbers.dim * sizeof(float),
            "numbers missing");
    numbers.idCount = whole.ids ? numbers.rows : 0;
    writeAll(&numbers, sizeof numbers);
    if (whole.ids)
        writeAll(whole.ids->data(), whole.ids->size() * sizeof(faiss::Index::idx_t));
    writeAll(flat.codes.data(), flat.codes.size());
}

void writeIvfPq(const faiss::IndexIVFPQ& index, FaissNumbers& numbers, const Unwrapped& whole)
{
    const faiss::InvertedLists* lists = index.invlists;
    require(lists && index.quantizer && lists->nlist == index.nlist && index.quantizer->d == index.d
                && index.quantizer->ntotal == static_cast<faiss::Index::idx_t>(index.nlist)
                && lists->code_size == index.pq.code_size && index.pq.d == numbers.dim,
            "parts of the index differ");
    require(index.pq.centroids.size() == index.pq.d * index.pq.ksub, "centroids missing");
    if (!dynamic_cast<const faiss::IndexFlat*>(index.quantizer))
        throw OtherKind("IVF-PQ over another quantizer than a flat one");
    std::vector<faiss::Index::idx_t> ids;
    for (std::size_t list = 0; list < index.nlist; ++list) {
        faiss::InvertedLists::ScopedIds own(lists, list);
        ids.insert(ids.end(), own.get(), own.get() + lists->list_size(list));
    }
    require(ids.size() == numbers.rows, "rows missing in the lists");
    if (whole.ids)
        for (faiss::Index::idx_t& id : ids) {
            require(id >= 0 && static_cast<std::size_t>(id) < whole.ids->size(), "a row's number is beyond the ids");
            id = (*whole.ids)[static_cast<std::size_t>(id)];
        }
    numbers.idCount = numbers.rows;
    numbers.lists = static_cast<std::int32_t>(std::min<std::size_t>(index.nlist, 1U << 30U));
    numbers.codeBytes = static_cast<std::int32_t>(std::min<std::size_t>(index.pq.code_size, 1U << 30U));
    numbers.probes = static_cast<std::int32_t>(std::min<std::size_t>(index.nprobe, 1U << 30U));
    writeAll(&numbers, sizeof numbers);
    writeAll(ids.data(), ids.size() * sizeof(faiss::Index::idx_t));
    std::vector<float> row(numbers.dim);
    for (std::size_t list = 0; list < index.nlist; ++list)
        for (std::size_t at = 0; at < lists->list_size(list); ++at) {
            index.reconstruct_from_offset(static_cast<std::int64_t>(list), static_cast<std::int64_t>(at), row.data());
            writeAll(row.data(), row.size() * sizeof(float));
        }
}

void writeIndex(const faiss::Index& index)
{
    const Unwrapped whole = unwrap(index);
    FaissNumbers numbers;
    describe(*whole.index, numbers);
    if (const auto* flat = dynamic_cast<const faiss::IndexFlat*>(whole.index)) {
        writeFlat(*flat, numbers, whole);
    } else if (const auto* graph = dynamic_cast<const faiss::IndexHNSW*>(whole.index)) {
        const auto* storage = dynamic_cast<const faiss::IndexFlat*>(graph->storage);
        if (!storage)
            throw OtherKind("HNSW over other than flat vectors");
        numbers.kind = FaissNumbers::Kind::Hnsw;
        if (graph->hnsw.cum_nneighbor_per_level.size() > 1)
            numbers.m = graph->hnsw.cum_nneighbor_per_level[1] / 2;
        numbers.efConstruction = graph->hnsw.efConstruction;
        numbers.efSearch = graph->hnsw.efSearch;
        writeFlat(*storage, numbers, whole);
    } else if (const auto* lists = dynamic_cast<const faiss::IndexIVFPQ*>(whole.index)) {
        numbers.kind = FaissNumbers::Kind::IvfPq;
        writeIvfPq(*lists, numbers, whole);
    } else {
        throw OtherKind("neither flat nor HNSW over flat vectors nor IVF-PQ");
    }
}

/// Of "Index type 0x… ("IwFl") not recognized" the four letters, where they are such as faiss gives its classes.
std::string unknownLetters(const std::string& message)
{
    const std::size_t at = message.find("not recognized");
    const std::size_t open = at == std::string::npos ? at : message.rfind("(\"", at);
    const std::string letters = open == std::string::npos ? "" : message.substr(open + 2, 4);
    const bool usual = letters.size() == 4 && letters[0] == 'I'
        && std::ranges::all_of(letters, [](unsigned char c) { return std::isalnum(c) != 0; });
    return usual ? letters : "";
}

} // namespace

int main()
{
    struct stat status{};
    if (::fstat(STDIN_FILENO, &status) != 0)
        return 3;
    limitResources(static_cast<std::uint64_t>(status.st_size));
    try {
        // Never taken apart: what a damaged file broke unseen stays unseen.
        writeIndex(*faiss::read_index(stdin, faiss::IO_FLAG_SKIP_PRECOMPUTE_TABLE));
    } catch (const OtherKind& other) {
        fail(FaissNumbers::Outcome::Unsupported, other.what());
    } catch (const faiss::FaissException& error) {
        if (const std::string letters = unknownLetters(error.msg); !letters.empty())
            fail(FaissNumbers::Outcome::Unsupported, "an index of type \"" + letters + '"');
        fail(FaissNumbers::Outcome::Damaged, "faiss can't read it");
    } catch (const std::invalid_argument& error) {
        fail(FaissNumbers::Outcome::Damaged, error.what());
    } catch (const std::exception&) {
        fail(FaissNumbers::Outcome::Damaged, "it asks for more memory than a file of its size can need");
    }
    ::_exit(0);
}
