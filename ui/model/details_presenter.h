// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/index/metric.h"
#include "ui/jobs/latest_request.h"
#include "ui/model/item_list_model.h"
#include "ui/model/workspace.h"

#include <QObject>

#include <optional>
#include <vector>

namespace tw::ui {

class SearchPresenter;

/// How near the film is to what it was found by, in the space's own numbers.
struct DetailsNumbers {
    QString to;          ///< "“hackers”", "your taste", "“Hackers”".
    QString space;       ///< Its name.
    Closeness closeness; ///< At the scale at which the space compares: unit vectors for cosine, else the raw ones.
    bool unit = true;    ///< Both were brought to unit length.
};
/// Name, note and value of each number, ready to show.
struct NumberLine {
    QString name;
    QString note;
    QString value;
};
std::vector<NumberLine> numberLines(const DetailsNumbers& numbers);

/// One line of "Why it is here".
struct ReasonLine {
    QString text;                  ///< "It says hacker, cyber terrorism", "Near Hackers, which you liked".
    std::optional<float> weight;   ///< Cosine 0..1 where there is one.
    QString weightText;            ///< ".41".
};

/// All that is told of one film. Plain text.
struct DetailsView {
    ItemFace face;
    ItemState state = ItemState::None;
    QString metaLine;              ///< "2015 · 133 min · English, Chinese".
    QString directors;             ///< "Michael Mann"; empty when unknown.
    QString cast;
    QString countries;
    QString tagline;
    QString overview;
    QStringList keywords;
    std::vector<ReasonLine> reasons;
    std::vector<ItemFace> nearest; ///< Up to five, best first.
    bool nearestKnown = false;     ///< False while on its way or without a vector.
    std::optional<DetailsNumbers> numbers; ///< None while on its way, or without vectors to compare.
};

/// The film that is open, and its neighbours in the list it was opened from. GUI thread.
class DetailsPresenter : public QObject {
    Q_OBJECT
public:
    /// @param search  Whose results are told apart from other lists; may be null, else must outlive this.
    explicit DetailsPresenter(Workspace& workspace, SearchPresenter* search = nullptr, QObject* parent = nullptr);
    ~DetailsPresenter() override;

    bool isOpen() const { return m_item.isValid(); }
    ItemId item() const { return m_item; }
    const DetailsView& view() const { return m_view; }
    /// 0-based place in the list, -1 when opened without one; and the list's length.
    int place() const;
    int listSize() const { return static_cast<int>(m_list.size()); }
    /// "3 of 31"; empty without a list.
    QString placeText() const;
    bool hasPrevious() const { return place() > 0; }
    bool hasNext() const { return place() >= 0 && place() + 1 < listSize(); }

    static constexpr std::size_t kNearest = 5;

public Q_SLOTS:
    /// Facts show at once; reasons and neighbours follow.
    void open(tw::ItemId item);
    /// From a list: previous and next walk it as it was; search words become reasons.
    void openFrom(const tw::ui::ItemListModel* list, int row);
    void previous();
    void next();
    void close();

Q_SIGNALS:
    void changed();

private:
    struct More;
    void show();
    void askMore();
    void nameNumbers(DetailsNumbers& numbers) const;
    std::vector<ReasonLine> reasonLines(const std::vector<Reason>& near) const;
    void onSession(SessionParts parts);

    Workspace& m_workspace;
    SearchPresenter* m_search;
    QString m_query;    ///< The words it was found by; empty: by something else.
    ItemId m_likeItem;  ///< The film it was asked to be like; invalid: by something else.
    LatestRequest<std::shared_ptr<const More>> m_request;
    std::vector<ListEntry> m_list;
    ItemId m_item;
    DetailsView m_view;
};

} // namespace tw::ui
