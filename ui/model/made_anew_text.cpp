// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/made_anew_text.h"

#include "ui/model/item_format.h"

#include <QCoreApplication>
#include <QStringList>

namespace tw::ui {
namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(tw::ui::MadeAnewText)
};

QString sentenceOf(const MadeAnew& made)
{
    switch (made.file) {
    case DerivedFile::TextIndex: return Text::tr("The search index was damaged and was built anew.");
    case DerivedFile::Embeddings: return Text::tr("The store of vectors was damaged and was begun anew.");
    case DerivedFile::Vectors:
        return made.kept.empty() ? Text::tr("The vectors of a space were lost and were made anew.")
                                 : Text::tr("The vectors of a space were damaged and were made anew.");
    case DerivedFile::Index: return Text::tr("The index of a space was damaged and was built anew.");
    case DerivedFile::Map: return Text::tr("The map was damaged and was drawn anew.");
    case DerivedFile::Record: return Text::tr("The description of a space was damaged and was written anew.");
    }
    return {};
}

} // namespace

ErrorText madeAnewText(const MadeAnewFiles& made)
{
    ErrorText text;
    text.title = made.files.size() == 1 ? sentenceOf(made.files.front()) : Text::tr("Damaged files were made anew.");
    text.kept = Text::tr("Your likes are safe.");
    if (made.withoutVector > 0)
        text.advice = Text::tr("%Ln films have no vector until the embedding server answers again.", nullptr,
                               static_cast<int>(made.withoutVector));
    text.sentence = text.advice.isEmpty() ? text.kept : text.kept + QLatin1Char(' ') + text.advice;
    QStringList lines;
    for (const MadeAnew& each : made.files) {
        lines.append(sentenceOf(each));
        if (!each.kept.empty())
            lines.append(Text::tr("The damaged file is kept as “%1”.").arg(shownLine(each.kept.string())));
    }
    text.details = lines.join(QLatin1Char('\n'));
    return text;
}

} // namespace tw::ui
