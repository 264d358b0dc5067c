import { arrow, DomainError, type Lifecycle } from '#kernel';

export const STAGES = ['identified', 'designed', 'approved', 'piloted', 'implemented', 'at_risk', 'suspended', 'retired'] as const;

export type Stage = (typeof STAGES)[number];

export const PROCESS_EVENTS = ['design', 'approve', 'go_live', 'implement', 'review', 'lapse', 'restore', 'suspend', 'retire'] as const;

export type ProcessEvent = (typeof PROCESS_EVENTS)[number];

export type ProcessGuard =
  | 'described_with_roles_lifecycle_and_two_metrics'
  | 'order_with_file'
  | 'live_record'
  | 'all_conditions'
  | 'new_evidence'
  | 'order_owner_or_verification_gone'
  | 'usage_conformance_or_metric_false_at_month_end'
  | 'conditions_true_again'
  | 'sixty_days_at_risk'
  | 'order';

/** PO the owner of the process, MG a manager, SYS the system (DOMAIN section 3). */
export type ProcessActor = 'PO' | 'MG' | 'SYS';

type Row = Lifecycle<Stage, ProcessEvent, ProcessGuard, ProcessActor>['transitions'][Stage];

const retire: Row[number] = { event: 'retire', to: 'retired', guards: ['order'], actors: ['MG'], effects: [] };
const goneAtOnce: Row[number] = {
  event: 'suspend',
  to: 'suspended',
  guards: ['order_owner_or_verification_gone'],
  actors: ['SYS'],
  effects: ['counts no more'],
};

/** DOMAIN 3.7, as data. A suspended process comes back by a new approval: DOMAIN names no way out but retirement (README, Decisions). */
export const processLifecycle: Lifecycle<Stage, ProcessEvent, ProcessGuard, ProcessActor> = {
  name: 'process',
  version: 1,
  initial: 'identified',
  transitions: {
    identified: [
      { event: 'design', to: 'designed', guards: ['described_with_roles_lifecycle_and_two_metrics'], actors: ['PO'], effects: [] },
      retire,
    ],
    designed: [{ event: 'approve', to: 'approved', guards: ['order_with_file'], actors: ['MG'], effects: [] }, retire],
    approved: [{ event: 'go_live', to: 'piloted', guards: ['live_record'], actors: ['PO', 'SYS'], effects: [] }, retire],
    piloted: [{ event: 'implement', to: 'implemented', guards: ['all_conditions'], actors: ['MG'], effects: ['counts in KPI-03'] }, retire],
    implemented: [
      { event: 'review', to: 'implemented', guards: ['new_evidence'], actors: ['PO'], effects: ['next review in a year'] },
      goneAtOnce,
      {
        event: 'lapse',
        to: 'at_risk',
        guards: ['usage_conformance_or_metric_false_at_month_end'],
        actors: ['SYS'],
        effects: ['sixty days to restore'],
      },
      retire,
    ],
    at_risk: [
      { ...goneAtOnce, guards: ['order_owner_or_verification_gone', 'sixty_days_at_risk'] },
      { event: 'restore', to: 'implemented', guards: ['conditions_true_again'], actors: ['SYS'], effects: [] },
      retire,
    ],
    suspended: [{ event: 'approve', to: 'approved', guards: ['order_with_file'], actors: ['MG'], effects: [] }, retire],
    retired: [],
  },
};

/** The stage that `event` leads to. Throws `processes.transition-not-allowed` (409) where DOMAIN 3.7 lists none. */
export function stageAfter(stage: Stage, event: ProcessEvent): Stage {
  const found = arrow(processLifecycle, stage, event);
  if (!found) throw new DomainError('processes.transition-not-allowed', { stage, event }, 'conflict');
  return found.to;
}

/** Stages that KPI-03 counts (DOMAIN 5). */
export const COUNTED_STAGES: readonly Stage[] = ['implemented', 'at_risk'];
