import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import { type Tx, ts } from '#platform';
import { type FactTable, factId, likeness, readFact, recordset, writeFact } from './fact-table.js';

/** How far into a ticket's events its facts reach. */
export interface Reach {
  readonly ticketId: string;
  readonly firstKnownAt: Instant | null;
  readonly lastKnownAt: Instant | null;
  readonly lastEventId: number;
  readonly events: number;
}

interface ReachRow {
  ticket_id: string;
  first_known_at: Instant | null;
  last_known_at: Instant | null;
  last_event_id: number;
  events: number;
}

/** Facts that must go and come so that a table says what it should. */
export interface Changes<Fact> {
  readonly gone: readonly Fact[];
  readonly come: readonly Fact[];
}

/** Facts of tickets, those of edition 0: the living ones. */
@Injectable()
export class FactStore {
  /** Locks the tickets' rows, in one order for everybody, and tells how far their facts reach. */
  async lock(tx: Tx, ticketIds: readonly string[]): Promise<Map<string, Reach>> {
    const ids = [...new Set(ticketIds)].sort();
    await tx.execute(`insert into kpis.ticket (ticket_id) select unnest($1::uuid[]) on conflict do nothing`, [ids]);
    const rows = await tx.query<ReachRow>(`select * from kpis.ticket where ticket_id = any($1::uuid[]) order by ticket_id for update`, [
      ids,
    ]);
    return new Map(
      rows.map((row) => [
        row.ticket_id,
        {
          ticketId: row.ticket_id,
          firstKnownAt: row.first_known_at,
          lastKnownAt: row.last_known_at,
          lastEventId: row.last_event_id,
          events: row.events,
        },
      ]),
    );
  }

  async saveReach(tx: Tx, reaches: readonly Reach[]): Promise<void> {
    await tx.execute(
      `update kpis.ticket t set first_known_at = r.first_known_at, last_known_at = r.last_known_at, last_event_id = r.last_event_id, events = r.events
       from jsonb_to_recordset($1::jsonb) as r(ticket_id uuid, first_known_at timestamptz, last_known_at timestamptz, last_event_id bigint, events int)
       where t.ticket_id = r.ticket_id`,
      [
        JSON.stringify(
          reaches.map((r) => ({
            ticket_id: r.ticketId,
            first_known_at: ts(r.firstKnownAt),
            last_known_at: ts(r.lastKnownAt),
            last_event_id: r.lastEventId,
            events: r.events,
          })),
        ),
      ],
    );
  }

  async ofTickets<Fact extends object>(tx: Tx, table: FactTable<Fact>, ticketIds: readonly string[]): Promise<Fact[]> {
    const rows = await tx.query(
      `select ${Object.keys(table.columns).join(', ')} from ${table.table} where edition = 0 and ticket_id = any($1::uuid[])`,
      [ticketIds],
    );
    return rows.map((row) => readFact(table, row));
  }

  /** Writes facts into an edition; a fact that is there already is overwritten. */
  async write<Fact extends object>(tx: Tx, table: FactTable<Fact>, facts: readonly Fact[], edition = 0): Promise<void> {
    if (facts.length === 0) return;
    const names = Object.keys(table.columns);
    const set = names.filter((name) => name !== table.id).map((name) => `${name} = excluded.${name}`);
    await tx.execute(
      `insert into ${table.table} (edition, ${names.join(', ')})
       select $2, ${names.join(', ')} from jsonb_to_recordset($1::jsonb) as r(${recordset(table.columns)})
       on conflict (edition, ${table.id}) do update set ${set.join(', ')}`,
      [JSON.stringify(facts.map((fact) => writeFact(table, fact))), edition],
    );
  }

  async apply<Fact extends object>(tx: Tx, table: FactTable<Fact>, changes: Changes<Fact>): Promise<void> {
    const idOf = (fact: Fact): string => factId(table, fact);
    const coming = new Set(changes.come.map(idOf));
    const leaving = changes.gone.map(idOf).filter((id) => !coming.has(id));
    if (leaving.length > 0) await tx.execute(`delete from ${table.table} where edition = 0 and ${table.id} = any($1::uuid[])`, [leaving]);
    await this.write(tx, table, changes.come);
  }
}

/** What distinguishes the facts that are from those that should be. */
export function changesBetween<Fact extends object>(
  table: FactTable<Fact>,
  are: readonly Fact[],
  shouldBe: readonly Fact[],
): Changes<Fact> {
  const label = (facts: readonly Fact[]): (readonly [Fact, string])[] => facts.map((fact) => [fact, likeness(table, fact)]);
  const [before, after] = [label(are), label(shouldBe)];
  const without = (some: typeof before, others: typeof before): Fact[] => {
    const there = new Set(others.map(([, like]) => like));
    return some.flatMap(([fact, like]) => (there.has(like) ? [] : [fact]));
  };
  return { gone: without(before, after), come: without(after, before) };
}
