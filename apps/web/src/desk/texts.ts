import type announcementsLv from '../locales/lv/announcements.json';
import type approvalsLv from '../locales/lv/approvals.json';
import type assetsLv from '../locales/lv/assets.json';
import type calendarsLv from '../locales/lv/calendars.json';
import type campaignsLv from '../locales/lv/campaigns.json';
import type changeCalendarLv from '../locales/lv/change-calendar.json';
import type changesLv from '../locales/lv/changes.json';
import type clocksLv from '../locales/lv/clocks.json';
import type complianceLv from '../locales/lv/compliance.json';
import type deskLv from '../locales/lv/desk.json';
import type indicatorsLv from '../locales/lv/indicators.json';
import type meetingsLv from '../locales/lv/meetings.json';
import type policiesLv from '../locales/lv/policies.json';
import type reportsLv from '../locales/lv/reports.json';
import type satisfactionLv from '../locales/lv/satisfaction.json';
import type sharedLv from '../locales/lv/shared.json';
import type surveyBuilderLv from '../locales/lv/survey-builder.json';
import type surveyResultsLv from '../locales/lv/survey-results.json';
import type templatesLv from '../locales/lv/templates.json';
import type whatIfLv from '../locales/lv/what-if.json';
import { createI18n, type Texts } from '../shared/i18n/create-i18n';
import { mergeAll } from '../shared/i18n/merge';

export type TextKey =
  | keyof typeof sharedLv
  | keyof typeof deskLv
  | keyof typeof reportsLv
  | keyof typeof announcementsLv
  | keyof typeof approvalsLv
  | keyof typeof assetsLv
  | keyof typeof calendarsLv
  | keyof typeof campaignsLv
  | keyof typeof changeCalendarLv
  | keyof typeof changesLv
  | keyof typeof clocksLv
  | keyof typeof complianceLv
  | keyof typeof indicatorsLv
  | keyof typeof meetingsLv
  | keyof typeof policiesLv
  | keyof typeof satisfactionLv
  | keyof typeof surveyBuilderLv
  | keyof typeof surveyResultsLv
  | keyof typeof templatesLv
  | keyof typeof whatIfLv;
export type DeskTexts = Texts<TextKey>;

/** Texts of the desk, the reports and the administration; one language is loaded at a time. */
export const i18n = createI18n<TextKey>({
  lv: () =>
    mergeAll(
      import('../locales/lv/shared.json'),
      import('../locales/lv/desk.json'),
      import('../locales/lv/reports.json'),
      import('../locales/lv/announcements.json'),
      import('../locales/lv/approvals.json'),
      import('../locales/lv/assets.json'),
      import('../locales/lv/calendars.json'),
      import('../locales/lv/campaigns.json'),
      import('../locales/lv/change-calendar.json'),
      import('../locales/lv/changes.json'),
      import('../locales/lv/clocks.json'),
      import('../locales/lv/compliance.json'),
      import('../locales/lv/meetings.json'),
      import('../locales/lv/policies.json'),
      import('../locales/lv/satisfaction.json'),
      import('../locales/lv/survey-builder.json'),
      import('../locales/lv/templates.json'),
      import('../locales/lv/what-if.json'),
      import('../locales/lv/indicators.json'),
      import('../locales/lv/survey-results.json'),
    ),
  en: () =>
    mergeAll(
      import('../locales/en/shared.json'),
      import('../locales/en/desk.json'),
      import('../locales/en/reports.json'),
      import('../locales/en/announcements.json'),
      import('../locales/en/approvals.json'),
      import('../locales/en/assets.json'),
      import('../locales/en/calendars.json'),
      import('../locales/en/campaigns.json'),
      import('../locales/en/change-calendar.json'),
      import('../locales/en/changes.json'),
      import('../locales/en/clocks.json'),
      import('../locales/en/compliance.json'),
      import('../locales/en/meetings.json'),
      import('../locales/en/policies.json'),
      import('../locales/en/satisfaction.json'),
      import('../locales/en/survey-builder.json'),
      import('../locales/en/templates.json'),
      import('../locales/en/what-if.json'),
      import('../locales/en/indicators.json'),
      import('../locales/en/survey-results.json'),
    ),
});

export const useTexts = i18n.useTexts;
