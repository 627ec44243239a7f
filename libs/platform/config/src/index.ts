export { Settings, readSettings, SettingsRefused } from './settings.js';
export { isExampleSecret, isInEarnest, refuseExampleSecrets } from './example-secrets.js';
export { SettingsModule } from './settings.module.js';
export { projectRoot } from './project-root.js';
export { changedField, changedFields, changesOf, namesSomething, type ChangedField } from './settings-change.js';
