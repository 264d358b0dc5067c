import { describe, expect, it } from '@jest/globals';
import { percent, type Share } from '#kernel';
import { byUsers, type GroupTally, institutionEqual, unweighted } from './weighted-share.js';

const group = (n: number, satisfied: number, users: number): GroupTally => ({ institutionId: `${n}-${users}`, n, satisfied, users });
const printed = (share: Share | undefined): string =>
  share ? `${percent(share.value).toFixed(1)} % [${percent(share.low).toFixed(1)}; ${percent(share.high).toFixed(1)}]` : 'none';

/** The worked example of DOMAIN 6: answers, satisfied ones and users of three institutions. */
const example = [group(120, 84, 4000), group(10, 9, 60), group(4, 2, 200)];

describe('the worked example of a survey', () => {
  it('is 70.0 % [50.4; 84.2] with every institution alike, on an effective n of 25.1', () => {
    const headline = institutionEqual(example);
    expect(printed(headline)).toBe('70.0 % [50.4; 84.2]');
    expect(headline?.nEff.toFixed(1)).toBe('25.1');
  });

  it('is 69.3 % [60.8; 76.7] by users', () => {
    expect(printed(byUsers(example))).toBe('69.3 % [60.8; 76.7]');
  });

  it('is 70.9 % without weights', () => {
    expect(percent(unweighted(example)?.value ?? 0)).toBe(70.9);
  });
});

describe('a weighted share', () => {
  it('is the plain share where all institutions are alike', () => {
    const alike = [group(20, 15, 100), group(20, 5, 100)];
    expect(printed(institutionEqual(alike))).toBe(printed(byUsers(alike)));
    expect(printed(institutionEqual(alike))).toBe(printed(unweighted(alike)));
  });

  it('leaves out an institution in which nobody could judge', () => {
    expect(institutionEqual([...example, group(0, 0, 5000)])).toEqual(institutionEqual(example));
    expect(byUsers([...example, group(0, 0, 5000)])).toEqual(byUsers(example));
  });

  it('stays at 100 % where everybody is satisfied, however the weights add up', () => {
    const all = [7, 11, 13, 49, 3].map((n) => group(n, n, n * 3));
    expect(institutionEqual(all)?.value).toBe(1);
    expect(byUsers(all)?.value).toBe(1);
  });

  it('is undefined where nobody answered', () => {
    expect(institutionEqual([])).toBeUndefined();
    expect(byUsers([group(0, 0, 10)])).toBeUndefined();
  });
});
