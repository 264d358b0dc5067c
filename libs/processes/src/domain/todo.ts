import type { Condition } from './conditions.js';
import { type Evidence, holdsOn, type ProcessRecord } from './process.js';
import { missingInDesign } from './process-terms.js';

/** What somebody, or time, has yet to do for a process. */
export const TODO_CODES = [
  'describe',
  'design',
  'add-order',
  'file-order',
  'approve',
  'use',
  'owner',
  'verify',
  'external',
  'verify-external',
  'usage',
  'conformance',
  'metric',
  'implement',
  'review',
] as const;

export type TodoCode = (typeof TODO_CODES)[number];

/** One thing that is missing. Where a condition asks for it, that condition says it in words. */
export interface Todo {
  readonly code: TodoCode;
  readonly condition: Condition | null;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** What it is decided from. */
export interface TodoGround {
  readonly process: ProcessRecord;
  readonly conditions: readonly Condition[];
  readonly evidence: readonly Evidence[];
  /** `YYYY-MM-DD` in Riga; `soon` is the day until which a review that falls due is called for already. */
  readonly today: string;
  readonly soon: string;
}

/** How many days before its due day a review is called for. */
export const REVIEW_AHEAD_DAYS = 30;

const plain = (code: TodoCode, facts: Todo['facts'] = {}): Todo => ({ code, condition: null, facts });

/** What a process still lacks for its next stage, or to keep the one that it has; the nearest first (DOMAIN 3.7, 7.2). */
export function todoOf(ground: TodoGround): Todo[] {
  const { process } = ground;
  const missing = failing(ground);
  switch (process.stage) {
    case 'identified': {
      const fields = missingInDesign(process);
      return [fields.length > 0 ? plain('describe', { fields: fields.join(' ') }) : plain('design')];
    }
    case 'designed':
      return [failed(ground, 'order')[0] ?? plain('approve')];
    case 'approved':
      return [process.lifecycle === null ? externalTodo(ground, null) : plain('use')];
    case 'piloted':
      return missing.length > 0 ? missing : [plain('implement')];
    case 'suspended':
      return missing.length > 0 ? missing : [plain('approve')];
    case 'implemented':
    case 'at_risk':
      return [...missing, ...reviewOf(ground)];
    case 'retired':
      return [];
  }
}

/** Each thing once: what one external document would prove is asked for once. */
function failing(ground: TodoGround): Todo[] {
  const all = ground.conditions.flatMap(({ key }) => failed(ground, key));
  return all.filter(({ code }, at) => all.findIndex((one) => one.code === code) === at);
}

function failed(ground: TodoGround, key: Condition['key']): Todo[] {
  const condition = ground.conditions.find((one) => one.key === key);
  if (!condition || condition.met) return [];
  if (condition.external) return [externalTodo(ground, condition)];
  const as = (code: TodoCode): Todo[] => [{ code, condition, facts: {} }];
  if (key === 'order') return as(standing(ground, 'order').some(({ fileSha256 }) => fileSha256 === null) ? 'file-order' : 'add-order');
  // Without an order there is nothing to verify yet; the order itself is asked for.
  if (key === 'verifier') return ground.conditions.some((one) => one.key === 'order' && !one.met) ? [] : as('verify');
  return as(key);
}

function externalTodo(ground: TodoGround, condition: Condition | null): Todo {
  const waits = standing(ground, 'external').some(({ verifiedById }) => verifiedById === null);
  return { code: waits ? 'verify-external' : 'external', condition, facts: {} };
}

const standing = ({ evidence, today }: TodoGround, kind: Evidence['kind']): Evidence[] =>
  evidence.filter((one) => one.kind === kind && holdsOn(one, today));

function reviewOf({ process: { stage, reviewDueOn }, today, soon }: TodoGround): Todo[] {
  if (stage !== 'implemented' || reviewDueOn === null || reviewDueOn > soon) return [];
  return [plain('review', { due: reviewDueOn, overdue: reviewDueOn < today ? 1 : 0 })];
}
