import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { eventually } from '../../support/eventually.js';

let test: TestApp;
let cast: Cast;

beforeAll(async () => {
  test = await startTestApp({ worker: true });
  cast = await layCast(test);
});

afterAll(() => test?.close());

describe('the bell', () => {
  it('tells the change manager of what is asked for in the portal, once', async () => {
    const wish = { title: 'Jauns lauks', description: 'Vajadzīgs jauns lauks.' };
    const { body } = await (await cast.signIn('ilze')).post<{ number: string }>('/changes', wish);
    const manager = await cast.signIn('andris');
    await eventually(async () => {
      const { items } = (await manager.get<{ items: { kind: string; text: string }[] }>('/notices')).body;
      const found = items.filter(({ kind }) => kind === 'change-asked').map(({ text }) => text);
      expect(found).toEqual([`Lūdz izmaiņas: ${body.number} „Jauns lauks”`]);
    });
  });
});
