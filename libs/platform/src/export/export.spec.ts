import { describe, expect, it } from '@jest/globals';
import { parseInstant } from '#kernel';
import { unzip } from '../../../../test/support/unzip.js';
import { Texts } from '../i18n/texts.js';
import { harmless, toCsv } from './csv.js';
import { ListFiles } from './list-files.js';
import { toXlsx } from './xlsx.js';

const table = {
  title: 'Rindas',
  columns: ['Pieteikums', 'Nosaukums', 'Stundas', 'Izšķirts'],
  rows: [
    ['INC-2026-000001', '=HYPERLINK("http://x";"atvērt")', 1.5, { at: parseInstant('2026-03-29T04:30:00+03:00') }],
    ['INC-2026-000002', 'Nedrukā; "nekas"\nnelīdz', null, null],
  ],
};

describe('A table as CSV', () => {
  it('opens in Excel with Latvian settings: byte order mark, semicolons, decimal commas, CRLF, the wall clock of Riga', () => {
    expect(toCsv([table]).toString('utf8')).toBe(
      '\ufeffPieteikums;Nosaukums;Stundas;Izšķirts\r\n' +
        `INC-2026-000001;"'=HYPERLINK(""http://x"";""atvērt"")";1,5;2026-03-29 04:30:00\r\n` +
        'INC-2026-000002;"Nedrukā; ""nekas""\nnelīdz";;\r\n',
    );
  });

  it.each(['=1+1', '+371 2', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1', '\u00a0=1', '＝1', '＋1', '－1', '＠x'])(
    'writes %j so that no spreadsheet runs it',
    (text) => expect(harmless(text)).toBe(`'${text}`),
  );

  it('leaves other texts and negative numbers as they are', () => {
    expect(['Ā', 'a=b', '1-2', "'=1"].map(harmless)).toEqual(['Ā', 'a=b', '1-2', "'=1"]);
    expect(toCsv([{ title: '', columns: ['n'], rows: [[-2.5]] }]).toString('utf8')).toBe('\ufeffn\r\n-2,5\r\n');
  });

  it('sets several tables apart', () => {
    const text = toCsv([table, { ...table, title: 'Citas', rows: [] }]).toString('utf8');
    expect(text).toContain('\r\n\r\nCitas\r\nPieteikums;');
  });
});

describe('A table as XLSX', () => {
  it('holds every text as text and every number as number, and no formula at all', async () => {
    const parts = unzip(await toXlsx([table]));
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).not.toMatch(/<f[ >]/);
    expect(sheet).toContain('<v>1.5</v>');
    expect([...parts.values()].join('')).toContain('=HYPERLINK(');
  });

  it('names its sheets as Excel allows, each once', async () => {
    const title = 'Pēc iestādes: [viss] / un vēl ļoti garš nosaukums';
    const book =
      unzip(
        await toXlsx([
          { ...table, title },
          { ...table, title },
        ]),
      ).get('xl/workbook.xml') ?? '';
    const names = [...book.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map((match) => match[1]!);
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name).toMatch(/^[^\\/*?:[\]]{1,31}$/);
  });

  it('survives control characters that XML cannot hold', async () => {
    const file = await toXlsx([{ title: 'a', columns: ['b'], rows: [['x\u0000y\u000bz']] }]);
    expect([...unzip(file).values()].join('')).toContain('xyz');
  });
});

describe('A list as a file', () => {
  const files = new ListFiles(new Texts());
  const FILE = { name: 'rows', title: 'platform.not-found', columns: ['platform.not-found'] };
  /** So many rows, read as pages are. */
  const rowsOf =
    (count: number) =>
    ({ limit, cursor }: { limit: number; cursor: string | undefined }) => {
      const from = Number(cursor ?? 0);
      const to = Math.min(count, from + limit);
      const items = Array.from({ length: to - from }, (_, at) => [from + at + 1]);
      return Promise.resolve({ items, nextCursor: to < count ? String(to) : null });
    };
  const linesOf = async (count: number): Promise<string[]> => {
    const parts: Buffer[] = [];
    for await (const part of (await files.send('lv', 'csv', FILE, rowsOf(count))).getStream()) parts.push(part as Buffer);
    return Buffer.concat(parts).toString('utf8').trim().split('\r\n').slice(1);
  };

  it('holds the rows of all pages', async () => {
    expect(await linesOf(0)).toEqual([]);
    expect(await linesOf(450)).toEqual(Array.from({ length: 450 }, (_, at) => String(at + 1)));
  });

  it('says in its last row that there are more than it may hold', async () => {
    expect(await linesOf(50_000)).toHaveLength(50_000);
    const lines = await linesOf(50_001);
    expect(lines.slice(49_999)).toEqual(['50000', 'Šeit ir pirmās 50000 rindas. Lai redzētu pārējās, sašauriniet atlasi.']);
  });

  it('is refused as the list is, before anything is sent', async () => {
    await expect(files.send('lv', 'csv', FILE, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  });
});
