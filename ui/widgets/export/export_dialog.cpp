// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/export/export_dialog.h"

#include "ui/model/app_settings.h"
#include "ui/model/presenters.h"
#include "ui/widgets/kit/button.h"
#include "ui/widgets/kit/icon_button.h"
#include "ui/widgets/kit/label.h"
#include "ui/widgets/kit/option_row.h"
#include "ui/widgets/kit/text_paint.h"
#include "ui/widgets/shell/dialog_service.h"
#include "ui/widgets/theme/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLineEdit>
#include <QStandardPaths>
#include <QTextBlockFormat>
#include <QTextCursor>
#include <QTextEdit>
#include <QVBoxLayout>

namespace tw::ui {
namespace {

constexpr int kPadding = 14; // and the bleed of the options
constexpr int kOptionBleed = 10; // options reach beyond the text edge
constexpr int kPreviewLines = 5;

constexpr ExportFormat kFormats[] = {ExportFormat::Csv, ExportFormat::Json, ExportFormat::Markdown,
                                     ExportFormat::Letterboxd};

/// As shown: relative to the home folder where it lies in it.
QString shownPath(const QString& path)
{
    const QString home = QDir::homePath() + QLatin1Char('/');
    return QDir::toNativeSeparators(path.startsWith(home) ? path.mid(home.size()) : path);
}

/// The file meant by what stands in the field.
QString realPath(const QString& shown)
{
    QString path = QDir::fromNativeSeparators(shown.trimmed());
    if (path.startsWith(QLatin1String("~/")))
        path = path.mid(2);
    return path.isEmpty() ? path : QDir::cleanPath(QDir(QDir::homePath()).absoluteFilePath(path));
}

QVBoxLayout* titled(const QString& title)
{
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    QLabel* label = makeLabel(title, TypeStep::Label, ColorToken::Text2);
    auto* inset = new QHBoxLayout;
    inset->setContentsMargins(kOptionBleed, 0, 0, 6);
    inset->addWidget(label);
    column->addLayout(inset);
    return column;
}

} // namespace

ExportDialog::ExportDialog(WindowContext context, QWidget* window, ExportWhat what)
    : Overlay(window, tr("Export"), 760), m_context(context), m_presenter(context.presenters.exporting)
{
    setObjectName(QStringLiteral("exportDialog"));
    auto* layout = new QVBoxLayout(frame());
    layout->setContentsMargins(kPadding, 20, kPadding, 20);
    layout->setSpacing(0);
    auto* head = new QHBoxLayout;
    auto* close = new IconButton(IconId::X, tr("Close"));
    close->setObjectName(QStringLiteral("closeExport"));
    connect(close, &IconButton::clicked, this, &Overlay::closeOverlay);
    head->addWidget(makeLabel(tr("Export"), TypeStep::Page));
    head->addStretch(1);
    head->addWidget(close);
    head->setContentsMargins(kOptionBleed, 0, 2, 8);
    layout->addLayout(head);

    if (const auto format = exportFormatFromName(
            m_context.settings.text(Setting::LastExportFormat).toStdString()))
        m_presenter.setFormat(*format);
    m_presenter.setWhat(what);

    auto* columns = new QHBoxLayout;
    columns->setContentsMargins(0, 0, kOptionBleed, 0);
    columns->setSpacing(4);
    columns->addLayout(addWhat(), 21);
    columns->addLayout(addFormats(), 21);
    columns->addLayout(addColumns(), 27);
    layout->addLayout(columns);
    addPreview(layout);
    addFile(layout);
    addButtons(layout);
    connectPresenter();
    m_presenter.refresh();
    // A selection is for this export only.
    connect(this, &Overlay::closed, &m_presenter, [&presenter = m_presenter] { presenter.setSelection({}); });
}

ExportDialog::~ExportDialog() = default;

QVBoxLayout* ExportDialog::addWhat()
{
    QVBoxLayout* column = titled(tr("What"));
    auto* group = new QWidget; // radio options are exclusive among siblings
    auto* rows = new QVBoxLayout(group);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    for (const ExportChoice& choice : m_presenter.choices()) {
        auto* row = new OptionRow(choice.name, choice.note);
        row->setObjectName(QStringLiteral("exportWhat.%1").arg(static_cast<int>(choice.what)));
        connect(row, &OptionRow::clicked, this, [this, what = choice.what] { m_presenter.setWhat(what); });
        rows->addWidget(row);
        m_whats[choice.what] = row;
    }
    column->addWidget(group);
    column->addStretch(1);
    return column;
}

QVBoxLayout* ExportDialog::addFormats()
{
    QVBoxLayout* column = titled(tr("Format"));
    auto* group = new QWidget;
    auto* rows = new QVBoxLayout(group);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    for (const ExportFormat format : kFormats) {
        auto* row = new OptionRow(ExportPresenter::formatName(format), ExportPresenter::formatNote(format));
        row->setObjectName(QStringLiteral("exportFormat.%1").arg(ExportPresenter::formatName(format)));
        connect(row, &OptionRow::clicked, this, [this, format] { m_presenter.setFormat(format); });
        rows->addWidget(row);
        m_formats[format] = row;
    }
    column->addWidget(group);
    column->addStretch(1);
    return column;
}

QVBoxLayout* ExportDialog::addColumns()
{
    QVBoxLayout* column = titled(tr("Columns"));
    m_columns = new QGridLayout;
    m_columns->setContentsMargins(kOptionBleed, 4, 0, 0);
    m_columns->setHorizontalSpacing(12);
    m_columns->setVerticalSpacing(0);
    column->addLayout(m_columns);
    column->addStretch(1);
    return column;
}

void ExportDialog::addPreview(QVBoxLayout* layout)
{
    auto* head = new QHBoxLayout;
    head->setContentsMargins(kOptionBleed, 14, kOptionBleed, 6);
    m_size = new ElidedLabel({}, TypeStep::Caption, ColorToken::Text2);
    m_size->setTabular(true);
    m_size->setObjectName(QStringLiteral("exportSize"));
    head->addWidget(makeLabel(tr("Preview"), TypeStep::Label, ColorToken::Text2));
    head->addWidget(m_size, 1);
    layout->addLayout(head);

    m_preview = new QTextEdit;
    m_preview->setAcceptRichText(false);
    m_preview->setObjectName(QStringLiteral("exportPreview"));
    m_preview->setAccessibleName(tr("Preview of the file"));
    m_preview->setProperty("twPreview", true);
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);
    m_preview->setLineWrapMode(QTextEdit::NoWrap);
    m_preview->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_preview->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_preview->setFont(theme().font(TypeStep::Mono));
    m_preview->document()->setDocumentMargin(0);
    m_preview->setFixedHeight(static_cast<int>(std::ceil(kPreviewLines * theme().lineHeight(TypeStep::Mono))) + 22);
    auto* inset = new QVBoxLayout;
    inset->setContentsMargins(kOptionBleed, 0, kOptionBleed, 0);
    inset->addWidget(m_preview);
    layout->addLayout(inset);

    auto* note = new QHBoxLayout;
    note->setContentsMargins(kOptionBleed, 8, kOptionBleed, 0);
    note->setSpacing(6);
    m_noteSign = new QLabel;
    m_noteSign->setFixedSize(16, 16);
    m_note = makeLabel({}, TypeStep::Caption, ColorToken::Text2, nullptr, true);
    m_note->setObjectName(QStringLiteral("exportNote"));
    m_note->setMinimumHeight(theme().scaled(16));
    note->addWidget(m_noteSign, 0, Qt::AlignTop);
    note->addWidget(m_note, 1);
    layout->addLayout(note);
}

void ExportDialog::addFile(QVBoxLayout* layout)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(kOptionBleed, 14, kOptionBleed, 0);
    row->setSpacing(8);
    QLabel* label = makeLabel(tr("File"), TypeStep::Small, ColorToken::Text2);
    m_file = new QLineEdit;
    m_file->setObjectName(QStringLiteral("exportFile"));
    m_file->setAccessibleName(tr("File to write"));
    m_file->addAction(icon(IconId::Folder, ColorToken::Text3), QLineEdit::LeadingPosition);
    label->setBuddy(m_file);
    auto* choose = new Button(tr("Choose…"));
    choose->setObjectName(QStringLiteral("chooseFileButton"));
    choose->setAccessibleName(tr("Choose the file to write"));
    row->addWidget(label);
    row->addSpacing(8);
    row->addWidget(m_file, 1);
    row->addWidget(choose);
    layout->addLayout(row);
    connect(choose, &Button::clicked, this, &ExportDialog::chooseFile);
    connect(m_file, &QLineEdit::textChanged, this, &ExportDialog::refresh);
    connect(m_file, &QLineEdit::returnPressed, this, &ExportDialog::exportNow);
}

void ExportDialog::addButtons(QVBoxLayout* layout)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(kOptionBleed, 20, kOptionBleed, 0);
    row->setSpacing(8);
    m_copy = new Button(tr("Copy"));
    m_copy->setObjectName(QStringLiteral("copyExportButton"));
    m_copy->setAccessibleName(tr("Copy the list"));
    m_copy->setToolTip(text::tip(tr("The whole list as text, to paste elsewhere")));
    auto* cancel = new Button(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancelExportButton"));
    m_export = new Button(QString());
    m_export->setObjectName(QStringLiteral("exportNowButton"));
    m_export->setKind(ButtonKind::Primary);
    row->addWidget(m_copy);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(m_export);
    layout->addLayout(row);
    connect(m_copy, &Button::clicked, &m_presenter, &ExportPresenter::copy);
    connect(cancel, &Button::clicked, this, &Overlay::closeOverlay);
    connect(m_export, &Button::clicked, this, &ExportDialog::exportNow);
}

void ExportDialog::connectPresenter()
{
    connect(&m_presenter, &ExportPresenter::changed, this, [this] {
        m_copiedNote.clear();
        suggestFile();
        refreshColumns();
        refresh();
        refreshPreview();
    });
    connect(&m_presenter, &ExportPresenter::previewChanged, this, &ExportDialog::refreshPreview);
    connect(&m_presenter, &ExportPresenter::copied, this, [this](const QString& text) {
        QGuiApplication::clipboard()->setText(text);
        m_copiedNote = tr("Copied. Paste it wherever you like.");
        refreshPreview();
    });
    // The lists may arrive while the dialog is open.
    const auto look = [this] { m_presenter.refresh(); };
    connect(&m_context.workspace, &Workspace::sessionChanged, this, look);
    connect(&m_context.presenters.recommend, &RecommendPresenter::changed, this, look);
    // The window's banner tells what went wrong; under the dialog it would not be seen.
    connect(&m_presenter, &ExportPresenter::failed, this, &Overlay::closeOverlay);
}

void ExportDialog::refresh()
{
    bool possible = false;
    for (const ExportChoice& choice : m_presenter.choices()) {
        OptionRow* row = m_whats.at(choice.what);
        row->setTitle(choice.name);
        row->setSubtitle(choice.note);
        row->setEnabled(choice.available);
        row->setChecked(choice.what == m_presenter.what());
        possible = possible || (choice.what == m_presenter.what() && choice.available);
    }
    m_formats.at(m_presenter.format())->setChecked(true);
    m_copy->setEnabled(possible);
    m_export->setEnabled(possible && !realPath(m_file->text()).isEmpty());
    m_export->setText(m_presenter.actText());
    m_export->updateGeometry();
}

void ExportDialog::refreshColumns()
{
    std::vector<ExportColumn> wanted;
    for (const ColumnChoice& choice : m_presenter.columns())
        wanted.push_back(choice.column);
    if (wanted == m_shownColumns)
        return;
    m_shownColumns = wanted;
    while (QLayoutItem* item = m_columns->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const auto& choices = m_presenter.columns();
    const int rows = choices.size() > 7 ? static_cast<int>((choices.size() + 1) / 2) : static_cast<int>(choices.size());
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const ColumnChoice& choice = choices[i];
        auto* box = new QCheckBox(choice.name);
        box->setObjectName(QStringLiteral("exportColumn.%1").arg(static_cast<int>(choice.column)));
        box->setFont(theme().font(TypeStep::Small));
        box->setFixedHeight(theme().scaled(28));
        box->setChecked(choice.on);
        box->setEnabled(!choice.fixed);
        if (choice.fixed)
            box->setToolTip(text::tip(tr("Always there")));
        connect(box, &QCheckBox::toggled, this,
                [this, column = choice.column](bool on) { m_presenter.setColumn(column, on); });
        m_columns->addWidget(box, static_cast<int>(i) % rows, static_cast<int>(i) / rows, Qt::AlignLeft);
    }
}

void ExportDialog::refreshPreview()
{
    const ExportPreview& preview = m_presenter.preview();
    if (m_preview->toPlainText() != preview.text) {
        m_preview->setPlainText(preview.text);
        QTextBlockFormat lines; // scripts of different heights keep one pace
        lines.setLineHeight(theme().lineHeight(TypeStep::Mono), QTextBlockFormat::FixedHeight);
        QTextCursor all(m_preview->document());
        all.select(QTextCursor::Document);
        all.mergeBlockFormat(lines);
    }
    m_size->setText(preview.sizeText);
    const bool warns = m_copiedNote.isEmpty() && preview.noteIsWarning;
    m_note->setText(m_copiedNote.isEmpty() ? preview.note : m_copiedNote);
    const IconId sign = !m_copiedNote.isEmpty() ? IconId::Check : warns ? IconId::Warn : IconId::Info;
    m_noteSign->setPixmap(m_note->text().isEmpty()
                              ? QPixmap()
                              : iconPixmap(sign, kIconField, theme().color(warns ? ColorToken::Warn : ColorToken::Text2),
                                           devicePixelRatioF()));
}

void ExportDialog::suggestFile()
{
    const QString before = realPath(m_file->text());
    const bool edited = !m_suggested.isEmpty() && m_file->text() != m_suggested;
    QString path;
    if (edited) {
        // The user's own name keeps its place; only its ending follows the format.
        const QFileInfo named(before);
        const QString ending = QFileInfo(m_presenter.suggestedFileName()).suffix();
        path = before.isEmpty() ? before : named.dir().filePath(named.completeBaseName() + QLatin1Char('.') + ending);
    } else {
        QString folder = m_context.settings.text(Setting::LastExportFolder);
        if (folder.isEmpty() || !QFileInfo(folder).isDir())
            folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        if (!QFileInfo(folder).isDir())
            folder = QDir::homePath();
        path = QDir(folder).filePath(m_presenter.suggestedFileName());
    }
    const QString text = shownPath(path);
    if (!edited)
        m_suggested = text;
    if (text != m_file->text())
        m_file->setText(text);
}

void ExportDialog::chooseFile()
{
    const QString ending = QFileInfo(m_presenter.suggestedFileName()).suffix();
    const QString file = m_context.dialogs.saveFile(
        this, tr("Export"), realPath(m_file->text()),
        QStringLiteral("%1 (*.%2)").arg(ExportPresenter::formatName(m_presenter.format()), ending));
    if (file.isEmpty())
        return;
    m_agreed = QDir::cleanPath(file);
    m_file->setText(shownPath(m_agreed));
    m_export->setFocus(Qt::OtherFocusReason);
}

void ExportDialog::exportNow()
{
    const QString path = realPath(m_file->text());
    if (!m_export->isEnabled() || path.isEmpty())
        return;
    const QFileInfo file(path);
    if (file.exists() && path != m_agreed
        && !m_context.dialogs.confirmLoss(this, tr("Replace “%1”?").arg(file.fileName()),
                                          tr("There is a file with this name in “%1”.").arg(shownPath(file.path())),
                                          tr("Replace the file")))
        return;
    m_context.settings.set(Setting::LastExportFolder, file.path());
    const std::string_view format = exportFormatName(m_presenter.format());
    m_context.settings.set(Setting::LastExportFormat,
                           QString::fromLatin1(format.data(), static_cast<qsizetype>(format.size())));
    m_presenter.writeTo(std::filesystem::path(path.toStdU16String()));
    closeOverlay();
}

void ExportDialog::focusFirst()
{
    if (m_export->isEnabled())
        m_export->setFocus(Qt::OtherFocusReason);
    else
        m_whats.begin()->second->setFocus(Qt::OtherFocusReason);
}

} // namespace tw::ui
