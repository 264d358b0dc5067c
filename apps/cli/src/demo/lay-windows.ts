import { SetFreeze, SetMaintenance } from '#changes';
import { type Actor, demoId } from '#identity';
import { formatInstant, type Instant, instant } from '#kernel';
import type { INestApplicationContext } from '@nestjs/common';
import type { WindowSeed } from './demo-changes.js';

const HOUR = 3_600_000_000;
const DAY = 24 * HOUR;

/** When services are maintained, and a time at which nothing may be changed. */
export async function layWindows(
  app: INestApplicationContext,
  { freeze, maintenance }: WindowSeed,
  { now, by }: { readonly now: Instant; readonly by: Actor },
): Promise<void> {
  for (const { service, weekdays, from, to } of maintenance) {
    const weekly = weekdays.map((weekday) => ({ weekday, from, to }));
    const terms = {
      serviceId: demoId('service', service),
      weekly,
      validFrom: formatInstant(now).slice(0, 10),
      validTo: null,
      period: null,
      note: null,
    };
    await app.get(SetMaintenance).add(by, terms);
  }
  const from = instant(Math.floor(now / DAY) * DAY + freeze.days * DAY + freeze.hour * HOUR);
  const to = instant(from + freeze.hours * HOUR);
  await app.get(SetFreeze).add(by, { from, to, serviceId: null, institutionId: null, reason: freeze.reason });
}
