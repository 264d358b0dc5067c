import { createI18n, type Texts } from '../shared/i18n/create-i18n';
import type { texts as lv } from './texts-lv';

export type TextKey = keyof typeof lv;
export type PortalTexts = Texts<TextKey>;

/** The portal's texts; one language is loaded at a time, as one file: dozens of small ones kept the first picture waiting. */
export const i18n = createI18n<TextKey>({
  lv: async () => (await import('./texts-lv')).texts,
  en: async () => (await import('./texts-en')).texts,
});

export const useTexts = i18n.useTexts;
