import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';

export type NoticeText = components['schemas']['NoticeTextResponse'];
export type Language = 'lv' | 'en';
/** Words of both languages. */
export type Words = Record<Language, string>;

export const LANGUAGES: readonly Language[] = ['lv', 'en'];

const at = (key: string) => ({ path: { key } });

/** The words of notices and mails; the keys begin with `admin`, so a change of the set-up reads them anew. */
export const textQueries = {
  list: () => queryOptions({ queryKey: ['admin', 'texts'], queryFn: async () => (await bodyOf(api.GET('/api/v1/notice-texts'))).items }),
  one: (key: string) =>
    queryOptions({
      queryKey: ['admin', 'text', key],
      queryFn: () => bodyOf(api.GET('/api/v1/notice-texts/{key}', { params: at(key) })),
    }),
  sample: (key: string, locale: Language, text: string) =>
    queryOptions({
      queryKey: ['admin', 'text-sample', key, locale, text],
      queryFn: ({ signal }) =>
        bodyOf(api.GET('/api/v1/notice-texts/{key}/sample', { params: { ...at(key), query: { locale, text } }, signal })),
      placeholderData: (before) => before,
    }),
};

/** A key as it stands in an address of the desk: what ends like a file's name is no page. */
export const inAddress = (key: string): string => key.replaceAll('.', '~');

export const keyOf = (address: string): string => address.replaceAll('~', '.');

/** Address of the made-up mail, drawn as its reader sees it. */
export function pageOfSample(key: string, locale: Language, text: string): string {
  return `/api/v1/notice-texts/${encodeURIComponent(key)}/page?${new URLSearchParams({ locale, text }).toString()}`;
}
