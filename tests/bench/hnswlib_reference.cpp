// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/hnswlib_reference.h"

#include <hnswlib/hnswlib.h>

#include <memory>

struct TwHnswlib {
    TwHnswlib(std::size_t dim, std::size_t rowCount, std::size_t m, std::size_t efConstruction)
        : space(dim), graph(&space, rowCount, m, efConstruction)
    {
    }
    hnswlib::InnerProductSpace space;
    hnswlib::HierarchicalNSW<float> graph;
};

TwHnswlib* twHnswlibBuild(const float* rows, std::size_t rowCount, std::size_t dim, std::size_t m,
                          std::size_t efConstruction, void (*progress)(std::size_t done))
try {
    auto made = std::make_unique<TwHnswlib>(dim, rowCount, m, efConstruction);
    for (std::size_t i = 0; i < rowCount; ++i) {
        made->graph.addPoint(rows + i * dim, i);
        if (progress && (i + 1) % 1000 == 0)
            progress(i + 1);
    }
    return made.release();
} catch (...) {
    return nullptr;
}

void twHnswlibFree(TwHnswlib* graph) { delete graph; }

std::size_t twHnswlibSearch(TwHnswlib* graph, const float* query, std::size_t k, std::size_t ef, std::uint32_t* found)
try {
    graph->graph.setEf(ef);
    auto nearest = graph->graph.searchKnn(query, k);
    const std::size_t count = nearest.size();
    for (std::size_t i = count; i-- > 0; nearest.pop())
        found[i] = static_cast<std::uint32_t>(nearest.top().second);
    return count;
} catch (...) {
    return 0;
}

std::size_t twHnswlibBytes(const TwHnswlib* graph)
{
    const auto& inner = graph->graph;
    std::size_t bytes = inner.cur_element_count * (inner.size_data_per_element_ + sizeof(char*));
    for (std::size_t i = 0; i < inner.cur_element_count; ++i)
        bytes += static_cast<std::size_t>(inner.element_levels_[i]) * inner.size_links_per_element_;
    return bytes;
}
