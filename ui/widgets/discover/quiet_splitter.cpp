// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/discover/quiet_splitter.h"

#include "ui/widgets/theme/theme.h"

#include <QPainter>

namespace tw::ui {
namespace {

constexpr int kHandleWidth = 4;

class QuietHandle final : public QSplitterHandle {
public:
    explicit QuietHandle(QSplitter* parent) : QSplitterHandle(Qt::Horizontal, parent)
    {
        setAttribute(Qt::WA_Hover);
        setAccessibleName(QSplitter::tr("Column width"));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const bool beforeLast = splitter()->handle(splitter()->count() - 1) == this;
        const bool held = underMouse();
        if (!beforeLast && !held)
            return;
        QPainter painter(this);
        const int thickness = held ? 2 : 1;
        painter.fillRect(QRect((width() - thickness) / 2, 0, thickness, height()),
                         theme().color(held ? ColorToken::LineControl : ColorToken::Line));
    }
};

} // namespace

QuietSplitter::QuietSplitter(QWidget* parent) : QSplitter(Qt::Horizontal, parent)
{
    setHandleWidth(kHandleWidth);
    connect(&theme(), &Theme::changed, this, [this] { update(); });
}

QSplitterHandle* QuietSplitter::createHandle() { return new QuietHandle(this); }

} // namespace tw::ui
