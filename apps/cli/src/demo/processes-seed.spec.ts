import { describe, expect, it } from '@jest/globals';
import { readSeed } from '#platform';

interface Seed {
  readonly practice: string;
  readonly registeredDaysAgo: number;
  readonly steps: readonly { readonly daysAgo: number }[];
}

describe('The processes of the demonstration', () => {
  it.each(readSeed<Seed[]>('demo/processes.json').map((seed) => [seed.practice, seed] as const))(
    'let %s enter one stage after another',
    (_, { registeredDaysAgo, steps }) => {
      const days = [registeredDaysAgo, ...steps.map(({ daysAgo }) => daysAgo)];
      expect(days).toEqual([...new Set(days)].sort((a, b) => b - a));
    },
  );
});
