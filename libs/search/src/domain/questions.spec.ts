import { documentTerms, mark } from './document-terms.js';
import { foldLetters } from './fold.js';
import { excerptOf, holdsPhrase, marksIn, type Wanted } from './mark-text.js';
import { parseQuery } from './parse-query.js';
import { keyOf, sliceOf } from './slice.js';
import { slipDistance, slipsAllowed } from './slip-distance.js';
import { stemsOf } from './words.js';
import type { Instant } from '#kernel';
import type { TicketText } from '#tickets';

const wanted = (...words: string[]): Wanted => ({ stems: new Set(words.flatMap((word) => stemsOf(word).stems)), beginnings: [] });
const cut = (text: string, marks: readonly (readonly [number, number])[]): string[] => marks.map(([from, to]) => text.slice(from, to));

describe('A question', () => {
  const words = (q: string, typing = false): string[] =>
    parseQuery(q, { typing }).words.map(({ bare, prefix }) => (prefix ? `${bare}*` : bare));

  it('is read word by word, without those that say nothing', () => {
    expect(words('Nevar pieslēgties pie VPN un e-pasta')).toEqual(['nevar', 'pieslegties', 'vpn', 'pasta']);
    expect(words('un vai')).toEqual([]);
  });

  it('may hold beginnings of words', () => {
    expect(words('prin* tīkla')).toEqual(['prin*', 'tikla']);
    expect(words('tīkla prin', true)).toEqual(['tikla', 'prin*']);
    expect(words('tīkla prin ', true)).toEqual(['tikla', 'prin']);
  });

  it('may hold phrases in the quotes of either language', () => {
    expect(parseQuery('„lēns tīkls” printeris').phrases).toEqual([['lens', 'tikls']]);
    expect(parseQuery('"nav savienojuma"').phrases).toEqual([['nav', 'savienojuma']]);
    expect(parseQuery('"viens').phrases).toEqual([]);
  });

  it('has ten words at most, each once', () => {
    expect(words('dators Dators dators')).toEqual(['dators']);
    expect(words(Array.from({ length: 40 }, (_, at) => `vards${at}`).join(' '))).toHaveLength(10);
  });

  it('is read in a time that grows with its length only', () => {
    const begun = performance.now();
    parseQuery(`${'"'.repeat(5_000)}${'a*'.repeat(5_000)}`);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});

describe('A hit', () => {
  const title = 'Printerī iestrēdzis papīrs, printeris pīkst';

  it('marks every form of a word, in places of the text as it was written', () => {
    expect(cut(title, marksIn(title, wanted('printeris')))).toEqual(['Printerī', 'printeris']);
    expect(cut(title, marksIn(title, { stems: new Set(), beginnings: ['pap'] }))).toEqual(['papīrs']);
    expect(marksIn('<b>datora</b>', wanted('dators'))).toEqual([[3, 9]]);
  });

  it('shows the text around its first word on one line', () => {
    const text = `${'Sākumā viss bija kārtībā. '.repeat(10)}Tad\npārtrūka tīkls.${' Un tā visu dienu.'.repeat(20)}`;
    const excerpt = excerptOf(text, wanted('tīklu'));
    expect(excerpt?.text).toMatch(/^… .*Tad pārtrūka tīkls\..* …$/);
    expect(excerpt?.text.length).toBeLessThan(200);
    expect(cut(excerpt?.text ?? '', excerpt?.marks ?? [])).toEqual(['tīkls']);
    expect(excerptOf('Nekā tāda', wanted('tīkls'))).toBeUndefined();
  });

  it('holds a phrase only where its words follow each other in these forms', () => {
    expect(holdsPhrase('Birojā ļoti LĒNS tīkls!', ['lens', 'tikls'])).toBe(true);
    expect(holdsPhrase('Lēns birojā tīkls', ['lens', 'tikls'])).toBe(false);
    expect(holdsPhrase('Lēna tīkla dēļ', ['lens', 'tikls'])).toBe(false);
  });
});

describe('A slip of the fingers', () => {
  it('is a letter left out, added, changed or swapped', () => {
    expect(slipDistance('printer', 'prnter', 2)).toBe(1);
    expect(slipDistance('printer', 'prinnter', 2)).toBe(1);
    expect(slipDistance('printer', 'prunter', 2)).toBe(1);
    expect(slipDistance('printer', 'pritner', 2)).toBe(1);
    expect(slipDistance('printer', 'monitor', 2)).toBeGreaterThan(2);
  });

  it('is forgiven in longer words more than in short ones', () => {
    expect([2, 3, 5, 7, 8, 12].map(slipsAllowed)).toEqual([0, 0, 1, 1, 2, 2]);
  });
});

describe('A document', () => {
  const at = 1_790_000_000_000_000 as Instant;
  const ticket = {
    ...{ id: 't', number: 'INC-2026-000001', type: 'incident', title: 'Lēns tīkls', description: 'Otrajā stāvā.', state: 'new' },
    ...{ requesterId: 'r', affectedUserId: 'a', createdById: 'r', institutionId: 'i', serviceId: 's', groupId: 'g', assigneeId: null },
    ...{ watcherIds: ['w'], pastGroupIds: ['old'], submittedAt: at },
    comments: [
      { body: 'Pārstartēju maršrutētāju', visibility: 'public' },
      { body: 'Lietotājs tīkls slepens', visibility: 'internal' },
    ],
  } as unknown as TicketText;

  it('is found by all its words, and knows which stand in internal notes alone', () => {
    const terms = documentTerms(ticket);
    expect(terms.title).toEqual(['len', 'tikl']);
    expect(terms.all).toEqual(expect.arrayContaining(['len', 'tikl', 'slepen', 'lietot']));
    expect(terms.internal).toEqual(['lietot', 'slepen']);
    expect(terms.samples.get('tikl')).toBe('tīkls');
  });

  it('bears marks of its people and groups, past ones too, and of its title while it is open', () => {
    const marks = (one: TicketText): string[] => documentTerms(one).all.filter((term) => term.startsWith(':'));
    const places = [':t:incident', ':i:i', ':s:s', ':p:r', ':p:a', ':p:w', ':g:g', ':g:old'];
    expect(marks(ticket)).toEqual([...places, mark.open, ':o:len', ':o:tikl']);
    expect(marks({ ...ticket, state: 'closed' })).toEqual(places);
  });

  it('is bounded, however much was pasted into it', () => {
    const log = Array.from({ length: 9_000 }, (_, nth) => `rinda${nth}x`).join(' ');
    expect(documentTerms({ ...ticket, description: log }).all.length).toBeLessThan(2_100);
  });

  it('lies in the slice of its week; its keys are exact numbers', () => {
    expect(sliceOf(at)).toBe(2959);
    expect(keyOf(sliceOf(at), 2 ** 31 - 1)).toBeLessThan(Number.MAX_SAFE_INTEGER);
    expect(keyOf(2959, 5) - keyOf(2958, 5)).toBe(2 ** 31);
  });
});

describe('Letters', () => {
  it('lose their marks and keep their places', () => {
    expect(foldLetters('ĀČĒĢĪĶĻŅŠŪŽ Öß')).toBe('acegiklnsuz oß');
    expect(foldLetters('🖨 ļ')).toHaveLength('🖨 ļ'.length);
  });
});
