#pragma once

class QWidget;

namespace tane {

/// A short guide to the whole job. Stays open beside the window.
void showGuide(QWidget *parent);
/// Version, licence, and the works of others inside.
void showAbout(QWidget *parent);

} // namespace tane
