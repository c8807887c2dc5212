// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme/icons.h"

#include "ui/widgets/theme/theme.h"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

#include <cmath>
#include <unordered_map>

// Outside of every namespace: the macro declares a global function.
static void initIconResources()
{
    Q_INIT_RESOURCE(icons);
}

namespace tw {
namespace {

constexpr const char* kNames[] = {
    "",       "discover", "explore", "map",   "likes",  "lab",   "library", "settings", "menu",  "walk",
    "dislike", "more",    "x",       "undo",  "shuffle", "pin",  "export",  "import",   "copy",  "trash",
    "plus",   "check",    "filter",  "search", "eye",   "play",  "pause",   "stop",     "link",  "hand",
    "lasso",  "rect",     "brush",   "fit",   "left",   "right", "warn",    "info",     "lock",  "clock",
    "layers", "server",   "gauge",   "disk",  "folder", "text",  "keys",    "panel",    "dots",  "down",
    "up",     "liked"};
static_assert(std::size(kNames) == static_cast<std::size_t>(IconId::Count));

const QByteArray& svgSource(IconId id)
{
    static QHash<int, QByteArray> sources;
    const int key = static_cast<int>(id);
    auto found = sources.constFind(key);
    if (found == sources.constEnd()) {
        initIconResources();
        QFile file(QStringLiteral(":/icons/%1.svg").arg(iconName(id)));
        found = sources.insert(key, file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    return *found;
}

/// Draws the design's icons with the theme of the moment; see icon().
class ThemeIconEngine final : public QIconEngine {
public:
    ThemeIconEngine(IconId off, IconId on, ColorToken tone)
        : m_off(off)
        , m_on(on)
        , m_tone(tone)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        painter->save();
        if (mode == QIcon::Disabled)
            painter->setOpacity(painter->opacity() * 0.45);
        ColorToken tone = m_tone;
        if (state == QIcon::On)
            tone = m_tone == ColorToken::OnAccent ? m_tone : ColorToken::Accent;
        else if (mode == QIcon::Active && m_tone == ColorToken::Text2)
            tone = ColorToken::Text;
        paintIcon(painter, rect, state == QIcon::On ? m_on : m_off, std::min(rect.width(), rect.height()),
                  theme().color(tone));
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        // `size` is in device pixels already.
        QPixmap result(size);
        result.setDevicePixelRatio(scale);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(), (QSizeF(size) / scale).toSize()), mode, state);
        return result;
    }

    QString key() const override { return QStringLiteral("tastewalk"); }
    QIconEngine* clone() const override { return new ThemeIconEngine(*this); }
    bool isNull() override { return m_off == IconId::None; }

private:
    IconId m_off;
    IconId m_on;
    ColorToken m_tone;
};

}  // namespace

QString iconName(IconId id)
{
    return QString::fromLatin1(kNames[static_cast<std::size_t>(id)]);
}

QIcon icon(IconId id, ColorToken tone)
{
    return id == IconId::None ? QIcon() : QIcon(new ThemeIconEngine(id, id, tone));
}

QIcon toggleIcon(IconId off, IconId on, ColorToken tone)
{
    return QIcon(new ThemeIconEngine(off, on, tone));
}

QPixmap iconPixmap(IconId id, int size, const QColor& color, qreal devicePixelRatio)
{
    struct Key {
        int id, size;
        QRgb color;
        int ratio;
        bool operator==(const Key&) const = default;
    };
    struct Hash {
        std::size_t operator()(const Key& key) const
        {
            return qHashMulti(0, key.id, key.size, key.color, key.ratio);
        }
    };
    static std::unordered_map<Key, QPixmap, Hash> cache;
    if (id == IconId::None || size <= 0)
        return {};
    const Key key{static_cast<int>(id), size, color.rgba(), static_cast<int>(std::lround(devicePixelRatio * 100))};
    if (const auto found = cache.find(key); found != cache.end())
        return found->second;

    QByteArray source = svgSource(id);
    source.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    // Small ones need more weight to be read; so does the mark, which stands alone.
    if (size <= kIconField || (id == IconId::Walk && size > kIconNav))
        source.replace("stroke-width=\"1.75\"", "stroke-width=\"2\"");
    QSvgRenderer renderer(source);
    const int pixels = static_cast<int>(std::ceil(size * devicePixelRatio));
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(static_cast<qreal>(color.alphaF()));
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.end();
    pixmap.setDevicePixelRatio(devicePixelRatio);
    // Two themes, a few sizes and colours stay far below this; screens of changing scale may not.
    if (cache.size() > 2000)
        cache.clear();
    cache.emplace(key, pixmap);
    return pixmap;
}

qreal paintRatio(const QPainter* painter)
{
    const qreal area = std::abs(painter->deviceTransform().determinant());
    return area > 0 ? std::sqrt(area) : painter->device()->devicePixelRatioF();
}

void paintIcon(QPainter* painter, const QRectF& rect, IconId id, int size, const QColor& color)
{
    if (id == IconId::None)
        return;
    const qreal ratio = paintRatio(painter);
    const QPixmap pixmap = iconPixmap(id, size, color, ratio);
    // On whole device pixels, or the strokes blur.
    const double x = std::round((rect.center().x() - size / 2.0) * ratio) / ratio;
    const double y = std::round((rect.center().y() - size / 2.0) * ratio) / ratio;
    painter->drawPixmap(QPointF(x, y), pixmap);
}

QIcon applicationIcon()
{
    QIcon result;
    for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap = iconPixmap(IconId::Walk, size, tokenColor(ColorToken::Accent, false));
        result.addPixmap(pixmap);
    }
    return result;
}

}  // namespace tw
