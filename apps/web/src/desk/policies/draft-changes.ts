import { scopeKey, type Scope, scopeOf, type Section, targetAt } from './sections';
import type { Calendar, DraftBody, MidFlightRule, Target, TargetKind, Terms } from './types';

/** A draft while somebody works on it. */
export interface DraftFields {
  midFlightRule: MidFlightRule;
  note: string;
  targets: Target[];
  /** Sections that were added and have no target yet. */
  scopes: Scope[];
}

export type DraftChange = (fields: DraftFields) => DraftFields;

const isAt = (target: Target, scope: Scope, kind: TargetKind, priority: number): boolean =>
  target.kind === kind && target.priority === priority && scopeKey(scopeOf(target)) === scopeKey(scope);

const defaults: Pick<Terms, 'pauseReasons' | 'thresholds' | 'steps'> = { pauseReasons: [], thresholds: [50, 75, 90, 100], steps: [] };

/** The terms with which a new target begins: those of the general promise of the priority; without pauses where the kind has none. */
function modelFor(targets: readonly Target[], kind: TargetKind, priority: number): Terms | undefined {
  const generally = targets.filter(({ service, institution, party }) => !service && !institution && !party);
  const own = targetAt(generally, kind, priority) ?? targetAt(generally, 'resolution', priority) ?? targets[0];
  return own && { ...own, pauseReasons: kind === 'resolution' || kind === 'ola' ? own.pauseReasons : [] };
}

/** Sets the time of a target, makes it where there is none, or takes it out (null). */
export function withTime(
  scope: Scope,
  kind: TargetKind,
  priority: number,
  seconds: number | null,
  calendars: readonly Calendar[],
): DraftChange {
  return (fields) => {
    const others = fields.targets.filter((target) => !isAt(target, scope, kind, priority));
    const known = fields.targets.find((target) => isAt(target, scope, kind, priority));
    if (seconds === null) return { ...fields, targets: others };
    if (known) return { ...fields, targets: fields.targets.map((target) => (target === known ? { ...known, seconds } : target)) };
    const model = modelFor(fields.targets, kind, priority);
    const calendar = neighbour(fields, scope, priority)?.calendar ?? model?.calendar ?? calendars[0];
    if (!calendar) return fields;
    const { pauseReasons, thresholds, steps } = model ?? defaults;
    const { service, institution, party } = scope;
    const target: Target = {
      ticketType: 'incident',
      kind,
      priority,
      service,
      institution,
      party,
      seconds,
      calendar,
      pauseReasons,
      thresholds,
      steps,
    };
    return { ...fields, targets: [...others, target] };
  };
}

function neighbour({ targets }: DraftFields, scope: Scope, priority: number): Target | undefined {
  return targets.find((target) => target.priority === priority && scopeKey(scopeOf(target)) === scopeKey(scope));
}

/** Sets terms of the targets of a section that the choice names. */
export function withTerms(section: Scope, chosen: (target: Target) => boolean, terms: Partial<Terms>): DraftChange {
  return (fields) => ({
    ...fields,
    targets: fields.targets.map((target) =>
      scopeKey(scopeOf(target)) === scopeKey(section) && chosen(target) ? { ...target, ...terms } : target,
    ),
  });
}

export function withScope(scope: Scope): DraftChange {
  return (fields) => ({ ...fields, scopes: [...fields.scopes, scope] });
}

export function withoutSection({ key }: Section): DraftChange {
  return (fields) => ({
    ...fields,
    scopes: fields.scopes.filter((scope) => scopeKey(scope) !== key),
    targets: fields.targets.filter((target) => scopeKey(scopeOf(target)) !== key),
  });
}

/** The draft as the API takes it. */
export function bodyOfDraft({ midFlightRule, note, targets }: DraftFields): DraftBody {
  return {
    midFlightRule,
    note: note.trim() || null,
    targets: targets.map(({ kind, priority, service, institution, party, calendar, seconds, pauseReasons, thresholds, steps }) => ({
      ...{ ticketType: 'incident' as const, kind, priority, seconds, pauseReasons, thresholds },
      serviceId: service?.id ?? null,
      institutionId: institution?.id ?? null,
      partyId: party?.id ?? null,
      calendarCode: calendar.code,
      steps: steps.map(({ pct, action, to }) => ({ pct, action, to: to?.id ?? null })),
    })),
  };
}

/** The section that a refused field belongs to; a pointer is such as `/targets/3/seconds`. */
export function sectionAt(fields: DraftFields, pointer: string): string | null {
  const at = /^\/targets\/(\d+)/.exec(pointer)?.[1];
  const target = at === undefined ? undefined : fields.targets[Number(at)];
  return target ? scopeKey(scopeOf(target)) : null;
}
