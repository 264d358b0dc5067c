import { demoId } from '#identity';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';

export interface SeenRef {
  id: string;
  name: string;
}

export interface SeenTarget {
  ticketType: 'incident';
  kind: string;
  priority: number;
  service: SeenRef | null;
  institution: SeenRef | null;
  party: SeenRef | null;
  seconds: number;
  calendar: { id: string; code: string; name: string };
  pauseReasons: string[];
  thresholds: number[];
  steps: { pct: number; action: string; to: SeenRef | null }[];
}

export interface SeenVersion {
  id: string;
  version: number;
  validFrom: string;
  publishedBy: SeenRef | null;
}

export interface SeenPolicy {
  id: string;
  code: string;
  name: string;
  general: boolean;
  inForce: SeenVersion | null;
  coming: SeenVersion | null;
  versions: SeenVersion[];
  draft: { id: string; version: number; revision: number; drafters: SeenRef[] } | null;
}

export interface SeenDraft {
  id: string;
  version: number;
  revision: number;
  midFlightRule: string;
  targets: SeenTarget[];
  warnings: { code: string; text: string }[];
  abilities: { edit: boolean; publish: boolean };
}

export interface Refused {
  code: string;
  title: string;
  errors?: { pointer: string; code: string; detail: string }[];
}

/** A target as `PUT /policies/{id}/draft` takes it. */
export type AskedTarget = Record<string, unknown> & { kind: string; priority: number; seconds: number };

/** The product with the demonstration's people, and what one does with policies. `admin` drafts, `dace` publishes. */
export class PolicyStory {
  private constructor(
    readonly app: TestApp,
    readonly cast: Cast,
  ) {}

  static async open(): Promise<PolicyStory> {
    const app = await startTestApp({ cast: true });
    return new PolicyStory(app, await layCast(app));
  }

  as(login: string): Promise<ApiClient> {
    return this.cast.signIn(login);
  }

  async policies(): Promise<SeenPolicy[]> {
    return (await (await this.as('admin')).get<{ items: SeenPolicy[] }>('/policies')).body.items;
  }

  async general(): Promise<SeenPolicy> {
    return (await this.policies()).find((policy) => policy.general)!;
  }

  /** The targets of a version, as a draft takes them. */
  async asked(policy: SeenPolicy, version = policy.inForce!.version): Promise<AskedTarget[]> {
    const { body } = await (await this.as('admin')).get<{ targets: SeenTarget[] }>(`/policies/${policy.id}/versions/${version}`);
    return body.targets.map(askedOf);
  }

  async save(policy: { id: string }, targets: readonly object[], more: object = {}, login = 'admin') {
    const client = await this.as(login);
    return client.put<SeenDraft & Refused>(`/policies/${policy.id}/draft`, { midFlightRule: 'middle_of_three', targets, ...more });
  }

  async publish(policy: { id: string }, body: object = {}, login = 'dace') {
    return (await this.as(login)).post<SeenPolicy & Refused>(`/policies/${policy.id}/draft/publication`, body);
  }

  /** Files an incident as `login` with the priority that impact and urgency make; answers the seconds of its targets by kind. */
  async promised(login: string, more: object = {}): Promise<Record<string, number>> {
    const answer = await (
      await this.as(login)
    ).post<{ clocks: { kind: string; targetSeconds: number }[] }>('/incidents', {
      title: 'Nedarbojas e-pasts',
      description: 'Kopš rīta.',
      impact: 2,
      urgency: 2,
      ...more,
    });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return Object.fromEntries(answer.body.clocks.map(({ kind, targetSeconds }) => [kind, targetSeconds]));
  }

  sql<Row>(sql: string, params: unknown[] = []): Promise<Row[]> {
    return this.app.unitOfWork.run((tx) => tx.query<Row>(sql, params));
  }

  close(): Promise<void> {
    return this.app.close();
  }
}

export const MAIL = demoId('service', 'MAIL');
export const ORDER = demoId('institution', 'order');
export const CIVIL = demoId('institution', 'civil');
export const NETWORK = demoId('group', 'network');

/** A target that was read, as one sends it. */
export function askedOf({ service, institution, party, calendar, steps, ...target }: SeenTarget): AskedTarget {
  return {
    ...target,
    serviceId: service?.id ?? null,
    institutionId: institution?.id ?? null,
    partyId: party?.id ?? null,
    calendarCode: calendar.code,
    steps: steps.map(({ pct, action, to }) => ({ pct, action, to: to?.id ?? null })),
  };
}

/** A further target beside those that there are. */
export function target(kind: string, priority: number, seconds: number, more: object = {}): AskedTarget {
  return {
    ticketType: 'incident',
    kind,
    priority,
    seconds,
    calendarCode: 'lv-8x5',
    pauseReasons: [],
    thresholds: [50, 75, 90, 100],
    ...more,
  };
}

/** The targets with one of them changed. */
export function changed(targets: readonly AskedTarget[], kind: string, priority: number, more: object): AskedTarget[] {
  return targets.map((one) => (one.kind === kind && one.priority === priority ? { ...one, ...more } : one));
}
