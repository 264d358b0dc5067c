import type { WorkingCalendar } from '#calendars';
import { hourStart } from './load-fact.js';

/** Active people of a group, and the calendar in whose hours they work. */
export interface DutyGroup {
  readonly groupId: string;
  readonly calendar: WorkingCalendar;
  readonly memberIds: readonly string[];
}

/** People who work by the same calendars. */
interface Team {
  readonly calendars: readonly WorkingCalendar[];
  readonly people: number;
}

/**
 * How many people are on duty in an hour: everybody once, however many groups he is in, as long as any of their calendars counts. Half an
 * hour of work is half a person. Absences are not known.
 */
export class Duty {
  private readonly teams: readonly Team[];
  private readonly known = new Map<number, number>();

  constructor(groups: readonly DutyGroup[]) {
    const byPerson = new Map<string, Set<WorkingCalendar>>();
    for (const { calendar, memberIds } of groups)
      for (const id of memberIds) byPerson.set(id, (byPerson.get(id) ?? new Set()).add(calendar));
    const teams = new Map<string, Team>();
    for (const calendars of byPerson.values()) {
      const sorted = [...calendars].sort((a, b) => (a.definition.code < b.definition.code ? -1 : 1));
      const key = sorted.map(({ definition }) => definition.code).join(' ');
      teams.set(key, { calendars: sorted, people: (teams.get(key)?.people ?? 0) + 1 });
    }
    this.teams = [...teams.values()];
  }

  get people(): number {
    return this.teams.reduce((sum, { people }) => sum + people, 0);
  }

  /** People on duty in an hour. */
  at(hour: number): number {
    let on = this.known.get(hour);
    if (on === undefined) {
      on = this.teams.reduce((sum, { people, calendars }) => sum + people * Math.max(...calendars.map((one) => share(one, hour))), 0);
      this.known.set(hour, on);
    }
    return on;
  }
}

/** The part of an hour that counts. */
function share(calendar: WorkingCalendar, hour: number): number {
  const [from, to] = [hourStart(hour), hourStart(hour + 1)];
  return calendar.elapsed(from, to) / (to - from);
}
