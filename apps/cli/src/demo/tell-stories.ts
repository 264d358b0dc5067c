import type { WorkingCalendar } from '#calendars';
import { instant, type Instant } from '#kernel';
import { Chance } from './chance.js';
import { demoCast } from './demo-cast.js';
import { type Story, StoryTeller } from './story.js';

const DAY = 86_400_000_000;
const MINUTE = 60_000_000;

export interface DemoTime {
  readonly now: Instant;
  /** How many days back the demonstration begins. */
  readonly days: number;
  /** How many tickets a working day brings. */
  readonly perDay: number;
  readonly seed: number;
}

/** The tickets of the demonstration's months, oldest first: most done, some of the last days still open. */
export function tellStories({ now, days, perDay, seed }: DemoTime, officeHours: WorkingCalendar): Story[] {
  const chance = new Chance(seed);
  const cast = demoCast();
  const begin = instant(now - days * DAY);
  const moments: Instant[] = [];
  for (const day of officeHours.daysBetween(begin, now)) {
    const [first] = day.windows;
    const last = day.windows.at(-1);
    if (!first || !last) continue;
    const arrivals = Math.max(1, Math.round(perDay * (0.6 + 0.8 * chance.next())));
    for (let i = 0; i < arrivals; i += 1) {
      const minute = Math.floor(((last.to - first.from) * chance.next()) / MINUTE);
      moments.push(instant(first.from + minute * MINUTE + chance.whole(0, 59) * 1_000_000));
    }
  }
  return moments
    .filter((at) => at < now)
    .sort((a, b) => a - b)
    .map((at) => {
      const stage = { cast, chance, officeHours, now, progress: (at - begin) / (now - begin) };
      return new StoryTeller(stage, chance.pick(cast.reports), at).tell();
    });
}
