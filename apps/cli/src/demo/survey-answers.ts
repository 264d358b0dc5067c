import type { Answers } from '#surveys';
import type { Chance } from './chance.js';

/** How people of the demonstration answer the standard questionnaire. */
export interface Moods {
  /** By question: how much likelier than the whole they are to be satisfied with it. */
  readonly questions: Readonly<Record<string, number>>;
  /** What should improve first, the most wanted first. */
  readonly improve: readonly string[];
}

const FREQUENCIES = ['never', 'from_1_to_3', 'from_4_to_12', 'more'];
/** Asked only of those who contacted the Centre. */
const AFTER_CONTACT = new Set(['first_reply', 'resolution_time', 'solution_quality', 'clarity', 'staff']);
/** Few people ever ask for a change. */
const SELDOM_JUDGED = new Set(['changes', 'notices']);

/** One person's answers; `mood` is the likelihood that he is satisfied on the whole. */
export function answersOf(chance: Chance, mood: number, { questions, improve }: Moods, comment?: string): Answers {
  const frequency = chance.hits(0.08) ? FREQUENCIES[0]! : chance.pick(FREQUENCIES.slice(1));
  const asked = Object.entries(questions).filter(([key]) => frequency !== 'never' || !AFTER_CONTACT.has(key));
  // Who is content with one thing is mostly content with another.
  const own = mood + (chance.next() - 0.5) * 0.3;
  const scaled = asked.map(([key, more]) => [key, chance.hits(SELDOM_JUDGED.has(key) ? 0.3 : 0.03) ? 'na' : point(chance, own + more)]);
  const wishes = improve.filter((_, at) => chance.hits(0.34 - at * 0.03)).slice(0, 2);
  return {
    contact_frequency: frequency,
    overall: point(chance, own),
    ...(Object.fromEntries(scaled) as Record<string, string>),
    ...(wishes.length > 0 && { improve_first: wishes }),
    ...(comment !== undefined && { comment }),
  };
}

function point(chance: Chance, satisfied: number): string {
  if (chance.hits(Math.min(0.97, Math.max(0.05, satisfied)))) return chance.hits(0.45) ? '5' : '4';
  return chance.hits(0.5) ? '3' : chance.hits(0.68) ? '2' : '1';
}
