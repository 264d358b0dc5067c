import { randomUUID } from 'node:crypto';
import { demoId } from '#identity';
import { Database } from '#platform';
import type { TestApp } from '../../support/app.js';

export type Outcome = 'successful' | 'with_issues' | 'rolled_back' | 'failed';

let laid = 0;

/** Lays a change that has finished, whatever led there; `actualTo` is an instant as text. Answers its id. */
export async function layFinishedChange(
  test: TestApp,
  { templateId, outcome, actualTo }: { readonly templateId: string; readonly outcome: Outcome; readonly actualTo: string },
): Promise<string> {
  const id = randomUUID();
  const agent = demoId('person', 'elina');
  const database = test.app.get(Database);
  await database.query(
    `insert into tickets.ticket (id, number, type, title, description, requester_id, affected_user_id, created_by_id, institution_id, group_id,
       assignee_id, impact, urgency, priority, state, source, submitted_at, updated_at)
     select $1, $2, 'change', 'Standarta darbs', 'Standarta darbs', u.id, u.id, u.id, u.institution_id, $4, u.id, 3, 3, 5, 'review', 'portal',
       $5::timestamptz - interval '1 day', $5::timestamptz from identity.app_user u where u.id = $3`,
    [id, `CHG-2025-${String(900_000 + (laid += 1))}`, agent, demoId('group', 'first-line'), actualTo],
  );
  await database.query(
    `insert into changes.change (ticket_id, kind, template_id, planned_from, planned_to, actual_from, actual_to, outcome)
     values ($1, 'standard', $2, $4::timestamptz - interval '1 hour', $4, $4::timestamptz - interval '1 hour', $4, $3)`,
    [id, templateId, outcome, actualTo],
  );
  await test.unitOfWork.run((tx) =>
    tx.append({
      type: 'changes.finished',
      version: 1,
      subject: { type: 'ticket', id },
      actorId: agent,
      payload: { kind: 'standard', outcome, templateId },
    }),
  );
  return id;
}
