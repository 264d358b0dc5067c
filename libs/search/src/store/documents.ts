import type { Instant } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';

/** What one ticket is found by, in ids of terms. */
export interface SearchDocument {
  readonly ticketId: string;
  readonly submittedAt: Instant;
  readonly keys: readonly number[];
  readonly titleTerms: readonly number[];
  readonly internalTerms: readonly number[];
}

const literal = (numbers: readonly number[]): string => `{${numbers.join(',')}}`;

/** Waits until nobody else writes the documents of these tickets; what is read of the tickets afterwards is what will be found. */
export async function lockDocuments(tx: Tx, ticketIds: readonly string[]): Promise<void> {
  await tx.query(
    `select pg_advisory_xact_lock(hashtextextended('search.document' || id, 0)) from (select unnest($1::text[]) as id order by 1) ids`,
    [[...ticketIds].sort()],
  );
}

/** Writes documents. Those that would not change are left alone; answers how many were written. */
export async function saveDocuments(tx: Tx, documents: readonly SearchDocument[]): Promise<number> {
  if (documents.length === 0) return 0;
  return tx.execute(
    `insert into search.document as d (ticket_id, submitted_at, keys, title_terms, internal_terms, indexed_at)
     select n.id, n.at, n.keys::bigint[], n.title::int[], n.internal::int[], clock_timestamp()
     from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[]) as n(id, at, keys, title, internal)
     on conflict (ticket_id) do update set keys = excluded.keys, title_terms = excluded.title_terms, internal_terms = excluded.internal_terms,
       submitted_at = excluded.submitted_at, indexed_at = excluded.indexed_at
     where (d.keys, d.title_terms, d.internal_terms) is distinct from (excluded.keys, excluded.title_terms, excluded.internal_terms)`,
    [
      documents.map(({ ticketId }) => ticketId),
      documents.map(({ submittedAt }) => ts(submittedAt)),
      documents.map(({ keys }) => literal(keys)),
      documents.map(({ titleTerms }) => literal(titleTerms)),
      documents.map(({ internalTerms }) => literal(internalTerms)),
    ],
  );
}

/** About how many documents there are, by the planner's statistics: counting them would cost a scan. */
export async function aboutHowMany(on: Queryable): Promise<number> {
  const [row] = await on.query<{ about: number }>(
    `select greatest(0, reltuples)::bigint as about from pg_class where oid = 'search.document'::regclass`,
  );
  return row?.about ?? 0;
}
