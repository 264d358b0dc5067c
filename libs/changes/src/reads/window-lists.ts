import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { Clock, formatInstant, instant } from '#kernel';
import { Database } from '#platform';
import { type Names, TicketNames } from '#tickets';
import type { FreezeWindowResponse, MaintenanceWindowResponse } from '../http/responses/calendar.response.js';
import { type FreezeRow, FreezeWindows } from '../store/freeze-windows.js';
import { type MaintenanceRow, MaintenanceWindows } from '../store/maintenance-windows.js';

const YEAR = 366 * 86_400_000_000;

/** Freezes and maintenance, for those who set them. */
@Injectable()
export class WindowLists {
  constructor(
    private readonly database: Database,
    private readonly freezeWindows: FreezeWindows,
    private readonly maintenanceWindows: MaintenanceWindows,
    private readonly names: TicketNames,
    private readonly clock: Clock,
  ) {}

  /** The freezes of the year past and the years to come, by their beginning. */
  async freezes(actor: Actor): Promise<FreezeWindowResponse[]> {
    const now = this.clock.now();
    const rows = await this.freezeWindows.within(this.database, { from: instant(now - YEAR), to: instant(now + 10 * YEAR) });
    return this.freezesNamed(actor, rows);
  }

  /** Throws `changes.freeze.not-found`. */
  async freeze(actor: Actor, id: string): Promise<FreezeWindowResponse> {
    const [named] = await this.freezesNamed(actor, [await this.freezeWindows.one(this.database, id)]);
    return named!;
  }

  /** By the name of the service. */
  async maintenance(actor: Actor): Promise<MaintenanceWindowResponse[]> {
    const items = await this.maintenanceNamed(actor, await this.maintenanceWindows.all(this.database));
    return items.sort((a, b) => a.service.name.localeCompare(b.service.name, actor.locale));
  }

  /** Throws `changes.maintenance.not-found`. */
  async maintenanceWindow(actor: Actor, id: string): Promise<MaintenanceWindowResponse> {
    const [named] = await this.maintenanceNamed(actor, [await this.maintenanceWindows.one(this.database, id)]);
    return named!;
  }

  private async freezesNamed(actor: Actor, rows: readonly FreezeRow[]): Promise<FreezeWindowResponse[]> {
    const names = await this.names.find(actor.locale, {
      people: rows.map(({ setById }) => setById),
      services: rows.map(({ serviceId }) => serviceId),
      institutions: rows.map(({ institutionId }) => institutionId),
    });
    return rows.map(({ id, from, to, reason, serviceId, institutionId, setById, version }) => ({
      ...{ id, reason, version, from: formatInstant(from), to: formatInstant(to) },
      ...{ service: names.orNull(serviceId), institution: names.orNull(institutionId), setBy: names.orNull(setById) },
    }));
  }

  private async maintenanceNamed(actor: Actor, rows: readonly MaintenanceRow[]): Promise<MaintenanceWindowResponse[]> {
    const names = await this.names.find(actor.locale, { services: rows.map(({ serviceId }) => serviceId) });
    return rows.map((row) => maintenanceResponse(row, names));
  }
}

function maintenanceResponse(
  { id, serviceId, weekly, validFrom, validTo, period, note, version }: MaintenanceRow,
  names: Names,
): MaintenanceWindowResponse {
  return {
    ...{ id, validFrom, validTo, note, version, service: names.of(serviceId) },
    weekly: weekly?.map(({ weekday, from, to }) => ({ weekday, from, to })) ?? null,
    period: period && { from: formatInstant(period.from), to: formatInstant(period.to) },
  };
}
