// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kit/banner_bar.h"
#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/chip.h"
#include "ui/widgets/kit/empty_state.h"
#include "ui/widgets/kit/gallery/sheets.h"
#include "ui/widgets/kit/item_row.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/meter.h"
#include "ui/widgets/kit/paint.h"
#include "ui/widgets/kit/search_field.h"
#include "ui/widgets/kit/segment.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/kit/value_slider.h"

#include <QApplication>
#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <functional>

namespace tw {
namespace {

using namespace Qt::Literals::StringLiterals;

/// A fixed size painted by a function.
class Canvas final : public QWidget {
public:
    Canvas(int width, int height, std::function<void(QPainter*, const QRect&)> draw)
        : m_draw(std::move(draw))
    {
        setFixedHeight(height);
        if (width > 0)
            setFixedWidth(width);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        m_draw(&painter, rect());
    }

private:
    std::function<void(QPainter*, const QRect&)> m_draw;
};

QLabel* head(const QString& text)
{
    return makeLabel(text, TypeStep::Label, ColorToken::Text2);
}

QHBoxLayout* row(int gap)
{
    auto* layout = new QHBoxLayout;
    layout->setSpacing(gap);
    return layout;
}

ItemView film(const QString& title, const QString& original, int year, const QStringList& genres,
              const QStringList& tags, const QString& reason, double score)
{
    ItemView item;
    item.poster = {title, title, year, genres, {}};
    item.title = title;
    item.originalTitle = original;
    item.meta = QString::number(year) + u" · "_s + genres.join(u", "_s);
    item.tags = tags;
    item.reason = reason;
    item.value = QString::number(score, 'f', 2);
    item.fraction = score;
    return item;
}

QLayout* buttons()
{
    auto* layout = row(14);
    const auto add = [layout](Button* button, const QString& caption) {
        auto* column = new QVBoxLayout;
        column->setSpacing(6);
        column->addWidget(button, 0, Qt::AlignHCenter);
        column->addWidget(makeLabel(caption, TypeStep::Caption, ColorToken::Text2), 0, Qt::AlignHCenter);
        layout->addLayout(column);
        return button;
    };
    add(new Button(u"Train"_s), u"primary"_s)->setKind(ButtonKind::Primary);
    Button* over = add(new Button(u"Train"_s), u"hover"_s);
    over->setKind(ButtonKind::Primary);
    over->setProperty("underMouse", true);
    add(new Button(u"Import"_s), u"plain"_s);
    add(new Button(u"Import"_s), u"hover"_s)->setProperty("underMouse", true);
    add(new Button(u"Import"_s), u"pressed"_s)->setDown(true);
    add(new Button(u"Import"_s), u"focus"_s)->setObjectName(u"focused"_s);
    add(new Button(u"Import"_s), u"disabled"_s)->setEnabled(false);
    Button* on = add(new Button(u"Import"_s), u"on"_s);
    on->setCheckable(true);
    on->setChecked(true);
    layout->addStretch(1);
    return layout;
}

QLayout* fields()
{
    auto* layout = row(12);
    auto* find = new SearchField(SearchField::Size::Normal);
    find->setPlaceholderText(u"Find on the map"_s);
    find->setFixedWidth(168);
    layout->addWidget(find);
    auto* typed = new QLineEdit(u"hackers"_s);
    typed->setFixedWidth(120);
    layout->addWidget(typed);
    auto* combo = new QComboBox;
    combo->addItems({u"By interest"_s, u"Nearest"_s});
    combo->setFixedWidth(130);
    layout->addWidget(combo);
    auto* segment = new Segment(u"Search in"_s);
    segment->addEntry(0, u"All"_s);
    segment->addEntry(1, u"Title"_s);
    segment->addEntry(2, u"Text"_s);
    layout->addWidget(segment);
    layout->addStretch(1);
    return layout;
}

QLayout* sliders()
{
    auto* layout = row(24);
    int number = 0;
    for (const int value : {30, 62, 45}) {
        auto* slider = new ValueSlider;
        slider->setObjectName(u"slider%1"_s.arg(++number));
        slider->setRange(0, 100);
        slider->setValue(value);
        slider->setValueText([](int v) { return u"%1 %"_s.arg(v); });
        layout->addWidget(slider);
    }
    return layout;
}

QLayout* chips()
{
    auto* layout = row(8);
    auto* chip = new Chip(u"Space, alone"_s);
    chip->setShare(u"24 %"_s);
    chip->setCheckable(true);
    chip->setChecked(true);
    layout->addWidget(chip);
    layout->addWidget(new Chip(u"hacker"_s));
    layout->addWidget(new Canvas(224, 20, [](QPainter* painter, const QRect&) {
        double x = 0;
        for (const QString& tag : {u"Title"_s, u"Text"_s, u"Meaning"_s}) {
            paint::tag(painter, QPointF(x, 1), tag);
            x += paint::tagSize(tag).width() + 8;
        }
        paint::keyHint(painter, QPointF(x, 0), u"Ctrl Z"_s);
    }));
    auto* meter = new MeterWidget(u"Diversity"_s);
    meter->setFixedWidth(200);
    meter->setValue(.52, u"0.52"_s);
    meter->setReference(.31);
    layout->addWidget(meter);
    layout->addStretch(1);
    return layout;
}

QWidget* rows()
{
    return new Canvas(0, 4 * 88, [](QPainter* painter, const QRect& rect) {
        QList<ItemView> films{
            film(u"Crouching Tiger, Hidden Dragon"_s, u"臥虎藏龍"_s, 2000, {u"Adventure"_s, u"Drama"_s, u"Action"_s},
                 {u"Meaning"_s}, u"Like Hero and House of Flying Daggers"_s, .66),
            film(u"Night Watch"_s, u"Ночной дозор"_s, 2004, {u"Fantasy"_s, u"Action"_s, u"Thriller"_s},
                 {u"Title"_s, u"Meaning"_s}, u"Like Hard to Be a God"_s, .61),
            film(u"Solaris"_s, u"Солярис"_s, 1972, {u"Drama"_s, u"Science Fiction"_s, u"Adventure"_s}, {u"Text"_s},
                 u"space station, ocean, memory"_s, .58),
            film(u"Dr. Strangelove or: How I Learned to Stop Worrying and Love the Bomb"_s, {}, 1964,
                 {u"Drama"_s, u"Comedy"_s, u"War"_s}, {u"Text"_s},
                 u"“a war room full of politicians and generals tries to stop a bomber on its way to the east”"_s, .44)};
        films[1].hovered = true;
        films[2].selected = true;
        films[2].liked = true;
        const RowMetrics metrics = RowMetrics::result(1440, Density::Comfortable);
        double y = 0;
        for (const ItemView& item : films) {
            item_row::paint(painter, QRectF(0, y, rect.width(), metrics.height), metrics, item);
            y += metrics.height;
        }
    });
}

QWidget* posters()
{
    struct Sample {
        QString title;
        QStringList genres;
    };
    static const QList<Sample> kSamples{
        {u"Blade Runner"_s, {u"Science Fiction"_s, u"Drama"_s}}, {u"Toy Story"_s, {u"Animation"_s, u"Comedy"_s}},
        {u"Pulp Fiction"_s, {u"Thriller"_s, u"Crime"_s}},        {u"The Godfather"_s, {u"Drama"_s, u"Crime"_s}},
        {u"Psycho"_s, {u"Horror"_s, u"Thriller"_s}},             {u"Amélie"_s, {u"Comedy"_s, u"Romance"_s}},
        {u"Hero"_s, {u"Drama"_s, u"Adventure"_s}},               {u"Spirited Away"_s, {u"Fantasy"_s, u"Animation"_s}},
        {u"Jaws"_s, {u"Horror"_s, u"Adventure"_s}},              {u"Unforgiven"_s, {u"Western"_s}},
        {u"Saving Private Ryan"_s, {u"War"_s, u"Drama"_s}},      {u"Chicago"_s, {u"Music"_s, u"Comedy"_s}},
        {u"Titanic"_s, {u"Romance"_s, u"Drama"_s}},              {u"Night Watch"_s, {u"Fantasy"_s, u"Action"_s}},
        {u"Inception"_s, {u"Action"_s, u"Thriller"_s}},          {u"臥虎藏龍"_s, {u"Documentary"_s}}};
    return new Canvas(0, 2 * 114 + 8, [](QPainter* painter, const QRect& rect) {
        for (int i = 0; i < kSamples.size(); ++i) {
            const PosterSpec spec{kSamples[i].title, kSamples[i].title, 0, kSamples[i].genres, {}};
            const double x = (i % 8) * (rect.width() - 76) / 7.0;
            painter->drawPixmap(QPointF(std::round(x), i / 8 * 122),
                                poster::pixmap(spec, 76, paintRatio(painter), PosterTitle::Always));
        }
    });
}

QWidget* genres()
{
    return new Canvas(0, 4 * 24, [](QPainter* painter, const QRect& rect) {
        static const QStringList kNames{u"Drama"_s,   u"Comedy"_s,  u"Thriller"_s, u"Action"_s,  u"Adventure"_s,
                                        u"Science fiction"_s, u"Horror"_s,  u"Romance"_s,  u"Crime"_s,
                                        u"Fantasy"_s, u"Animation"_s, u"Documentary"_s};
        const double width = (rect.width() - 56) / 3.0;
        for (int i = 0; i < kNames.size(); ++i) {
            const QRectF cell(i % 3 * (width + 28), i / 3 * 24, width, 24);
            const QColor color = theme().color(categoryOfGenre(kNames[i]));
            paint::roundedRect(painter, QRectF(cell.left(), cell.top() + 4, 28, 16), 4, color);
            text::drawElided(painter, cell.adjusted(36, 0, -70, 0), kNames[i], theme().font(TypeStep::Small),
                             theme().color(ColorToken::Text));
            text::drawElided(painter, cell, color.name().toUpper(), theme().font(TypeStep::Caption),
                             theme().color(ColorToken::Text2), Qt::AlignRight);
        }
    });
}

QWidget* icons()
{
    return new Canvas(0, 3 * 38, [](QPainter* painter, const QRect&) {
        for (int i = 1; i < static_cast<int>(IconId::Count); ++i) {
            const QRectF cell((i - 1) % 17 * 38 - 8, (i - 1) / 17 * 38, 38, 38);
            paintIcon(painter, cell, static_cast<IconId>(i), 22, theme().color(ColorToken::Text2));
        }
    });
}

QWidget* ramps()
{
    return new Canvas(0, 20, [](QPainter* painter, const QRect& rect) {
        const double width = (rect.width() - 20) / 2.0;
        for (int side = 0; side < 2; ++side) {
            const auto& table = theme().ramp(side == 0 ? Ramp::Sequential : Ramp::Diverging);
            for (int i = 0; i < 256; ++i)
                painter->fillRect(QRectF(side * (width + 20) + width * i / 256, 0, width / 256 + .5, 20),
                                  table[static_cast<std::size_t>(i)]);
        }
    });
}

QWidget* emptyAndTip()
{
    auto* widget = new QWidget;
    auto* layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(24);
    layout->addWidget(new Canvas(236, 63, [](QPainter* painter, const QRect& rect) {
        paint::roundedRect(painter, rect, 6, theme().color(ColorToken::Text));
        text::drawParagraph(painter, QRectF(rect).adjusted(10, 6, -10, 0),
                            u"Memory: larger values let older likes count longer. At 1, a new like weighs as much "
                            "as all before it."_s,
                            theme().fontOfSize(12.5), theme().color(ColorToken::Surface), 17, 3);
    }));
    auto* empty = new EmptyState;
    empty->setText(u"Nothing matches “qwertz”"_s, u"No title, text or meaning comes near. Try fewer words."_s);
    layout->addWidget(empty, 1);
    return widget;
}

QLayout* leftColumn()
{
    auto* column = new QVBoxLayout;
    column->setSpacing(8);
    column->addWidget(head(u"Buttons"_s));
    column->addLayout(buttons());
    column->addSpacing(6);
    column->addWidget(head(u"Fields"_s));
    column->addLayout(fields());
    column->addSpacing(6);
    column->addWidget(head(u"Slider: rest, dragged with its value, focus"_s));
    column->addSpacing(26);
    column->addLayout(sliders());
    column->addSpacing(4);
    column->addWidget(head(u"Chips, tags, keys, meters"_s));
    column->addLayout(chips());
    column->addSpacing(6);
    column->addWidget(head(u"Rows: rest, hover, selected, liked, long title"_s));
    auto* bleed = new QHBoxLayout;
    bleed->setContentsMargins(0, 0, 0, 0);
    bleed->addWidget(rows());
    column->addLayout(bleed);
    column->addSpacing(6);
    column->addWidget(head(u"Tooltip, empty state"_s));
    column->addWidget(emptyAndTip());
    column->addStretch(1);
    return column;
}

QLayout* rightColumn()
{
    auto* column = new QVBoxLayout;
    column->setSpacing(8);
    column->addWidget(head(u"Drawn posters: the genre gives colour and motif, the film’s own vector the shapes"_s));
    column->addWidget(posters());
    column->addSpacing(6);
    column->addWidget(head(u"Genres"_s));
    column->addWidget(genres());
    column->addSpacing(4);
    column->addWidget(head(u"Icons, 24 px, stroke 1.75"_s));
    column->addWidget(icons());
    column->addWidget(head(u"Ramps: sequential, diverging"_s));
    column->addWidget(ramps());
    column->addSpacing(6);
    column->addWidget(head(u"Bars"_s));
    for (const double fraction : {.65, .36}) {
        auto* bar = new BarWidget;
        bar->setFraction(fraction);
        column->addWidget(bar);
    }
    column->addSpacing(8);
    column->addWidget(head(u"Banner"_s));
    auto* banner = new BannerBar;
    banner->showMessage(BannerKind::Warning, u"Ollama stopped answering."_s, u"3,118 films keep their vectors."_s,
                        {{u"details"_s, u"Details"_s, false}, {u"retry"_s, u"Try again"_s, true}});
    column->addWidget(banner);
    column->addStretch(1);
    return column;
}

}  // namespace

QWidget* makeComponentsSheet()
{
    auto* sheet = new QWidget;
    setGround(sheet, ColorToken::Surface);
    auto* page = new QVBoxLayout(sheet);
    page->setContentsMargins(32, 22, 32, 22);
    page->setSpacing(16);
    auto* top = row(8);
    top->addWidget(new Canvas(32, 32, [](QPainter* painter, const QRect& rect) {
        paintIcon(painter, rect, IconId::Walk, 32, theme().color(ColorToken::Accent));
    }));
    top->addWidget(makeLabel(u"Tastewalk"_s, TypeStep::Page));
    top->addWidget(makeLabel(theme().isDark() ? u"components, dark"_s : u"components, light"_s, TypeStep::Body,
                             ColorToken::Text2));
    top->addStretch(1);
    page->addLayout(top);
    auto* columns = new QGridLayout;
    columns->setHorizontalSpacing(48);
    columns->addLayout(leftColumn(), 0, 0);
    columns->addLayout(rightColumn(), 0, 1);
    columns->setColumnStretch(0, 1);
    columns->setColumnStretch(1, 1);
    page->addLayout(columns, 1);
    return sheet;
}

void focusForPicture(QWidget* sheet)
{
    QApplication::setActiveWindow(sheet);
    const auto widgets = sheet->findChildren<QWidget*>();
    for (QWidget* widget : widgets)
        if (widget->property("underMouse").toBool())
            widget->setAttribute(Qt::WA_UnderMouse);
    if (auto* slider = sheet->findChild<ValueSlider*>(u"slider2"_s)) {
        slider->setFocus(Qt::TabFocusReason);
        for (const int key : {Qt::Key_Left, Qt::Key_Right}) {
            QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
            QCoreApplication::sendEvent(slider, &press);
        }
        QWidget* bubble = sheet->findChild<QWidget*>(u"twValueBubble"_s);
        if (auto* focused = sheet->findChild<QWidget*>(u"focused"_s))
            focused->setFocus(Qt::TabFocusReason);
        if (bubble)
            bubble->show();
    } else if (auto* first = sheet->findChild<QWidget*>(u"focused"_s)) {
        first->setFocus(Qt::TabFocusReason);
    }
}

}  // namespace tw
