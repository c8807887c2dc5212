// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/chip.h"
#include "ui/widgets/kit/flow_layout.h"
#include "ui/widgets/kit/gallery/sheets.h"
#include "ui/widgets/kit/icon_button.h"
#include "ui/widgets/kit/item_card.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/navigation_bar.h"
#include "ui/widgets/kit/option_row.h"
#include "ui/widgets/kit/search_field.h"
#include "ui/widgets/kit/table_style.h"
#include "ui/widgets/kit/value_slider.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QHBoxLayout>
#include <QPainter>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTableView>
#include <QVBoxLayout>

namespace tw {
namespace {

using namespace Qt::Literals::StringLiterals;

ItemView sample(int number)
{
    static const QList<QPair<QString, QStringList>> kFilms{
        {u"2001: A Space Odyssey"_s, {u"Science Fiction"_s}}, {u"The Assassin"_s, {u"Action"_s}},
        {u"Transcendence"_s, {u"Thriller"_s}},                {u"Contact"_s, {u"Drama"_s, u"Science Fiction"_s}},
        {u"Princess Mononoke"_s, {u"Adventure"_s}},           {u"The Notebook"_s, {u"Romance"_s}}};
    const auto& [title, genres] = kFilms[number % kFilms.size()];
    ItemView item;
    item.poster = {title, title, 1968 + number, genres, {}};
    item.title = title;
    item.meta = u"%1 · %2"_s.arg(1968 + number).arg(genres.last());
    item.reason = u"Like Solaris and Moon"_s;
    item.value = u"0.7%1"_s.arg(number);
    return item;
}

class Cards final : public QWidget {
public:
    Cards() { setFixedSize(3 * 161 + 4, CardMetrics().height() + 8); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const CardMetrics metrics;
        for (int i = 0; i < 3; ++i) {
            ItemView item = sample(i);
            item.focused = i == 1;
            item.hotAct = i == 1 ? ItemAct::Dislike : ItemAct::None;
            item.liked = i == 2;
            item.originalTitle = i == 1 ? u"刺客聶隱娘"_s : QString();
            item_card::paint(&painter, QRectF(4 + i * 161, 4, 144, metrics.height()), metrics, item);
        }
    }
};

class SmallRows final : public QWidget {
public:
    SmallRows() { setFixedSize(252, 4 * 60 + 3 * 42); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        double y = 0;
        const RowMetrics column = RowMetrics::column(Density::Comfortable);
        for (int i = 0; i < 4; ++i, y += column.height) {
            ItemView item = sample(i);
            item.selected = i == 1;
            item.liked = i == 2;
            item.valueIsAccent = i == 3;
            if (i == 3)
                item.value = u"new"_s;
            item_row::paint(&painter, QRectF(0, y, width(), column.height), column, item);
        }
        const RowMetrics share = RowMetrics::share();
        for (int i = 3; i < 6; ++i, y += share.height) {
            ItemView item = sample(i);
            item.value = u"%1 %"_s.arg(13 - i);
            item_row::paint(&painter, QRectF(8, y, width() - 16, share.height), share, item);
        }
    }
};

NavigationBar* navigation(NavigationBar::Mode mode)
{
    auto* bar = new NavigationBar;
    bar->setEntries({{1, IconId::Discover, u"Discover"_s, u"Ctrl+1"_s},
                     {2, IconId::Explore, u"Explore"_s, u"Ctrl+2"_s},
                     {3, IconId::Map, u"Map"_s, u"Ctrl+3"_s},
                     {4, IconId::Likes, u"Likes"_s, u"Ctrl+4"_s},
                     {6, IconId::Library, u"Library"_s, u"Ctrl+6"_s}});
    bar->setFootEntries({{7, IconId::Settings, u"Settings"_s, {}}, {8, IconId::Menu, u"Menu"_s, {}}});
    bar->setMode(mode);
    return bar;
}

QTableView* table()
{
    auto* model = new QStandardItemModel(6, 4);
    model->setHorizontalHeaderLabels({u"Space"_s, u"Kind"_s, u"From"_s, u"Numbers"_s});
    for (int i = 0; i < 6; ++i) {
        auto* name = new QStandardItem(u"Overviews, nomic"_s);
        QFont bold;
        bold.setWeight(QFont::DemiBold);
        name->setFont(bold);
        model->setItem(i, 0, name);
        model->setItem(i, 1, new QStandardItem(u"content"_s));
        model->setItem(i, 2, new QStandardItem(u"nomic-embed-text"_s));
        auto* number = new QStandardItem(QString::number(300 + 111 * i));
        number->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        model->setItem(i, 3, number);
    }
    auto* view = new QTableView;
    model->setParent(view);
    view->setModel(model);
    applyTableStyle(view);
    view->setSortingEnabled(true);
    view->selectRow(1);
    view->resizeColumnsToContents();
    view->horizontalHeader()->setStretchLastSection(true);
    view->setFixedHeight(180);
    return view;
}

QLayout* options()
{
    auto* column = new QVBoxLayout;
    column->setSpacing(2);
    auto* group = new QWidget;
    auto* rows = new QVBoxLayout(group);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(2);
    auto* first = new OptionRow(u"Liked films"_s, u"18 films"_s, group);
    first->setChecked(true);
    rows->addWidget(first);
    rows->addWidget(new OptionRow(u"Recommendations"_s, u"by interest, first 50"_s, group));
    column->addWidget(group);
    for (const bool on : {true, false}) {
        auto* check = new OptionRow(on ? u"Title"_s : u"Original title"_s, {}, nullptr, OptionRow::Sign::Check);
        check->setChecked(on);
        column->addWidget(check);
    }
    auto* spaces = new OptionRow(u"Spaces"_s, u"4, one under way"_s, nullptr, OptionRow::Sign::Icon, IconId::Layers);
    spaces->setChecked(true);
    column->addWidget(spaces);
    auto* checkBox = new QCheckBox(u"Keep no history"_s);
    checkBox->setChecked(true);
    column->addWidget(checkBox);
    auto* radio = new QRadioButton(u"System"_s);
    radio->setChecked(true);
    column->addWidget(radio);
    auto* spin = new QSpinBox;
    spin->setRange(0, 9999);
    spin->setValue(4021);
    column->addWidget(spin);
    auto* preview = new QPlainTextEdit(u"imdbID,Title,Year,WatchedDate\ntt0470752,Ex Machina,2015,2026-11-22"_s);
    preview->setProperty("twPreview", true);
    preview->setFont(theme().font(TypeStep::Mono));
    preview->setReadOnly(true);
    preview->setFixedHeight(72);
    column->addWidget(preview);
    column->addStretch(1);
    return column;
}

QLayout* tools()
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    auto* shuffle = new Button(IconId::Shuffle, u"Shuffle"_s);
    shuffle->setKeyHint(u"R"_s);
    shuffle->setObjectName(u"focused"_s);
    auto* flat = new Button(IconId::Folder, u"Open…"_s);
    flat->setKind(ButtonKind::Flat);
    auto* link = new Button(u"Undo"_s);
    link->setKind(ButtonKind::Link);
    auto* danger = new Button(u"Delete the library"_s);
    danger->setKind(ButtonKind::Danger);
    auto* like = new IconButton(IconId::Likes, u"Like"_s);
    like->setToggleIcons(IconId::Likes, IconId::Liked);
    like->setChecked(true);
    auto* off = new IconButton(IconId::Export, u"Export"_s);
    off->setEnabled(false);
    auto* pin = new IconButton(IconId::Pin, u"Pin"_s, nullptr, IconButton::Size::Small);
    pin->setCheckable(true);
    pin->setChecked(true);
    const QList<QWidget*> all{shuffle, flat, link, danger, like, off, pin};
    for (QWidget* widget : all)
        row->addWidget(widget);
    row->addStretch(1);
    return row;
}

}  // namespace

QWidget* makeControlsSheet()
{
    auto* sheet = new QWidget;
    setGround(sheet, ColorToken::Surface);
    auto* page = new QHBoxLayout(sheet);
    page->setContentsMargins(0, 0, 24, 0);
    page->setSpacing(16);
    for (const auto mode : {NavigationBar::Mode::Labelled, NavigationBar::Mode::Icons, NavigationBar::Mode::Beside})
        page->addWidget(navigation(mode));

    auto* middle = new QVBoxLayout;
    middle->setContentsMargins(0, 16, 0, 16);
    middle->setSpacing(12);
    auto* search = new SearchField;
    search->setPlaceholderText(u"Search by title, or describe what you feel like watching"_s);
    search->setKeyHint(u"/"_s);
    middle->addWidget(search);
    auto* filled = new SearchField;
    filled->setText(u"hackers"_s);
    middle->addWidget(filled);
    middle->addLayout(tools());
    middle->addWidget(new Cards);
    middle->addWidget(table());
    auto* flowHost = new QWidget;
    auto* flow = new FlowLayout(flowHost, 6, 6);
    for (const QString& word : {u"terrorist"_s, u"technology"_s, u"anti hero"_s, u"hacker"_s, u"computer virus"_s,
                                u"national security agency"_s}) {
        auto* chip = new Chip(word);
        chip->setPassive(true);
        flow->addWidget(chip);
    }
    middle->addWidget(flowHost);
    middle->addStretch(1);
    page->addLayout(middle, 1);

    auto* right = new QVBoxLayout;
    right->setContentsMargins(0, 16, 0, 16);
    right->addWidget(new SmallRows);
    auto* memory = new SliderRow(u"Memory"_s, u"n"_s);
    memory->setRange(1, 100);
    memory->setValue(8);
    right->addWidget(memory);
    auto* noise = new SliderRow(u"Noise"_s);
    noise->setRange(0, 100);
    noise->setValue(25);
    noise->setValueText([](int value) { return u"%1 %"_s.arg(value); });
    right->addWidget(noise);
    right->addLayout(options());
    page->addLayout(right);
    return sheet;
}

}  // namespace tw
