import type { WrittenTarget } from '../policy-target.js';

/** A target of a policy: for all, where a test says nothing else. */
export function target(more: Partial<WrittenTarget> = {}): WrittenTarget {
  return {
    ticketType: 'incident',
    kind: 'resolution',
    priority: 3,
    serviceId: null,
    institutionId: null,
    partyId: null,
    seconds: 57_600,
    calendarKey: 'lv-8x5',
    pauseReasons: [],
    thresholds: [50, 75, 90, 100],
    steps: [],
    ...more,
  };
}

/** A response and a resolution for each priority, as a policy needs them. */
export function wholePolicy(): WrittenTarget[] {
  return [1, 2, 3, 4, 5].flatMap((priority) => [target({ priority, kind: 'response', seconds: 3600 }), target({ priority })]);
}
