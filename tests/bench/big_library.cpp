// SPDX-License-Identifier: GPL-3.0-or-later
// A library of 85,000 invented films with vectors of 768 numbers, and what it costs to open and to ask:
// big_library DIR [--rows N] [--dim N] [--kind exact|hnsw] [--json FILE]. The library is made where there is none.
#include "core/base/files.h"
#include "core/base/json.h"
#include "core/base/random.h"
#include "core/library/session.h"
#include "core/library/space_import.h"
#include "core/search/item_filter.h"
#include "tests/bench/measurement_set.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <chrono>
#include <ctime>
#include <fstream>
#include <functional>

namespace tw::bench {
namespace {

constexpr const char* kSpace = "imported-measured";
constexpr int kPasses = 7;

struct Run {
    std::filesystem::path folder;
    std::size_t rows = 85'000;
    std::size_t dim = 768;
    std::string kind = "hnsw";
    std::filesystem::path json;
};

double millisecondsOf(const std::function<void()>& work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

/// Of all the process' threads: what it costs whoever else is busy on the machine.
double cpuMillisecondsOf(const std::function<void()>& work)
{
    const auto now = [] {
        timespec time{};
        ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    };
    const double begin = now();
    work();
    return now() - begin;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() / 2];
}

/// Ends the program with the error: a measurement that went wrong is none.
template <class T>
T must(Result<T> result, const char* what)
{
    if (!result) {
        std::fprintf(stderr, "big_library: %s: %s %s %s\n", what, std::string(errorCodeName(result.error().code)).c_str(),
                     result.error().subject.c_str(), result.error().detail.c_str());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// Invented words, as often as words are in a language: the n-th about 1/n as often as the first.
class Words {
public:
    explicit Words(Random& random) : m_random(random)
    {
        constexpr std::array kSyllables = {"ba", "den", "fo", "gar", "hil", "ka", "lo", "mir", "no", "pel",
                                           "ra", "sen", "ta", "vor", "wi", "zu", "bel", "cor", "dan", "el"};
        for (int i = 0; i < 20'000; ++i) {
            std::string word;
            for (std::uint64_t count = 2 + m_random.below(3); count > 0; --count)
                word += kSyllables.at(m_random.below(kSyllables.size()));
            m_words.push_back(std::move(word));
        }
    }
    const std::string& draw()
    {
        const double place = std::exp(m_random.uniform() * std::log(static_cast<double>(m_words.size())));
        return m_words[std::min(static_cast<std::size_t>(place) - 1, m_words.size() - 1)];
    }
    std::string several(std::size_t count)
    {
        std::string text;
        for (std::size_t i = 0; i < count; ++i)
            text += (i == 0 ? "" : " ") + draw();
        return text;
    }

private:
    Random& m_random;
    std::vector<std::string> m_words;
};

std::filesystem::path writeCatalogue(const Run& run)
{
    constexpr std::array kGenres = {"Drama", "Comedy", "Thriller", "Horror", "Romance", "Western", "Musical", "War"};
    Random random(7);
    Words words(random);
    const std::filesystem::path path = run.folder.string() + ".films.jsonl";
    std::ofstream file(path);
    for (std::size_t i = 0; i < run.rows; ++i) {
        Json film;
        film.set("key", fmt::format("film-{}", i));
        film.set("title", fmt::format("The {}", words.several(1 + random.below(3))));
        film.set("year", static_cast<int>(1910 + random.below(115)));
        film.set("genres", Json::Array{Json(kGenres.at(random.below(kGenres.size()))),
                                       Json(kGenres.at(random.below(kGenres.size())))});
        film.set("directors", Json::Array{Json(words.several(2))});
        film.set("overview", words.several(25 + random.below(30)) + ".");
        file << film.dump() << '\n';
    }
    return path;
}

std::filesystem::path writeVectors(const Run& run)
{
    const MeasurementSet set = makeMeasurementSet(run.rows, 1, run.dim, 1);
    const std::filesystem::path path = run.folder.string() + ".measured.npy";
    std::string header = fmt::format("{{'descr': '<f4', 'fortran_order': False, 'shape': ({}, {}), }}", run.rows, run.dim);
    header.resize(117, ' ');
    header += '\n';
    std::ofstream file(path, std::ios::binary);
    file << "\x93NUMPY" << '\x01' << '\0' << static_cast<char>(header.size()) << '\0' << header;
    file.write(reinterpret_cast<const char*>(set.rows.data()),
               static_cast<std::streamsize>(run.rows * run.dim * sizeof(float)));
    return path;
}

void makeLibrary(const Run& run, Json& report)
{
    const std::array files = {writeCatalogue(run)};
    report.set("import_catalogue_ms",
               millisecondsOf([&] { must(createLibrary(run.folder, catalogFiles(files), {}, false), "catalogue"); }));
    ImportSpaceRequest request;
    request.file = writeVectors(run);
    request.name = "measured";
    request.index.kind = run.kind == "exact" ? IndexKind::Exact : IndexKind::Hnsw;
    report.set("import_vectors_ms",
               millisecondsOf([&] { must(importSpace(run.folder, request, {}), "vectors"); }));
    std::filesystem::remove(files[0]);
    std::filesystem::remove(request.file);
}

/// From nothing in memory to the neighbours of one vector; the files are warm after the first pass.
void measureOpening(const Run& run, Json& report)
{
    std::vector<double> first;
    std::vector<double> verify;
    std::vector<double> atOnce;
    std::vector<double> one;
    for (int pass = 0; pass < kPasses; ++pass) {
        LoadedSpace loaded;
        std::vector<float> query;
        first.push_back(millisecondsOf([&] {
            loaded = must(loadSpace(run.folder, kSpace, {}, kVerifyLaterFrom), "load");
            const auto row = loaded.space->vectors().row(loaded.space->size() / 2);
            query.assign(row.begin(), row.end());
            must(loaded.index->search(query, 20, nullptr, {}), "search");
        }));
        one.push_back(millisecondsOf([&] { must(loaded.index->search(query, 20, nullptr, {}), "search"); }));
        verify.push_back(millisecondsOf([&] { must(verifySpace(run.folder, *loaded.space, {}), "verify"); }));
        loaded = {};
        atOnce.push_back(millisecondsOf([&] { must(loadSpace(run.folder, kSpace, {}), "load"); }));
    }
    report.set("load_to_first_answer_ms", median(first));
    report.set("verify_afterwards_ms", median(verify));
    report.set("load_verified_at_once_ms", median(atOnce));
    report.set("one_search_ms", median(one));
}

/// Median and 95th percentile of asking again and again; the first time, which may prepare something, is told apart.
void addTimes(Json& report, const std::string& name, const std::function<void(int)>& ask)
{
    constexpr int kAsked = 60;
    const double first = millisecondsOf([&] { ask(0); });
    std::vector<double> times;
    std::vector<double> cpu;
    for (int i = 1; i <= kAsked; ++i)
        times.push_back(millisecondsOf([&] { cpu.push_back(cpuMillisecondsOf([&] { ask(i); })); }));
    std::ranges::sort(times);
    Json entry;
    entry.set("first_ms", first);
    entry.set("p50_ms", times[times.size() / 2]);
    entry.set("p95_ms", times[times.size() * 95 / 100]);
    entry.set("cpu_ms", median(cpu));
    report.set(name, std::move(entry));
}

/// What Discover and Explore ask the core for, within one decade and without.
void measureAsking(const Run& run, Json& report)
{
    auto library = must(Library::open(run.folder), "library");
    OpenedSession opened = must(openSession(*library, {}), "session");
    Session& session = opened.session;
    const Space& space = *session.space.space;
    const VectorIndex& index = *session.space.index;
    const std::vector<ItemId> likes = {ItemId(17), ItemId(4711), ItemId(33)};
    const TasteProfile profile = foldProfile(space, likes, kDefaultMemory);
    FilterTerm seventies;
    seventies.field = FilterField::Year;
    seventies.from = 1970;
    seventies.to = 1979;
    const auto values = CatalogValues::of(session.catalog);
    const auto rows = [&] { return rowFilterOf(filterItems({{seventies}}, *values).items, space); };

    addTimes(report, "recommend", [&](int) { must(session.recommend(profile, 50, {}), "recommend"); });
    addTimes(report, "explore", [&](int i) {
        const NoiseOptions noise{NoiseKind::Gaussian, 25, static_cast<std::uint64_t>(i)};
        must(session.explore(profile, noise, 20, {}), "explore");
    });
    addTimes(report, "filter_to_a_decade", [&](int) { static_cast<void>(rows()); });
    addTimes(report, "recommend_in_a_decade", [&](int) {
        const RowFilter filter = rows();
        must(index.search(profile.vector, 50, &filter, {}), "search");
    });
    addTimes(report, "explore_in_a_decade", [&](int i) {
        const RowFilter filter = rows();
        const NoiseOptions noise{NoiseKind::Gaussian, 25, static_cast<std::uint64_t>(i)};
        const NoisyProfile noisy = must(noisyProfile(space, profile.vector, noise, likes), "noise");
        must(index.search(noisy.vector, 20, &filter, {}), "search");
    });
    addTimes(report, "similar", [&](int i) {
        must(session.similar(ItemId(static_cast<std::uint32_t>(i * 31)), 20, {}), "similar");
    });
    const auto wordsOf = [&](int i) {
        const std::string& title = session.catalog->item(ItemId(static_cast<std::uint32_t>(i * 997 + 5))).title;
        return title.substr(4);
    };
    addTimes(report, "search_words", [&](int i) { must(session.search(wordsOf(i), 50, SearchBy::All, {}), "words"); });
    addTimes(report, "search_words_in_a_decade", [&](int i) {
        must(session.search(wordsOf(i) + " year:1970..1979", 50, SearchBy::All, {}), "words");
    });
    addTimes(report, "search_a_beginning", [&](int i) {
        must(session.search(wordsOf(i).substr(0, 3), 50, SearchBy::All, {}), "beginning");
    });
}

} // namespace
} // namespace tw::bench

int main(int argc, char** argv)
{
    tw::bench::Run run;
    CLI::App app("Opening and asking a library of 85,000 films with vectors of 768 numbers", "big_library");
    app.add_option("folder", run.folder, "Library; made when it is not there")->required();
    app.add_option("--rows", run.rows, "Films")->capture_default_str();
    app.add_option("--dim", run.dim, "Numbers a vector")->capture_default_str();
    app.add_option("--kind", run.kind, "exact or hnsw")->capture_default_str();
    app.add_option("--json", run.json, "Write the figures here");
    CLI11_PARSE(app, argc, argv);
    tw::Json report;
    if (!tw::Library::exists(run.folder))
        tw::bench::makeLibrary(run, report);
    tw::bench::measureOpening(run, report);
    tw::bench::measureAsking(run, report);
    std::puts(report.dump(2).c_str());
    if (!run.json.empty())
        tw::bench::must(tw::writeFileAtomically(run.json, report.dump(2)), "json");
    return 0;
}
