import type calendarsLv from '../locales/lv/calendars.json';
import type deskLv from '../locales/lv/desk.json';
import type reportsLv from '../locales/lv/reports.json';
import type sharedLv from '../locales/lv/shared.json';
import { createI18n, type Texts } from '../shared/i18n/create-i18n';
import { merge } from '../shared/i18n/merge';

export type TextKey = keyof typeof sharedLv | keyof typeof deskLv | keyof typeof reportsLv | keyof typeof calendarsLv;
export type DeskTexts = Texts<TextKey>;

/** Texts of the desk, the reports and the administration; one language is loaded at a time. */
export const i18n = createI18n<TextKey>({
  lv: async () => {
    const [shared, desk, reports, calendars] = await Promise.all([
      import('../locales/lv/shared.json'),
      import('../locales/lv/desk.json'),
      import('../locales/lv/reports.json'),
      import('../locales/lv/calendars.json'),
    ]);
    return merge({ default: merge({ default: merge(shared, desk) }, reports) }, calendars);
  },
  en: async () => {
    const [shared, desk, reports, calendars] = await Promise.all([
      import('../locales/en/shared.json'),
      import('../locales/en/desk.json'),
      import('../locales/en/reports.json'),
      import('../locales/en/calendars.json'),
    ]);
    return merge({ default: merge({ default: merge(shared, desk) }, reports) }, calendars);
  },
});

export const useTexts = i18n.useTexts;
