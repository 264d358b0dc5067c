import { DomainError, type FieldError } from '#kernel';
import type { ProcessRecord, ProcessTerms } from './process.js';

/** Metrics that a designed process needs (DOMAIN 3.7). */
export const METRICS_LEAST = 2;

/** What the design of a process still lacks, as fields: description, roles, lifecycle, metrics (DOMAIN 3.7). */
export function missingInDesign({ scope, description, roles, metrics }: ProcessTerms): string[] {
  return [
    scope.trim() === '' && 'scope',
    description.trim() === '' && 'description',
    roles.length === 0 && 'roles',
    metrics.length < METRICS_LEAST && 'metrics',
  ].filter((field) => field !== false);
}

/** Throws `processes.design-incomplete` with the fields that are missing. */
export function requireDesigned(terms: ProcessTerms): void {
  const missing = missingInDesign(terms);
  if (missing.length === 0) return;
  const fields: FieldError[] = missing.map((field) => ({ pointer: `/${field}`, code: 'processes.design-incomplete' }));
  throw new DomainError('processes.design-incomplete', { fields: missing.join(', ') }, 'rule-broken', fields);
}

const OPEN_TO_DESIGN: readonly ProcessRecord['stage'][] = ['identified', 'designed', 'suspended'];

/** Throws `processes.approved-already` where what an order approved would become something else; `processes.retired`. */
export function requireSoundTerms(process: ProcessRecord, terms: ProcessTerms): void {
  if (process.stage === 'retired') throw new DomainError('processes.retired', {}, 'conflict');
  if (OPEN_TO_DESIGN.includes(process.stage)) return;
  const same = process.lifecycle === terms.lifecycle && [...process.metrics].sort().join() === [...terms.metrics].sort().join();
  if (!same || missingInDesign(terms).length > 0) throw new DomainError('processes.approved-already', {}, 'conflict');
}
