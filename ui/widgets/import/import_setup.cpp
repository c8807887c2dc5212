// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/import/import_setup.h"

#include "ui/model/import_presenter.h"
#include "ui/model/import_text.h"
#include "ui/widgets/import/import_file_pane.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/option_row.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/library/facts_table.h"
#include "ui/widgets/theme/theme.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QScrollArea>
#include <QSignalBlocker>

namespace tw::ui {
namespace {

constexpr int kEntryBleed = 12;  // entries reach beyond the text edge
constexpr int kListFrom = 1100;  // narrower pages choose the file from a box
constexpr int kBesideFrom = 900; // narrower panes lay one part below another
constexpr int kListWidth = 220;

QString stateText(const ImportFile& file)
{
    if (file.error)
        return ImportSetup::tr("can’t be read, left out");
    if (!file.look)
        return ImportSetup::tr("being looked at");
    if (!file.wanted)
        return ImportSetup::tr("left out");
    if (!file.look->preview.hasTitle)
        return ImportSetup::tr("no title column, left out");
    const FilePreview& preview = file.look->preview;
    return preview.wholeFile ? filmCount(static_cast<std::size_t>(preview.counts.items))
                             : ImportSetup::tr("more than %1").arg(filmCount(static_cast<std::size_t>(preview.counts.items)));
}

QScrollArea* makeScroll(QWidget* content)
{
    auto* scroll = new QScrollArea;
    content->setObjectName(QStringLiteral("twScrollContent"));
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return scroll;
}

} // namespace

ImportSetup::ImportSetup(ImportPresenter& presenter, QWidget* parent)
    : QWidget(parent), m_presenter(presenter), m_pane(new ImportFilePane(presenter))
{
    setObjectName(QStringLiteral("importSetup"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* entries = new QWidget;
    entries->setAccessibleName(tr("Files to import"));
    m_listRows = new QVBoxLayout(entries);
    m_listRows->setSpacing(0);
    m_listRows->addStretch(1);
    m_list = makeScroll(entries);

    m_boxRow = new QWidget;
    auto* boxRow = new QHBoxLayout(m_boxRow);
    boxRow->setContentsMargins(kSectionBleed, 0, kSectionBleed, 4);
    boxRow->setSpacing(12);
    m_box = new QComboBox;
    m_box->setObjectName(QStringLiteral("importFileBox"));
    m_box->setAccessibleName(tr("File looked at"));
    m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_box->setMinimumContentsLength(36);
    boxRow->addWidget(makeLabel(tr("File"), TypeStep::Small, ColorToken::Text2));
    boxRow->addWidget(m_box, 1);

    auto* content = new QWidget;
    auto* inner = new QVBoxLayout(content);
    inner->setSpacing(8);
    inner->addWidget(m_boxRow);
    inner->addWidget(m_pane, 1);
    m_scroll = makeScroll(content);
    row->addWidget(m_list);
    row->addWidget(m_scroll, 1);
    connect(m_box, &QComboBox::activated, &presenter, &ImportPresenter::setCurrent);
    connect(&presenter, &ImportPresenter::filesChanged, this, &ImportSetup::refreshFiles);
    refreshFiles();
}

void ImportSetup::refreshFiles()
{
    const auto& files = m_presenter.files();
    if (m_rows.size() != files.size()) {
        for (OptionRow* old : m_rows)
            delete old;
        m_rows.clear();
        for (std::size_t i = 0; i < files.size(); ++i) {
            auto* entry = new OptionRow({}, QStringLiteral(" "), nullptr, OptionRow::Sign::Icon, IconId::Text);
            entry->setObjectName(QStringLiteral("importFile.%1").arg(i));
            connect(entry, &OptionRow::toggled, this, [this, i](bool on) {
                if (on)
                    m_presenter.setCurrent(static_cast<int>(i));
            });
            m_listRows->insertWidget(static_cast<int>(i), entry);
            m_rows.push_back(entry);
        }
        m_arranged = false;
    }
    const QSignalBlocker quiet(m_box);
    m_box->clear();
    for (std::size_t i = 0; i < files.size(); ++i) {
        const QString state = stateText(*files[i]);
        m_rows[i]->setTitle(files[i]->name);
        m_rows[i]->setSubtitle(state);
        const bool trouble = files[i]->error || (files[i]->look && !files[i]->look->preview.hasTitle);
        m_rows[i]->setIconId(trouble ? IconId::Warn : IconId::Text);
        m_rows[i]->setToolTip(text::tip(shown(files[i]->path.string())));
        m_rows[i]->setChecked(static_cast<int>(i) == m_presenter.current());
        m_box->addItem(tr("%1 – %2", "a file, its state").arg(files[i]->name, state));
    }
    m_box->setCurrentIndex(m_presenter.current());
    if (!m_arranged)
        arrange();
}

void ImportSetup::setSide(int side)
{
    m_side = side;
    arrange();
}

void ImportSetup::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ImportSetup::arrange()
{
    m_arranged = true;
    const bool several = m_presenter.files().size() > 1;
    const bool list = several && width() >= kListFrom;
    m_list->setVisible(list);
    m_boxRow->setVisible(several && !list);
    const int listWidth = theme().scaled(kListWidth) + m_side;
    m_list->setFixedWidth(listWidth);
    m_listRows->setContentsMargins(m_side - kEntryBleed, 0, 12, 24);
    m_scroll->widget()->layout()->setContentsMargins((list ? 16 : m_side) - kSectionBleed, 4,
                                                     m_side - kSectionBleed, 24);
    m_pane->setStacked(width() - (list ? listWidth : 0) < kBesideFrom);
}

void ImportSetup::focusMain() { m_pane->firstControl()->setFocus(Qt::OtherFocusReason); }

} // namespace tw::ui
