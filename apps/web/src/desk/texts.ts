import { createI18n, type Texts } from '../shared/i18n/create-i18n';
import type { texts as later } from './later-texts-lv';
import type { texts as first } from './texts-lv';

export type TextKey = keyof typeof first | keyof typeof later;
export type DeskTexts = Texts<TextKey>;

/** Texts of the desk, the reports and the administration; one language is loaded at a time, as two files: dozens of small ones kept the first picture waiting. */
export const i18n = createI18n<keyof typeof first, keyof typeof later>(
  { lv: async () => (await import('./texts-lv')).texts, en: async () => (await import('./texts-en')).texts },
  { lv: async () => (await import('./later-texts-lv')).texts, en: async () => (await import('./later-texts-en')).texts },
);

export const useTexts = i18n.useTexts;
