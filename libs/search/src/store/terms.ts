import type { Queryable, Tx } from '#platform';

export interface FoundTerm {
  readonly id: number;
  readonly term: string;
  /** How the word was first met, with its marks. */
  readonly sample: string | null;
}

/** The ids of terms, of those that are known. */
export async function termIds(on: Queryable, terms: readonly string[]): Promise<Map<string, number>> {
  if (terms.length === 0) return new Map();
  const rows = await on.query<FoundTerm>(`select id, term from search.term where term = any($1::text[])`, [terms]);
  return new Map(rows.map(({ id, term }) => [term, id]));
}

/** The ids of terms; unknown ones become known. In one order, so that two writers of the same new words wait for each other and never in a circle. */
export async function learnTerms(tx: Tx, terms: ReadonlySet<string>, samples: ReadonlyMap<string, string>): Promise<Map<string, number>> {
  const known = await termIds(tx, [...terms]);
  const unknown = [...terms].filter((term) => !known.has(term)).sort();
  if (unknown.length === 0) return known;
  await tx.execute(
    `insert into search.term (term, sample) select * from unnest($1::text[], $2::text[]) as n(term, sample) order by term
     on conflict (term) do nothing`,
    [unknown, unknown.map((term) => samples.get(term) ?? null)],
  );
  return new Map([...known, ...(await termIds(tx, unknown))]);
}

/** Terms that begin so, the first met first: what is met often is met early. */
export async function termsBeginning(on: Queryable, beginning: string, limit: number): Promise<FoundTerm[]> {
  return on.query<FoundTerm>(
    `select id, term, sample from (select id, term, sample from search.term where term like $1 and term not like ':%' limit 500) t order by id limit $2`,
    [`${beginning.replace(/[\\%_]/g, '\\$&')}%`, limit],
  );
}

/** Terms that look like a word, the likest first. */
export async function termsLike(on: Queryable, word: string, limit: number): Promise<FoundTerm[]> {
  return on.query<FoundTerm>(
    `select id, term, sample from search.term where term not like ':%' and term % $1 order by similarity(term, $1) desc, id limit $2`,
    [word, limit],
  );
}
