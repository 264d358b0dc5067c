import { demoId } from '#identity';
import { ChangeStory, DOCUMENT, LOW } from '../changes/change-story.js';
import type { SeenChange } from '../changes/change-desk.js';
import type { SeenTicket } from '../incidents/desk.js';

/** A problem as these tests read it. */
export interface SeenProblem {
  id: string;
  number: string;
  version: number;
  title: string;
  state: string;
  incidentCount: number;
  recurrences: number;
  knownSince: string | null;
  verifyFrom: string | null;
  assignee: { id: string } | null;
  group: { id: string } | null;
  fixes: { change: { id: string; number: string; state: string } | null; outcome: string | null; spent: boolean }[];
  missing: string[];
  resolvable: boolean;
  path: { state: string }[];
  abilities: Record<string, boolean>;
  errors?: { pointer: string }[];
  code?: string;
  [field: string]: unknown;
}

export const KNOWN = { rootCause: 'Komutatora programmatūra.', workaround: 'Pārstartēt komutatoru.' };
const SEEN = { title: 'Atkārtoti tīkla pārrāvumi', description: 'Katru rītu no 9 līdz 10.' };

/** Leads problems through their lives at the API, each step by somebody who may take it. */
export class ProblemStory {
  private constructor(readonly changes: ChangeStory) {}

  static async open(): Promise<ProblemStory> {
    return new ProblemStory(await ChangeStory.open());
  }

  get desk() {
    return this.changes.desk.desk;
  }

  close(): Promise<void> {
    return this.changes.close();
  }

  async ask(login: string, method: 'get' | 'post' | 'patch' | 'delete', path: string, body: object = {}): Promise<SeenProblem> {
    const client = await this.desk.as(login);
    const answer =
      method === 'get' || method === 'delete' ? await client[method]<SeenProblem>(path) : await client[method]<SeenProblem>(path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path} as ${login}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  async tries(login: string, { id }: { id: string }, what: string, body: object = {}): Promise<[number, string | undefined]> {
    const answer = await (await this.desk.as(login)).post<SeenProblem>(`/problems/${id}/${what}`, body);
    return [answer.status, answer.body.code];
  }

  read({ id }: { id: string }, login = 'elina'): Promise<SeenProblem> {
    return this.ask(login, 'get', `/problems/${id}`);
  }

  step(login: string, { id }: { id: string }, what: string, body: object = {}): Promise<SeenProblem> {
    return this.ask(login, 'post', `/problems/${id}/${what}`, body);
  }

  incident(): Promise<SeenTicket> {
    return this.desk.file('ilze');
  }

  /** With the first line, from one incident. */
  async opened(more: object = {}): Promise<SeenProblem> {
    const incident = await this.incident();
    const body = { ...SEEN, origin: 'incidents', incidents: [incident.number], groupId: demoId('group', 'first-line'), ...more };
    return this.ask('elina', 'post', '/problems', body);
  }

  async investigating(): Promise<SeenProblem> {
    return this.step('rihards', await this.opened(), 'investigation', { ownerId: demoId('person', 'elina') });
  }

  async known(): Promise<SeenProblem> {
    return this.step('elina', await this.investigating(), 'identification', KNOWN);
  }

  raise(problem: { id: string }): Promise<SeenChange> {
    return this.changes.desk.ask('elina', 'post', `/tickets/${problem.id}/change`, DOCUMENT());
  }

  /** A change is authorised, started and ended so. */
  async carryOut(change: { id: string }, outcome: string): Promise<void> {
    const { changes } = this;
    await changes.step('andris', change, 'risk', { answers: LOW });
    await changes.step('andris', change, 'submission');
    await changes.authorisation(change);
    await changes.decide(change);
    await changes.step('andris', change, 'start');
    await changes.step('andris', change, 'finish', { outcome, text: 'Darīts.' });
  }

  async accepted(problem: SeenProblem): Promise<SeenProblem> {
    return this.step('dace', problem, 'risk-acceptance', { reason: 'Ierīci nomainīs gada beigās.' });
  }

  async resolved(): Promise<SeenProblem> {
    return this.step('elina', await this.accepted(await this.known()), 'resolution', { resolution: 'Sadzīvojam.' });
  }

  /** As if the 20 working days had passed. */
  async watched(problem: SeenProblem): Promise<SeenProblem> {
    await this.desk.sql(`update problems.problem set verify_from = now() - interval '1 hour' where ticket_id = $1`, [problem.id]);
    return this.read(problem);
  }

  /** A problem in the state, with what the guards of its arrows ask for. */
  async inState(state: string): Promise<SeenProblem> {
    switch (state) {
      case 'new':
        return this.opened();
      case 'investigating':
        return this.investigating();
      case 'known_error':
        return this.accepted(await this.known());
      case 'fix_in_progress': {
        const problem = await this.known();
        await this.raise(problem);
        return this.accepted(problem);
      }
      case 'resolved':
        return this.watched(await this.resolved());
      case 'closed':
        return this.step('rihards', await this.watched(await this.resolved()), 'verification');
      default:
        return this.step('rihards', await this.opened(), 'dismissal', { reason: 'Nav problēma.' });
    }
  }
}
