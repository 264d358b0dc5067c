import type disruptions from '../locales/lv/disruptions.json';
import type approvals from '../locales/lv/approvals.json';
import type portal from '../locales/lv/portal.json';
import type changes from '../locales/lv/portal-changes.json';
import type shared from '../locales/lv/shared.json';
import { createI18n, type Texts } from '../shared/i18n/create-i18n';
import { mergeAll } from '../shared/i18n/merge';

export type TextKey = keyof typeof shared | keyof typeof portal | keyof typeof changes | keyof typeof disruptions | keyof typeof approvals;
export type PortalTexts = Texts<TextKey>;

/** The portal's texts; one language is loaded at a time. */
export const i18n = createI18n<TextKey>({
  lv: () =>
    mergeAll(
      import('../locales/lv/shared.json'),
      import('../locales/lv/portal.json'),
      import('../locales/lv/portal-changes.json'),
      import('../locales/lv/disruptions.json'),
      import('../locales/lv/approvals.json'),
    ),
  en: () =>
    mergeAll(
      import('../locales/en/shared.json'),
      import('../locales/en/portal.json'),
      import('../locales/en/portal-changes.json'),
      import('../locales/en/disruptions.json'),
      import('../locales/en/approvals.json'),
    ),
});

export const useTexts = i18n.useTexts;
