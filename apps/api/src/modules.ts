import * as approvals from '#approvals';
import * as assets from '#assets';
import * as audit from '#audit';
import * as calendars from '#calendars';
import * as catalogue from '#catalogue';
import * as changes from '#changes';
import * as identity from '#identity';
import * as incidents from '#incidents';
import * as kpis from '#kpis';
import * as notifications from '#notifications';
import { platformSchemas } from '#platform';
import * as processes from '#processes';
import * as ratings from '#ratings';
import * as sla from '#sla';
import * as surveys from '#surveys';
import * as tickets from '#tickets';
import type { EntitySchema } from 'typeorm';

/** The modules of the product, lower before higher. API, worker and command line all load the same ones. */
export const PRODUCT_MODULES = [
  calendars.CalendarsModule,
  identity.IdentityModule,
  catalogue.CatalogueModule,
  assets.AssetsModule,
  tickets.TicketsModule,
  approvals.ApprovalsModule,
  incidents.IncidentsModule,
  changes.ChangesModule,
  sla.SlaModule,
  ratings.RatingsModule,
  surveys.SurveysModule,
  kpis.KpisModule,
  processes.ProcessesModule,
  notifications.NotificationsModule,
  audit.AuditModule,
];

/** The mappings of all modules: each exports its own as `<module>Schemas`. */
export function allSchemas(): EntitySchema<never>[] {
  const found = [
    calendars,
    identity,
    catalogue,
    assets,
    tickets,
    approvals,
    incidents,
    changes,
    sla,
    ratings,
    surveys,
    kpis,
    processes,
    notifications,
    audit,
  ].flatMap((module) =>
    Object.entries(module as Record<string, unknown>)
      .filter(([name]) => name.endsWith('Schemas'))
      .flatMap(([, schemas]) => schemas as EntitySchema<never>[]),
  );
  return [...(platformSchemas as unknown as EntitySchema<never>[]), ...found];
}
