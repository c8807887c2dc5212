// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/embedding/item_text.h"

#include "core/base/text.h"

namespace {

tw::Item film()
{
    tw::Item item;
    item.title = "Hackers";
    item.year = 1995;
    item.tagline = "Their only crime was curiosity";
    item.genres = {"Action", "Crime"};
    item.keywords = {"virus", "computer"};
    item.directors = {"Iain Softley"};
    item.text = "A young boy is arrested. Years later he moves to New York.";
    return item;
}

TEST(ItemText, PutsOneFieldOnALineInTheTemplatesOrder)
{
    EXPECT_EQ(tw::itemText(film(), tw::TextTemplate::standard()),
              "Hackers.\nTheir only crime was curiosity.\nAction, Crime.\nvirus, computer.\n"
              "A young boy is arrested. Years later he moves to New York.");
    EXPECT_EQ(tw::itemText(film(), tw::TextTemplate::fromString("text, title")),
              "A young boy is arrested. Years later he moves to New York.\nHackers.");
}

TEST(ItemText, FieldsAreSentencesOfTheirOwnEvenInLowerCase)
{
    const auto sentences = tw::splitSentences(tw::itemText(film(), tw::TextTemplate::standard()));
    EXPECT_EQ(sentences.size(), 6U);
}

TEST(ItemText, FactsStandInWhereThereIsNoProse)
{
    tw::Item item = film();
    item.tagline.clear();
    item.text.clear();
    const std::string text = tw::itemText(item, tw::TextTemplate::standard());
    EXPECT_NE(text.find("Iain Softley"), std::string::npos);
    EXPECT_NE(text.find("1995"), std::string::npos);
    EXPECT_EQ(text.find("Hackers"), text.rfind("Hackers")) << "the title was put in twice";
    EXPECT_EQ(tw::itemText(item, tw::TextTemplate::fromString("text")).find("Hackers."), 0U);
}

TEST(TextTemplate, ReadsBackWhatItWritesAndIgnoresUnknownNames)
{
    const auto standard = tw::TextTemplate::standard();
    EXPECT_EQ(standard.toString(), "title,tagline,genres,keywords,text");
    EXPECT_EQ(tw::TextTemplate::fromString(standard.toString()).fields, standard.fields);
    EXPECT_EQ(tw::TextTemplate::fromString("title, nonsense").toString(), "title");
    EXPECT_EQ(tw::TextTemplate::fromString("").fields, standard.fields);
}

} // namespace
