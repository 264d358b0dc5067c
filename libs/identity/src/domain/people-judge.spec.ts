import { type KeptPerson, type PeopleFound, PeopleJudge, type PersonLine } from './people-judge.js';
import { searchText } from './search-text.js';

const HOME = '10000000-0000-4000-8000-000000000001';
const AWAY = '10000000-0000-4000-8000-000000000002';
const UNIT = '20000000-0000-4000-8000-000000000001';

function kept(more: Partial<KeptPerson> = {}): KeptPerson {
  const person = {
    ...{ id: 'anna', login: 'anna', name: 'Anna Ozola', email: null, phone: null, locale: 'lv' as const, institutionId: HOME },
    ...{ unitId: null, externalId: 'P-1', leavesOn: null, active: true, source: 'file:hr', hasPassword: false, elevated: false },
    ...more,
  };
  return { ...person, searchText: searchText(person) };
}

function found(...people: KeptPerson[]): PeopleFound {
  const by = (key: 'id' | 'externalId' | 'login'): Map<string, KeptPerson> =>
    new Map(people.flatMap((one) => (one[key] === null ? [] : [[one[key], one] as const])));
  const institutionOfUnit = new Map([[UNIT, HOME]]);
  return { byId: by('id'), byExternalId: by('externalId'), byLogin: by('login'), institutionOfUnit };
}

const line = (fields: PersonLine['fields'], id: string | null = null): PersonLine => ({ line: 2, id, fields });
const keepers = (...administrators: string[]) => ({ administrator: new Set(administrators), manager: new Set(['m']) });
const judge = (more: Partial<ConstructorParameters<typeof PeopleJudge>[0]> = {}): PeopleJudge =>
  new PeopleJudge({ source: 'file:hr', actorId: 'admin', keepers: keepers('admin', 'other'), link: false, ...more });
const codes = (judged: ReturnType<PeopleJudge['judge']>): string[] =>
  'faults' in judged ? judged.faults.map(({ code }) => code) : [judged.action];

describe('a line about a person', () => {
  it('adds whoever is not known by the external identifier, once he has a name and an institution', () => {
    expect(judge().judge(line({ externalId: 'P-2', name: 'Jānis', institutionId: HOME, unitId: UNIT }), found())).toMatchObject({
      action: 'add',
      after: { externalId: 'P-2', source: 'file:hr', active: true, unitId: UNIT, searchText: ' janis' },
    });
    expect(codes(judge().judge(line({ externalId: 'P-2', name: 'Jānis' }), found()))).toEqual(['needed-for-new']);
    expect(codes(judge().judge(line({ externalId: 'P-2', institutionId: HOME }), found()))).toEqual(['needed-for-new']);
    expect(codes(judge().judge(line({ externalId: 'P-2', name: 'Jānis', institutionId: AWAY, unitId: UNIT }), found()))).toEqual([
      'unit-elsewhere',
    ]);
    expect(codes(judge().judge(line({ externalId: 'P-2', name: 'J', institutionId: HOME, active: false }), found()))).toEqual(['same']);
  });

  it('leaves alone what it does not name, and changes nothing the second time', () => {
    expect(codes(judge().judge(line({ externalId: 'P-1', name: 'Anna Ozola' }), found(kept())))).toEqual(['same']);
    expect(judge().judge(line({ externalId: 'P-1', name: 'Anna Liepa', phone: '67000000' }), found(kept()))).toMatchObject({
      action: 'change',
      after: { login: 'anna', searchText: ' anna liepa anna' },
      changes: { name: { from: 'Anna Ozola', to: 'Anna Liepa' }, phone: { from: null, to: '67000000' } },
    });
  });

  it('takes the unit away from whoever comes to another institution', () => {
    const before = kept({ unitId: UNIT });
    expect(judge().judge(line({ externalId: 'P-1', institutionId: AWAY }), found(before))).toMatchObject({ after: { unitId: null } });
    expect(codes(judge().judge(line({ externalId: 'P-1', institutionId: AWAY, unitId: UNIT }), found(before)))).toEqual(['unit-elsewhere']);
  });

  it('answers from now on for whoever was kept by hand, and leaves what another source keeps', () => {
    expect(judge().judge(line({ externalId: 'P-1' }), found(kept({ source: null })))).toMatchObject({
      action: 'change',
      changes: { source: { from: null, to: 'file:hr' } },
    });
    const elsewhere = kept({ source: 'ldap:main' });
    expect(codes(judge().judge(line({ externalId: 'P-1', name: 'X' }), found(elsewhere)))).toEqual(['other-source']);
    expect(codes(judge().judge(line({ externalId: 'P-1' }), found(elsewhere)))).toEqual(['same']);
  });

  it('edits the record that it names by our own id without answering for it', () => {
    const hand = kept({ source: null, externalId: null });
    expect(codes(judge().judge(line({ name: 'Anna Ozola' }, 'anna'), found(hand)))).toEqual(['same']);
    expect(judge().judge(line({ externalId: 'P-9' }, 'anna'), found(hand))).toMatchObject({ after: { externalId: 'P-9', source: null } });
    expect(codes(judge().judge(line({ name: 'X' }, 'nobody'), found(hand)))).toEqual(['id-unknown']);
    expect(codes(judge().judge(line({ externalId: 'P-1' }, 'anna'), found(hand, kept({ id: 'b', login: null }))))).toEqual([
      'external-id-taken',
    ]);
  });

  it('finds a person kept by hand by his login only where that is allowed, and never one with a great role', () => {
    const hand = kept({ source: null, externalId: null });
    const row = line({ externalId: 'P-7', login: 'anna', name: 'Anna Ozola', institutionId: HOME });
    expect(codes(judge().judge(row, found(hand)))).toEqual(['login-taken']);
    expect(judge({ link: true }).judge(row, found(hand))).toMatchObject({ action: 'change', id: 'anna', after: { externalId: 'P-7' } });
    expect(codes(judge({ link: true }).judge(row, found({ ...hand, elevated: true })))).toEqual(['login-taken']);
  });

  it('refuses a login that is another person’s, stands in the set twice, or is taken away from a password', () => {
    const other = kept({ id: 'b', externalId: 'P-5', login: 'berta' });
    expect(codes(judge().judge(line({ externalId: 'P-1', login: 'berta' }), found(kept(), other)))).toEqual(['login-taken']);
    const one = judge();
    one.judge(line({ externalId: 'P-2', login: 'new', name: 'A', institutionId: HOME }), found());
    expect(codes(one.judge(line({ externalId: 'P-3', login: 'new', name: 'B', institutionId: HOME }), found()))).toEqual(['login-twice']);
    expect(codes(judge().judge(line({ externalId: 'P-1', login: null }), found(kept({ hasPassword: true }))))).toEqual(['login-needed']);
    expect(codes(judge().judge(line({ externalId: 'P-1', login: null }), found(kept())))).toEqual(['change']);
  });

  it('ends accounts, but neither one’s own nor the last administrator’s', () => {
    expect(codes(judge().judge(line({ externalId: 'P-1', active: false }), found(kept())))).toEqual(['end']);
    expect(codes(judge({ actorId: 'anna' }).judge(line({ externalId: 'P-1', active: false }), found(kept())))).toEqual(['leaving-self']);
    const two = judge({ keepers: keepers('anna', 'b') });
    const people = found(kept(), kept({ id: 'b', externalId: 'P-2', login: 'b' }));
    expect(codes(two.judge(line({ externalId: 'P-1', active: false }), people))).toEqual(['end']);
    expect(codes(two.judge(line({ externalId: 'P-2', active: false }), people))).toEqual(['last-administrator']);
    expect(codes(judge().judge(line({ externalId: 'P-1', active: false }), found(kept({ id: 'm' }))))).toEqual(['last-manager']);
  });

  it('brings back whom a source ended, and not whom somebody ended by hand', () => {
    expect(codes(judge().judge(line({ externalId: 'P-1', active: true }), found(kept({ active: false }))))).toEqual(['change']);
    const byHand = kept({ active: false, leavesOn: '2026-11-01' });
    expect(codes(judge().judge(line({ externalId: 'P-1', active: true }), found(byHand)))).toEqual(['ended-by-hand']);
    expect(codes(judge().judge(line({ externalId: 'P-1', active: false }), found(byHand)))).toEqual(['same']);
  });
});
