import { Injectable } from '@nestjs/common';
import { type Actor, holds } from '#identity';
import { Clock, type Instant, toDate } from '#kernel';
import { Database, readCursor, writeCursor } from '#platform';
import {
  type AskedQuery,
  holdsPhrase,
  mark,
  readerMarks,
  type ResolvedWord,
  ResolveQuery,
  type SearchSort,
  type TicketSearchKind,
} from '#search';
import { numbersMeant, type TicketText, TicketTexts } from '#tickets';
import { type FoundTicket, foundSql, numberedSql, type TicketSearch } from './found-sql.js';
import { bestFirst } from './rank.js';

/** The best are chosen among so many newest. */
const BEST_AMONG = 200;
/** Fewer hits than this, and slips of the fingers are forgiven. */
const FEW = 3;
/** A phrase is looked for in so many tickets that hold its words before the page ends where it is. */
const PHRASE_AMONG = 600;

export interface TicketQuestion {
  readonly q: string;
  readonly asked: AskedQuery;
  readonly types: readonly TicketSearchKind[];
  readonly openOnly: boolean;
  readonly serviceId?: string | undefined;
  readonly sort: SearchSort;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface TicketFinds {
  readonly tickets: readonly FoundTicket[];
  readonly words: readonly ResolvedWord[];
  readonly nextCursor: string | null;
}

type Base = Omit<TicketSearch, 'words' | 'after' | 'limit'>;

const PREFIXES: Readonly<Record<TicketSearchKind, string>> = { incident: 'INC', change: 'CHG', problem: 'PRB' };

/** Tickets by number and by words. */
@Injectable()
export class FindTickets {
  constructor(
    private readonly database: Database,
    private readonly resolve: ResolveQuery,
    private readonly texts: TicketTexts,
    private readonly clock: Clock,
  ) {}

  async page(actor: Actor, question: TicketQuestion): Promise<TicketFinds> {
    const types = question.types.filter((type) => type === 'incident' || holds(actor, type === 'change' ? 'change.read' : 'ticket.desk'));
    const none = { tickets: [], words: [], nextCursor: null };
    if (types.length === 0) return none;
    const numbered = question.cursor === undefined ? await this.numbered(actor, question.q.trim(), types) : [];
    const words = await this.resolve.exactly(question.asked);
    if (words.length === 0) return { ...none, tickets: numbered };
    const base = await this.base(actor, types, question);
    const exact = await this.byWords(actor, base, words, question);
    const known = numbered.concat(exact.tickets);
    if (question.cursor !== undefined || exact.nextCursor !== null || known.length >= FEW)
      return { ...exact, tickets: distinct(known), words };
    const wider = await this.resolve.forgivingly(question.asked, words);
    const more = await this.byWords(actor, base, wider, question);
    return { tickets: distinct(known.concat(more.tickets)), words: wider, nextCursor: null };
  }

  private async base(actor: Actor, types: readonly TicketSearchKind[], { openOnly, serviceId }: TicketQuestion): Promise<Base> {
    const narrowing = [
      readerMarks(actor),
      types.length < Object.keys(PREFIXES).length ? types.map(mark.type) : undefined,
      openOnly ? [mark.open] : undefined,
      serviceId ? [mark.service(serviceId)] : undefined,
    ];
    const marks = await Promise.all(narrowing.filter((marks) => marks !== undefined).map((marks) => this.resolve.marks(marks)));
    return { marks, types, openOnly, serviceId };
  }

  private async byWords(actor: Actor, base: Base, words: readonly ResolvedWord[], question: TicketQuestion): Promise<TicketFinds> {
    const ids = words.map((word) => word.ids);
    if ([...ids, ...base.marks].some((group) => group.length === 0)) return { tickets: [], words, nextCursor: null };
    const search = { ...base, words: ids };
    return question.sort === 'best' ? this.best(actor, search, words, question) : this.newest(actor, search, words, question);
  }

  private async newest(
    actor: Actor,
    search: Omit<TicketSearch, 'limit'>,
    words: readonly ResolvedWord[],
    question: TicketQuestion,
  ): Promise<TicketFinds> {
    const cursor = readCursor(question.cursor, 2);
    let after = cursor && { at: Number(cursor[0]) as Instant, id: String(cursor[1]) };
    const found: FoundTicket[] = [];
    const phrased = question.asked.phrases.length > 0;
    const step = phrased ? BEST_AMONG : question.limit + 1;
    for (let read = 0; ; read += step) {
      const rows = await this.read(actor, { ...search, after, limit: step });
      found.push(...(phrased ? await this.withPhrases(rows, question.asked.phrases) : rows));
      const last = rows.at(-1);
      if (found.length > question.limit || rows.length < step || !last) break;
      after = { at: last.submittedAt, id: last.id };
      if (read + step >= PHRASE_AMONG) return { tickets: found, words, nextCursor: writeCursor([after.at, after.id]) };
    }
    const tickets = found.slice(0, question.limit);
    const last = tickets.at(-1);
    return { tickets, words, nextCursor: found.length > tickets.length && last ? writeCursor([last.submittedAt, last.id]) : null };
  }

  private async best(
    actor: Actor,
    search: Omit<TicketSearch, 'limit'>,
    words: readonly ResolvedWord[],
    question: TicketQuestion,
  ): Promise<TicketFinds> {
    const from = Number(readCursor(question.cursor, 1)?.[0] ?? 0);
    const rows = await this.read(actor, { ...search, limit: BEST_AMONG });
    const { phrases } = question.asked;
    const ranked = bestFirst(phrases.length > 0 ? await this.withPhrases(rows, phrases) : rows, words.length, this.clock.now());
    const to = from + question.limit;
    return { tickets: ranked.slice(from, to), words, nextCursor: ranked.length > to ? writeCursor([to]) : null };
  }

  private async read(actor: Actor, search: TicketSearch): Promise<FoundTicket[]> {
    const { sql, values } = foundSql(actor, search, this.clock.now());
    return this.database.query<FoundTicket>(sql, values);
  }

  private async numbered(actor: Actor, q: string, types: readonly TicketSearchKind[]): Promise<FoundTicket[]> {
    const year = toDate(this.clock.now()).getUTCFullYear();
    const numbers = [...new Set(types.flatMap((type) => numbersMeant(q, year, PREFIXES[type])))];
    if (numbers.length === 0) return [];
    const { sql, values } = numberedSql(actor, numbers, types);
    return this.database.query<FoundTicket>(sql, values);
  }

  /** Those in whose words, as far as the reader may read them, the phrases stand. */
  private async withPhrases(rows: readonly FoundTicket[], phrases: AskedQuery['phrases']): Promise<FoundTicket[]> {
    const texts = await this.texts.of(
      this.database,
      rows.map(({ id }) => id),
    );
    const byId = new Map(texts.map((text) => [text.id, text]));
    return rows.filter((row) => {
      const read = readableTexts(byId.get(row.id), row.staff);
      return phrases.every((phrase) => read.some((text) => holdsPhrase(text, phrase)));
    });
  }
}

/** What is written on a ticket, as far as its reader may read it; the title first. */
export function readableTexts(ticket: TicketText | undefined, staff: boolean): string[] {
  if (!ticket) return [];
  const said = ticket.comments.filter(({ visibility }) => staff || visibility === 'public').map(({ body }) => body);
  return [ticket.title, ticket.description, ...said];
}

const distinct = (tickets: readonly FoundTicket[]): FoundTicket[] => [...new Map(tickets.map((ticket) => [ticket.id, ticket])).values()];
