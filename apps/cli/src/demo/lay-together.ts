import { demoId } from '#identity';
import { CancelIncident, type Communication, LogCommunication, ReportIncident } from '#incidents';
import { plusSeconds } from '#kernel';
import { readSeed, UnitOfWork } from '#platform';
import { type Level, LinkTickets, PutAside, ReplyToChildren } from '#tickets';
import type { INestApplicationContext } from '@nestjs/common';
import { demoActor } from './demo-actor.js';
import type { Story } from './story.js';

/** Somebody's call, as `demo/together.json` tells it. */
interface DemoCall {
  readonly requester: string;
  readonly title: string;
  readonly description: string;
  readonly service: string;
  readonly impact: Level;
  readonly urgency: Level;
}

interface DemoTogether {
  readonly parent: DemoCall;
  readonly children: readonly DemoCall[];
  readonly merged: DemoCall;
  readonly aside: DemoCall & { readonly note: string; readonly days: number };
  readonly reply: string;
  readonly log: readonly Communication[];
}

const DAY_SECONDS = 86_400;

/** Tickets that belong together: a parent whose children were answered at once, a merged one, one that is put aside, a log of a P1. */
export async function layTogether(app: INestApplicationContext, told: readonly Story[]): Promise<void> {
  const { parent, children, merged, aside, reply, log } = readSeed<DemoTogether>('demo/together.json');
  const agent = await demoActor(app, 'elina');
  const file = async ({ requester, service, ...call }: DemoCall): Promise<string> =>
    (
      await app.get(ReportIncident).execute(agent, {
        ...{ title: call.title, description: call.description, impact: call.impact, urgency: call.urgency, source: 'phone' },
        ...{ serviceId: demoId('service', service), affectedUserId: demoId('person', requester) },
      })
    ).id;
  const parentId = await file(parent);
  for (const child of children) await app.get(LinkTickets).execute(agent, await file(child), parentId, 'child_of');
  await app.get(ReplyToChildren).execute(agent, parentId, reply);
  await app
    .get(CancelIncident)
    .execute(agent, { key: await file(merged), ifMatch: undefined }, { reason: 'duplicate', duplicateOfId: parentId });
  const asideId = await file(aside);
  const until = await app.get(UnitOfWork).run((tx) => Promise.resolve(plusSeconds(tx.now, aside.days * DAY_SECONDS)));
  await app.get(PutAside).execute(agent, asideId, until, aside.note);
  const grave = told.find(({ incident: { ticket } }) => ticket.priority === 1 && ticket.state === 'in_progress');
  const lead = await demoActor(app, 'rihards');
  for (const entry of grave ? log : [])
    await app.get(LogCommunication).execute(lead, { key: grave!.incident.id, ifMatch: undefined }, entry);
}
