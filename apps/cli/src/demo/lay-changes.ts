import { ApprovalBook, DecideApproval } from '#approvals';
import { demoItemId } from '#assets';
import {
  ApproveTemplate,
  AssessRisk,
  CancelChange,
  CloseChange,
  DraftChange,
  FinishChange,
  ImplementFirst,
  RecordConsent,
  RequestAuthorisation,
  SaveTemplate,
  ScheduleChange,
  StartChange,
  SubmitChange,
} from '#changes';
import { ActorReader, demoId } from '#identity';
import { type Instant, instant } from '#kernel';
import { readSeed, UnitOfWork } from '#platform';
import type { INestApplicationContext } from '@nestjs/common';
import { demoActor } from './demo-actor.js';
import { type ChangeSeed, contentOf, type DemoChange, RISK_ANSWERS } from './demo-changes.js';
import { layWindows } from './lay-windows.js';

const MINUTE = 60_000_000;
const TARGET = (id: string) => ({ key: id, ifMatch: undefined });

/**
 * Changes in every state, over the weeks before and after today. All of them go through the use-cases, each step by somebody who may take it,
 * so that approvals, history and calendar are those of real work.
 */
export async function layChanges(app: INestApplicationContext): Promise<void> {
  const seed = readSeed<ChangeSeed>('demo/changes.json');
  const now = await app.get(UnitOfWork).run(async (tx) => tx.now);
  const templateId = await layTemplate(app, seed.template);
  for (const change of seed.changes) await layChange(app, change, { now, templateId });
  await layWindows(app, seed, { now, by: await demoActor(app, 'andris') });
}

async function layTemplate(app: INestApplicationContext, template: ChangeSeed['template']): Promise<string> {
  const { service, group, orderNumber, ...terms } = template;
  const serviceId = demoId('service', service);
  const id = await app.get(SaveTemplate).create(await demoActor(app, 'andris'), { ...terms, serviceId, groupId: demoId('group', group) });
  await app.get(ApproveTemplate).execute(await demoActor(app, 'dace'), id, { number: orderNumber, date: '2026-01-15' });
  return id;
}

interface Ground {
  readonly now: Instant;
  readonly templateId: string;
}

async function layChange(app: INestApplicationContext, change: DemoChange, { now, templateId }: Ground): Promise<void> {
  const author = await demoActor(app, change.author);
  const standard = change.kind === 'standard' ? { templateId } : {};
  const requester = change.kind === 'plain' ? {} : { requesterId: demoId('person', change.requester) };
  const content = contentOf(change, now, demoItemId, (kind, key) => demoId(kind, key));
  const id = await app.get(DraftChange).execute(author, { ...content, ...requester, ...standard });
  await lead(app, change, id, now);
}

/** Takes the change on from its draft, as far as it is to go. */
async function lead(app: INestApplicationContext, change: DemoChange, id: string, now: Instant): Promise<void> {
  const [target, manager] = [TARGET(id), await demoActor(app, 'andris')];
  if (change.until === 'draft') return;
  if (change.until === 'cancelled') return void (await app.get(CancelChange).execute(manager, target, change.reason ?? ''));
  if (change.kind === 'standard') return carryOut(app, change, id, now);
  if (change.until === 'begun') {
    await app.get(RecordConsent).execute(manager, target, 'Dace Vītola, dežurējošā vadītāja', instant(now - 50 * MINUTE));
    await app.get(ImplementFirst).execute(manager, target);
    return;
  }
  if (change.risk) await app.get(AssessRisk).execute(manager, target, RISK_ANSWERS[change.risk]);
  await app.get(SubmitChange).execute(manager, target);
  if (change.until === 'assessing') return;
  await app.get(RequestAuthorisation).execute(manager, target, null);
  await vote(app, id, change.votes ?? 0, change.until === 'rejected' ? 'rejected' : 'approved');
}

/** So many of those who are asked say this; no more once it is decided. */
async function vote(app: INestApplicationContext, id: string, votes: number, decision: 'approved' | 'rejected'): Promise<void> {
  for (let given = 0; given < votes; given += 1) {
    const open = (await app.get(ApprovalBook).stepsOf(undefined, id)).flatMap(({ approvals }) => approvals);
    const next = open.find(({ state }) => state === 'pending');
    if (!next) return;
    const approver = await app.get(ActorReader).byId(next.approverId);
    const reason = decision === 'rejected' ? 'Vispirms jāvienojas ar iestādēm par pāreju, tad iesniedziet vēlreiz.' : null;
    if (approver) await app.get(DecideApproval).execute(approver, { approvalId: next.id, decision, reason });
  }
}

/** A standard change: into the calendar, and where its window is today, done. */
async function carryOut(app: INestApplicationContext, change: DemoChange, id: string, now: Instant): Promise<void> {
  const target = TARGET(id);
  await app.get(ScheduleChange).execute(await demoActor(app, change.author), target, null);
  if (change.until === 'scheduled') return;
  const implementer = await demoActor(app, 'gints');
  await app.get(StartChange).execute(implementer, target, null);
  const times = { from: instant(now - 40 * MINUTE), to: instant(now - 5 * MINUTE) };
  const finish = { outcome: change.outcome ?? 'successful', text: change.outcomeText ?? '', ...times } as const;
  await app.get(FinishChange).execute(implementer, target, finish);
  if (change.until === 'closed') await app.get(CloseChange).execute(await demoActor(app, 'andris'), target, true);
}
