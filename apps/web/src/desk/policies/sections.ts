import type { Ref } from '../data/types';
import type { Target, TargetKind } from './types';

export const priorities = [1, 2, 3, 4, 5] as const;

/** What a section of targets is about: the promise to the customer, a group's share of it (OLA), or a supplier's. */
export type About = 'promise' | 'ola' | 'supplier';

/** Targets that are for the same tickets, whatever their priority. */
export interface Scope {
  about: About;
  service: Ref | null;
  institution: Ref | null;
  /** Of an OLA the group. */
  party: Ref | null;
}

export interface Section extends Scope {
  key: string;
  targets: Target[];
}

export const kindsOf: Record<About, readonly TargetKind[]> = {
  promise: ['response', 'resolution'],
  ola: ['ola'],
  supplier: ['supplier'],
};

export const general: Scope = { about: 'promise', service: null, institution: null, party: null };

export function aboutOf(kind: TargetKind): About {
  return kind === 'ola' || kind === 'supplier' ? kind : 'promise';
}

export function scopeKey({ about, service, institution, party }: Scope): string {
  return [about, institution?.id ?? '', service?.id ?? '', party?.id ?? ''].join('|');
}

export function scopeOf({ kind, service, institution, party }: Target): Scope {
  return { about: aboutOf(kind), service, institution, party };
}

const ORDER: Record<About, number> = { promise: 0, ola: 1, supplier: 2 };
const narrowness = ({ service, institution }: Scope): number => (institution ? 2 : 0) + (service ? 1 : 0);

/** Targets by what they are for: the general promise first, then the narrower ones, then OLAs and suppliers. `more` may be empty still. */
export function sectionsOf(targets: readonly Target[], more: readonly Scope[] = []): Section[] {
  const sections = new Map<string, Section>();
  for (const scope of [general, ...more, ...targets.map(scopeOf)]) {
    const key = scopeKey(scope);
    if (!sections.has(key)) sections.set(key, { ...scope, key, targets: targets.filter((target) => scopeKey(scopeOf(target)) === key) });
  }
  return [...sections.values()].sort((a, b) => ORDER[a.about] - ORDER[b.about] || narrowness(a) - narrowness(b));
}

/** The target of a section for a priority. */
export function targetAt(targets: readonly Target[], kind: TargetKind, priority: number): Target | undefined {
  return targets.find((target) => target.kind === kind && target.priority === priority);
}

/** What all have in common, as text; null where they differ. */
export function shared<T>(items: readonly T[], textOf: (item: T) => string): string | null {
  const texts = new Set(items.map(textOf));
  return texts.size === 1 ? [...texts][0]! : null;
}
