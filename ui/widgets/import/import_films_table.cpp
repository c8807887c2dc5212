// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/import/import_films_table.h"

#include "ui/model/import_models.h"
#include "ui/widgets/kit/item_row.h"
#include "ui/widgets/kit/table_header.h"
#include "ui/widgets/kit/table_style.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/lists/film_list.h"
#include "ui/widgets/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace tw::ui {
namespace {

constexpr int kTitleIndent = 36;

} // namespace

class ImportFilmsTable::Delegate : public TableDelegate {
public:
    using TableDelegate::TableDelegate;

protected:
    void paintContent(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Theme& look = theme();
        const QRectF rect = option.rect;
        const QString text = index.data().toString();
        switch (index.column()) {
        case ImportFilmsModel::TitleColumn: paintTitle(painter, rect, index); break;
        case ImportFilmsModel::YearColumn:
            text::drawTabular(painter, rect, Qt::AlignRight, text, look.fontOfSize(13.5), look.color(ColorToken::Text));
            break;
        default:
            text::drawElided(painter, rect, text, look.font(TypeStep::Small), look.color(ColorToken::Text2));
        }
    }

private:
    static void paintTitle(QPainter* painter, const QRectF& rect, const QModelIndex& index)
    {
        const Theme& look = theme();
        const auto face = index.data(ImportFilmsModel::FaceRole).value<ItemFace>();
        ItemView view;
        view.poster = posterSpec(face);
        const double height = std::min(36.0, rect.height() - 2);
        paintItemPoster(painter, QRectF(rect.left(), rect.center().y() - height / 2, height / 1.5, height), view);
        QRectF room = rect.adjusted(kTitleIndent, 0, 0, 0);
        const double taken = text::drawElided(painter, room, face.title, look.fontOfSize(13.5, QFont::DemiBold),
                                              look.color(ColorToken::Text));
        room.setLeft(room.left() + taken + 7);
        if (!face.originalTitle.isEmpty() && room.width() > 24)
            text::drawElided(painter, room, face.originalTitle, look.fontOfSize(13.5), look.color(ColorToken::Text2));
    }
};

ImportFilmsTable::ImportFilmsTable(ImportFilmsModel& films, QWidget* parent)
    : RowsTable(films, Posters::With, kAllRows, parent)
{
    setObjectName(QStringLiteral("importFilms"));
    setAccessibleName(tr("The first films as they will be"));
    setItemDelegate(new Delegate(this));
    header().setRightAligned(ImportFilmsModel::YearColumn);
    fit();
}

void ImportFilmsTable::fitColumns()
{
    const Theme& look = theme();
    const int width = viewport()->width();
    const int year = look.scaled(60);
    const int left = width - year;
    // Title and text share what is left; genres come only where both have enough.
    const bool genres = left > look.scaled(520);
    const int genresWidth = genres ? std::clamp(left * 22 / 100, look.scaled(130), look.scaled(260)) : 0;
    const int title = std::min((left - genresWidth) * (genres ? 42 : 52) / 100, look.scaled(420));
    setColumnHidden(ImportFilmsModel::GenresColumn, !genres);
    setColumnWidth(ImportFilmsModel::TitleColumn, title);
    setColumnWidth(ImportFilmsModel::YearColumn, year);
    if (genres)
        setColumnWidth(ImportFilmsModel::GenresColumn, genresWidth);
    setColumnWidth(ImportFilmsModel::TextColumn, std::max(0, left - genresWidth - title));
}

} // namespace tw::ui
