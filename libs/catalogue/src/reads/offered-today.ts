/** The day by which subscriptions hold: the date in Riga. */
const TODAY = `(now() at time zone 'Europe/Riga')::date`;

/** SQL: does the subscription of row `subscription` hold today? */
export function holdsToday(subscription: string): string {
  return `daterange(${subscription}.valid_from, ${subscription}.valid_to) @> ${TODAY}`;
}

/** SQL: does the institution subscribe to the service of row `service` today? */
export function subscribedToday(service: string, institution: string): string {
  return `exists (select 1 from catalogue.subscription b where b.service_id = ${service}.id and b.institution_id = ${institution}
    and ${holdsToday('b')})`;
}

/** SQL: can an incident be filed about the service of row `service` at all? */
export function takesIncidents(service: string): string {
  return `${service}.status = 'published'
    and exists (select 1 from catalogue.service_offering o where o.service_id = ${service}.id and o.kind = 'incident')`;
}
