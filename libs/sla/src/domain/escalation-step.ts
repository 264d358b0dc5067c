/** What can be done at a threshold; `to` names whom, where the action does not say it already. */
export const ESCALATION_ACTIONS = {
  notify_assignee: null,
  notify_lead: null,
  notify_manager: null,
  /** `to`: a role. */
  notify_role: 'role',
  /** `to`: a person. */
  notify_person: 'person',
  raise_rank: null,
  /** `to`: a group. */
  reassign: 'group',
} as const satisfies Record<string, 'role' | 'person' | 'group' | null>;

export type EscalationAction = keyof typeof ESCALATION_ACTIONS;

/** One thing that is done when a clock crosses a threshold, at most once for each clock, target number and threshold. */
export interface EscalationStep {
  /** One of the target's thresholds, in percent. */
  readonly pct: number;
  readonly action: EscalationAction;
  /** A role, the id of a person or of a group; null where the action needs none. */
  readonly to: string | null;
}

const step = (pct: number, ...actions: EscalationAction[]): EscalationStep[] => actions.map((action) => ({ pct, action, to: null }));

/** DOMAIN 4.5: 50 % assignee, 75 % and lead, 90 % and up in the queue, 100 % and the manager. */
export const DEFAULT_STEPS: readonly EscalationStep[] = [
  ...step(50, 'notify_assignee'),
  ...step(75, 'notify_assignee', 'notify_lead'),
  ...step(90, 'notify_assignee', 'notify_lead', 'raise_rank'),
  ...step(100, 'notify_assignee', 'notify_lead', 'notify_manager', 'raise_rank'),
];
