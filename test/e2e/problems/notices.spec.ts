import { demoId } from '#identity';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { eventually } from '../../support/eventually.js';

let test: TestApp;
let cast: Cast;

beforeAll(async () => {
  test = await startTestApp({ cast: true, worker: true });
  cast = await layCast(test);
});

afterAll(() => test?.close());

interface Told {
  readonly kind: string;
  readonly text: string;
}

async function told(login: string): Promise<Told[]> {
  const { items } = (await (await cast.signIn(login)).get<{ items: Told[] }>('/notices')).body;
  return items.filter(({ kind }) => kind.startsWith('problem-'));
}

describe('the bell', () => {
  it('tells the lead of a new problem and the owner that it is his, and nobody of what he did himself', async () => {
    const opening = {
      title: 'Pārrāvumi',
      description: 'Rītos.',
      origin: 'trend',
      originText: 'Aug.',
      groupId: demoId('group', 'first-line'),
    };
    const lead = await cast.signIn('rihards');
    const { body } = await (await cast.signIn('elina')).post<{ id: string; number: string }>('/problems', opening);
    await lead.post('/problems', { ...opening, title: 'Paša atvērta' });
    await lead.post(`/problems/${body.id}/investigation`, { ownerId: demoId('person', 'elina') });
    await eventually(async () => {
      expect(await told('rihards')).toMatchObject([
        { kind: 'problem-opened', text: `Jauna problēma Jūsu grupai: ${body.number} „Pārrāvumi”` },
      ]);
      expect(await told('elina')).toMatchObject([{ kind: 'problem-owned' }]);
    });
  });
});
