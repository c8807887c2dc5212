// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/shell/dialog_service.h"

#include "ui/widgets/kit/button.h"

#include <QFileDialog>
#include <QMessageBox>

namespace tw::ui {

QStringList DialogService::openFiles(QWidget* parent, const QString& title, const QString& folder,
                                     const QString& filter)
{
    return QFileDialog::getOpenFileNames(parent, title, folder, filter);
}

QString DialogService::saveFile(QWidget* parent, const QString& title, const QString& suggested, const QString& filter)
{
    return QFileDialog::getSaveFileName(parent, title, suggested, filter);
}

QString DialogService::chooseFolder(QWidget* parent, const QString& title, const QString& folder)
{
    return QFileDialog::getExistingDirectory(parent, title, folder);
}

bool DialogService::confirmLoss(QWidget* parent, const QString& question, const QString& explanation,
                                const QString& act)
{
    QMessageBox box(parent);
    box.setTextFormat(Qt::PlainText);
    box.setText(question);
    box.setInformativeText(explanation);
    QPushButton* yes = box.addButton(act, QMessageBox::DestructiveRole);
    setButtonKind(yes, ButtonKind::Danger);
    QPushButton* no = box.addButton(tr("Keep"), QMessageBox::RejectRole);
    box.setDefaultButton(no);
    box.setEscapeButton(no);
    box.exec();
    return box.clickedButton() == yes;
}

} // namespace tw::ui
