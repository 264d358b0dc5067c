import { item, type SeenChange } from './change-desk.js';
import { ChangeStory } from './change-story.js';

const ROUNDS = 8;
const DAY_MS = 86_400_000;

let story: ChangeStory;

beforeAll(async () => {
  story = await ChangeStory.open();
});

afterAll(() => story?.close());

/** Each round has an evening of its own, so that rounds do not meet. */
function evening(round: number): { plannedFrom: string; plannedTo: string } {
  const begin = new Date(Date.now() + (round + 2) * DAY_MS);
  return { plannedFrom: begin.toISOString(), plannedTo: new Date(begin.getTime() + 3_600_000).toISOString() };
}

const ready = (tag: string, round: number): Promise<SeenChange> => story.draft('standard', { itemIds: [item(tag)], ...evening(round) });

async function named({ id }: SeenChange): Promise<(string | undefined)[]> {
  const { items } = (await story.desk.ask('andris', 'get', `/changes/${id}/conflicts`)) as unknown as {
    items: { change: { id: string } | null }[];
  };
  return items.map(({ change }) => change?.id);
}

describe('two changes that are scheduled in the same moment', () => {
  it('on one device: one of them gets the window, the other is told of it', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const pair = [await ready('SRV-0001', round), await ready('SRV-0001', round)];
      const answers = await Promise.all(pair.map((change) => story.tries('elina', change, 'schedule')));
      expect(answers.map(([status]) => status).sort()).toEqual([200, 409]);
      expect(answers.find(([status]) => status === 409)![1]).toBe('changes.conflict-blocking');
      const [placed, refused] = answers[0]![0] === 200 ? [pair[0]!, pair[1]!] : [pair[1]!, pair[0]!];
      expect(await named(refused)).toContain(placed.id);
    }
  });

  it('on devices that depend on each other: both are placed, and each names the other', async () => {
    for (let round = ROUNDS; round < 2 * ROUNDS; round += 1) {
      const pair = [await ready('APP-0001', round), await ready('SRV-0001', round)];
      const answers = await Promise.all(pair.map((change) => story.tries('elina', change, 'schedule')));
      expect(answers.map(([status]) => status)).toEqual([200, 200]);
      expect(await named(pair[0]!)).toContain(pair[1]!.id);
      expect(await named(pair[1]!)).toContain(pair[0]!.id);
    }
  });
});
