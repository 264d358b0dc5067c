import type { WorkingCalendar } from '#calendars';
import { instant, type Instant } from '#kernel';
import { Chance } from './chance.js';
import { demoCast } from './demo-cast.js';
import { type Script, type Stage, type Story, StoryTeller } from './story.js';

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

/** What the first look at the product finds: something of each state for both end users, and work for the desk. */
const OPENING_NIGHT: readonly (Script & { readonly title: string; readonly workingMinutesAgo?: number; readonly minutesAgo?: number })[] = [
  { title: 'Nevar pieslēgties ar eID karti', callerKey: 'ilze', ending: 'on_hold', workingMinutesAgo: 400 },
  { title: 'Dokumentu vadības sistēmā nevar pievienot pielikumu', callerKey: 'ilze', ending: 'in_progress', workingMinutesAgo: 700 },
  { title: 'Kalendārā nerādās kolēģu aizņemtība', callerKey: 'ilze', ending: 'resolved', workingMinutesAgo: 1900 },
  { title: 'Tīkls pazūd uz dažām minūtēm ap pulksten deviņiem', callerKey: 'janis', ending: 'in_progress', minutesAgo: 200 },
  { title: 'Darba telefonā vairs nesinhronizējas kalendārs', callerKey: 'janis', ending: 'resolved', workingMinutesAgo: 2400 },
  { title: 'Dators ieslēdzas, bet ekrāns paliek melns', callerKey: 'janis', ending: 'on_hold', workingMinutesAgo: 300 },
  { title: 'Dežūrdaļās nav pieejama notikumu reģistrācijas sistēma', ending: 'in_progress', minutesAgo: 170 },
  { title: 'Aizdomīgs e-pasts: pielikums atvērts divās darbstacijās', ending: 'new', minutesAgo: 18, scene: 'security' },
  { title: 'Saņemta vēstule ar lūgumu apstiprināt paroli', ending: 'in_progress', minutesAgo: 1300, scene: 'security_warned' },
  {
    title: 'Testa serverim aizpildīts disks',
    agentKey: 'elina',
    ending: 'in_progress',
    workingMinutesAgo: 420,
    scene: 'relaxed_and_confirmed',
  },
  {
    ...{ title: 'Notikumu reģistrācijas sistēma lēni atver karti', agentKey: 'liga', ending: 'in_progress' },
    ...{ workingMinutesAgo: 360, scene: 'relaxed' },
  },
  { title: 'Daudzfunkciju iekārta 214. kabinetā drukā ar svītrām', ending: 'on_hold', workingMinutesAgo: 800 },
  { title: 'Reģionālajā birojā nav tīkla', ending: 'in_progress', minutesAgo: 430 },
  { title: 'Administratīvo lietu sistēma neizdrukā protokolu', ending: 'in_progress', minutesAgo: 95 },
  {
    ...{ title: 'Pastkaste pilna, nevar nosūtīt vēstules', callerKey: 'signe', agentKey: 'elina' },
    ...{ ending: 'resolved', workingMinutesAgo: 2300, scene: 'disappointed' },
  },
];

/** Of the tickets of the last working days so many are still open, and of these so many untouched. */
const STILL_OPEN = 0.55;
const UNTOUCHED = 0.35;
const RECENT_DAYS = 4;
/** More than the longest row of days off between two scripted reports and now. */
const LONGEST_LOOK_BACK_DAYS = 40;

/** The tickets of the demonstration's months, oldest first: nearly all done, some of the last days still open. */
export function tellStories({ now, days, perDay, seed }: DemoTime, officeHours: WorkingCalendar): Story[] {
  const chance = new Chance(seed);
  const cast = demoCast();
  const begin = instant(now - days * DAY);
  const stageAt = (at: Instant): Stage => ({ cast, chance, officeHours, now, progress: (at - begin) / (now - begin) });
  const told = arrivals({ begin, now, perDay, chance, officeHours }).map((at) => {
    const ending = now - at < RECENT_DAYS * DAY && chance.hits(STILL_OPEN) ? (chance.hits(UNTOUCHED) ? 'new' : 'in_progress') : undefined;
    return new StoryTeller(stageAt(at), chance.pick(cast.reports), at, ending === undefined ? {} : { ending }).tell();
  });
  const scripted = OPENING_NIGHT.map(({ title, workingMinutesAgo, minutesAgo, ...script }) => {
    const report = cast.reports.find((r) => r.title === title);
    if (!report) throw new Error(`the demonstration has no report "${title}"`);
    const at = minutesAgo === undefined ? workingTimeAgo(officeHours, now, workingMinutesAgo ?? 0) : instant(now - minutesAgo * MINUTE);
    return new StoryTeller(stageAt(at), report, at, script).tell();
  });
  return [...told, ...scripted].sort((a, b) => a.incident.ticket.submittedAt - b.incident.ticket.submittedAt);
}

/** When people report: in office hours, on some days more than on others. */
function arrivals(over: Pick<DemoTime, 'now' | 'perDay'> & { begin: Instant; chance: Chance; officeHours: WorkingCalendar }): Instant[] {
  const { begin, now, perDay, chance, officeHours } = over;
  const moments: Instant[] = [];
  for (const { windows } of officeHours.daysBetween(begin, now)) {
    const first = windows[0];
    const last = windows.at(-1);
    if (!first || !last) continue;
    const count = Math.max(1, Math.round(perDay * (0.6 + 0.8 * chance.next())));
    for (let i = 0; i < count; i += 1) {
      const minute = Math.floor(((last.to - first.from) * chance.next()) / MINUTE);
      moments.push(instant(first.from + minute * MINUTE + chance.whole(0, 59) * 1_000_000));
    }
  }
  return moments.filter((at) => at < now).sort((a, b) => a - b);
}

/** The office-hours instant from which so much working time has passed until `now`. */
function workingTimeAgo(officeHours: WorkingCalendar, now: Instant, minutes: number): Instant {
  const from = instant(now - LONGEST_LOOK_BACK_DAYS * DAY);
  return officeHours.add(from, officeHours.elapsed(from, now) - minutes * MINUTE);
}
