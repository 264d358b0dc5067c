import type { ChangeDetail } from './change-detail.js';
import type { RiskLevel } from './risk.js';

/** The parts of the document, in the order in which it is read. */
export const SECTION_CODES = ['what', 'risk', 'plan', 'test', 'rollback', 'window', 'approvals', 'outcome'] as const;

export type SectionCode = (typeof SECTION_CODES)[number];

export interface Section {
  readonly code: SectionCode;
  /** `later`: it is not its turn yet. */
  readonly state: 'complete' | 'missing' | 'later';
  /** Fields that are wanted still. */
  readonly missing: readonly string[];
}

interface Document {
  readonly ticket: {
    readonly description: string;
    readonly serviceId: string | null;
    readonly groupId: string | null;
    readonly state: string;
  };
  readonly detail: ChangeDetail;
  readonly itemIds: readonly string[];
  readonly risk: RiskLevel | null;
  readonly reviewRequired: boolean;
}

const ESTIMATE = ['costEuro', 'effortHours'] as const;

/** Cost and effort must be estimated where the risk is high (DOMAIN A16). */
function missingEstimate({ detail, risk }: Document): string[] {
  return risk === 'high' ? ESTIMATE.filter((field) => detail[field] === null) : [];
}

function missingDescription(document: Document): string[] {
  const { ticket, detail, itemIds } = document;
  return [
    ...(ticket.description === '' ? ['description'] : []),
    ...(detail.reason === null ? ['reason'] : []),
    ...(ticket.serviceId === null ? ['serviceId'] : []),
    ...(itemIds.length === 0 ? ['itemIds'] : []),
    ...missingEstimate(document),
  ];
}

/** The way back may be declared needless by a template, whose own text then says why. */
function missingPlans({ detail }: Document): Record<'plan' | 'test' | 'rollback', string[]> {
  return {
    plan: detail.plan.length === 0 ? ['plan'] : [],
    test: detail.testPlan === null ? ['testPlan'] : [],
    rollback: detail.rollbackPlan === null ? ['rollbackPlan'] : [],
  };
}

/** "plan, test, rollback, CIs, estimate (A16)". */
export function missingForSubmission(document: Document): string[] {
  const { plan, test, rollback } = missingPlans(document);
  return [...missingDescription(document), ...plan, ...test, ...rollback];
}

function missingWindow({ detail, ticket }: Document): string[] {
  return [...(detail.plannedFrom === null ? ['plannedFrom'] : []), ...(ticket.groupId === null ? ['groupId'] : [])];
}

/** "risk scored, conflicts shown"; conflicts are of a window, so there must be one. */
export function missingForAuthority(document: Document): string[] {
  return [...missingForSubmission(document), ...(document.risk === null ? ['risk'] : []), ...missingWindow(document)];
}

const DECIDED: ReadonlySet<string> = new Set(['scheduled', 'implementing', 'review', 'closed']);
const ENDED: ReadonlySet<string> = new Set(['implementing', 'review', 'closed']);

/** The completeness of each part, as the margin of the document shows it. */
export function sectionsOf(document: Document): Section[] {
  const { plan, test, rollback } = missingPlans(document);
  const { state } = document.ticket;
  const standard = document.detail.kind === 'standard';
  const part = (code: SectionCode, missing: readonly string[]): Section => ({
    code,
    state: missing.length === 0 ? 'complete' : 'missing',
    missing,
  });
  const ended = ENDED.has(state);
  const outcome = [
    ...(document.detail.outcome === null ? ['outcome'] : []),
    ...(state !== 'implementing' && document.reviewRequired && document.detail.reviewedAt === null ? ['review'] : []),
  ];
  return [
    part('what', missingDescription(document)),
    part('risk', document.risk === null && !standard ? ['risk'] : []),
    part('plan', plan),
    part('test', test),
    part('rollback', rollback),
    part('window', missingWindow(document)),
    DECIDED.has(state) ? part('approvals', []) : { code: 'approvals', state: 'later', missing: [] },
    ended ? part('outcome', outcome) : { code: 'outcome', state: 'later', missing: [] },
  ];
}
