import { RouteAccessCheck } from '#identity';
import type { ApiClient } from '../../support/client.js';
import { MATRIX } from './matrix.js';
import { type Ids, type Owner, OWNERS, PEOPLE, type Person, type PlainRow, type RecordRow } from './row.js';
import { World } from './world.js';
import { ProgramClient } from './program-client.js';

let world: World;

beforeAll(async () => {
  world = await World.start();
});

afterAll(() => world?.test.close());

const title = ({ route, when }: { route: string; when?: string }): string => (when ? `${route} (${when})` : route);
const plainRows = MATRIX.filter((row): row is PlainRow => row.kind === 'plain').map((row) => [title(row), row] as const);
const recordRows = MATRIX.filter((row): row is RecordRow => row.kind === 'record').map((row) => [title(row), row] as const);
const publicRows = MATRIX.filter((row) => row.kind === 'public').map((row) => row.route);

describe('the matrix of routes, people and institutions', () => {
  const rows = new Set(MATRIX.map(({ route }) => route));

  it('has a row for each route that the API describes, and no other', async () => {
    const document = (await (await fetch(`${world.test.url}/api/v1/openapi.json`)).json()) as { paths: Record<string, object> };
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replace('/api/v1', '')}`),
    );
    expect({
      without: described.filter((route) => !rows.has(route)),
      superfluous: [...rows].filter((route) => !described.includes(route)),
    }).toEqual({
      without: [],
      superfluous: [],
    });
  });

  it('has a row for each route that the router serves below /api/v1', () => {
    const served = world.test.app
      .get(RouteAccessCheck)
      .routes()
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
      .filter((route) => !/ \/(health|metrics)/.test(route));
    expect(served.filter((route) => !rows.has(route))).toEqual([]);
  });
});

describe.each(publicRows)('%s', (route) => {
  it('lets anybody in', async () => {
    expect((await world.call(undefined, route, {})).status).not.toBe(401);
  });
});

describe.each(plainRows)('%s', (_title, row) => {
  it('lets in whom DOMAIN 9 lets in, and refuses everybody else', async () => {
    const answers: Record<string, number> = {};
    const expected: Record<string, number> = {};
    for (const person of PEOPLE) {
      const client = await world.client(person, { anew: row.endsSession === true });
      const { status } = await world.call(client, row.route, row.call ?? {});
      const may = row.may.includes(person);
      answers[person] = may && row.answers === undefined && status < 300 ? 200 : status;
      expected[person] = may ? (row.answers ?? 200) : 403;
    }
    expect(answers).toEqual(expected);
  });
});

describe.each(recordRows)('%s', (_title, row) => {
  const record = (owner: Owner): Promise<Ids> =>
    row.route.startsWith('GET ') && row.state === undefined ? world.readOnly(owner) : world.record(owner, row.state ?? 'new');
  // What a record that is not there answers is asked once for each person, not for each owner of those that are.
  const absent = new Map<Person, ReturnType<World['call']>>();
  const missing = (person: Person, client: ApiClient, ids: Ids): ReturnType<World['call']> => {
    if (!absent.has(person)) absent.set(person, world.call(client, row.route, row.call(world.missing(ids))));
    return absent.get(person)!;
  };

  it.each(OWNERS)('of a record of %s: hidden, refused or done, by what the person is', async (owner) => {
    const ids = await record(owner);
    const before = await world.trace(ids);
    for (const person of PEOPLE) {
      const client = await world.client(person);
      if (!row.sees[owner].includes(person)) {
        const hidden = await world.call(client, row.route, row.call(ids));
        expect([person, hidden]).toEqual([person, await missing(person, client, ids)]);
        expect([person, [403, 404].includes(hidden.status)]).toEqual([person, true]);
      } else if (!row.may[owner].includes(person)) {
        expect([person, (await world.call(client, row.route, row.call(ids))).status]).toEqual([person, 403]);
      }
    }
    expect(await world.trace(ids)).toEqual(before);
    for (const person of row.may[owner].filter((one) => row.sees[owner].includes(one))) {
      const { status, body } = await world.call(await world.client(person), row.route, row.call(await record(owner)));
      expect([person, status < 300 || body]).toEqual([person, true]);
    }
  });
});

describe('a program of ilze’s institution', () => {
  const reading = recordRows.filter(([, row]) => row.route.startsWith('GET '));
  const changing = [...plainRows, ...recordRows].filter(([, row]) => !row.route.startsWith('GET '));
  let everything: ProgramClient;
  let nearlyNothing: ProgramClient;

  beforeAll(async () => {
    everything = await ProgramClient.of(world, { readOnly: true });
    nearlyNothing = await ProgramClient.of(world, { readOnly: false, scopes: ['institution.read'] });
  });

  it('with every scope, reading, is let in nowhere where the coordinator of the institution is not', async () => {
    const further: unknown[] = [];
    for (const [name, row] of plainRows.filter(([, row]) => row.route.startsWith('GET '))) {
      const { status } = await everything.call(row.route, row.call ?? {});
      if (status < 300 && !row.may.includes('zane')) further.push([name, status]);
    }
    expect(further).toEqual([]);
  });

  it('finds records of another institution, and restricted ones, as little as those that are not there', async () => {
    const found: unknown[] = [];
    for (const [name, row] of reading)
      for (const owner of ['civil', 'restricted'] as const) {
        const ids = row.state === undefined ? await world.readOnly(owner) : undefined;
        if (!ids) continue;
        const hidden = await everything.call(row.route, row.call(ids));
        const missing = await everything.call(row.route, row.call(world.missing(ids)));
        if (hidden.status < 300 || JSON.stringify(hidden) !== JSON.stringify(missing)) found.push([name, owner, hidden, missing]);
      }
    expect(found).toEqual([]);
  });

  it('reads the tickets of its own institution', async () => {
    const { ticket } = await world.readOnly('order');
    expect((await everything.call('GET /tickets/{id}', { params: { id: ticket } })).status).toBe(200);
    expect((await nearlyNothing.call('GET /tickets/{id}', { params: { id: ticket } })).status).toBe(403);
  });

  it('that only reads changes nothing, and one without the scope neither', async () => {
    const answers: unknown[] = [];
    const ids = await world.readOnly('order');
    const before = await world.trace(ids);
    for (const [name, row] of changing) {
      const call = row.kind === 'record' ? row.call(ids) : (row.call ?? {});
      for (const program of [everything, nearlyNothing]) {
        const { status } = await program.call(row.route, call);
        if (status !== 403) answers.push([name, status]);
      }
    }
    expect(answers).toEqual([]);
    expect(await world.trace(ids)).toEqual(before);
  });
});
