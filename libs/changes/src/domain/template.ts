import { DomainError, type FieldError, type Instant } from '#kernel';

/** Draft: no order has put it in force yet. Suspended: changes from it are not scheduled until another order. Retired: never again. */
export const TEMPLATE_STATES = ['draft', 'active', 'suspended', 'retired'] as const;

export type TemplateState = (typeof TEMPLATE_STATES)[number];

/** The highest risk that a standard change may have (likelihood times impact): low or medium. What is high is no standard change. */
export const TEMPLATE_RISKS = [2, 4] as const;

export type TemplateRisk = (typeof TEMPLATE_RISKS)[number];

/** So many of the last changes from a template are looked at when the next one has finished. */
export const LOOKED_AT = 10;

/** A template is suspended where so many of these failed or were rolled back, unless its author sets another limit. */
export const FAILURE_LIMIT = 2;

/** A step of the work, in the order in which it is done; a step of the plan of a change from this template. */
export interface TemplateStep {
  readonly text: string;
  /** Minutes after the beginning of the window; null where the order alone counts. */
  readonly offsetMinutes: number | null;
  /** Who does it, in words. */
  readonly who: string | null;
}

/** What a version of a template says: what a change from it begins with. */
export interface TemplateTerms {
  readonly nameLv: string;
  readonly nameEn: string;
  readonly description: string | null;
  readonly steps: readonly TemplateStep[];
  readonly testPlan: string | null;
  readonly rollbackPlan: string | null;
  /** Why there is no way back; stands in the place of a rollback plan (DOMAIN 2.2, "rollback mandatory unless template says so"). */
  readonly rollbackNotNeeded: string | null;
  readonly rollbackMinutes: number | null;
  readonly maxRisk: TemplateRisk;
  readonly serviceId: string | null;
  readonly groupId: string | null;
  /** Length of the window. */
  readonly minutes: number;
  readonly outageMinutes: number;
  readonly failureLimit: number;
}

/** The order that put a version in force, and who signed it. */
export interface TemplateOrder {
  readonly number: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly byId: string;
  readonly at: Instant;
}

export interface TemplateVersion extends TemplateTerms {
  readonly templateId: string;
  readonly version: number;
  /** Everybody who wrote on it. */
  readonly authorIds: readonly string[];
  readonly savedAt: Instant;
  /** Null for a draft. */
  readonly order: TemplateOrder | null;
}

/** Why changes from a template are not scheduled for now: too many have failed, or somebody decided so. */
export interface Suspension {
  readonly at: Instant;
  readonly cause: 'failures' | 'decision';
  readonly note: string | null;
  readonly failures: number | null;
  readonly of: number | null;
}

export interface TemplateRecord {
  readonly id: string;
  readonly state: TemplateState;
  /** The version that the latest order put in force. */
  readonly activeVersion: number | null;
  readonly createdAt: Instant;
  readonly suspension: Suspension | null;
  readonly retiredAt: Instant | null;
  readonly retirementReason: string | null;
  /** The ETag. */
  readonly revision: number;
}

/** Throws `changes.template-incomplete` (422) with each field that a change from this template would lack. */
export function requireComplete(terms: TemplateTerms): void {
  const lacks = (pointer: string, when: boolean): FieldError[] => (when ? [{ pointer, code: 'changes.template-field-missing' }] : []);
  const faults = [
    ...lacks('/steps', terms.steps.length === 0),
    ...lacks('/testPlan', terms.testPlan === null),
    ...lacks('/rollbackPlan', terms.rollbackPlan === null && terms.rollbackNotNeeded === null),
    ...lacks('/serviceId', terms.serviceId === null),
    ...lacks('/groupId', terms.groupId === null),
  ];
  if (faults.length > 0) throw new DomainError('changes.template-incomplete', { count: faults.length }, 'invalid', faults);
}

/** Throws `changes.template-refused` (422) where the terms contradict each other. */
export function requireSound({ rollbackPlan, rollbackNotNeeded, minutes, outageMinutes }: TemplateTerms): void {
  const fault = (pointer: string, code: string, when: boolean): FieldError[] => (when ? [{ pointer, code }] : []);
  const faults = [
    ...fault('/rollbackNotNeeded', 'changes.template-rollback-twice', rollbackPlan !== null && rollbackNotNeeded !== null),
    ...fault('/outageMinutes', 'changes.template-outage-too-long', outageMinutes > minutes),
  ];
  if (faults.length > 0) throw new DomainError('changes.template-refused', { count: faults.length }, 'invalid', faults);
}

/** Throws `changes.own-template` to whoever wrote on the version: another person puts it in force. */
export function requireOtherPerson({ authorIds }: Pick<TemplateVersion, 'authorIds'>, actorId: string): void {
  if (authorIds.includes(actorId)) throw new DomainError('changes.own-template', {}, 'forbidden');
}

/** Throws `changes.template-retired` (409). */
export function requireNotRetired({ state }: Pick<TemplateRecord, 'state'>): void {
  if (state === 'retired') throw new DomainError('changes.template-retired', {}, 'conflict');
}
