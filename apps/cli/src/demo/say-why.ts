import type { WorkingCalendar } from '#calendars';
import { instant, type Instant } from '#kernel';
import { followUpDueAt, type ImportedFollowUp, type RatingValue } from '#ratings';
import { readSeed } from '#platform';
import { Chance } from './chance.js';

const MINUTE = 60_000_000;
const DAY = 86_400_000_000;

/** How many of those who gave this answer write a word of why. */
const WORDS: Readonly<Record<RatingValue, number>> = { bad: 0.9, satisfactory: 0.5, good: 0.45 };
/** Leads are mostly in time; what is older than this has been looked into, and the latest has been forgotten. */
const IN_TIME = 0.85;
const LOOKED_INTO_DAYS = 10;

interface Words extends Readonly<Record<RatingValue, readonly string[]>> {
  readonly notes: readonly string[];
}

export interface Answer {
  readonly value: RatingValue;
  readonly at: Instant;
}

/** What came with a rating: a word of why, and what the lead found out about a bad one. Chance of its own, so that the stories stay the same. */
export function sayWhy(
  { value, at }: Answer,
  { now, officeHours, leadId }: { now: Instant; officeHours: WorkingCalendar; leadId: string | null },
) {
  const chance = new Chance(Math.floor(at / MINUTE) | 0);
  const words = readSeed<Words>('demo/ratings.json');
  const comment = chance.hits(WORDS[value]) ? chance.pick(words[value]) : null;
  if (value !== 'bad' || leadId === null) return { comment, followUp: null };
  const late = !chance.hits(IN_TIME);
  const doneAt = officeHours.add(at, chance.whole(late ? 1100 : 90, late ? 1900 : 950) * MINUTE);
  const done = now - at > LOOKED_INTO_DAYS * DAY;
  const followUp: ImportedFollowUp = {
    dueAt: followUpDueAt(at, officeHours),
    done: done
      ? { by: leadId, at: doneAt < now ? doneAt : instant(now - MINUTE), note: chance.pick(words.notes), contacted: chance.hits(0.8) }
      : null,
  };
  return { comment, followUp };
}
