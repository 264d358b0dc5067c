import type portal from '../locales/lv/portal.json';
import type shared from '../locales/lv/shared.json';
import { createI18n, type Texts } from '../shared/i18n/create-i18n';
import { merge } from '../shared/i18n/merge';

export type TextKey = keyof typeof shared | keyof typeof portal;
export type PortalTexts = Texts<TextKey>;

/** The portal's texts; one language is loaded at a time. */
export const i18n = createI18n<TextKey>({
  lv: async () => merge(await import('../locales/lv/shared.json'), await import('../locales/lv/portal.json')),
  en: async () => merge(await import('../locales/en/shared.json'), await import('../locales/en/portal.json')),
});

export const useTexts = i18n.useTexts;
