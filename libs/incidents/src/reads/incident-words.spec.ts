import { readFileSync } from 'node:fs';
import { INCIDENT_WORDS } from './incident-words.js';

const catalogue = (locale: string): Record<string, unknown> =>
  JSON.parse(readFileSync(`libs/incidents/src/locales/${locale}.json`, 'utf8')) as Record<string, unknown>;

/** The ends of the keys of those that are told in several ways. */
const ENDS: Readonly<Record<string, readonly string[]>> = {
  'incidents.assigned': ['-group', '-person'],
  'incidents.categorised': ['-set', '-changed', '-removed'],
};

describe('the history of an incident', () => {
  it.each(['lv', 'en'])('has a sentence for every event that it tells (%s)', (locale) => {
    const texts = catalogue(locale);
    const lacking = Object.entries(INCIDENT_WORDS)
      .flatMap(([type, { variant }]) => (variant ? (ENDS[type] ?? ['-?']).map((end) => `${type}${end}`) : [type]))
      .map((type) => type.replace('incidents.', 'history.'))
      .filter((key) => typeof texts[key] !== 'string');
    expect(lacking).toEqual([]);
  });

  it('tells staff of rows of an imported log that changed nothing', () => {
    const word = INCIDENT_WORDS['incidents.source-updated']!;
    expect(word.audience).toBe('staff');
    expect(word.values?.({ payload: { state: 'Awaiting Vendor' } } as never)).toEqual({ state: 'Awaiting Vendor' });
  });
});
