import { demoId } from '#identity';
import { CreateRatingLink } from '#ratings';
import type { TestApp } from '../../support/app.js';
import type { Cast } from '../../support/cast.js';

export interface RatingBody {
  readonly id: string;
  readonly value: string;
  readonly comment: string | null;
  readonly at: string;
  readonly changeableUntil: string;
  readonly channel: string;
  readonly mayReopen: boolean;
  readonly mayFollowUp: boolean;
  readonly code?: string;
}

export interface RatingPageBody {
  readonly rating: RatingBody | null;
  readonly history: readonly {
    readonly cycle: number;
    readonly value: string;
    readonly comment: string | null;
    readonly channel: string;
  }[];
  readonly canRate: boolean;
  readonly rateUntil: string | null;
}

interface TicketBody {
  readonly id: string;
  readonly number: string;
}

/** Files an incident as `requester`, and has Elīna of the first line resolve it. Answers its id. */
export async function helped(cast: Cast, requester = 'ilze', filing: object = {}): Promise<string> {
  const asker = await cast.signIn(requester);
  const filed = await asker.post<TicketBody>('/incidents', {
    title: 'Nevar pieslēgties',
    description: 'Kopš rīta.',
    serviceId: demoId('service', 'EID'),
    ...filing,
  });
  if (filed.status !== 201) throw new Error(JSON.stringify(filed.body));
  await resolve(cast, filed.body.id);
  return filed.body.id;
}

/** Accepts and resolves in one step. */
export async function resolve(cast: Cast, ticketId: string): Promise<void> {
  const elina = await cast.signIn('elina');
  const answer = await elina.post(`/incidents/${ticketId}/resolution`, { code: 'fixed', text: 'Konts atbloķēts.', accept: true });
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
}

/** The token that a rating mail would carry. */
export async function linkFor(test: TestApp, ticketId: string, login: string): Promise<string | undefined> {
  const link = await test.unitOfWork.run((tx) => test.app.get(CreateRatingLink).execute(tx, ticketId, demoId('person', login)));
  return link?.token;
}
