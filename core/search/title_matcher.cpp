// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/title_matcher.h"

#include "core/base/text.h"

#include <cstring>

namespace tw {

namespace {

constexpr float kExact = 1.0F;
constexpr float kExactCompact = 0.95F;
constexpr float kBegins = 0.9F;
constexpr float kContains = 0.75F;
constexpr float kBeginsBegun = 0.6F;
constexpr float kContainsBegun = 0.5F;
constexpr std::size_t kMinCompact = 4;

std::size_t articleLength(std::string_view title)
{
    for (const std::string_view article : {"the ", "a ", "an "})
        if (title.starts_with(article))
            return article.size();
    return 0;
}

/// Written without blanks, so that words cannot be told apart: a CJK character is three bytes from U+3040 to U+9FFF.
bool isIdeographic(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c == ' ' || (static_cast<unsigned char>(c) & 0x80U) != 0; }) &&
           static_cast<unsigned char>(text.front()) >= 0xE3 && static_cast<unsigned char>(text.front()) <= 0xE9;
}

std::string withoutBlanks(std::string_view text)
{
    std::string out(text);
    std::erase(out, ' ');
    return out;
}

/// Calls visit(position) for each place of `part` in `text`.
template <class Visit>
void forEachOccurrence(std::string_view text, std::string_view part, Visit&& visit)
{
    const char* at = text.data();
    const char* const end = text.data() + text.size();
    // memmem is several times quicker than string_view::find on a long text.
    while (const void* found = ::memmem(at, static_cast<std::size_t>(end - at), part.data(), part.size())) {
        const char* hit = static_cast<const char*>(found);
        visit(static_cast<std::size_t>(hit - text.data()));
        at = hit + 1;
    }
}

} // namespace

std::string titleForm(std::string_view text)
{
    std::string spelt;
    for (const char c : text) {
        if (c == '&')
            spelt += " and ";
        else
            spelt.push_back(c);
    }
    std::string form;
    for (const std::string& word : splitWords(foldForMatching(spelt))) {
        if (!form.empty())
            form.push_back(' ');
        for (const char c : word)
            if (c != '\'' && c != '.')
                form.push_back(c);
    }
    return form;
}

void TitleMatcher::add(ItemId item, std::string_view form)
{
    if (form.empty())
        return;
    if (m_compact.empty())
        m_compact.push_back('\n');
    m_entries.push_back({item, static_cast<std::uint32_t>(m_text.size()),
                         static_cast<std::uint32_t>(m_compact.size() - 1), static_cast<std::uint32_t>(form.size())});
    m_text.push_back(' ');
    m_text.append(form);
    m_text.push_back('\n');
    m_compact.append(withoutBlanks(form));
    m_compact.push_back('\n');
}

void TitleMatcher::findWords(std::string_view queryForm, std::vector<Candidate>& out) const
{
    const std::string pattern = fmt::format(" {}", queryForm);
    forEachOccurrence(m_text, pattern, [&](std::size_t place) {
        const auto next = std::ranges::upper_bound(m_entries, place, {}, &Entry::begin);
        const Entry& entry = *std::prev(next);
        const std::string_view title = std::string_view(m_text).substr(entry.begin + 1, entry.length);
        const char after = m_text[place + pattern.size()];
        const bool whole = after == ' ' || after == '\n';
        if (!whole && queryForm.size() < 2)
            return;
        const bool begins = place == entry.begin || place + 1 == entry.begin + 1 + articleLength(title);
        const bool ends = after == '\n';
        float score = begins ? kBeginsBegun : kContainsBegun;
        if (whole)
            score = begins && ends ? kExact : begins ? kBegins : kContains;
        out.push_back({entry.item, score, entry.length});
    });
}

void TitleMatcher::findWithin(const std::string& compact, std::vector<Candidate>& out) const
{
    forEachOccurrence(m_compact, compact, [&](std::size_t place) {
        const auto next = std::ranges::upper_bound(m_entries, place, {}, &Entry::compactBegin);
        const Entry& entry = *std::prev(next);
        const bool begins = place == entry.compactBegin + 1;
        const bool ends = m_compact[place + compact.size()] == '\n';
        out.push_back({entry.item, begins && ends ? kExact : begins ? kBegins : kContains, entry.length});
    });
}

void TitleMatcher::findCompact(std::string_view queryForm, std::vector<Candidate>& out) const
{
    const std::string compact = withoutBlanks(queryForm);
    if (isIdeographic(queryForm))
        return findWithin(compact, out);
    if (compact.size() < kMinCompact)
        return;
    forEachOccurrence(m_compact, fmt::format("\n{}\n", compact), [&](std::size_t place) {
        const auto next = std::ranges::upper_bound(m_entries, place, {}, &Entry::compactBegin);
        const Entry& entry = *std::prev(next);
        out.push_back({entry.item, kExactCompact, entry.length});
    });
}

std::vector<TitleMatch> TitleMatcher::find(std::string_view queryForm, std::size_t k) const
{
    std::vector<Candidate> candidates;
    if (queryForm.empty() || m_entries.empty())
        return {};
    findWords(queryForm, candidates);
    findCompact(queryForm, candidates);
    const auto better = [](const Candidate& a, const Candidate& b) {
        return std::tuple(-a.score, a.length, a.item) < std::tuple(-b.score, b.length, b.item);
    };
    // One item can match in several places and by both its titles: its best one counts.
    std::ranges::sort(candidates, [&](const Candidate& a, const Candidate& b) {
        return a.item != b.item ? a.item < b.item : better(a, b);
    });
    const auto repeated = std::ranges::unique(candidates, {}, &Candidate::item);
    candidates.erase(repeated.begin(), repeated.end());
    std::ranges::sort(candidates, better);
    candidates.resize(std::min(candidates.size(), k));
    std::vector<TitleMatch> matches;
    for (const Candidate& candidate : candidates)
        matches.push_back({candidate.item, candidate.score});
    return matches;
}

} // namespace tw
