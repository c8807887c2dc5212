// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/latest_request.h"
#include "ui/model/item_list_model.h"
#include "ui/model/workspace.h"

#include <QObject>

#include <optional>
#include <vector>

namespace tw::ui {

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
};

/// The film that is open, and its neighbours in the list it was opened from. GUI thread.
class DetailsPresenter : public QObject {
    Q_OBJECT
public:
    explicit DetailsPresenter(Workspace& workspace, QObject* parent = nullptr);
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
    std::vector<ReasonLine> reasonLines(const std::vector<Reason>& near) const;
    void onSession(SessionParts parts);

    Workspace& m_workspace;
    LatestRequest<std::shared_ptr<const More>> m_request;
    std::vector<ListEntry> m_list;
    ItemId m_item;
    DetailsView m_view;
};

} // namespace tw::ui
