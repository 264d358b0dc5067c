import {
  isFor,
  PRIORITIES,
  scopeKey,
  TARGET_TICKET_TYPES,
  type TargetFacts,
  type TargetKind,
  weightOf,
  type WrittenTarget,
} from './policy-target.js';

/** Something about a policy that one should know before it is published (DOMAIN 4.5). */
export interface PolicyWarning {
  /**
   * `no-target`: such tickets would get no clock of the kind; `ola-over-sla`: the groups together may take longer than was promised;
   * `uc-over-sla`: the supplier may; `other-calendar`: it is counted on another calendar than the promise, so that the sums say nothing.
   */
  readonly code: 'no-target' | 'ola-over-sla' | 'uc-over-sla' | 'other-calendar';
  readonly kind: TargetKind;
  readonly ticketType: string;
  readonly priority: number;
  readonly serviceId: string | null;
  readonly institutionId: string | null;
  /** What the groups (or the supplier) may take, and what was promised; null where there is nothing to compare. */
  readonly seconds: number | null;
  readonly promisedSeconds: number | null;
}

/** Targets that every policy must have for every ticket: without them a ticket has no clock. */
const NEEDED: readonly TargetKind[] = ['response', 'resolution'];

/** What lacks, and where OLAs and underpinning contracts do not fit into the promise to the customer. */
export function policyWarnings(targets: readonly WrittenTarget[]): PolicyWarning[] {
  return TARGET_TICKET_TYPES.flatMap((ticketType) => PRIORITIES.flatMap((priority) => warningsFor(targets, ticketType, priority)));
}

/** What a policy lacks to give every ticket its clocks; a policy with such gaps cannot be published. */
export function gapsOf(targets: readonly WrittenTarget[]): PolicyWarning[] {
  return policyWarnings(targets).filter(({ code }) => code === 'no-target');
}

function warningsFor(targets: readonly WrittenTarget[], ticketType: string, priority: number): PolicyWarning[] {
  const own = targets.filter((target) => target.ticketType === ticketType && target.priority === priority);
  const general = { ticketType, priority, serviceId: null, institutionId: null, groupId: null };
  const gaps = NEEDED.filter((kind) => !chosen(own, kind, general)).map((kind) => warning('no-target', kind, general));
  const said = new Set<string>();
  const fits = contexts(own, general).flatMap((facts) => [fitOfOlas(own, facts), fitOfSupplier(own, facts)]);
  return [...gaps, ...fits.flatMap((fit) => (fit && !said.has(fit.of) && said.add(fit.of) ? [fit.warning] : []))];
}

/** The general ticket first, then one for each service and institution that targets are narrowed to, the wider before the narrower. */
function contexts(own: readonly WrittenTarget[], general: TargetFacts): TargetFacts[] {
  const services = [...new Set([null, ...own.map(({ serviceId }) => serviceId)])];
  const institutions = [...new Set([null, ...own.map(({ institutionId }) => institutionId)])];
  const all = institutions.flatMap((institutionId) => services.map((serviceId) => ({ ...general, serviceId, institutionId })));
  const width = ({ serviceId, institutionId }: TargetFacts): number => (serviceId === null ? 0 : 1) + (institutionId === null ? 0 : 1);
  return all.sort((a, b) => width(a) - width(b));
}

function chosen(own: readonly WrittenTarget[], kind: TargetKind, facts: TargetFacts): WrittenTarget | undefined {
  return own.filter((target) => target.kind === kind && isFor(target, facts)).sort((a, b) => weightOf(b) - weightOf(a))[0];
}

/** A warning, and the targets that it comes from: told once, for the widest tickets that it holds for. */
interface Fit {
  readonly of: string;
  readonly warning: PolicyWarning;
}

/** DOMAIN 4.5: the OLAs of all groups that a ticket may go through, one after the other, must fit into its resolution time. */
function fitOfOlas(own: readonly WrittenTarget[], facts: TargetFacts): Fit | null {
  const groups = [...new Set(own.filter(({ kind }) => kind === 'ola').map(({ partyId }) => partyId))];
  const named = groups.filter((group) => group !== null);
  const links = (named.length > 0 ? named : groups).map((groupId) => chosen(own, 'ola', { ...facts, groupId }));
  return fit('ola-over-sla', 'ola', own, facts, links);
}

/** A supplier must not be allowed longer than the customer was promised. */
function fitOfSupplier(own: readonly WrittenTarget[], facts: TargetFacts): Fit | null {
  return fit('uc-over-sla', 'supplier', own, facts, [chosen(own, 'supplier', facts)]);
}

function fit(
  code: 'ola-over-sla' | 'uc-over-sla',
  kind: TargetKind,
  own: readonly WrittenTarget[],
  facts: TargetFacts,
  found: readonly (WrittenTarget | undefined)[],
): Fit | null {
  const links = found.filter((link) => link !== undefined);
  const promise = chosen(own, 'resolution', facts);
  if (!promise || links.length === 0) return null;
  const seconds = links.reduce((sum, link) => sum + link.seconds, 0);
  const elsewhere = links.some((link) => link.calendarKey !== promise.calendarKey);
  if (!elsewhere && seconds <= promise.seconds) return null;
  const of = [kind, ...[...links, promise].map(scopeKey)].join(' ');
  return { of, warning: warning(elsewhere ? 'other-calendar' : code, kind, facts, seconds, promise.seconds) };
}

function warning(
  code: PolicyWarning['code'],
  kind: TargetKind,
  { ticketType, priority, serviceId, institutionId }: TargetFacts,
  seconds: number | null = null,
  promisedSeconds: number | null = null,
): PolicyWarning {
  return { code, kind, ticketType, priority, serviceId, institutionId, seconds, promisedSeconds };
}
