import * as approvals from '#approvals';
import * as assets from '#assets';
import * as audit from '#audit';
import * as calendars from '#calendars';
import * as catalogue from '#catalogue';
import * as changes from '#changes';
import * as identity from '#identity';
import * as incidents from '#incidents';
import * as inbound from '#inbound';
import * as kpis from '#kpis';
import * as notifications from '#notifications';
import { platformSchemas } from '#platform';
import * as problems from '#problems';
import * as processes from '#processes';
import * as ratings from '#ratings';
import * as replies from '#replies';
import * as reports from '#reports';
import * as routing from '#routing';
import * as search from '#search';
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
  problems.ProblemsModule,
  changes.ChangesModule,
  replies.RepliesModule,
  search.SearchModule,
  routing.RoutingModule,
  sla.SlaModule,
  ratings.RatingsModule,
  surveys.SurveysModule,
  kpis.KpisModule,
  processes.ProcessesModule,
  notifications.NotificationsModule,
  inbound.InboundModule,
  audit.AuditModule,
  reports.ReportsModule,
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
    problems,
    changes,
    replies,
    search,
    routing,
    sla,
    ratings,
    surveys,
    kpis,
    processes,
    notifications,
    inbound,
    audit,
    reports,
  ].flatMap((module) =>
    Object.entries(module as Record<string, unknown>)
      .filter(([name]) => name.endsWith('Schemas'))
      .flatMap(([, schemas]) => schemas as EntitySchema<never>[]),
  );
  return [...(platformSchemas as unknown as EntitySchema<never>[]), ...found];
}
