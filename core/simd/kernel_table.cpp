// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simd/kernel_table.h"

#include <array>
#include <cstdlib>

#if defined(__x86_64__)
#include <cpuid.h>
#endif

namespace tw::simd {
namespace {

constexpr KernelTable kBaseline{"baseline", &kFloatBaseline, &kHalfBaseline, &kInt8Baseline, &kBitBaseline};

ProcessorFeatures thisProcessor()
{
    ProcessorFeatures features;
#if defined(__x86_64__)
    __builtin_cpu_init();
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    // Not every compiler's __builtin_cpu_supports knows F16C.
    const bool f16c = __get_cpuid(1, &a, &b, &c, &d) != 0 && (c & bit_F16C) != 0;
    features.avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && f16c;
    features.avx512 = features.avx2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")
        && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl");
    features.vnni = features.avx512 && __builtin_cpu_supports("avx512vnni");
    features.vectorPopcount = features.avx512 && __builtin_cpu_supports("avx512vpopcntdq");
#endif
    return features;
}

/// Right at every moment: other objects' initialisers that run before ours get the baseline.
constinit const KernelTable* s_active = &kBaseline;

[[maybe_unused]] const bool s_chosen = [] {
    const char* wanted = std::getenv("TASTEWALK_SIMD");
    s_active = &chooseKernels(wanted ? wanted : "");
    return true;
}();

} // namespace

std::span<const KernelTable> kernelsFor(const ProcessorFeatures& features, std::span<KernelTable, 3> storage)
{
    std::size_t count = 0;
    storage[count++] = kBaseline;
#if defined(__x86_64__)
    if (features.avx2)
        storage[count++] = {"avx2", &kFloatAvx2, &kHalfAvx2, &kInt8Avx2, &kBitAvx2};
    if (features.avx512)
        storage[count++] = {"avx512", &kFloatAvx512, &kHalfAvx512, features.vnni ? &kInt8Vnni : &kInt8Avx2,
                            features.vectorPopcount && features.vnni ? &kBitAvx512 : &kBitAvx2};
#else
    static_cast<void>(features);
#endif
    return storage.first(count);
}

std::span<const KernelTable> availableKernels()
{
    static std::array<KernelTable, 3> storage;
    static const std::span<const KernelTable> tables = kernelsFor(thisProcessor(), storage);
    return tables;
}

const KernelTable& chooseKernels(std::string_view wanted)
{
    const std::span<const KernelTable> tables = availableKernels();
    for (const KernelTable& table : tables)
        if (table.name == wanted)
            return table;
    return tables.back();
}

const FloatKernels& floatKernels()
{
    return *s_active->floats;
}

const HalfKernels& halfKernels()
{
    return *s_active->halves;
}

const Int8Kernels& int8Kernels()
{
    return *s_active->int8;
}

const BitKernels& bitKernels()
{
    return *s_active->bits;
}

std::string_view instructionSet()
{
    return s_active->name;
}

} // namespace tw::simd
