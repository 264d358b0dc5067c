import { demoItemId } from '#assets';
import { RaiseChange } from '#changes';
import { demoId } from '#identity';
import { readSeed } from '#platform';
import { AcceptRisk, EditProblem, IdentifyProblem, InvestigateProblem, OpenProblem, ResolveProblem } from '#problems';
import type { Level } from '#tickets';
import type { INestApplicationContext } from '@nestjs/common';
import { demoActor } from './demo-actor.js';
import type { Story } from './story.js';

/** A problem of the demonstration, as `demo/problems.json` tells it. */
interface DemoProblem {
  readonly title: string;
  readonly description: string;
  readonly origin: 'incidents' | 'trend' | 'reason';
  readonly originText?: string;
  /** The latest so many closed incidents of this title come from it. */
  readonly incidentTitle?: string;
  readonly incidents: number;
  readonly service: string;
  readonly group: string;
  readonly items: readonly string[];
  readonly impact: Level;
  readonly urgency: Level;
  readonly lead: string;
  readonly owner: string;
  readonly rootCause?: string;
  readonly workaround?: string;
  readonly publicTitle?: string;
  readonly publicText?: string;
  readonly riskReason?: string;
  readonly resolution?: string;
  readonly change?: { readonly title: string; readonly description: string };
  readonly until: 'new' | 'known_error' | 'fix_in_progress' | 'resolved';
}

/** Problems in several states (DOMAIN 8.2, 7). All of them go through the use-cases, so that links, history and known errors are those of real work. */
export async function layProblems(app: INestApplicationContext, told: readonly Story[]): Promise<void> {
  for (const problem of readSeed<DemoProblem[]>('demo/problems.json')) await layProblem(app, problem, told);
}

async function layProblem(app: INestApplicationContext, problem: DemoProblem, told: readonly Story[]): Promise<void> {
  // The first line sees the incidents of all groups, and so what comes back.
  const opener = await demoActor(app, 'elina');
  const { title, description, origin, originText, impact, urgency, service, group, items } = problem;
  const id = await app.get(OpenProblem).execute(opener, {
    ...{ title, description, origin, originText, impact, urgency, incidents: incidentsOf(problem, told) },
    ...{ serviceId: demoId('service', service), groupId: demoId('group', group), itemIds: items.map(demoItemId) },
  });
  await goOn(app, problem, { key: id, ifMatch: undefined });
}

async function goOn(app: INestApplicationContext, problem: DemoProblem, target: { key: string; ifMatch: undefined }): Promise<void> {
  if (problem.until === 'new') return;
  const lead = await demoActor(app, problem.lead);
  const { rootCause, workaround, publicTitle, publicText, change } = problem;
  await app.get(InvestigateProblem).execute(lead, target, demoId('person', problem.owner));
  await app.get(IdentifyProblem).execute(lead, target, { rootCause, workaround });
  if (publicTitle) await app.get(EditProblem).execute(lead, target, { publicTitle, publicText });
  if (change) await app.get(RaiseChange).execute(lead, target.key, { ...change, kind: 'normal' });
  if (problem.until !== 'resolved') return;
  await app.get(AcceptRisk).execute(await demoActor(app, 'dace'), target, problem.riskReason ?? '');
  await app.get(ResolveProblem).execute(lead, target, problem.resolution ?? '');
}

function incidentsOf({ incidentTitle, incidents }: DemoProblem, told: readonly Story[]): string[] {
  if (incidents === 0) return [];
  const like = told.filter(({ incident: { ticket } }) => ticket.title === incidentTitle && ticket.state === 'closed');
  return like.slice(-incidents).map(({ incident }) => incident.id);
}
