import { type Level, type Priority, priorityOf } from '#tickets';

/** Who has the trouble, as far as they have said so. */
export interface AffectedCount {
  readonly affectedPeople: number;
  readonly affectedInstitutions: number;
}

export interface ProposedPriority {
  readonly impact: Level;
  readonly urgency: Level;
  readonly priority: Priority;
  readonly people: number;
  readonly institutions: number;
}

/**
 * What the number of those affected says of the impact, the first line that holds (DOMAIN 4.1: 1 several institutions, 2 one institution or unit,
 * 3 one user). Ten people of one institution are taken for more than a unit. Urgency is not touched: how much the work is hindered a count does
 * not tell.
 */
export const IMPACT_BY_COUNT: readonly { readonly people: number; readonly institutions: number; readonly impact: Level }[] = [
  { people: 0, institutions: 2, impact: 1 },
  { people: 10, institutions: 1, impact: 1 },
  { people: 2, institutions: 1, impact: 2 },
];

/** The priority that the count proposes; null where it proposes none, or nothing graver than what the incident has. */
export function proposedPriority(
  { impact, urgency }: { readonly impact: Level; readonly urgency: Level },
  { affectedPeople, affectedInstitutions }: AffectedCount,
): ProposedPriority | null {
  const rule = IMPACT_BY_COUNT.find(({ people, institutions }) => affectedPeople >= people && affectedInstitutions >= institutions);
  if (!rule || rule.impact >= impact) return null;
  return {
    impact: rule.impact,
    urgency,
    priority: priorityOf(rule.impact, urgency),
    people: affectedPeople,
    institutions: affectedInstitutions,
  };
}
