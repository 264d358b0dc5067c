import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import type { Contribution } from '../domain/cell.js';
import { type Month, monthDate } from '../domain/month.js';
import { type CellTable, recordset } from './fact-table.js';

/** A cell that does not say what its facts say. */
export interface WrongCell {
  readonly edition: number;
  readonly month: string;
  readonly key: Readonly<Record<string, string | number>>;
  readonly is: Readonly<Record<string, number>>;
  readonly shouldBe: Readonly<Record<string, number>>;
}

/** The sums of facts, kept up to date with them in the same transaction. */
@Injectable()
export class CellStore {
  /** Adds changes to living cells. Rows are locked in the order of their key, so that two transactions never wait for each other. */
  async add(tx: Tx, cells: CellTable, changes: readonly Contribution[]): Promise<void> {
    if (changes.length === 0) return;
    const key = ['month', ...Object.keys(cells.key)];
    const counts = Object.keys(cells.counts);
    const types = { month: 'date', ...cells.key, ...Object.fromEntries(counts.map((count) => [count, 'integer'])) } as CellTable['key'];
    await tx.execute(
      `insert into ${cells.table} as cell (edition, ${key.join(', ')}, ${counts.join(', ')})
       select 0, ${key.join(', ')}, ${counts.join(', ')} from jsonb_to_recordset($1::jsonb) as r(${recordset(types)}) order by ${key.join(', ')}
       on conflict (edition, ${key.join(', ')}) do update set ${counts.map((count) => `${count} = cell.${count} + excluded.${count}`).join(', ')}`,
      [JSON.stringify(changes.map((change) => ({ month: monthDate(change.month), ...change.key, ...change.counts })))],
    );
  }

  /** Lets nobody change cells of this table until the transaction ends: a recount needs facts and cells of one moment. */
  async freezeWrites(tx: Tx, cells: CellTable): Promise<void> {
    await tx.execute(`lock table ${cells.table} in share row exclusive mode`);
  }

  /** Counts the facts anew and answers the cells that say something else; of some months, or of all. */
  async wrong(tx: Tx, cells: CellTable, facts: string, months: readonly Month[] | null): Promise<WrongCell[]> {
    const key = Object.keys(cells.key);
    const counts = Object.keys(cells.counts);
    const group = ['edition', 'month', ...key];
    const rows = await tx.query<Record<string, number | string>>(
      `with counted as (
         select ${group.join(', ')}, ${counts.map((count) => `${cells.counts[count]}::int as ${count}`).join(', ')}
         from ${facts} f where ${cells.where} and ($1::date[] is null or month = any($1)) group by ${group.join(', ')}
       ), kept as (select * from ${cells.table} where $1::date[] is null or month = any($1))
       select ${group.map((name) => `coalesce(c.${name}, k.${name}) as ${name}`).join(', ')},
         ${counts.map((count) => `coalesce(c.${count}, 0) as should_${count}, coalesce(k.${count}, 0) as is_${count}`).join(', ')}
       from counted c full join kept k on ${group.map((name) => `k.${name} = c.${name}`).join(' and ')}
       where ${counts.map((count) => `coalesce(c.${count}, 0) <> coalesce(k.${count}, 0)`).join(' or ')}`,
      [months && months.map(monthDate)],
    );
    const pick = (row: Record<string, number | string>, prefix: string): Record<string, number> =>
      Object.fromEntries(counts.map((count) => [count, Number(row[`${prefix}_${count}`])]));
    return rows.map((row) => ({
      edition: Number(row['edition']),
      month: String(row['month']),
      key: Object.fromEntries(key.map((name) => [name, row[name]!])),
      is: pick(row, 'is'),
      shouldBe: pick(row, 'should'),
    }));
  }

  /** Sets cells to what they should be. */
  async set(tx: Tx, cells: CellTable, wrong: readonly WrongCell[]): Promise<void> {
    if (wrong.length === 0) return;
    const key = ['edition', 'month', ...Object.keys(cells.key)];
    const counts = Object.keys(cells.counts);
    const types = {
      edition: 'integer',
      month: 'date',
      ...cells.key,
      ...Object.fromEntries(counts.map((count) => [count, 'integer'])),
    } as CellTable['key'];
    await tx.execute(
      `insert into ${cells.table} (${key.join(', ')}, ${counts.join(', ')})
       select ${key.join(', ')}, ${counts.join(', ')} from jsonb_to_recordset($1::jsonb) as r(${recordset(types)})
       on conflict (${key.join(', ')}) do update set ${counts.map((count) => `${count} = excluded.${count}`).join(', ')}`,
      [JSON.stringify(wrong.map((cell) => ({ edition: cell.edition, month: cell.month, ...cell.key, ...cell.shouldBe })))],
    );
  }

  /** Sums the facts of a frozen edition into its cells. */
  async sumEdition(tx: Tx, cells: CellTable, facts: string, edition: number): Promise<void> {
    const group = ['edition', 'month', ...Object.keys(cells.key)];
    const counts = Object.keys(cells.counts);
    await tx.execute(
      `insert into ${cells.table} (${group.join(', ')}, ${counts.join(', ')})
       select ${group.join(', ')}, ${counts.map((count) => cells.counts[count]).join(', ')}
       from ${facts} f where edition = $1 and ${cells.where} group by ${group.join(', ')}`,
      [edition],
    );
  }
}
