import { demoId } from '#identity';
import type { Database } from '#platform';
import type { ApiClient } from '../../support/client.js';
import type { ProblemRecordState } from './row.js';

interface People {
  readonly agent: ApiClient;
  readonly lead: ApiClient;
  readonly director: ApiClient;
}

interface Known {
  readonly id: string;
  readonly number: string;
}

const SEARCH = (people: People) => [people.lead, 'investigation', { ownerId: demoId('person', 'elina') }] as const;
const KNOWN = (people: People) => [people.agent, 'identification', { rootCause: 'Programmatūra.', workaround: 'Pārstartēt.' }] as const;
const RISK = (people: People) => [people.director, 'risk-acceptance', { reason: 'Nomainīs gada beigās.' }] as const;
const END = (people: People) => [people.agent, 'resolution', { resolution: 'Sadzīvojam.' }] as const;

/** What is done with a problem until it is in the state. */
const STEPS: Readonly<Record<ProblemRecordState, readonly ((people: People) => readonly [ApiClient, string, object])[]>> = {
  problem_new: [],
  problem_investigating: [SEARCH],
  problem_known: [SEARCH, KNOWN],
  problem_accepted: [SEARCH, KNOWN, RISK],
  problem_watched: [SEARCH, KNOWN, RISK, END],
};

/** A problem of the first line, opened by its agent; in `problem_watched` its 20 working days have passed. One incident is linked where it is nobody's secret. */
export async function problemFor(
  people: People,
  database: Database,
  state: ProblemRecordState,
  incident: string,
): Promise<Known & { change: string }> {
  const seen = (await people.agent.get(`/tickets/${incident}`)).status === 200;
  const body = {
    ...{ title: 'Pārrāvumi', description: 'Rītos.', groupId: demoId('group', 'first-line'), originText: 'Aug.' },
    ...(seen ? { origin: 'incidents', incidents: [incident] } : { origin: 'trend' }),
  };
  const problem = await done(people.agent.post<Known>('/problems', body));
  for (const step of STEPS[state]) {
    const [client, what, said] = step(people);
    await done(client.post<Known>(`/problems/${problem.id}/${what}`, said));
  }
  if (state === 'problem_watched')
    await database.query(`update problems.problem set verify_from = now() - interval '1 hour' where ticket_id = $1`, [problem.id]);
  const place = { groupId: demoId('group', 'first-line') };
  const { id: change } = await done(people.agent.post<Known>('/changes', { title: 'Atjaunināt', description: 'Programmatūru.', ...place }));
  return { ...problem, change };
}

async function done<Body>(call: Promise<{ status: number; body: Body }>): Promise<Body> {
  const { status, body } = await call;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}
