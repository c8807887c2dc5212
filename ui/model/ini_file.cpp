// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/model/ini_file.h"

#include "core/base/files.h"

#include <QSettings>

#include <algorithm>
#include <cctype>

namespace tw::ui {
namespace {

/// In quotes, all but plain ASCII as \\x…; a hex digit after such a number would be read as part of it.
std::string quoted(QStringView text)
{
    std::string out = "\"";
    bool afterNumber = false;
    for (const QChar c : text) {
        const ushort unit = c.unicode();
        const bool plain = unit >= 0x20 && unit < 0x7F && !(afterNumber && std::isxdigit(unit));
        afterNumber = !plain;
        if (!plain) {
            out += "\\x" + QByteArray::number(unit, 16).toStdString();
        } else {
            if (unit == '"' || unit == '\\')
                out += '\\';
            out += static_cast<char>(unit);
        }
    }
    return out + '"';
}

/// A leading @ would make a text one of QSettings' own forms.
std::string quotedText(const QString& text)
{
    return quoted(text.startsWith(u'@') ? u'@' + text : text);
}

std::string valueText(const QVariant& value)
{
    switch (value.metaType().id()) {
    case QMetaType::QByteArray:
        return quoted(QStringLiteral("@ByteArray(") + QString::fromLatin1(value.toByteArray()) + QLatin1Char(')'));
    case QMetaType::QStringList: {
        const QStringList list = value.toStringList();
        std::string out;
        for (const QString& entry : list)
            out += (out.empty() ? "" : ", ") + quotedText(entry);
        return list.isEmpty() ? "@Invalid()" : out;
    }
    default: return quotedText(value.toString());
    }
}

} // namespace

std::string iniText(const QMap<QString, QVariant>& values)
{
    std::string out;
    QString section;
    for (auto value = values.begin(); value != values.end(); ++value) {
        const QString own = value.key().section(QLatin1Char('/'), 0, 0);
        const QString key = value.key().section(QLatin1Char('/'), 1);
        // Keys of ours are of this form; others can't be carried over.
        const bool known = !key.isEmpty() && !key.contains(QLatin1Char('/'))
                           && std::all_of(value.key().begin(), value.key().end(), [](QChar c) {
                                  return c.unicode() < 0x7F && (c.isLetterOrNumber() || c == u'-' || c == u'/');
                              });
        if (!known)
            continue;
        if (own != section)
            out += (out.empty() ? "[" : "\n[") + own.toStdString() + "]\n";
        section = own;
        out += key.toStdString() + "=" + valueText(value.value()) + "\n";
    }
    return out;
}

QMap<QString, QVariant> readIni(const std::filesystem::path& file)
{
    QMap<QString, QVariant> values;
    std::error_code error;
    // A pipe under this name would never end.
    if (!std::filesystem::is_regular_file(file, error))
        return values;
    const QSettings store(QString::fromStdString(file.string()), QSettings::IniFormat);
    for (const QString& key : store.allKeys())
        values.insert(key, store.value(key));
    return values;
}

Status writeIni(const std::filesystem::path& file, const QMap<QString, QVariant>& changes)
{
    QMap<QString, QVariant> values = readIni(file);
    for (auto change = changes.begin(); change != changes.end(); ++change) {
        if (change.value().isValid())
            values.insert(change.key(), change.value());
        else
            values.remove(change.key());
    }
    std::error_code error;
    std::filesystem::create_directories(file.parent_path(), error);
    if (error)
        return fail(ErrorCode::FileUnwritable, file.string(), error.message());
    return writeFileAtomically(file, iniText(values));
}

} // namespace tw::ui
