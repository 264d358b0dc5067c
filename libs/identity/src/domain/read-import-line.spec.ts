import type { ImportColumn } from './import-columns.js';
import { type ImportWords, readImportLine } from './read-import-line.js';

const HOME = '10000000-0000-4000-8000-000000000001';
const UNIT = '20000000-0000-4000-8000-000000000001';
const words: ImportWords = {
  institutions: new Map([['kartibas dienests', HOME]]),
  unit: (word, institutionId) => (word === 'lietvediba' && institutionId === HOME ? UNIT : undefined),
  kinds: new Map([['parvalde', 'office']]),
  languages: new Map([['latviesu', 'lv']]),
  flags: new Map([
    ['ja', true],
    ['ne', false],
  ]),
};
const read = (cells: Partial<Record<ImportColumn, string>>) =>
  readImportLine(7, new Map(Object.entries(cells) as [ImportColumn, string][]), words);
const codes = (cells: Partial<Record<ImportColumn, string>>): string[] => {
  const result = read(cells);
  return 'faults' in result ? result.faults.map(({ column, code }) => `${column} ${code}`) : [];
};

describe('a line of a file of the organisation', () => {
  it('is read by folded words, and names only what the file has a column for', () => {
    const cells = {
      external_id: 'P-1',
      login: ' Anna.Ozola '.trim(),
      institution: 'Kārtības Dienests',
      unit: 'Lietvedība',
      active: 'NĒ',
    } as const;
    expect(read(cells)).toEqual({
      read: { line: 7, id: null, fields: { externalId: 'P-1', login: 'anna.ozola', institutionId: HOME, unitId: UNIT, active: false } },
    });
    expect(read({ external_id: 'I-1', kind: 'pārvalde', active_from: '1.2.2026.', language: 'latviešu' })).toMatchObject({
      read: { fields: { kind: 'office', activeFrom: '2026-02-01', locale: 'lv' } },
    });
  });

  it('empties what may be empty, and leaves alone what every record has', () => {
    const cells = { external_id: 'P-1', name: '', institution: '', active: '', language: '', login: '', phone: '', unit: '' } as const;
    expect(read(cells)).toEqual({ read: { line: 7, id: null, fields: { externalId: 'P-1', login: null, phone: null, unitId: null } } });
  });

  it('tells every fault of the line', () => {
    expect(codes({ external_id: '', name: 'X' })).toEqual(['external_id key-missing']);
    expect(codes({ id: 'not-an-id', login: 'ā', email: 'a@b', phone: 'call me' })).toEqual([
      'id id-unknown',
      'login login-refused',
      'email email',
      'phone phone',
    ]);
    expect(codes({ external_id: 'x'.repeat(101), institution: 'Nekur', unit: 'Lietvedība', active: 'varbūt' })).toEqual([
      'external_id too-long',
      'institution institution-unknown',
      'unit unit-unknown',
      'active yes-or-no',
    ]);
    expect(codes({ external_id: 'P', name: 'a\u0007b', registration_no: '?', active_to: '31.02.2026' })).toEqual([
      'name characters',
      'registration_no registration-no',
      'active_to date',
    ]);
  });

  it('looks at no form of a text that is too long for any', () => {
    expect(codes({ external_id: 'P', email: `${'a'.repeat(90_000)}@` })).toEqual(['email too-long']);
  });
});
