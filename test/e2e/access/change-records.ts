import { demoItemId } from '#assets';
import { demoId } from '#identity';
import type { ApiClient } from '../../support/client.js';
import type { ChangeRecordState } from './row.js';

interface People {
  readonly requester: ApiClient;
  readonly manager: ApiClient;
  readonly director: ApiClient;
}

interface Known {
  readonly id: string;
  readonly number: string;
  readonly concurrences: readonly { readonly id: string }[];
}

const WISH = { title: 'Jauns lauks veidlapā', description: 'Vajadzīgs lauks reģistrācijas numuram.' };
const soon = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
const PLACE = () => ({
  ...{ groupId: demoId('group', 'first-line'), serviceId: demoId('service', 'MAIL') },
  ...{ plannedFrom: soon(10), plannedTo: soon(70) },
});
const DOCUMENT = {
  ...{ itemIds: [demoItemId('SRV-0001')], reason: 'Prasa likums.' },
  ...{ plan: [{ text: 'Uzlikt' }], testPlan: 'Testa vidē.', rollbackPlan: 'Atgriezt.' },
};
/** Every answer that counts 1. */
export const LOW = {
  ...{ experience: 'often', tested: 'like_production', parts: 'one', way_back: 'tried' },
  ...{ users: 'few', service: 'auxiliary', outage: 'none', data: 'untouched' },
};
const BEGUN = [
  ['schedule', {}],
  ['start', {}],
] as const;

/** What the change manager does with a draft until it is in the state. */
const STEPS: Readonly<Record<ChangeRecordState, readonly (readonly [string, object])[]>> = {
  change_draft: [],
  change_assessing: [
    ['risk', { answers: LOW }],
    ['submission', {}],
  ],
  change_standard: [],
  change_scheduled: [['schedule', {}]],
  change_started: BEGUN,
  change_finished: [...BEGUN, ['finish', { outcome: 'successful', text: 'Izdarīts.' }]],
  change_cancelled: [['cancellation', { reason: 'Nevajag.' }]],
  change_emergency: [],
  change_consented: [['verbal-consent', { by: 'Dežurējošais vadītājs' }]],
  change_asked_outside: [['concurrences', { body: 'VARAM' }]],
};

const EMERGENCY: readonly ChangeRecordState[] = ['change_emergency', 'change_consented'];
const STANDARD: readonly ChangeRecordState[] = ['change_standard', 'change_scheduled', 'change_started', 'change_finished'];

/** A change that the person of the owner asked for, carried out by the first line, in the state. */
export async function changeFor(people: People, state: ChangeRecordState): Promise<{ id: string; number: string; concurrence?: string }> {
  const { id, number } = await drafted(people, state);
  let last: Known | undefined;
  for (const [step, body] of STEPS[state]) last = await done(people.manager.post<Known>(`/changes/${id}/${step}`, body));
  const concurrence = last?.concurrences[0]?.id;
  return { id, number, ...(concurrence === undefined ? {} : { concurrence }) };
}

async function drafted({ requester, manager, director }: People, state: ChangeRecordState): Promise<Known> {
  const asked = await done(requester.post<Known & { requester: { id: string } }>('/changes', WISH));
  if (STANDARD.includes(state)) {
    const body = { ...WISH, ...PLACE(), requesterId: asked.requester.id, templateId: await template(manager, director) };
    return done(manager.post<Known>('/changes', body));
  }
  await done(
    manager.patch(`/changes/${asked.id}`, EMERGENCY.includes(state) ? { kind: 'emergency', ...PLACE() } : { ...DOCUMENT, ...PLACE() }),
  );
  return asked;
}

const templates = new WeakMap<ApiClient, Promise<string>>();

/** One active template is enough for all. */
async function template(manager: ApiClient, director: ApiClient): Promise<string> {
  const made = templates.get(manager) ?? approved(manager, director);
  templates.set(manager, made);
  return made;
}

async function approved(manager: ApiClient, director: ApiClient): Promise<string> {
  const terms = {
    nameLv: 'Atjauninājumi',
    nameEn: 'Updates',
    steps: [{ text: 'Uzlikt' }],
    testPlan: 'Ieslēdzas.',
    rollbackPlan: 'Noņemt.',
  };
  const limits = {
    maxRisk: 2,
    minutes: 60,
    outageMinutes: 0,
    serviceId: demoId('service', 'MAIL'),
    groupId: demoId('group', 'first-line'),
  };
  const { id } = await done(manager.post<{ id: string }>('/change-templates', { ...terms, ...limits }));
  await done(director.post(`/change-templates/${id}/approval`, { orderNumber: '1-12/34', orderDate: '2026-01-15' }));
  return id;
}

async function done<Body>(call: Promise<{ status: number; body: Body }>): Promise<Body> {
  const { status, body } = await call;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}
