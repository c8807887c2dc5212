// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

class QWidget;

namespace tw::ui {

/// Asks the user for files and for a yes before something is lost for good. A seam: tests set the next answer, so no
/// dialog opens.
class DialogService : public QObject {
    Q_OBJECT
public:
    explicit DialogService(QObject* parent = nullptr) : QObject(parent) {}

    /// Files to import; empty when cancelled.
    virtual QStringList openFiles(QWidget* parent, const QString& title, const QString& folder, const QString& filter);
    /// A file to write (its name completed by `extension`); empty when cancelled.
    virtual QString saveFile(QWidget* parent, const QString& title, const QString& suggested, const QString& filter);
    virtual QString chooseFolder(QWidget* parent, const QString& title, const QString& folder);
    /// Before something that undo can't mend. `act` names the act and the object: "Delete 18 likes".
    virtual bool confirmLoss(QWidget* parent, const QString& question, const QString& explanation, const QString& act);
};

/// Answers from a script instead of a person.
class ScriptedDialogs : public DialogService {
    Q_OBJECT
public:
    using DialogService::DialogService;
    QStringList openFiles(QWidget*, const QString&, const QString&, const QString&) override { return files; }
    QString saveFile(QWidget*, const QString&, const QString&, const QString&) override { return file; }
    QString chooseFolder(QWidget*, const QString&, const QString&) override { return folder; }
    bool confirmLoss(QWidget*, const QString& question, const QString&, const QString&) override
    {
        asked.append(question);
        return yes;
    }
    QStringList files;
    QString file;
    QString folder;
    bool yes = true;
    QStringList asked;
};

} // namespace tw::ui
