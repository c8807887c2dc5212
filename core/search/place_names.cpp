// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/place_names.h"

#include "core/search/title_matcher.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <unordered_map>

namespace tw {

namespace {

std::string toUtf8(const icu::UnicodeString& text)
{
    std::string out;
    text.toUTF8String(out);
    return out;
}

/// Names of the same place, by code; and the code of every name, folded.
class Names {
public:
    explicit Names(bool country)
    {
        const char* const* codes = country ? icu::Locale::getISOCountries() : icu::Locale::getISOLanguages();
        for (; *codes != nullptr; ++codes) {
            const std::string code = *codes;
            const icu::Locale locale = country ? icu::Locale("", code.c_str()) : icu::Locale(code.c_str());
            add(code, code);
            icu::UnicodeString name;
            add(code, toUtf8(country ? locale.getDisplayCountry(icu::Locale::getEnglish(), name)
                                     : locale.getDisplayLanguage(icu::Locale::getEnglish(), name)));
            // A language's name in itself; a country has no single language.
            if (!country)
                add(code, toUtf8(locale.getDisplayLanguage(locale, name)));
            if (const char* three = country ? locale.getISO3Country() : locale.getISO3Language(); three && *three)
                add(code, three);
        }
        if (!country)
            return;
        for (const char* name : {"United States of America", "America"})
            add("US", name);
        for (const char* name : {"UK", "Great Britain", "Britain", "England"})
            add("GB", name);
        add("KR", "Korea");
        add("CZ", "Czech Republic");
        add("HK", "Hong Kong");
    }
    std::vector<std::string> others(std::string_view name) const
    {
        const auto code = m_codes.find(std::string(name));
        if (code == m_codes.end())
            return {};
        std::vector<std::string> names = m_names.at(code->second);
        std::erase(names, name);
        return names;
    }

private:
    void add(const std::string& code, const std::string& name)
    {
        const std::string form = titleForm(name);
        if (!form.empty() && m_codes.emplace(form, code).second)
            m_names[code].push_back(form);
    }
    std::unordered_map<std::string, std::string> m_codes;
    std::unordered_map<std::string, std::vector<std::string>> m_names;
};

} // namespace

std::vector<std::string> otherPlaceNames(bool country, std::string_view name)
{
    static const Names countries(true);
    static const Names languages(false);
    return (country ? countries : languages).others(name);
}

} // namespace tw
