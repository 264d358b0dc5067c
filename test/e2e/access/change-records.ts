import { demoId } from '#identity';
import type { ApiClient } from '../../support/client.js';
import type { ChangeRecordState } from './row.js';

interface Known {
  readonly id: string;
  readonly number: string;
}

/** A change that the person of the owner asked for, carried out by the first line, in the state. */
export async function changeFor(requester: ApiClient, manager: ApiClient, _state: ChangeRecordState): Promise<Known> {
  const wish = { title: 'Jauns lauks veidlapā', description: 'Vajadzīgs lauks reģistrācijas numuram.' };
  const { id, number } = await done(requester.post<Known>('/changes', wish));
  await done(manager.patch(`/changes/${id}`, { groupId: demoId('group', 'first-line'), serviceId: demoId('service', 'MAIL') }));
  return { id, number };
}

async function done<Body>(call: Promise<{ status: number; body: Body }>): Promise<Body> {
  const { status, body } = await call;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}
