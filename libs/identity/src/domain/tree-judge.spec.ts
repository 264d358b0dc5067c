import type { ImportLine } from './import-line.js';
import { type Kept, TreeJudge, type TreeRecord, type TreeRules } from './tree-judge.js';

type Unit = TreeRecord & { readonly house: string; readonly active: boolean };

const rules: TreeRules<Unit> = {
  fresh: (fields) =>
    fields.nameLv
      ? { fields: { house: 'A', active: true, externalId: null, parentId: null, nameLv: '', nameEn: '', ...fields } }
      : { needs: 'name_lv' },
  refuses: (before, after) => (before && before.house !== after.house ? ['institution', 'unit-stays', before.nameLv] : undefined),
  house: ({ house }) => house,
  inUse: ({ active }) => active,
  ends: (before, after) => before.active && !after.active,
  claim: () => ({}),
};
const unit = (id: string, parentId: string | null = null, more: Partial<Unit> = {}): Kept<Unit> => ({
  ...{ id, externalId: `X-${id}`, parentId, nameLv: `Daļa ${id}`, nameEn: `Division ${id}`, house: 'A', active: true },
  ...more,
});
let place = 1;
const line = (fields: Partial<Unit>, id: string | null = null): ImportLine<Unit> => ({ line: (place += 1), id, fields });

function judged(kept: readonly Kept<Unit>[], ...lines: ImportLine<Unit>[]) {
  const { done, faults } = new TreeJudge(kept, rules).judge(lines);
  return { done, codes: faults.map(({ code }) => code), actions: done.map(({ action }) => action) };
}

describe('lines about a tree', () => {
  it('puts new records below new records, whatever their order in the file', () => {
    const { done, codes } = judged([], line({ externalId: 'N-2', nameLv: 'B', parentId: 'N-1' }), line({ externalId: 'N-1', nameLv: 'A' }));
    expect(codes).toEqual([]);
    expect(done[0]!.after.parentId).toBe(done[1]!.id);
  });

  it('knows what stands above by identifier, by our own id and by its name in the same house', () => {
    const kept = [unit('a'), unit('b'), unit('c', null, { house: 'B', nameLv: 'Cita' })];
    for (const word of ['X-a', 'a', 'daļa A', 'Division a'])
      expect(judged(kept, line({ externalId: 'X-b', parentId: word })).done[0]!.after.parentId).toBe('a');
    expect(judged(kept, line({ externalId: 'X-b', parentId: 'Cita' })).codes).toEqual(['parent-unknown']);
    expect(judged(kept, line({ externalId: 'X-b', parentId: 'X-c' })).codes).toEqual(['parent-unknown']);
  });

  it('refuses what stands below a line that is refused itself', () => {
    const lines = [
      line({ externalId: 'N-1', nameLv: 'A', parentId: 'nowhere' }),
      line({ externalId: 'N-2', nameLv: 'B', parentId: 'N-1' }),
    ];
    expect(judged([], ...lines)).toMatchObject({ actions: [], codes: ['parent-unknown', 'parent-unknown'] });
  });

  it('refuses rings, also those that two lines make together', () => {
    const kept = [unit('a'), unit('b', 'a')];
    expect(judged(kept, line({ externalId: 'X-a', parentId: 'X-a' })).codes).toEqual(['parent-below']);
    expect(judged(kept, line({ externalId: 'X-a', parentId: 'X-b' })).codes).toEqual(['parent-below']);
    const swapped = judged(kept, line({ externalId: 'X-a', parentId: 'X-b' }), line({ externalId: 'X-b', parentId: null }));
    expect(swapped.codes.length).toBeLessThanOrEqual(1);
  });

  it('changes nothing the second time, ends, and names what a new record lacks', () => {
    const kept = [unit('a'), unit('b', 'a')];
    expect(judged(kept, line({ externalId: 'X-b', nameLv: 'Daļa b', parentId: 'X-a' })).actions).toEqual(['same']);
    expect(judged(kept, line({ externalId: 'X-b', active: false })).actions).toEqual(['end']);
    expect(judged(kept, line({ externalId: 'X-z' })).codes).toEqual(['needed-for-new']);
    expect(judged(kept, line({ nameLv: 'Q' }, 'zzz')).codes).toEqual(['id-unknown']);
    expect(judged(kept, line({ externalId: 'X-a' }, 'b')).codes).toEqual(['external-id-taken']);
    expect(judged(kept, line({ externalId: 'X-a', house: 'B' })).codes).toEqual(['unit-stays']);
  });
});
