import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import type { AskedQuery, AskedWord } from '../domain/parse-query.js';
import { slipDistance, slipsAllowed } from '../domain/slip-distance.js';
import { type FoundTerm, termIds, termsBeginning, termsLike } from '../store/terms.js';

/** A word as the index knows it: a document holds the word where it holds one of the terms. */
export interface ResolvedWord {
  readonly text: string;
  readonly ids: readonly number[];
  readonly stems: readonly string[];
  /** Every word that begins so is meant. */
  readonly beginning: string | null;
  /** The word that was taken for it, where none was known. */
  readonly takenFor: string | null;
}

/** So many words that begin alike are looked for, those that were met first. */
const BEGINNINGS = 24;
const ALIKE = 30;
const SHORTEST_BEGINNING = 2;
/** So many words may stand in for one that was mistyped. */
const STAND_INS = 3;

/** Finds the terms that a question's words stand for. */
@Injectable()
export class ResolveQuery {
  constructor(private readonly database: Database) {}

  /** As the words were typed. A word without terms is in no document. */
  async exactly({ words }: AskedQuery): Promise<ResolvedWord[]> {
    const known = await termIds(this.database, [...new Set(words.flatMap(({ stems }) => stems))]);
    return Promise.all(words.map((word) => this.resolve(word, known)));
  }

  /** With slips of the fingers, and with consonants that shift where the marks were left out. */
  async forgivingly(query: AskedQuery, exact: readonly ResolvedWord[]): Promise<ResolvedWord[]> {
    return Promise.all(query.words.map((word, at) => this.forgive(word, exact[at])));
  }

  /** The ids of marks, as far as any document bears them. */
  async marks(marks: readonly string[]): Promise<number[]> {
    return [...(await termIds(this.database, marks)).values()];
  }

  /** The terms of a text, of those that are known, by stem. */
  async known(stems: readonly string[]): Promise<Map<string, number>> {
    return termIds(this.database, stems);
  }

  private async resolve({ text, stems, bare, prefix }: AskedWord, known: ReadonlyMap<string, number>): Promise<ResolvedWord> {
    const beginning = prefix && bare.length >= SHORTEST_BEGINNING ? bare : null;
    const begun = beginning === null ? [] : await termsBeginning(this.database, beginning, BEGINNINGS);
    const ids = [...stems.flatMap((stem) => known.get(stem) ?? []), ...begun.map(({ id }) => id)];
    return { text, ids: [...new Set(ids)], stems, beginning, takenFor: null };
  }

  private async forgive(word: AskedWord, exact: ResolvedWord | undefined): Promise<ResolvedWord> {
    const shifted = await termIds(this.database, word.perhaps);
    const found = standIns(word, /\d/.test(word.bare) ? [] : await termsLike(this.database, word.stems[0] ?? word.bare, ALIKE));
    const before = exact?.ids ?? [];
    const ids = [...new Set([...before, ...shifted.values(), ...found.map(({ id }) => id)])];
    const stems = [...new Set([...word.stems, ...shifted.keys(), ...found.map(({ term }) => term)])];
    const best = before.length === 0 && shifted.size === 0 ? found[0] : undefined;
    return { text: word.text, ids, stems, beginning: exact?.beginning ?? null, takenFor: best ? (best.sample ?? best.term) : null };
  }
}

/** The terms that are a few slips away from the word, the nearest first. */
function standIns({ bare, stems }: AskedWord, alike: readonly FoundTerm[]): FoundTerm[] {
  const most = slipsAllowed(bare.length);
  return alike
    .map((term) => ({ term, slips: Math.min(...stems.map((stem) => slipDistance(stem, term.term, most))) }))
    .filter(({ slips }) => slips > 0 && slips <= most)
    .sort((a, b) => a.slips - b.slips || a.term.id - b.term.id)
    .slice(0, STAND_INS)
    .map(({ term }) => term);
}
