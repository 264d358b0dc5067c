import { ActorReader, demoId } from '#identity';
import { DeclareSecurity, RecordReport } from '#incidents';
import { instant } from '#kernel';
import { readSeed } from '#platform';
import { RateTicket } from '#ratings';
import { ConfirmRelaxation, importedClockId } from '#sla';
import type { INestApplicationContext } from '@nestjs/common';
import type { Scene, Story } from './story.js';

const HOUR = 3_600_000_000;

type Act = (app: INestApplicationContext, story: Story) => Promise<void>;

/** What the product does itself in front of everybody, because the past cannot be told of it: the law's clocks, a second person's word. */
const ACTS: Readonly<Record<Scene, Act>> = {
  disappointed: rateBad,
  relaxed: async () => {},
  relaxed_and_confirmed: confirmRelaxation,
  security: declareSecurity,
  security_warned: async (app, story) => {
    await declareSecurity(app, story);
    const sentAt = instant(story.incident.ticket.submittedAt + 3 * HOUR);
    await app.get(RecordReport).execute(await actor(app, 'vita'), keyOf(story), 'warning', sentAt);
  },
};

/** Acts the scenes of stories that were just laid down. */
export async function actScenes(app: INestApplicationContext, stories: readonly Story[]): Promise<void> {
  for (const story of stories) if (story.scene) await ACTS[story.scene](app, story);
}

const keyOf = ({ incident }: Story) => ({ key: incident.id, ifMatch: undefined });

async function actor(app: INestApplicationContext, key: string) {
  const found = await app.get(ActorReader).byId(demoId('person', key));
  if (!found) throw new Error(`nobody called ${key} in the demonstration`);
  return found;
}

async function declareSecurity(app: INestApplicationContext, story: Story): Promise<void> {
  await app.get(DeclareSecurity).execute(await actor(app, 'vita'), keyOf(story), story.incident.ticket.submittedAt);
}

async function confirmRelaxation(app: INestApplicationContext, { incident }: Story): Promise<void> {
  const clock = { ticketKey: incident.id, clockId: importedClockId(incident.id, 'resolution', 1) };
  await app.get(ConfirmRelaxation).execute(await actor(app, 'rihards'), clock);
}

/** Somebody says "bad" today: the lead of the first line has something to find out by the day after tomorrow. */
async function rateBad(app: INestApplicationContext, { incident }: Story): Promise<void> {
  const requester = await app.get(ActorReader).byId(incident.ticket.requesterId);
  const [comment] = readSeed<{ bad: readonly string[] }>('demo/ratings.json').bad;
  if (requester) await app.get(RateTicket).execute(requester, { ticket: incident.id, value: 'bad', comment });
}
