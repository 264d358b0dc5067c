import { describe, expect, it } from '@jest/globals';
import { hiddenParts, percent, type Share } from '#kernel';
import { type CampaignFigures, campaignFigures } from './campaign-figures.js';
import { hiddenCounts } from './coverage.js';
import { hiddenInstitutions } from './hidden-institutions.js';
import type { ItemFigure } from './item-figure.js';
import type { Answers, Definition } from './question.js';
import { itemsOf, type Response, tallyItem } from './tally-answers.js';
import { byUsers, type GroupTally, institutionEqual } from './weighted-share.js';

const LEAST = 5;
const words = { lv: 'x', en: 'x' };
const definition: Definition = {
  intro: words,
  thanks: words,
  headline: 'overall',
  questions: [
    { key: 'overall', type: 'scale5', scale: 'satisfaction', cannotJudge: true, text: words, required: true },
    { key: 'asked', type: 'yes_no', cannotJudge: false, text: words, required: true },
    {
      key: 'changes',
      type: 'scale5',
      scale: 'rating',
      cannotJudge: true,
      text: words,
      required: false,
      showIf: { question: 'asked', anyOf: ['yes'] },
    },
    {
      key: 'improve',
      type: 'multiple',
      max: 2,
      text: words,
      required: false,
      options: ['a', 'b', 'c'].map((key) => ({ key, text: words })),
    },
    {
      key: 'parts',
      type: 'matrix',
      scale: 'ease',
      cannotJudge: true,
      text: words,
      required: false,
      rows: ['x', 'y'].map((key) => ({ key, text: words })),
    },
    { key: 'comment', type: 'text', maxLength: 100, text: words, required: false },
  ],
};
const items = itemsOf(definition);

/** Repeatable chance. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** A campaign with many small institutions, of which some are of one mind. */
function campaign(seed: number): { responses: Response[]; frame: { institutionId: string; users: number }[] } {
  const roll = dice(seed);
  const frame = Array.from({ length: 2 + roll(9) }, (_, at) => ({ institutionId: `i${at}`, users: 30 + roll(200) }));
  const responses = frame.flatMap(({ institutionId }) => {
    const mood = roll(4);
    const scale = (): string => (roll(6) === 0 ? 'na' : String(mood === 0 ? 5 : mood === 1 ? 1 : 1 + roll(5)));
    return Array.from({ length: roll(3) === 0 ? roll(5) : 1 + roll(25) }, (): Response => {
      const asked = roll(3) === 0 ? 'yes' : 'no';
      const answers: Answers = {
        overall: scale(),
        asked,
        ...(asked === 'yes' && { changes: scale() }),
        ...(roll(4) > 0 && { improve: [['a'], ['a', 'b'], ['c']][roll(3)]! }),
        parts: { x: scale(), ...(roll(2) === 0 && { y: scale() }) },
      };
      return { institutionId, answers };
    });
  });
  return { responses, frame };
}

/** One number that somebody can read: of which item, which value, and whose answers it counts. */
interface Visible {
  readonly item: string;
  readonly what: string;
  readonly of: readonly string[];
  readonly count: number;
}

function numbersOf({ item, n, cannotJudge, values, satisfied }: ItemFigure, of: readonly string[]): Visible[] {
  const one = (what: string, count: number | null | undefined): Visible[] =>
    count === null || count === undefined ? [] : [{ item, what, of, count }];
  return [
    ...one('n', n),
    ...one('cannot judge', cannotJudge),
    ...one('satisfied', satisfied?.numerator),
    ...values.flatMap(({ value, count }) => one(value, count)),
  ];
}

/** Every number that a reader finds: of all institutions together, and under the filter of each. */
function visibleIn(figures: CampaignFigures): Visible[] {
  const everybody = figures.perInstitution.map(({ institutionId }) => institutionId);
  return [
    ...figures.items.flatMap((item) => numbersOf(item, everybody)),
    ...figures.perInstitution.flatMap((own) => [
      ...own.items.flatMap((item) => numbersOf(item, [own.institutionId])),
      ...(own.figure.n === null ? [] : [{ item: 'overall', what: 'n', of: [own.institutionId], count: own.figure.n }]),
    ]),
  ];
}

describe('what is shown of a campaign', () => {
  const campaigns = Array.from({ length: 150 }, (_, seed) => {
    const { responses, frame } = campaign(seed + 1);
    return { responses, figures: campaignFigures(definition, responses, frame, LEAST) };
  });

  it('names no number of answers that the coverage hides', () => {
    for (const { responses, figures } of campaigns) {
      const own = figures.perInstitution.map(({ institutionId }) => responses.filter((one) => one.institutionId === institutionId).length);
      for (const at of hiddenCounts(own, LEAST)) expect(figures.perInstitution[at]).toMatchObject({ hidden: true, items: [] });
    }
  });

  it('never is of fewer than five people, nor is the difference of any two figures, nor of the total and all parts shown', () => {
    let differences = 0;
    for (const { responses, figures } of campaigns) {
      const visible = visibleIn(figures);
      const judged = (item: string, of: readonly string[]): number =>
        tallyItem(
          items.find(({ key }) => key === item)!,
          responses.filter(({ institutionId }) => of.includes(institutionId)),
        ).n;
      for (const item of items.map(({ key }) => key)) {
        const sets = [...new Map(visible.filter((number) => number.item === item).map(({ of }) => [of.join(), of])).values()];
        const singles = sets.filter((set) => set.length === 1).map((set) => set[0]!);
        const rests = sets.flatMap((whole) => [
          ...sets.map((part) => whole.filter((id) => !part.includes(id))),
          whole.filter((id) => !singles.includes(id)),
        ]);
        for (const of of [...sets, ...rests]) {
          const n = judged(item, of);
          differences += 1;
          expect({ item, of, derivable: n > 0 && n < LEAST }).toEqual({ item, of, derivable: false });
        }
      }
    }
    expect(differences).toBeGreaterThan(4_000);
  });

  it('leaves those who are hidden of more than one mind, unless everybody who answered is', () => {
    let looked = 0;
    for (const { responses, figures } of campaigns) {
      for (const [place, item] of items.entries()) {
        const concealed = figures.perInstitution.filter((own) => own.hidden || own.items[place]?.display === 'hidden');
        const rest = tallyItem(
          item,
          responses.filter(({ institutionId }) => concealed.some((own) => own.institutionId === institutionId)),
        );
        if (rest.n === 0 || concealed.length === figures.perInstitution.length || figures.items[place]?.display === 'hidden') continue;
        looked += 1;
        expect(rest.counts).not.toContain(rest.n);
      }
    }
    expect(looked).toBeGreaterThan(30);
  });
});

const print = (share: (Share & { nEff: number }) | undefined): string =>
  share ? [share.value, share.low, share.high].map((x) => percent(x)).join() + share.nEff.toFixed(1) : '';
const headlines = (groups: readonly GroupTally[]): string => `${print(institutionEqual(groups))} ${print(byUsers(groups))}`;

/** All worlds that look like this one to a reader, by walking through every one there is: the shares that each hidden group may have. */
function sharesThatFit(groups: readonly GroupTally[], hidden: ReadonlySet<number>): Map<number, Set<number>> {
  const places = [...hidden];
  const total = (of: readonly GroupTally[]): string =>
    `${of.reduce((sum, { n }) => sum + n, 0)} ${of.reduce((sum, { satisfied }) => sum + satisfied, 0)}`;
  const looks = `${headlines(groups)} ${total(groups)}`;
  const shares = new Map(places.map((at) => [at, new Set<number>()]));
  const walk = (world: GroupTally[], next: number): void => {
    const at = places[next];
    if (at === undefined) {
      if (`${headlines(world)} ${total(world)}` === looks)
        for (const place of places) shares.get(place)!.add(world[place]!.satisfied / world[place]!.n);
      return;
    }
    const group = groups[at]!;
    for (const n of group.n < LEAST ? [1, 2, 3, 4] : [group.n])
      for (let satisfied = 0; satisfied <= n; satisfied += 1) walk(world.with(at, { ...group, n, satisfied }), next + 1);
  };
  walk([...groups], 0);
  return shares;
}

function smallCampaign(seed: number): GroupTally[] {
  const roll = dice(seed);
  return Array.from({ length: 3 + roll(4) }, (_, at) => {
    const n = roll(2) === 0 ? 1 + roll(4) : 5 + roll(5);
    return { institutionId: `i${at}`, n, satisfied: roll(n + 1), users: 20 + 10 * roll(30) };
  });
}

describe('the headlines beside the table of institutions', () => {
  const seeds = Array.from({ length: 60 }, (_, at) => at + 1);
  const pinnedAmong = (groups: readonly GroupTally[], hidden: ReadonlySet<number>): number[] =>
    [...sharesThatFit(groups, hidden)].filter(([at, shares]) => groups[at]!.n < LEAST && shares.size < 2).map(([at]) => at);
  const many = Array.from({ length: 22 }, (_, at) => ({
    institutionId: `i${at}`,
    n: 18 + 3 * at,
    satisfied: 14 + 2 * at,
    users: 60 + 11 * at,
  }));
  const affordable = (hidden: ReadonlySet<number>): boolean => hidden.size <= 3;

  it('leave every small institution at least two shares that it may have, or it is said that they do not', () => {
    let walked = 0;
    for (const seed of seeds) {
      const groups = smallCampaign(seed);
      const { hidden, pinned } = hiddenInstitutions(groups, LEAST);
      if (hidden.size === 0 || !affordable(hidden)) continue;
      walked += 1;
      expect({ seed, pinned: pinnedAmong(groups, hidden) }).toEqual({ seed, pinned: [...pinned] });
    }
    expect(walked).toBeGreaterThan(15);
  });

  it('would give a small one away if only the next smallest were hidden with it', () => {
    const groups = [
      { institutionId: 'few', n: 3, satisfied: 2, users: 12 },
      { institutionId: 'next', n: 9, satisfied: 7, users: 30 },
      ...many,
    ];
    const nextSmallest = hiddenParts(
      groups.map(({ n }) => n),
      LEAST,
    );
    const { hidden } = hiddenInstitutions(groups, LEAST);
    expect(pinnedAmong(groups, nextSmallest)).toEqual([0]);
    expect(hidden.size).toBeGreaterThan(nextSmallest.size);
    expect(pinnedAmong(groups, hidden)).toEqual([]);
  });

  it('are a warning in the worked example: of three institutions the smallest can be worked out whatever is hidden', () => {
    const example = [
      { institutionId: 'a', n: 120, satisfied: 84, users: 4000 },
      { institutionId: 'b', n: 10, satisfied: 9, users: 60 },
      { institutionId: 'c', n: 4, satisfied: 2, users: 200 },
    ];
    const { hidden, pinned } = hiddenInstitutions(example, LEAST);
    expect([...hidden].map((at) => example[at]!.institutionId).sort()).toEqual(['a', 'b', 'c']);
    expect(pinned).toEqual([2]);
  });

  it('let two small institutions hide each other among many', () => {
    const { hidden, pinned } = hiddenInstitutions(
      [...many, { institutionId: 'few', n: 4, satisfied: 3, users: 14 }, { institutionId: 'two', n: 4, satisfied: 2, users: 12 }],
      LEAST,
    );
    expect(hidden.size).toBe(2);
    expect(pinned).toEqual([]);
  });
});
