import { arrow, DomainError, type Lifecycle } from '#kernel';

export const ITEM_STATUSES = ['in_stock', 'in_use', 'in_repair', 'disposed'] as const;

export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** What is counted as there (DOMAIN 5, KPI-12). */
export const LIVE_STATUSES: readonly ItemStatus[] = ['in_stock', 'in_use', 'in_repair'];

type StatusEvent = 'store' | 'hand_out' | 'send_to_repair' | 'dispose' | 'find_again';

const AM = ['asset_manager'] as const;
const to = (event: StatusEvent, target: ItemStatus, guards: readonly string[] = []) =>
  ({ event, to: target, guards, actors: AM, effects: ['status history'] }) as const;

/** The life of an item. What was disposed of by mistake, or turns up, comes back into stock and says why. */
export const ITEM_LIFECYCLE: Lifecycle<ItemStatus, StatusEvent> = {
  name: 'configuration-item',
  version: 1,
  initial: 'in_stock',
  transitions: {
    in_stock: [to('hand_out', 'in_use'), to('send_to_repair', 'in_repair'), to('dispose', 'disposed')],
    in_use: [to('store', 'in_stock'), to('send_to_repair', 'in_repair'), to('dispose', 'disposed')],
    in_repair: [to('store', 'in_stock'), to('hand_out', 'in_use'), to('dispose', 'disposed')],
    disposed: [to('find_again', 'in_stock', ['reason'])],
  },
};

const EVENT_TO: Readonly<Record<ItemStatus, StatusEvent>> = {
  in_stock: 'store',
  in_use: 'hand_out',
  in_repair: 'send_to_repair',
  disposed: 'dispose',
};

/** The statuses that an item may take next. */
export function nextStatuses(from: ItemStatus): ItemStatus[] {
  return ITEM_LIFECYCLE.transitions[from].map((one) => one.to);
}

/**
 * Holds a change of status against the lifecycle. Throws `assets.status-not-allowed`, and `assets.reason-needed` where something disposed of
 * comes back without a word of why.
 */
export function checkStatusChange(from: ItemStatus, target: ItemStatus, reason: string | null): void {
  const event = from === 'disposed' && target === 'in_stock' ? 'find_again' : EVENT_TO[target];
  const taken = arrow(ITEM_LIFECYCLE, from, event);
  if (!taken) throw new DomainError('assets.status-not-allowed', { from, to: target }, 'conflict', pointTo('status', 'status-not-allowed'));
  if (taken.guards.includes('reason') && !reason)
    throw new DomainError('assets.reason-needed', {}, 'invalid', pointTo('statusReason', 'reason-needed'));
}

const pointTo = (field: string, code: string) => [{ pointer: `/${field}`, code: `assets.${code}` }];
