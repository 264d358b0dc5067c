import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';
import { i18n, useTexts, type DeskTexts } from '../texts';

export type ReferenceWord = components['schemas']['ReferenceWordResponse'];
export type ReferenceList = ReferenceWord['list'];

const MINUTE = 60_000;
const shipped = { hold_reason: 'hold', resolution_code: 'resolution', category: 'category' } as const;

/** The texts that a word stands for; what the desk says of a shipped reason and its clocks stays. */
function textsOf(word: ReferenceWord, locale: 'lv' | 'en'): [string, string][] {
  const name = locale === 'lv' ? word.nameLv : word.nameEn;
  const named: [string, string] = [`${shipped[word.list]}.${word.code}`, name];
  if (word.list !== 'hold_reason' || word.builtIn) return [named];
  const description = (locale === 'lv' ? word.descriptionLv : word.descriptionEn) ?? '';
  return [named, [`notice.clock.${word.code}`, description], [`sla.pause.${word.code}`, name]];
}

async function readWords(): Promise<ReferenceWord[]> {
  const { items } = await bodyOf(api.GET('/api/v1/reference-words'));
  const all = (locale: 'lv' | 'en') => Object.fromEntries(items.flatMap((word) => textsOf(word, locale)));
  i18n.lay({ lv: all('lv'), en: all('en') });
  return items;
}

/** Hold reasons, resolution codes and categories; reading them lays their names over the texts. The router loads them before any page. */
export const referenceQuery = queryOptions({ queryKey: ['reference-words'], queryFn: readWords, staleTime: MINUTE, retry: 1 });

/** What a ticket is about, by its name; empty where nobody has said. */
export function categoryName({ t, has }: DeskTexts, code: string | null): string {
  const key = `category.${code}`;
  return code === null ? '' : has(key) ? t(key) : code;
}

/** What can be chosen from a list, in its order; `kept` stays choosable though it is out of use. */
export function useReferenceChoices(list: ReferenceList, kept?: string | null): { value: string; text: string; detail?: string }[] {
  const texts = useTexts();
  const { data = [] } = useQuery(referenceQuery);
  const lv = texts.locale === 'lv';
  return data
    .filter((word) => word.list === list && !word.ofSystem && (word.active || word.code === kept))
    .map((word) => {
      const clock = `notice.clock.${word.code}`;
      const ofClock = list === 'hold_reason' && word.builtIn && texts.has(clock) ? texts.t(clock) : null;
      const detail = [lv ? word.descriptionLv : word.descriptionEn, ofClock].filter(Boolean).join(' ');
      return { value: word.code, text: lv ? word.nameLv : word.nameEn, ...(detail ? { detail } : {}) };
    });
}
