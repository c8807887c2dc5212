// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/base/files.h"
#include "core/index/vector_index.h"

#include <deque>
#include <map>

namespace tw {

// An index file is an envelope ("tw-index", version 2) with a head in JSON (options, facts, which vectors it belongs to)
// and numbered sections, each read and checked by the part of the program that wrote it. Files of version 1, which held
// faiss' own bytes, are not read: they are made anew.

inline constexpr EnvelopeKind kIndexEnvelope{"tw-index", 2};

/// Which part a section belongs to. Numbers are in files: never reuse one.
enum class IndexSection : std::uint32_t {
    Rows = 1,  ///< DistinctRows: which rows each node stands for.
    Codes = 2, ///< NodeCodes.
    Links = 3, ///< HnswLinks.
    Fast = 4,  ///< The fast layout's codes.
    Lists = 5, ///< IVF-PQ.
};

/// Collects what ByteWriter would (and ByteReader reads), but long arrays are borrowed instead of copied: they must
/// stay where they are until the file is written.
class PieceWriter {
public:
    template <class T>
    void value(const T& item)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        keep(std::as_bytes(std::span(&item, 1)));
    }
    /// The count as 64 bits, then the items.
    template <class T>
    void array(std::span<const T> items)
    {
        value(static_cast<std::uint64_t>(items.size()));
        if (items.size_bytes() < kBorrowFrom)
            keep(std::as_bytes(items));
        else
            borrow(std::as_bytes(items));
    }
    /// The same of what does not stay: copied.
    template <class T>
    void copiedArray(std::span<const T> items)
    {
        value(static_cast<std::uint64_t>(items.size()));
        keep(std::as_bytes(items));
    }
    void text(std::string_view characters) { copiedArray(std::span<const char>(characters)); }
    std::uint64_t size() const { return m_size; }
    std::vector<std::span<const std::byte>> pieces() const;

private:
    static constexpr std::size_t kBorrowFrom = 4096;
    struct Piece {
        std::vector<std::byte> kept;
        std::span<const std::byte> borrowed;
    };
    void keep(std::span<const std::byte> bytes);
    void borrow(std::span<const std::byte> bytes);
    std::deque<Piece> m_pieces;
    std::uint64_t m_size = 0;
};

/// What an index file says of its index besides the content.
struct IndexHead {
    IndexOptions options; ///< As they were wanted.
    IndexFacts facts;     ///< Kind, layout, reason, nodes, removed, selfRecall; what takes memory is not kept.
};

/// Writes the file: section() for each part, then write().
class IndexFileWriter {
public:
    PieceWriter& section(IndexSection number) { return m_sections[number]; }
    /// Atomic. With the vectors' count, dimension, metric and hash. Errors: FileUnwritable.
    Status write(const std::filesystem::path& path, const IndexHead& head, const IndexedVectors& vectors) const;

private:
    std::map<IndexSection, PieceWriter> m_sections;
};

/// A verified file's content, kept in memory while this lives.
struct IndexFileContent {
    IndexHead head;
    /// A reader of that section; one that has failed already when it is not there.
    ByteReader section(IndexSection number) const;

    std::shared_ptr<const MappedFile> file;
    std::map<IndexSection, std::span<const std::byte>> sections;
};

/// Verifies the envelope's checksum and that it was made over exactly these vectors: by vectors.contentHash where both
/// have one, by hashing them otherwise.
/// Errors: NotFound (also of a file of an older version), FileUnreadable, Damaged, VersionTooNew.
Result<IndexFileContent> readIndexFile(const std::filesystem::path& path, const IndexedVectors& vectors);

} // namespace tw
