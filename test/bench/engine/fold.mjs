import { join } from 'node:path';
import { median } from '../measure.mjs';

const dist = (path) => import(join(import.meta.dirname, '../../../dist', path));
const HOUR = 3_600_000_000;
const DAY = 24 * HOUR;
const OFFICE = {
  code: 'bench',
  nameLv: '',
  nameEn: '',
  timezone: 'Europe/Riga',
  weekly: Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [['08:30', '17:00']]])),
  exceptions: [],
  shortenedByMinutes: 0,
};
const no = { reason: 'awaiting_requester', actorId: 'agent' };

/** A clock that is paused and resumed every hour, with its target changed `changes` times along the way. */
function ledger(steps, changes) {
  const from = Date.UTC(2026, 2, 2, 7) * 1000;
  const every = changes === 0 ? Infinity : Math.max(2, Math.floor(steps / (changes + 1)));
  const entries = [];
  let paused = false;
  for (let n = 0; n < steps; n += 1) {
    const at = from + n * HOUR;
    const target = { calendarId: 'office', seconds: (20_000 + (n % 7) * 1_000) * 3_600 };
    if (n === 0) entries.push({ type: 'started', at, target, thresholds: [50, 75, 90, 100], ...no });
    else if (n % every === 0) entries.push({ type: 'retargeted', at, target, rule: 'middle_of_three', requesterAsked: false, ...no });
    else {
      paused = !paused;
      entries.push({ type: paused ? 'paused' : 'resumed', at, ...no });
    }
  }
  return entries;
}

/** Microseconds a step of folding ledgers of 10 to 10,000 steps, and how that compares with the shortest. */
export async function measureFold({ repeats }) {
  const [{ foldClock }, { WorkingCalendar }] = await Promise.all([
    dist('libs/sla/src/domain/fold-clock.js'),
    dist('libs/calendars/src/index.js'),
  ]);
  const calendar = new WorkingCalendar(OFFICE);
  calendar.elapsed(Date.UTC(2026, 0, 1) * 1000, Date.UTC(2026, 0, 1) * 1000 + 9_000 * DAY);
  const time = (entries) => {
    const begun = performance.now();
    let folds = 0;
    do {
      foldClock(entries, () => calendar);
      folds += 1;
    } while (performance.now() - begun < 300);
    return (1000 * (performance.now() - begun)) / folds / entries.length;
  };
  time(ledger(1_000, 0));
  time(ledger(1_000, 8));
  const rows = [];
  for (const changes of [0, 8]) {
    let first;
    for (const steps of [10, 100, 1_000, 10_000]) {
      const entries = ledger(steps, changes);
      const perStep = median(Array.from({ length: repeats }, () => time(entries)));
      first ??= perStep;
      const name = `fold of ${steps.toLocaleString('en')} steps${changes ? `, ${Math.min(changes, Math.floor(steps / 2) - 1)} changes of target` : ''}`;
      rows.push([
        name,
        `${perStep.toFixed(2)} us`,
        `${((perStep * steps) / 1000).toFixed(perStep * steps < 10_000 ? 2 : 0)} ms`,
        `${(perStep / first).toFixed(1)} x`,
      ]);
    }
  }
  return [['fold of a ledger', 'a step', 'the whole', 'a step beside the first'], ...rows];
}
