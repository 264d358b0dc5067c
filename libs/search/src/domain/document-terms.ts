import type { TicketText } from '#tickets';
import { foldLetters } from './fold.js';
import { OVER_STATES } from './search-words.js';
import { saysNothing, stemsOf, wordsOf } from './words.js';

/** What a document is found by beside its words; words hold no colon. */
export const mark = {
  type: (type: string): string => `:t:${type}`,
  service: (id: string): string => `:s:${id}`,
  institution: (id: string): string => `:i:${id}`,
  group: (id: string): string => `:g:${id}`,
  person: (id: string): string => `:p:${id}`,
  open: ':open',
  /** A word in the title of a ticket that is still open: what new tickets are likened to. */
  openTitle: (stem: string): string => `:o:${stem}`,
} as const;

export interface DocumentTerms {
  /** Every term; marks among them. */
  readonly all: readonly string[];
  readonly title: readonly string[];
  /** Words that stand in internal notes alone. */
  readonly internal: readonly string[];
  /** How a stem was first met, for "did you mean". */
  readonly samples: ReadonlyMap<string, string>;
}

/** A document holds so many words at most: a pasted log file is not to be found by each of its lines. */
const MOST_WORDS = 2_000;
const OVER: ReadonlySet<string> = new Set(OVER_STATES);

/** The terms that a ticket is found by. Marks name everybody who may come to see it, and perhaps more: who does is asked of the ticket itself. */
export function documentTerms(ticket: TicketText): DocumentTerms {
  const samples = new Map<string, string>();
  const title = stemSet([ticket.title], samples);
  const open = stemSet([ticket.title, ticket.description, ...bodies(ticket, 'public')], samples);
  const notes = stemSet(bodies(ticket, 'internal'), samples);
  const internal = [...notes].filter((stem) => !open.has(stem));
  const words = [...open, ...internal].slice(0, MOST_WORDS);
  const isOpen = !OVER.has(ticket.state);
  const marks = [mark.type(ticket.type), ...placesOf(ticket), ...(isOpen ? [mark.open, ...[...title].map(mark.openTitle)] : [])];
  const kept = new Set(words);
  return { all: [...new Set([...words, ...marks])], title: [...title], internal: internal.filter((stem) => kept.has(stem)), samples };
}

function bodies({ comments }: TicketText, visibility: string): string[] {
  return comments.filter((comment) => comment.visibility === visibility).map(({ body }) => body);
}

function placesOf(ticket: TicketText): string[] {
  const people = [ticket.requesterId, ticket.affectedUserId, ticket.createdById, ticket.assigneeId, ...ticket.watcherIds];
  const groups = [ticket.groupId, ...ticket.pastGroupIds];
  return [
    mark.institution(ticket.institutionId),
    ...(ticket.serviceId === null ? [] : [mark.service(ticket.serviceId)]),
    ...people.flatMap((id) => (id === null ? [] : [mark.person(id)])),
    ...groups.flatMap((id) => (id === null ? [] : [mark.group(id)])),
  ];
}

function stemSet(texts: readonly string[], samples: Map<string, string>): Set<string> {
  const found = new Set<string>();
  for (const text of texts) {
    for (const word of wordsOf(text)) {
      if (saysNothing(word.text)) continue;
      for (const stem of stemsOf(word.text).stems) {
        found.add(stem);
        if (!samples.has(stem) && foldLetters(word.text).startsWith(stem)) samples.set(stem, word.text.toLowerCase());
      }
    }
  }
  return found;
}
