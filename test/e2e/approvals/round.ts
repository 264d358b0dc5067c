import { randomUUID } from 'node:crypto';
import { ApprovalBook, type RoundRequest, type StepRequest } from '#approvals';
import { demoId } from '#identity';
import { type Instant, instant } from '#kernel';
import { Database } from '#platform';
import type { TestApp } from '../../support/app.js';
import type { Cast } from '../../support/cast.js';

const DAYS = 86_400_000_000;

export const person = (login: string): string => demoId('person', login);

/** A step of people by their logins, due in a week. */
export const step = (logins: readonly string[], now: Instant, more: Partial<StepRequest> = {}): StepRequest => ({
  ...{ position: 1, name: { lv: 'Izmaiņu vadītājs', en: 'Change manager' }, rule: 'all', onExpiry: 'reject' },
  approverIds: logins.map(person),
  dueAt: instant(now + 7 * DAYS),
  ...more,
});

/** Files a ticket of ilze's and asks for its approval; answers its id. */
export async function asked(
  test: TestApp,
  cast: Cast,
  steps: (now: Instant) => StepRequest[],
  more: Partial<RoundRequest> = {},
): Promise<string> {
  const ilze = await cast.signIn('ilze');
  const filed = await ilze.post<{ id: string }>('/incidents', {
    title: `VPN vārtejas labojums ${randomUUID().slice(0, 4)}`,
    description: 'Nedarbojas attālinātais darbs.',
  });
  const ticketId = filed.body.id;
  await test.unitOfWork.run((tx) =>
    test.app.get(ApprovalBook).request(tx, {
      ...{ ticketId, purpose: 'authorise', contentHash: 'h', title: 'VPN vārtejas labojums', excluded: [person('ilze')] },
      steps: steps(tx.now),
      ...more,
    }),
  );
  return ticketId;
}

/** Ids of the approvals that wait for somebody in a ticket. */
export async function pendingOf(test: TestApp, ticketId: string, login: string): Promise<string[]> {
  const steps = await test.app.get(ApprovalBook).stepsOf(undefined, ticketId);
  return steps.flatMap(({ approvals }) =>
    approvals.filter(({ approverId, state }) => approverId === person(login) && state === 'pending').map(({ id }) => id),
  );
}

/** Types of the approvals' events of a ticket, in the order of the log. */
export async function told(test: TestApp, ticketId: string): Promise<string[]> {
  const rows = await test.app
    .get(Database)
    .query<{ type: string }>(`select type from platform.event_log where subject_id = $1 and type like 'approvals.%' order by id`, [
      ticketId,
    ]);
  return rows.map(({ type }) => type.replace('approvals.', ''));
}
