import { Injectable } from '@nestjs/common';
import { CalendarBook, type WorkingCalendar } from '#calendars';
import { IdentityFacts } from '#identity';
import { Duty } from '../domain/duty.js';
import type { LoadDay } from '../domain/load-days.js';
import { hourStart } from '../domain/load-fact.js';
import { OFFICE_CALENDAR } from './freeze-instants.js';

/** The groups that work for a part of the load, and how many of their people are on duty when. */
export interface DutyRoster {
  readonly groups: readonly { readonly id: string; readonly calendarCode: string; readonly people: number }[];
  readonly duty: Duty;
  /** The same of one of the groups. */
  readonly dutyOf: ReadonlyMap<string, Duty>;
}

/** Which days are worked, and who works when. */
@Injectable()
export class LoadCalendar {
  constructor(
    private readonly calendars: CalendarBook,
    private readonly identity: IdentityFacts,
  ) {}

  /** Whether a day is worked by the calendar of the clients, who bring the work: holidays are free, a moved Saturday is not. */
  async works(): Promise<(day: LoadDay) => boolean> {
    const calendar = await this.calendars.byCode(OFFICE_CALENDAR);
    return ({ first }) => calendar.dayAt(hourStart(first)).counted > 0;
  }

  /** The active groups, or some of them, by their calendars in force. */
  async roster(groupIds: readonly string[] | null): Promise<DutyRoster> {
    const rosters = (await this.identity.rosters()).filter(({ groupId }) => groupIds?.includes(groupId) ?? true);
    const calendars = new Map<string, WorkingCalendar>();
    for (const code of new Set(rosters.map(({ calendarCode }) => calendarCode))) calendars.set(code, await this.calendars.byCode(code));
    const groups = rosters.map(({ groupId, calendarCode, memberIds }) => ({ groupId, calendar: calendars.get(calendarCode)!, memberIds }));
    return {
      groups: rosters.map(({ groupId, calendarCode, memberIds }) => ({ id: groupId, calendarCode, people: memberIds.length })),
      duty: new Duty(groups),
      dutyOf: new Map(groups.map((group) => [group.groupId, new Duty([group])])),
    };
  }
}
