// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/query_lexer.h"

#include <array>

namespace tw {

namespace {

struct Quotes {
    std::string_view open;
    std::string_view close;
};
constexpr std::array kQuotes{Quotes{"\"", "\""}, Quotes{"“", "”"}, Quotes{"„", "“"}, Quotes{"«", "»"}};
constexpr std::array<std::string_view, 3> kMinus{"-", "−", "–"};

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

class Lexer {
public:
    explicit Lexer(std::string_view text) : m_text(text) {}

    std::vector<QueryPiece> pieces()
    {
        std::vector<QueryPiece> pieces;
        while (skipBlanks(), m_at < m_text.size()) {
            QueryPiece piece = next();
            piece.end = m_at;
            const bool nothing = piece.field.empty() && (piece.values.empty() || piece.values.front().empty());
            if (!nothing)
                pieces.push_back(std::move(piece));
        }
        return pieces;
    }

private:
    void skipBlanks()
    {
        while (m_at < m_text.size() && isBlank(m_text[m_at]))
            ++m_at;
    }
    std::string_view rest() const { return m_text.substr(m_at); }
    bool atBlank() const { return m_at >= m_text.size() || isBlank(m_text[m_at]); }

    QueryPiece next()
    {
        QueryPiece piece;
        piece.begin = m_at;
        for (const std::string_view minus : kMinus)
            if (rest().starts_with(minus) && rest().size() > minus.size() && !isBlank(rest()[minus.size()])) {
                piece.negative = true;
                m_at += minus.size();
                break;
            }
        std::size_t colon = m_at;
        while (colon < m_text.size() && isLetter(m_text[colon]))
            ++colon;
        const bool hasField = colon > m_at && colon < m_text.size() && m_text[colon] == ':' &&
                              (colon + 1 == m_text.size() || !isBlank(m_text[colon + 1]));
        if (hasField) {
            piece.field = m_text.substr(m_at, colon - m_at);
            m_at = colon + 1;
            readValues(piece);
            return piece;
        }
        piece.quoted = startsQuoted();
        piece.values.push_back(piece.quoted ? quoted() : bare(false));
        return piece;
    }

    void readValues(QueryPiece& piece)
    {
        while (!atBlank()) {
            std::string value = startsQuoted() ? quoted() : bare(true);
            if (!value.empty())
                piece.values.push_back(std::move(value));
            if (m_at < m_text.size() && m_text[m_at] == ',')
                ++m_at;
        }
    }

    bool startsQuoted() const
    {
        for (const Quotes& quotes : kQuotes)
            if (rest().starts_with(quotes.open))
                return true;
        return false;
    }
    std::string quoted()
    {
        for (const Quotes& quotes : kQuotes) {
            if (!rest().starts_with(quotes.open))
                continue;
            m_at += quotes.open.size();
            const std::size_t end = std::min(m_text.find(quotes.close, m_at), m_text.size());
            std::string inside(m_text.substr(m_at, end - m_at));
            m_at = std::min(end + quotes.close.size(), m_text.size());
            return inside;
        }
        return {};
    }
    std::string bare(bool upToComma)
    {
        const std::size_t begin = m_at;
        while (!atBlank() && !(upToComma && m_text[m_at] == ',') && !(upToComma && m_at > begin && startsQuoted()))
            ++m_at;
        return std::string(m_text.substr(begin, m_at - begin));
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

std::vector<QueryPiece> splitQuery(std::string_view text) { return Lexer(text).pieces(); }

} // namespace tw
