import { demoId, KeepAbsences, KeepApiClients } from '#identity';
import type { INestApplicationContext } from '@nestjs/common';
import { demoActor } from './demo-actor.js';

const DAY_MS = 86_400_000;

/** A day of Riga, so many days from today. */
const day = (now: number, ahead: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Riga' }).format(new Date(now / 1000 + ahead * DAY_MS));

/** Somebody of the first line is away with a stand-in, and an institution's program waits for its token. `now` in microseconds. */
export async function layAccess(app: INestApplicationContext, now: number): Promise<void> {
  const absence = { firstDay: day(now, 0), lastDay: day(now, 4), delegateId: demoId('person', 'elina') };
  await app.get(KeepAbsences).add(await demoActor(app, 'liga'), absence);
  await app.get(KeepApiClients).add(await demoActor(app, 'admin'), {
    name: 'Dienesta serveru uzraudzība',
    institutionId: demoId('institution', 'order'),
    scopes: ['ticket.create', 'ticket.read'],
    readOnly: false,
    perMinute: 120,
  });
}
