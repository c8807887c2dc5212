// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/base/task_context.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tw {

class ByteReader;
class ByteWriter;

/// Latent semantic analysis of a catalogue's own texts (Deerwester et al. 1990): TF-IDF rows projected onto the leading
/// right singular vectors of all of them, found by a randomised range finder with one power iteration (Halko, Martinsson
/// & Tropp 2011, algorithms 4.4 and 5.1). Words are stemmed by language (search_words.h), so that any language will do.
/// Immutable; any thread.
class LatentSemantics {
public:
    static constexpr std::size_t kMostTerms = 40'000;

    /// @param rank  Dimensions; fewer when there are fewer texts or terms.
    /// Terms that less than two texts have are left out, of the others the kMostTerms most frequent ones stay.
    /// Deterministic. Errors: EmptyText (nothing that two texts share), Cancelled.
    static Result<std::shared_ptr<const LatentSemantics>> fit(std::span<const std::string_view> texts, std::size_t rank,
                                                              const TaskContext& context);
    /// From write(). Null when the bytes are not whole.
    static std::shared_ptr<const LatentSemantics> read(ByteReader& reader);
    void write(ByteWriter& writer) const;
    ~LatentSemantics();

    std::size_t dim() const;
    /// The text's vector, raw; empty when none of its words is known.
    std::vector<float> embed(std::string_view text) const;

private:
    struct Impl;
    explicit LatentSemantics(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace tw
