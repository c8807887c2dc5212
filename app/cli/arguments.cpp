// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "app/version.h"
#include "core/library/resources.h"

#include <CLI/CLI.hpp>

#include <array>
#include <map>
#include <sstream>

namespace tw::cli {
namespace {

const std::map<std::string, IndexKind> kIndexKinds{
    {"auto", IndexKind::Auto}, {"exact", IndexKind::Exact}, {"hnsw", IndexKind::Hnsw}, {"ivfpq", IndexKind::IvfPq}};
const std::map<std::string, IndexLayout> kIndexLayouts{
    {"auto", IndexLayout::Auto}, {"small", IndexLayout::Small}, {"fast", IndexLayout::Fast}};
const std::map<std::string, Metric> kMetrics{
    {"cosine", Metric::Cosine}, {"ip", Metric::InnerProduct}, {"l2", Metric::L2}};
const std::map<std::string, SearchBy> kSearchBy{
    {"all", SearchBy::All}, {"title", SearchBy::Title}, {"text", SearchBy::Text}, {"meaning", SearchBy::Meaning}};
const std::map<std::string, EmbedderKind> kEmbedders{{"builtin", EmbedderKind::Builtin},
                                                     {"ollama", EmbedderKind::Ollama}};
const std::map<std::string, NoiseKind> kNoiseKinds{{"gaussian", NoiseKind::Gaussian},
                                                   {"buckets", NoiseKind::Buckets},
                                                   {"article-noise", NoiseKind::ArticleNoise},
                                                   {"article-buckets", NoiseKind::ArticleBuckets}};
const std::map<std::string, ExportWhat> kExportWhat{{"likes", ExportWhat::Likes},
                                                    {"recommendations", ExportWhat::Recommendations},
                                                    {"exploration", ExportWhat::Exploration},
                                                    {"search", ExportWhat::Search}};
const std::map<std::string, ExportFormat> kExportFormats{{"csv", ExportFormat::Csv},
                                                         {"json", ExportFormat::Json},
                                                         {"markdown", ExportFormat::Markdown},
                                                         {"letterboxd", ExportFormat::Letterboxd}};

/// What the parser writes into before it becomes Arguments.
struct Raw {
    Arguments arguments;
    std::vector<std::string> words;
    std::vector<std::string> columnMaps;
    int memory = 0;
    NoiseKind noiseKind = NoiseKind::Gaussian;
    double noisePercent = 0;
    std::uint64_t seed = 0;
    std::string spaceId;
    std::string openAi;
};

class Grammar {
public:
    Grammar() : m_app("Tastewalk: learns a taste while you choose. All data stays on this computer.", "tastewalk-cli")
    {
        m_app.fallthrough();
        m_app.require_subcommand(1);
        m_app.set_version_flag("--version", std::string("tastewalk-cli ") + kVersion);
        m_app.add_option("--library", m_raw.arguments.library, "Library folder")->type_name("DIR");
        m_app.add_flag("--json", m_raw.arguments.json, "Print one JSON object");
        m_app.footer("Exit codes: 0 done, 1 failed, 2 wrong use. A query that begins with - goes behind --.");
        addLibraryCommands();
        addIndexCommands();
        addListCommands();
        addTasteCommands();
        addExportCommands();
    }

    CLI::App& app() { return m_app; }
    Raw& raw() { return m_raw; }
    Result<Arguments> finish();

private:
    CLI::App* command(Command id, const std::string& name, const std::string& description)
    {
        return under(m_app, id, name, description);
    }
    CLI::App* under(CLI::App& parent, Command id, const std::string& name, const std::string& description)
    {
        CLI::App* sub = parent.add_subcommand(name, description);
        sub->callback([this, id] { m_raw.arguments.command = id; });
        return sub;
    }
    void addCount(CLI::App* sub)
    {
        sub->add_option("-k", m_raw.arguments.count, "How many")->check(CLI::Range(1, 100'000))->capture_default_str();
    }
    void addBy(CLI::App* sub)
    {
        sub->add_option("--by", m_raw.arguments.by, "all, title, text or meaning")
            ->transform(CLI::CheckedTransformer(kSearchBy, CLI::ignore_case));
    }
    void addReading(CLI::App* sub)
    {
        Arguments& a = m_raw.arguments;
        sub->add_option("--map", m_raw.columnMaps, "column=field, e.g. plot=text; repeatable. Fields: " + fieldList())
            ->allow_extra_args(false);
        sub->add_option("--encoding", a.reading.encoding, "Of all files; else it is detected for each")
            ->transform(CLI::IsMember(encodingList(), CLI::ignore_case));
        sub->add_flag("!--keep-double-encoding", a.reading.repairDoubleEncoding,
                      "Leave text that was encoded twice as it is");
        sub->add_flag("--dry-run", a.dryRun, "Show what would be done, and change nothing");
        sub->add_option("--report", a.report, "Save the complete list of what was left out or mended")
            ->type_name("FILE.csv");
        sub->add_flag("!--no-embed", a.embedAfterImport, "Leave the spaces as they are");
    }
    static std::string fieldList() { return fmt::format("{}", fmt::join(fieldNames(), " ")); }
    static std::vector<std::string> encodingList()
    {
        return {encodingNames().begin(), encodingNames().end()};
    }
    CLI::Option* addMemory(CLI::App* sub)
    {
        return sub->add_option("--n", m_raw.memory, "Memory of the profile, 1 to 100")
            ->check(CLI::Range(kMinMemory, kMaxMemory));
    }
    void addNoise(CLI::App* sub)
    {
        sub->add_option("--kind", m_raw.noiseKind, "gaussian, buckets, article-noise or article-buckets")
            ->transform(CLI::CheckedTransformer(kNoiseKinds, CLI::ignore_case));
        sub->add_option("--noise", m_raw.noisePercent, "Noise in percent")->check(CLI::Range(0.0, 100.0));
        sub->add_option("--seed", m_raw.seed, "Seed; the same seed gives the same list");
    }
    void addItem(CLI::App* sub)
    {
        sub->add_option("item", m_raw.words, "Key, unique title, or \"title (year)\"")->required();
    }

    void addLibraryCommands();
    void addEmbedderCommands();
    void addIndexCommands();
    void addIndexOptions(CLI::App* index);
    void addListCommands();
    void addTasteCommands();
    void addExportCommands();

    CLI::App m_app;
    Raw m_raw;
};

void Grammar::addLibraryCommands()
{
    Arguments& a = m_raw.arguments;

    CLI::App* create = command(Command::New, "new", "Make a library, with the bundled catalogue or files of yours");
    create->add_option("--catalogue", a.files, "Catalogue files: CSV, TSV, JSON, JSON Lines, plain or packed");
    addReading(create);

    CLI::App* importing = command(Command::Import, "import", "Add catalogue files; items with a known key are updated");
    addReading(importing);
    importing->add_option("file", a.files, "Catalogue files")->required();

    command(Command::Info, "info", "What is in the library");

    CLI::App* embed = command(Command::Embed, "embed", "Embed the catalogue into a space and use it");
    CLI::Option* kind = embed->add_option("--embedder", a.embed.kind, "builtin or ollama")
                            ->transform(CLI::CheckedTransformer(kEmbedders, CLI::ignore_case));
    CLI::Option* openAi = embed->add_option("--openai", m_raw.openAi,
                                            "Address of a server that speaks OpenAI's embeddings interface")
                              ->type_name("URL")
                              ->excludes(kind);
    embed->add_option("--key-file", a.keyFile, "Its key; else TASTEWALK_SERVER_KEY, else the one kept by embedder key")
        ->type_name("FILE")
        ->needs(openAi);
    embed->add_option("--url", a.embed.url, "Ollama's address; else OLLAMA_HOST, else 127.0.0.1:11434");
    embed->add_option("--model", a.embed.model, "Model; Ollama's is nomic-embed-text by default");
    embed->add_option("--batch", a.embed.batchSize, "Texts a call: 1 to 64; 1 to 2048 with --openai")
        ->check(CLI::Range(1, 2048))
        ->capture_default_str();
    addEmbedderCommands();

    CLI::App* space = m_app.add_subcommand("space", "The spaces of the library");
    space->fallthrough();
    space->require_subcommand(1);
    under(*space, Command::SpaceList, "list", "List them");
    under(*space, Command::SpaceUse, "use", "Use another")->add_option("id", a.spaceId, "Space")->required();
    under(*space, Command::SpaceRemove, "remove", "Delete one")->add_option("id", a.spaceId, "Space")->required();
    CLI::App* bringing = under(*space, Command::SpaceImport, "import", "Make one of vectors from a file, and use it");
    bringing->add_option("file", a.vectors.file, ".npy, .fvecs, CSV or TSV of numbers, or a faiss index")->required();
    bringing->add_option("--name", a.vectors.name, "Of the space; else the file's name");
    bringing->add_option("--keys", a.vectors.keys, "Says which item each row is: a key, IMDb or TMDB id or title a line")
        ->type_name("FILE");
    bringing->add_option("--metric", a.vectors.metric, "cosine, ip (inner product) or l2")
        ->transform(CLI::CheckedTransformer(kMetrics, CLI::ignore_case));
    bringing->add_flag("!--no-use", a.vectors.use, "Leave the space in use as it is");
    addIndexOptions(bringing);

    // Used by the build; of no use to a person.
    command(Command::Check, "check", "Verify every file of the library; exit code 1 when one is damaged");
    command(Command::Rescue, "rescue", "Save what can be read of a damaged library into a new one");
    command(Command::Prepare, "prepare", "Make the ready-made library of the bundled catalogue")->group("");

    CLI::App* settings = command(Command::Settings, "set", "Show or change settings: set memory=8 keep-history=off");
    settings->add_option("assignment", m_raw.arguments.assignments,
                         "NAME=VALUE: memory, gaussian-noise, buckets-noise, seed, show-seen, keep-history");
}

void Grammar::addEmbedderCommands()
{
    Arguments& a = m_raw.arguments;
    CLI::App* embedder = m_app.add_subcommand("embedder", "Embedding servers: what is there, fetch a model, keep a key");
    embedder->fallthrough();
    embedder->require_subcommand(1);
    CLI::App* status = under(*embedder, Command::EmbedderStatus, "status", "Look for Ollama and its embedding models");
    status->add_option("--url", a.embed.url, "Ollama's address; else OLLAMA_HOST, else 127.0.0.1:11434");
    status->add_option("--model", a.embed.model, "The one that is wanted, by default nomic-embed-text");
    CLI::App* pull = under(*embedder, Command::EmbedderPull, "pull", "Have Ollama fetch a model; goes on where it was");
    pull->add_option("model", a.embed.model, "Model")->required();
    pull->add_option("--url", a.embed.url, "Ollama's address; else OLLAMA_HOST, else 127.0.0.1:11434");
    CLI::App* key = under(*embedder, Command::EmbedderKey, "key", "Servers with a kept key; keep or remove one");
    CLI::Option* server = key->add_option("url", a.embed.url, "Address of the server");
    CLI::Option* file = key->add_option("--key-file", a.keyFile, "File with the key to keep")->needs(server)->type_name("FILE");
    key->add_flag("--remove", a.removeKey, "Remove the server's key")->needs(server)->excludes(file);
}

void Grammar::addIndexCommands()
{
    Arguments& a = m_raw.arguments;
    CLI::App* index = m_app.add_subcommand("index", "Build the index of a space anew; or tell of it, or measure it");
    index->fallthrough();
    index->require_subcommand(0, 1);
    // The callbacks of its own commands run first.
    index->callback([this, index] {
        if (index->get_subcommands().empty())
            m_raw.arguments.command = Command::Index;
    });
    addIndexOptions(index);
    index->add_option("--space", a.spaceId, "Space; else the one in use");
    index->add_flag("--rebuild", a.rebuild, "With the options it was built with; those given here replace them");

    under(*index, Command::IndexFacts, "facts", "What the index of a space is and takes");
    CLI::App* bench = under(*index, Command::IndexBench, "bench",
                            "Measure how recall and speed trade on this space; builds what is not there, saves nothing");
    bench->add_option("--queries", a.queries, "Vectors of the space to ask with")
        ->check(CLI::Range(1, 100'000))
        ->capture_default_str();
    bench->add_option("--seed", m_raw.seed, "Seed of their draw");
    under(*index, Command::IndexExport, "export", "Write it with its vectors as a file that faiss opens")
        ->add_option("file", a.out, "File to write, *.faiss by custom")
        ->required();
}

void Grammar::addIndexOptions(CLI::App* index)
{
    IndexOptions& o = m_raw.arguments.index;
    index->add_option("--kind", o.kind, "auto, exact, hnsw or ivfpq")
        ->transform(CLI::CheckedTransformer(kIndexKinds, CLI::ignore_case));
    index->add_option("--layout", o.layout, "auto, small (8-bit codes) or fast (vectors in memory) (hnsw)")
        ->transform(CLI::CheckedTransformer(kIndexLayouts, CLI::ignore_case));
    index->add_option("--m", o.m, "Links a node (hnsw)")->check(CLI::Range(4, 64))->capture_default_str();
    index->add_option("--ef-construction", o.efConstruction, "Candidates while building (hnsw)")
        ->check(CLI::Range(8, 800))
        ->capture_default_str();
    index->add_option("--ef-search", o.efSearch, "Candidates while searching (hnsw)")
        ->check(CLI::Range(8, 4096))
        ->capture_default_str();
    index->add_option("--lists", o.lists, "Lists the vectors are shared out to (ivfpq); by default 4 times the root of "
                                          "their number")
        ->check(CLI::Range(1, 65'536));
    index->add_option("--code-bytes", o.codeBytes, "Bytes a code, a divisor of the dimension (ivfpq); by default about "
                                                   "an eighth of it")
        ->check(CLI::Range(1, 4096));
    index->add_option("--probes", o.probes, "Lists looked at in a search (ivfpq); by default a sixteenth of them")
        ->check(CLI::Range(1, 65'536));
    index->add_flag("!--no-rerank", o.rerank, "Keep the order that the codes give (ivfpq)");
    index->add_option("--wished-recall", o.wishedRecall, "What auto aims at, 0.5 to 1")
        ->check(CLI::Range(0.5, 1.0))
        ->capture_default_str();
    index->add_option("--threads", o.threads, "Threads that build; with 1 two builds are equal bit for bit")
        ->check(CLI::Range(1, 256));
}

void Grammar::addListCommands()
{
    CLI::App* search = command(Command::Search, "search", "Search by title, text and meaning");
    addCount(search);
    addBy(search);
    search->add_option("query", m_raw.words, "What to look for")->required();
    search->footer("A query has words, \"phrases\" that must be there, -words that must not, and filters:\n"
                   "  year:1990..1999  year:90s  genre:horror,comedy  -genre:western  director:\"Agnes Varda\"\n"
                   "  actor:  country:  language:  keyword:  runtime:90..120  title:\n"
                   "like:\"The Matrix\" funnier finds what is like an item and what the words say, between:\"Alien\",\"Up\"\n"
                   "what lies between items. A query that begins with a minus goes behind --:  search -- -war boat");

    CLI::App* similar = command(Command::Similar, "similar", "More like one item");
    addCount(similar);
    addItem(similar);

    CLI::App* recommend = command(Command::Recommend, "recommend", "What lies nearest to your taste");
    addCount(recommend);
    addMemory(recommend);

    CLI::App* explore = command(Command::Explore, "explore", "What lies a chosen amount of noise away");
    addCount(explore);
    addMemory(explore);
    addNoise(explore);
}

void Grammar::addTasteCommands()
{
    addItem(command(Command::Like, "like", "Like an item"));
    addItem(command(Command::Dislike, "dislike", "Dislike an item"));
    addItem(command(Command::Hide, "hide", "Never recommend an item"));
    addItem(command(Command::Remove, "remove", "Take a like, dislike or hide back"));
    command(Command::Undo, "undo", "Undo the last act");
    command(Command::Redo, "redo", "Do it again");
    command(Command::History, "history", "What was liked, disliked and hidden, latest first");

    CLI::App* forget = command(Command::Forget, "forget", "Delete acts for good; there is no undo");
    forget->add_flag("--all", m_raw.arguments.everything, "Everything");
    forget->add_option("item", m_raw.arguments.items, "Items");
}

void Grammar::addExportCommands()
{
    Arguments& a = m_raw.arguments;
    command(Command::Map, "map", "Write the map's positions as CSV")
        ->add_option("--out", a.out, "File")
        ->required()
        ->type_name("FILE.csv");

    CLI::App* exporting = command(Command::Export, "export", "Write a list to a file");
    exporting->add_option("--what", a.what, "likes, recommendations, exploration or search")
        ->transform(CLI::CheckedTransformer(kExportWhat, CLI::ignore_case))
        ->required();
    exporting->add_option("--format", a.format, "csv, json, markdown or letterboxd")
        ->transform(CLI::CheckedTransformer(kExportFormats, CLI::ignore_case))
        ->required();
    exporting->add_option("--out", a.out, "File")->required()->type_name("FILE");
    exporting->add_option("--query", a.text, "For --what search");
    addCount(exporting);
    addBy(exporting);
    addMemory(exporting);
    addNoise(exporting);
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words) {
        if (!text.empty())
            text += ' ';
        text += word;
    }
    return text;
}

/// The shell has taken the quotes off `director:"Agnes Varda"`: what it kept together stays together.
std::string requoted(const std::string& word)
{
    const std::size_t colon = word.find(':');
    const bool field = colon != std::string::npos && colon > 0 && colon + 1 < word.size() && word[colon + 1] != ' ' &&
                       std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(colon), [](char c) {
                           return c == '-' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
                       });
    if (!field || word.find(' ') == std::string::npos || word.find('"') != std::string::npos)
        return word;
    return word.substr(0, colon + 1) + '"' + word.substr(colon + 1) + '"';
}

Result<Arguments> Grammar::finish()
{
    Arguments& a = m_raw.arguments;
    if (!m_raw.words.empty())
    {
        if (a.command == Command::Search)
            std::ranges::transform(m_raw.words, m_raw.words.begin(), requoted);
        a.text = joined(m_raw.words);
    }
    for (const std::string& map : m_raw.columnMaps) {
        const std::size_t equals = map.find('=');
        const auto field = equals == std::string::npos ? std::nullopt : fieldFromName(map.substr(equals + 1));
        if (!field)
            return fail(ErrorCode::InvalidArgument, "--map",
                        fmt::format("\"{}\" is not column=field; fields are {}", map, fieldList()));
        a.reading.columns.emplace_back(map.substr(0, equals), *field);
    }
    const CLI::App* sub = m_app.get_subcommands().front();
    const auto given = [sub](const char* name) {
        std::vector<const CLI::App*> levels{sub};
        for (const CLI::App* inner : sub->get_subcommands())
            levels.push_back(inner);
        return std::ranges::any_of(levels, [name](const CLI::App* level) {
            const CLI::Option* option = level->get_option_no_throw(name);
            return option && option->count() > 0;
        });
    };
    if (sub->get_name() == "index") {
        for (const char* name : {"--kind", "--layout", "--m", "--ef-construction", "--ef-search", "--lists",
                                 "--code-bytes", "--probes", "--no-rerank", "--wished-recall", "--threads"})
            if (given(name))
                a.indexGiven.emplace_back(name);
    }
    if (given("--n"))
        a.memory = m_raw.memory;
    const bool noisy = a.command == Command::Explore || a.command == Command::Export;
    if (noisy && given("--kind"))
        a.noiseKind = m_raw.noiseKind;
    if (given("--noise"))
        a.noisePercent = m_raw.noisePercent;
    if (given("--seed"))
        a.seed = m_raw.seed;
    if (a.command == Command::Export && a.what == ExportWhat::Search && a.text.empty())
        return fail(ErrorCode::InvalidArgument, "--query", "export --what search needs --query");
    if (a.command == Command::New && a.files.empty() && (!a.embedAfterImport || !a.report.empty()))
        return fail(ErrorCode::InvalidArgument, "--catalogue", "--no-embed and --report go with --catalogue");
    if (a.command == Command::Forget && a.items.empty() && !a.everything)
        return fail(ErrorCode::InvalidArgument, "item", "forget needs items, or --all");
    if (!m_raw.openAi.empty()) {
        a.embed.kind = EmbedderKind::OpenAi;
        a.embed.url = m_raw.openAi;
    } else if (a.command == Command::Embed && a.embed.batchSize > 64) {
        return fail(ErrorCode::InvalidArgument, "--batch", "Ollama gets 1 to 64 texts a call");
    }
    if (a.command == Command::EmbedderKey && !a.embed.url.empty() && a.keyFile.empty() && !a.removeKey)
        return fail(ErrorCode::InvalidArgument, "embedder key", "give --key-file or --remove with an address");
    if (a.library.empty())
        a.library = defaultLibraryFolder();
    return a;
}

} // namespace

ParsedArguments parseArguments(int argc, const char* const* argv)
{
    Grammar grammar;
    try {
        grammar.app().parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        std::ostringstream out;
        std::ostringstream err;
        const bool asked = grammar.app().exit(error, out, err) == 0;
        return {std::nullopt, asked ? out.str() : err.str(), asked ? 0 : 2};
    }
    auto arguments = grammar.finish();
    if (!arguments)
        return {std::nullopt, arguments.error().subject + ": " + arguments.error().detail + "\n", 2};
    return {std::move(*arguments), {}, 0};
}

} // namespace tw::cli
