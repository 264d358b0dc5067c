import { demoItemId, seedAssetsDemo } from '#assets';
import { Desk } from '../incidents/desk.js';

/** A change as these tests read it. */
export interface SeenChange {
  id: string;
  number: string;
  version: number;
  title: string;
  kind: string;
  state: string;
  inFull: boolean;
  requester: { id: string; name: string };
  institution: { id: string; name: string };
  group: { id: string } | null;
  assignee: { id: string } | null;
  services: { id: string; name: string }[];
  items: { id: string; tag: string }[];
  itemCount: number;
  plan: { text: string; offsetMinutes: number | null; who: string | null }[];
  reason: string | null;
  costEuro: number | null;
  window: { from: string; to: string } | null;
  risk: { score: number; level: string; authority: string } | null;
  approvals: {
    number: number;
    purpose: string;
    state: string;
    steps: { name: string; approvals: { id: string; approver: { id: string }; state: string }[] }[];
  }[];
  sections: { code: string; state: string; missing: string[] }[];
  path: { state: string }[];
  abilities: Record<string, boolean>;
  code?: string;
  errors?: { pointer: string }[];
  [field: string]: unknown;
}

export const WISH = { title: 'Jauns lauks veidlapā', description: 'Vajadzīgs lauks reģistrācijas numuram.' };

/** The product with the demonstration's people and devices, and shortcuts for changes. */
export class ChangeDesk {
  private constructor(readonly desk: Desk) {}

  static async open(): Promise<ChangeDesk> {
    const desk = await Desk.open();
    await desk.app.unitOfWork.run((tx) => seedAssetsDemo(tx));
    return new ChangeDesk(desk);
  }

  close(): Promise<void> {
    return this.desk.close();
  }

  /** Calls the API; throws unless it succeeds. */
  async ask(login: string, method: 'get' | 'post' | 'patch', path: string, body: object = {}): Promise<SeenChange> {
    const client = await this.desk.as(login);
    const answer = method === 'get' ? await client.get<SeenChange>(path) : await client[method]<SeenChange>(path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path} as ${login}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** Tries something; the status and the code of the refusal. */
  async tries(login: string, method: 'get' | 'post' | 'patch', path: string, body: object = {}): Promise<[number, string | undefined]> {
    const client = await this.desk.as(login);
    const answer = method === 'get' ? await client.get<SeenChange>(path) : await client[method]<SeenChange>(path, body);
    return [answer.status, answer.body.code];
  }

  draft(login = 'ilze', more: object = {}): Promise<SeenChange> {
    return this.ask(login, 'post', '/changes', { ...WISH, ...more });
  }

  read(login: string, { id }: { id: string }): Promise<SeenChange> {
    return this.ask(login, 'get', `/changes/${id}`);
  }

  edit(login: string, { id }: { id: string }, body: object): Promise<SeenChange> {
    return this.ask(login, 'patch', `/changes/${id}`, body);
  }
}

export const item = (tag: string): string => demoItemId(tag);
