export { Settings, readSettings, SettingsRefused } from './settings.js';
export { SettingsModule } from './settings.module.js';
export { projectRoot } from './project-root.js';
