// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

// hnswlib as its users get it, compiled with -O3 -march=native in a library of its own. Plain C at the border, and
// nothing else is exported: code compiled with those flags must not slip into the programs that are measured beside it.
// One thread. Nothing here throws; failures are null.

extern "C" {

struct TwHnswlib;

/// A graph of inner products over `rowCount` rows, added one after another; row i gets the label i.
/// @param progress  Called after every thousand rows with their number; may be null.
TwHnswlib* twHnswlibBuild(const float* rows, std::size_t rowCount, std::size_t dim, std::size_t m,
                          std::size_t efConstruction, void (*progress)(std::size_t done));
void twHnswlibFree(TwHnswlib* graph);

/// The labels of the k nearest, best first; returns how many there are.
std::size_t twHnswlibSearch(TwHnswlib* graph, const float* query, std::size_t k, std::size_t ef, std::uint32_t* found);

/// Bytes of its vectors and links, without malloc's own overhead, locks and label table.
std::size_t twHnswlibBytes(const TwHnswlib* graph);
}
