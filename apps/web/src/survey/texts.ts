import type survey from '../locales/lv/survey.json';
import { makeTexts, type Texts } from '../shared/i18n/create-i18n';
import type { Locale, Message } from '../shared/i18n/messages';

export type SurveyKey = keyof typeof survey;
export type SurveyTexts = Texts<SurveyKey>;

const catalogues: Record<Locale, () => Promise<{ default: Readonly<Record<SurveyKey, Message>> }>> = {
  lv: () => import('../locales/lv/survey.json'),
  en: () => import('../locales/en/survey.json'),
};

/** The respondent's texts in one language. They are no part of the page's: a preview speaks another language than the screen around it. */
export async function surveyTexts(locale: Locale): Promise<SurveyTexts> {
  return makeTexts(locale, (await catalogues[locale]()).default);
}
