import { demoId, stableId } from '#identity';
import { type DomainEvent, type Instant, instant } from '#kernel';
import { readSeed, ts, type Tx } from '#platform';
import { importTickets } from '#tickets';
import type { ChangeOutcome } from '../domain/change-words.js';
import { FAILURE_LIMIT, type TemplateRisk, type TemplateTerms } from '../domain/template.js';
import { TemplateStore } from '../store/template-store.js';

interface TemplateSeed extends Pick<TemplateTerms, 'nameLv' | 'nameEn' | 'description' | 'testPlan' | 'minutes' | 'outageMinutes'> {
  readonly key: string;
  readonly steps: readonly string[];
  readonly rollbackPlan?: string;
  readonly rollbackNotNeeded?: string;
  readonly maxRisk: TemplateRisk;
  readonly service: string;
  readonly group: string;
  readonly implementer: string;
  /** Null for a draft. */
  readonly order: string | null;
  /** How the changes from it ended, the oldest first: a letter for each. */
  readonly outcomes: string;
  /** What the reviews of those that failed or were rolled back say. */
  readonly lessons?: string;
}

const OUTCOMES: Readonly<Record<string, ChangeOutcome>> = { s: 'successful', w: 'with_issues', r: 'rolled_back', f: 'failed' };
const DAY = 86_400_000_000;
const HOUR = DAY / 24;
/** The orders were signed so long ago, and a change was made from each template every week since then. */
const SIGNED_DAYS_AGO = 250;
const EVERY_DAYS = 7;

/**
 * Lays the templates of the demonstration: written by the change manager, put in force by the manager's order, with the changes that were made
 * from them. Their events are in the log, so that a template whose changes failed is suspended in the ordinary way. May be run again.
 */
export async function layTemplates(tx: Tx): Promise<void> {
  const store = new TemplateStore();
  for (const seed of readSeed<TemplateSeed[]>('demo/change-templates.json')) {
    const id = stableId('demo change template', seed.key);
    if ((await tx.query('select 1 from changes.change_template where id = $1', [id])).length > 0) continue;
    await store.add(tx, id);
    await store.saveDraft(tx, id, 1, termsOf(seed), demoId('person', 'andris'));
    if (seed.order === null) continue;
    const signedAt = instant(tx.now - SIGNED_DAYS_AGO * DAY);
    const [version] = await store.versions(tx, [id]);
    await store.approve(tx, version!, { number: seed.order, date: ts(signedAt).slice(0, 10), byId: demoId('person', 'dace') });
    await tx.execute('update changes.change_template_version set approved_at = $2, saved_at = $2 where template_id = $1', [
      id,
      ts(signedAt),
    ]);
    await layChanges(tx, id, seed);
  }
}

function termsOf({ steps, service, group, rollbackPlan, rollbackNotNeeded, ...seed }: TemplateSeed): TemplateTerms {
  const { nameLv, nameEn, description, testPlan, maxRisk, minutes, outageMinutes } = seed;
  return {
    ...{ nameLv, nameEn, description, testPlan, maxRisk, minutes, outageMinutes },
    rollbackPlan: rollbackPlan ?? null,
    rollbackNotNeeded: rollbackNotNeeded ?? null,
    steps: steps.map((text) => ({ text, offsetMinutes: null, who: null })),
    rollbackMinutes: null,
    serviceId: demoId('service', service),
    groupId: demoId('group', group),
    failureLimit: FAILURE_LIMIT,
  };
}

/** A finished change of the demo: when it was wished, done and closed, and what its review says, where it needed one. */
interface Finished {
  readonly id: string;
  readonly outcome: string;
  readonly lessons: string | null;
  readonly from: Instant;
  readonly to: Instant;
}

async function layChanges(tx: Tx, templateId: string, seed: TemplateSeed): Promise<void> {
  const place = {
    institutionId: demoId('institution', 'centre'),
    serviceId: demoId('service', seed.service),
    groupId: demoId('group', seed.group),
  };
  const made: Finished[] = [...seed.outcomes].map((letter, at) => ({
    id: stableId('demo standard change', `${seed.key}-${at}`),
    outcome: OUTCOMES[letter]!,
    lessons: 'rf'.includes(letter) ? (seed.lessons ?? null) : null,
    ...windowOf(tx.now, seed, seed.outcomes.length - at),
  }));
  await importTickets(
    tx,
    made.map((one) => ({ ...place, ...ticketOf(seed, one) })),
  );
  for (const one of made) {
    const { id, from, to, outcome, lessons } = one;
    await tx.execute(
      `insert into changes.change (ticket_id, kind, template_id, planned_from, planned_to, actual_from, actual_to, outage_minutes, outcome, items_updated,
         review_objectives_met, review_lessons, reviewed_by_id, reviewed_at)
       values ($1, 'standard', $2, $3, $4, $3, $4, $5, $6, true, $7, $8, $9, $10)`,
      [
        ...[id, templateId, ts(from), ts(to), seed.outageMinutes, outcome],
        ...(lessons === null ? [null, null, null, null] : [false, lessons, demoId('person', 'andris'), ts(reviewedAt(to))]),
      ],
    );
    await tx.append(...storyOf(one, demoId('person', seed.implementer), { ...place, templateId }));
  }
}

function ticketOf(seed: TemplateSeed, { id, from, to }: Finished) {
  const person = demoId('person', seed.implementer);
  return {
    ...{ id, type: 'change', prefix: 'CHG', title: seed.nameLv, description: seed.description ?? seed.nameLv },
    ...{ requesterId: person, affectedUserId: person, createdById: person, assigneeId: person },
    ...{ impact: 3 as const, urgency: 3 as const, priority: 5 as const, state: 'closed', holdReason: null, source: 'phone' as const },
    ...{ restricted: false, origin: null, submittedAt: instant(from - DAY), updatedAt: to, resolvedAt: null, closedAt: instant(to + HOUR) },
    ...{ resolverGroupId: null, resolverId: null, reopenCount: 0, hopCount: 0, duplicateOfId: null },
  };
}

const reviewedAt = (to: Instant): Instant => instant(to + HOUR / 2);

/** What its history tells: drafted the day before, scheduled at once, done in its window, reviewed where it must be, closed an hour later. */
function storyOf({ id, from, to, outcome, lessons }: Finished, person: string, place: Readonly<Record<string, string>>): DomainEvent[] {
  const told = (what: string, at: Instant, payload: DomainEvent['payload']): DomainEvent => ({
    ...{ type: `changes.${what}`, version: 1, subject: { type: 'ticket', id }, actorId: person, payload, at },
  });
  const { institutionId, serviceId, groupId, templateId } = place;
  const facts = { kind: 'standard', institutionId: institutionId!, serviceId: serviceId!, groupId: groupId!, templateId: templateId! };
  return [
    told('drafted', instant(from - DAY), { ...facts, requesterId: person, source: 'phone' }),
    told('scheduled', instant(from - DAY + HOUR), { from: ts(from), to: ts(to), serviceIds: [serviceId!], itemIds: [] }),
    told('started', from, { at: ts(from), override: null }),
    told('finished', to, { ...facts, outcome, actualFrom: ts(from), actualTo: ts(to) }),
    ...(lessons === null ? [] : [{ ...told('reviewed', reviewedAt(to), { objectivesMet: false }), actorId: demoId('person', 'andris') }]),
    told('closed', instant(to + HOUR), { kind: 'standard', outcome }),
  ];
}

/** In the evening, so many weeks ago. */
function windowOf(now: Instant, { minutes }: TemplateSeed, weeksAgo: number): { from: Instant; to: Instant } {
  const day = Math.floor((now - weeksAgo * EVERY_DAYS * DAY) / DAY) * DAY;
  const from = instant(day + 17 * HOUR);
  return { from, to: instant(from + minutes * 60_000_000) };
}
