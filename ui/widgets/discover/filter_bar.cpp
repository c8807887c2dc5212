// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/discover/filter_bar.h"

#include "ui/model/presenters.h"
#include "ui/widgets/discover/facet_popover.h"
#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/chip.h"
#include "ui/widgets/kit/flow_layout.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/shell/film_acts.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace tw::ui {
namespace {

constexpr int kMostInChip = 34; ///< Characters.

QString cutShort(const QString& text)
{
    return text.size() <= kMostInChip ? text : text.left(kMostInChip - 1).trimmed() + QStringLiteral("…");
}

QString objectNameOf(FilterField field)
{
    const std::string_view name = filterFieldName(field);
    return QStringLiteral("facet.") + QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

} // namespace

FilterBar::FilterBar(WindowContext context, QWidget* page)
    : QWidget(page), m_context(context), m_filter(context.presenters.filter), m_popover(new FacetPopover(m_filter, page)),
      m_chips(new QWidget), m_clear(new Chip(tr("Clear the filter"))), m_line(new QWidget),
      m_problem(new ElidedLabel({}, TypeStep::Small, ColorToken::Text2)), m_mend(new Button(QString()))
{
    setObjectName(QStringLiteral("filterBar"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_chips->setAccessibleName(tr("Filter"));
    auto* flow = new FlowLayout(m_chips, 6, 6);
    flow->setContentsMargins(0, 0, 0, 0);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    m_chips->setSizePolicy(policy);
    m_clear->setShare(QStringLiteral("×"));
    m_clear->setAccessibleName(tr("Clear the filter"));
    m_clear->setObjectName(QStringLiteral("clearFilter"));
    flow->addWidget(m_clear);
    auto* row = new QHBoxLayout(m_line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_problem->setObjectName(QStringLiteral("queryProblem"));
    m_mend->setKind(ButtonKind::Link);
    m_mend->setControlHeight(24);
    m_mend->setObjectName(QStringLiteral("mendQuery"));
    row->addWidget(m_problem, 1);
    row->addWidget(m_mend);
    column->addWidget(m_chips);
    column->addWidget(m_line);
    connect(m_clear, &QAbstractButton::clicked, &m_filter, &FilterPresenter::clear);
    connect(m_mend, &Button::clicked, this, [this] {
        if (m_context.acts.betweenFrom().isValid())
            m_context.acts.forgetBetween();
        else
            m_filter.mend();
    });
    connect(&context.acts, &FilmActs::betweenFromChanged, this, &FilterBar::refresh);
    connect(&m_filter, &FilterPresenter::changed, this, &FilterBar::refresh);
    connect(m_popover, &FacetPopover::closed, this, &FilterBar::refresh);
    refresh();
}

void FilterBar::setChipsShown(bool shown)
{
    m_shown = shown;
    if (!shown)
        m_popover->close();
    refresh();
}

bool FilterBar::closeInnermost()
{
    if (m_popover->field()) {
        m_popover->close();
        return true;
    }
    const bool remembered = m_context.acts.betweenFrom().isValid();
    m_context.acts.forgetBetween();
    return remembered;
}

void FilterBar::refresh()
{
    refreshChips();
    refreshOthers();
    m_clear->setVisible(m_filter.filtering());
    m_chips->setVisible((m_shown && !m_facets.empty()) || m_filter.filtering());
    QString problem = m_filter.problemText();
    QString act = m_filter.remedyText();
    if (const ItemId first = m_context.acts.betweenFrom(); m_context.workspace.session()->catalog->contains(first)) {
        problem = tr("Between “%1” and … choose another film: B, or its menu.")
                      .arg(itemFace(*m_context.workspace.session(), first).title);
        act = tr("Never mind");
    }
    m_problem->setText(problem);
    m_mend->setText(act);
    m_mend->setVisible(!m_mend->text().isEmpty());
    m_line->setVisible(!problem.isEmpty());
    setVisible(!m_chips->isHidden() || !m_line->isHidden());
}

void FilterBar::refreshChips()
{
    const auto& facets = m_filter.facets();
    // A chip stays with its field: clearing and making them anew would lose the focus.
    for (const FacetView& facet : facets) {
        auto known = std::find_if(m_facets.begin(), m_facets.end(),
                                  [&facet](const auto& one) { return one.first == facet.field; });
        if (known == m_facets.end()) {
            auto* chip = new Chip(facet.name, m_chips);
            chip->setCheckable(true);
            chip->setObjectName(objectNameOf(facet.field));
            static_cast<FlowLayout*>(m_chips->layout())->addWidget(chip);
            connect(chip, &QAbstractButton::clicked, this, [this, chip, field = facet.field] {
                if (m_popover->field() == field)
                    m_popover->close();
                else
                    m_popover->open(field, chip);
                refresh();
            });
            m_facets.emplace_back(facet.field, chip);
            known = m_facets.end() - 1;
        }
        Chip* chip = known->second;
        const bool on = !facet.active.isEmpty();
        chip->setLabel(on ? cutShort(tr("%1: %2", "a filter and its value").arg(facet.name, facet.active)) : facet.name);
        chip->setShare(QStringLiteral("▾"));
        chip->setChecked(on || m_popover->field() == facet.field);
        chip->setAccessibleName(on ? tr("%1: %2", "a filter and its value").arg(facet.name, facet.active)
                                   : tr("Filter by %1").arg(facet.name));
        chip->setToolTip(on ? text::tip(facet.active) : QString());
        chip->setVisible((m_shown && !facet.rows.empty()) || on);
    }
    std::erase_if(m_facets, [&facets](const auto& one) {
        const bool gone = std::none_of(facets.begin(), facets.end(),
                                       [&one](const FacetView& facet) { return facet.field == one.first; });
        if (gone)
            one.second->deleteLater();
        return gone;
    });
}

void FilterBar::refreshOthers()
{
    const auto& others = m_filter.others();
    while (m_others.size() > others.size()) {
        m_others.back()->deleteLater();
        m_others.pop_back();
    }
    for (std::size_t i = 0; i < others.size(); ++i) {
        if (i == m_others.size()) {
            auto* chip = new Chip(QString(), m_chips);
            chip->setCheckable(true);
            chip->setObjectName(QStringLiteral("otherFilter"));
            static_cast<FlowLayout*>(m_chips->layout())->addWidget(chip);
            connect(chip, &QAbstractButton::clicked, this, [this, i] {
                if (i < m_filter.others().size())
                    m_filter.toggle(FilterTerm(m_filter.others()[i].term));
            });
            chip->show();
            m_others.push_back(chip);
        }
        m_others[i]->setLabel(cutShort(others[i].text));
        m_others[i]->setShare(QStringLiteral("×"));
        m_others[i]->setChecked(true);
        m_others[i]->setAccessibleName(tr("No longer: %1", "a filter").arg(others[i].text));
        m_others[i]->setToolTip(text::tip(others[i].text));
    }
    // The act that takes all away stands behind them.
    auto* flow = static_cast<FlowLayout*>(m_chips->layout());
    flow->removeWidget(m_clear);
    flow->addWidget(m_clear);
}

} // namespace tw::ui
