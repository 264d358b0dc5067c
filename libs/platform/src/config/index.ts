export * from './settings.js';
export { type SettingLine, settingLines } from './setting-lines.js';
