// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/text_index.h"

#include "core/base/bad_files.h"
#include "core/base/database.h"
#include "core/base/text.h"
#include "core/search/spelling.h"
#include "core/search/text_index_file.h"

namespace tw {

namespace {

constexpr std::size_t kMostCompletions = 60;
constexpr std::size_t kMinPart = 3;
/// What a word that is only begun counts beside one that is there.
constexpr float kBegunWeight = 0.8F;

void addChoice(std::vector<TermChoice>& choices, TermChoice choice)
{
    if (std::ranges::find(choices, choice.term, &TermChoice::term) == choices.end())
        choices.push_back(choice);
}

std::size_t itemsWithAny(const TermIndex& terms, const std::vector<TermChoice>& choices)
{
    std::vector<std::uint32_t> items;
    for (const TermChoice& choice : choices)
        if (choice.exact) {
            const auto having = terms.items(choice.term);
            items.insert(items.end(), having.begin(), having.end());
        }
    std::ranges::sort(items);
    return static_cast<std::size_t>(std::unique(items.begin(), items.end()) - items.begin());
}

} // namespace

std::vector<std::string> matchedWords(const TermMatch& match, const std::vector<TermQuery>& query,
                                      const std::vector<QueryWord>& words)
{
    std::vector<std::string> matched;
    for (std::size_t i = 0; i < std::min<std::size_t>(query.size(), 32); ++i)
        if (((match.words >> i) & 1U) != 0 && std::ranges::find(matched, words[query[i].word].typed) == matched.end())
            matched.push_back(words[query[i].word].typed);
    return matched;
}

struct TextIndex::Impl {
    explicit Impl(WordStore store) : terms(std::move(store)), spelling(vocabularyOf(terms)) {}

    TermIndex terms;
    TitleMatcher titles;
    Spelling spelling;
    bool madeAnew = false;
    std::filesystem::path kept{};

    static std::vector<Spelling::Word> vocabularyOf(const TermIndex& terms)
    {
        std::vector<Spelling::Word> words;
        for (std::uint32_t i = 0; i < terms.wordCount(); ++i)
            words.push_back({terms.word(i), terms.wordItems(i)});
        return words;
    }

    Status loadTitles(Database& database)
    {
        TW_ASSIGN(Statement select, database.prepare("SELECT item, form FROM titles ORDER BY rowid"));
        while (true) {
            TW_ASSIGN(const bool more, select.step());
            if (!more)
                return {};
            titles.add(ItemId(static_cast<std::uint32_t>(select.integer(0))), select.text(1));
        }
    }

    /// "spiderman" for a catalogue that writes "Spider-Man": both parts, each as good as half the word.
    void addParts(const QueryWord& word, std::uint32_t number, std::vector<TermQuery>& query) const
    {
        for (std::size_t at = kMinPart; at + kMinPart <= word.word.size(); ++at) {
            const auto left = terms.findWord(word.word.substr(0, at));
            const auto right = terms.findWord(word.word.substr(at));
            if (!left || !right)
                continue;
            for (const std::uint32_t part : {*left, *right}) {
                const std::uint32_t term = terms.termOf(part);
                query.push_back({{{term, 1, true}}, terms.idf(terms.items(term).size()), number, true});
            }
            return;
        }
    }
};

TextIndex::TextIndex(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
TextIndex::~TextIndex() = default;

bool TextIndex::madeAnew() const { return m_impl->madeAnew; }
const std::filesystem::path& TextIndex::keptFile() const { return m_impl->kept; }
const TermIndex& TextIndex::terms() const { return m_impl->terms; }

Result<std::shared_ptr<const TextIndex>> TextIndex::openOrBuild(const std::filesystem::path& path,
                                                                const Catalog& catalog, const TaskContext& context)
{
    TW_TRY(context.check());
    const std::string fingerprint = textFingerprint(catalog);
    auto database = openTextFile(path, fingerprint);
    const bool damaged = !database && database.error().code == ErrorCode::Damaged;
    std::filesystem::path kept;
    if (damaged) // Where it can't be moved, the index is built in memory.
        kept = putDatabaseAsideAsBad(path).value_or(std::filesystem::path());
    if (!database)
        database = buildTextFile(path, catalog.size(), visitorOf(catalog), context);
    // A full disk is no reason not to search.
    if (!database && database.error().code != ErrorCode::Cancelled)
        database = buildTextInMemory(catalog.size(), visitorOf(catalog), context);
    if (!database)
        return fail(std::move(database).error());
    TW_ASSIGN(WordStore store, WordStore::load(*database, context));
    auto impl = std::make_unique<Impl>(std::move(store));
    impl->madeAnew = damaged;
    impl->kept = std::move(kept);
    TW_TRY(impl->loadTitles(*database));
    return std::shared_ptr<const TextIndex>(new TextIndex(std::move(impl)));
}

Status TextIndex::build(const std::filesystem::path& path, std::uint64_t itemCount, const ItemVisitor& visit,
                        const TaskContext& context)
{
    TW_TRY(context.check());
    TW_TRY(buildTextFile(path, itemCount, visit, context));
    return {};
}

std::vector<TermQuery> TextIndex::termQuery(const std::vector<QueryWord>& words,
                                            const std::vector<std::vector<NearWord>>& near) const
{
    const TermIndex& terms = m_impl->terms;
    std::vector<TermQuery> query;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const QueryWord& word = words[i];
        TermQuery wanted;
        wanted.word = static_cast<std::uint32_t>(i);
        wanted.leads = word.leads;
        if (const auto term = terms.findTerm(word.word))
            wanted.choices.push_back({*term, 1, true});
        const bool isWord = !wanted.choices.empty();
        if (word.isPrefix)
            for (const std::uint32_t begun : terms.wordsWithPrefix(word.word, kMostCompletions))
                addChoice(wanted.choices, {terms.termOf(begun), isWord ? kBegunWeight : 1, true});
        if (i + 1 < words.size())
            if (const auto compound = terms.findWord(word.word + words[i + 1].word))
                addChoice(wanted.choices, {terms.termOf(*compound), 1, true});
        // What a word being typed begins with is common by chance: its own rarity counts.
        wanted.idf = terms.idf(isWord ? terms.items(wanted.choices.front().term).size()
                                      : itemsWithAny(terms, wanted.choices));
        if (i < near.size())
            for (const NearWord& each : near[i])
                if (const auto term = terms.findTerm(each.word))
                    addChoice(wanted.choices, {*term, each.similarity, false});
        if (wanted.choices.empty() || (!isWord && !word.isPrefix))
            m_impl->addParts(word, static_cast<std::uint32_t>(i), query);
        if (!wanted.choices.empty())
            query.push_back(std::move(wanted));
    }
    return query;
}

std::string TextIndex::corrected(std::string_view folded, bool isPrefix) const
{
    const TermIndex& terms = m_impl->terms;
    if (terms.findTerm(folded) || (isPrefix && !terms.wordsWithPrefix(folded, 1).empty()))
        return {};
    const std::size_t found = m_impl->spelling.nearest(folded);
    return found == Spelling::kNone ? std::string() : std::string(terms.word(static_cast<std::uint32_t>(found)));
}

Result<std::vector<TextHit>> TextIndex::search(std::string_view query, std::size_t k, const TaskContext& context) const
{
    TW_TRY(context.check());
    const std::vector<QueryWord> words = textQueryWords(query);
    const std::vector<TermQuery> wanted = termQuery(words, {});
    const RankingWeights weights;
    std::vector<TextHit> hits;
    for (const TermMatch& match : m_impl->terms.rank(wanted, k, nullptr, weights)) {
        if (match.words == 0)
            continue;
        TextHit hit;
        hit.item = ItemId(match.item);
        hit.score = match.exact + weights.covered * match.covered + weights.close * match.close;
        hit.matched = matchedWords(match, wanted, words);
        hits.push_back(std::move(hit));
    }
    return hits;
}

Result<std::vector<TextHit>> TextIndex::searchTitles(std::string_view query, std::size_t k,
                                                     const TaskContext& context) const
{
    TW_TRY(context.check());
    std::vector<TextHit> hits;
    for (const TitleMatch& match : m_impl->titles.find(titleForm(query), k))
        hits.push_back({match.item, match.score, {}});
    return hits;
}

} // namespace tw
