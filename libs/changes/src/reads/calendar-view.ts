import { Injectable } from '@nestjs/common';
import { CalendarBook, type WorkingCalendar } from '#calendars';
import { CatalogueFacts } from '#catalogue';
import { type Actor, holds, scopeOf } from '#identity';
import { DomainError, formatInstant, type Interval, parseInstant } from '#kernel';
import { type Names, TicketNames } from '#tickets';
import { Database } from '#platform';
import type { ChangeState } from '../domain/change-lifecycle.js';
import { hoursWithin } from '../domain/maintenance-hours.js';
import type {
  CalendarConflictResponse,
  CalendarDayOffResponse,
  CalendarMaintenanceResponse,
  CalendarServiceResponse,
  ChangeCalendarResponse,
} from '../http/responses/calendar.response.js';
import { MaintenanceWindows } from '../store/maintenance-windows.js';
import { type CalendarContent, ChangeCalendar } from './change-calendar.js';

/** Two months with the weeks around them. */
const MOST_DAYS = 62;
const MOST_CONFLICTS = 500;
const DAYS_OFF = 'lv-8x5';

export interface AskedDays {
  /** The first date in Riga, and the one after the last. */
  readonly from: string;
  readonly to: string;
  readonly serviceId?: string;
  readonly institutionId?: string;
  readonly wished?: boolean;
}

/** The change calendar as it is shown. */
@Injectable()
export class CalendarView {
  constructor(
    private readonly database: Database,
    private readonly calendar: ChangeCalendar,
    private readonly calendars: CalendarBook,
    private readonly maintenance: MaintenanceWindows,
    private readonly catalogue: CatalogueFacts,
    private readonly names: TicketNames,
  ) {}

  /** Throws `changes.calendar-range` where `to` is not after `from`, or too far from it. */
  async read(actor: Actor, asked: AskedDays): Promise<ChangeCalendarResponse> {
    const working = await this.calendars.byCode(DAYS_OFF);
    const period = periodOf(working, asked);
    const content = await this.calendar.read(actor, { ...asked, ...period });
    const maintenance = await this.maintenanceOf(content, asked, period);
    const services = await this.servicesOf(actor, [
      ...content.changes.flatMap((c) => c.serviceIds.slice(0, 1)),
      ...maintenance.map((m) => m.serviceId),
    ]);
    const names = await this.names.find(actor.locale, wanted(content));
    return {
      ...written(period),
      changes: changesOf(actor, content, names),
      freezes: content.freezes.map(({ id, reason, serviceId, institutionId, ...when }) => ({
        ...{ id, reason, service: names.orNull(serviceId), institution: names.orNull(institutionId) },
        ...written(when),
      })),
      maintenance,
      services,
      daysOff: daysOff(working, period, actor.locale),
      conflicts: conflictsOf(content),
      conflictCount: content.conflicts.length,
      abilities: { windows: holds(actor, 'change.freeze'), draft: holds(actor, 'change.draft') && scopeOf(actor, 'change.draft').all },
    };
  }

  /** The hours of the services that are shown, or of the one that is asked for. */
  private async maintenanceOf(
    { changes }: CalendarContent,
    { serviceId, institutionId }: AskedDays,
    period: Interval,
  ): Promise<CalendarMaintenanceResponse[]> {
    const wide = serviceId === undefined && institutionId === undefined;
    const shown = [...new Set([...changes.flatMap(({ serviceIds }) => serviceIds), ...(serviceId ? [serviceId] : [])])];
    const windows = await this.maintenance.within(this.database, period, wide ? undefined : shown);
    return [...new Set(windows.map((window) => window.serviceId))].flatMap((id) =>
      hoursWithin(
        windows.filter((window) => window.serviceId === id),
        period,
      ).map((hours) => ({ serviceId: id, ...written(hours) })),
    );
  }

  private async servicesOf(actor: Actor, ids: readonly string[]): Promise<CalendarServiceResponse[]> {
    const unique = [...new Set(ids)];
    const names = await this.catalogue.names(unique, actor.locale);
    const counts = new Map<string, number>();
    for (const { serviceId } of await this.catalogue.subscribersOf(unique)) counts.set(serviceId, (counts.get(serviceId) ?? 0) + 1);
    return unique
      .map((id) => ({ id, name: names.get(id) ?? '', institutions: counts.get(id) ?? 0 }))
      .sort((a, b) => a.name.localeCompare(b.name, actor.locale));
  }
}

function written({ from, to }: Interval): { from: string; to: string } {
  return { from: formatInstant(from), to: formatInstant(to) };
}

/** Noon of a date in UTC lies in the same date in Riga. */
const dayOf = (working: WorkingCalendar, date: string) => working.dayAt(parseInstant(`${date}T12:00:00Z`));

function periodOf(working: WorkingCalendar, { from, to }: AskedDays): Interval {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (!(days >= 1 && days <= MOST_DAYS))
    throw new DomainError('changes.calendar-range', { days: MOST_DAYS }, 'invalid', [{ pointer: '/to', code: 'changes.calendar-range' }]);
  return { from: dayOf(working, from).from, to: dayOf(working, to).from };
}

function wanted({ changes, freezes }: CalendarContent) {
  return {
    people: changes.map(({ implementerId }) => implementerId),
    groups: changes.map(({ ticket }) => ticket.groupId),
    services: [...changes.flatMap(({ serviceIds }) => serviceIds), ...freezes.map(({ serviceId }) => serviceId)],
    institutions: freezes.map(({ institutionId }) => institutionId),
  };
}

function changesOf(actor: Actor, { changes }: CalendarContent, names: Names): ChangeCalendarResponse['changes'] {
  const staff = scopeOf(actor, 'change.calendar').all;
  const manages = holds(actor, 'change.manage');
  return changes.map(({ id, kind, ticket, outageMinutes, serviceIds, implementerId, ...when }) => ({
    ...{ id, kind, number: ticket.number, title: ticket.title, state: ticket.state as ChangeState, version: ticket.version, outageMinutes },
    ...written(when),
    services: serviceIds.map((service) => names.of(service)),
    group: staff ? names.orNull(ticket.groupId) : null,
    implementer: staff ? names.orNull(implementerId) : null,
    movable: manages && ticket.state === 'scheduled',
  }));
}

function conflictsOf({ conflicts, ground }: CalendarContent): CalendarConflictResponse[] {
  return [...conflicts]
    .sort((a, b) => Number(b.blocking) - Number(a.blocking) || Number(a.otherId === null) - Number(b.otherId === null) || a.from - b.from)
    .slice(0, MOST_CONFLICTS)
    .map(({ reason, blocking, changeId, otherId, itemId, freezeId, ...when }) => ({
      ...{ reason, blocking, changeId, otherId, freezeId },
      item: itemId === null ? null : { id: itemId, tag: ground.tagOf(itemId) },
      ...written(when),
    }));
}

function daysOff(working: WorkingCalendar, { from, to }: Interval, locale: Actor['locale']): CalendarDayOffResponse[] {
  return working.daysBetween(from, to).flatMap(({ date, kind, exception }) => {
    if (kind === 'working') return [];
    const name = locale === 'lv' ? exception?.nameLv : exception?.nameEn;
    return [{ date, kind, name: name ?? null }];
  });
}
