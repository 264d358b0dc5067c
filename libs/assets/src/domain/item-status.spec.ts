import { unreachableStates } from '#kernel';
import { checkStatusChange, ITEM_LIFECYCLE, ITEM_STATUSES, type ItemStatus, nextStatuses } from './item-status.js';

describe('the life of an item', () => {
  it('reaches every status, and leads out of each', () => {
    expect(unreachableStates(ITEM_LIFECYCLE)).toEqual([]);
    expect(ITEM_STATUSES.filter((status) => nextStatuses(status).length === 0)).toEqual([]);
  });

  it('allows exactly what its table says, and asks for a reason where something comes back', () => {
    const allowed = (from: ItemStatus, to: ItemStatus, reason: string | null): boolean => {
      try {
        checkStatusChange(from, to, reason);
        return true;
      } catch {
        return false;
      }
    };
    for (const from of ITEM_STATUSES)
      for (const to of ITEM_STATUSES) {
        const drawn = nextStatuses(from).includes(to);
        expect([from, to, allowed(from, to, 'Atrasts.')]).toEqual([from, to, drawn]);
        expect([from, to, allowed(from, to, null)]).toEqual([from, to, drawn && from !== 'disposed']);
      }
  });
});
