import { randomUUID } from 'node:crypto';
import { Database, ReactionRegistry, Relay } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { eventually } from '../../support/eventually.js';

describe('an event and what follows it', () => {
  let test: TestApp;
  let database: Database;
  const seen: string[] = [];
  let failNext = false;

  beforeAll(async () => {
    test = await startTestApp({ worker: true });
    database = test.app.get(Database);
    test.app.get(ReactionRegistry).after({
      name: 'test.note',
      on: ['test.happened'],
      async handle(tx, event) {
        await tx.query('select 1');
        if (failNext) {
          failNext = false;
          throw new Error('planned failure');
        }
        seen.push(event.subject.id);
      },
    });
  });

  afterAll(() => test.close());

  const happen = (id: string): Promise<unknown> =>
    test.unitOfWork.run((tx) =>
      tx.append({ type: 'test.happened', version: 1, subject: { type: 'test', id }, actorId: null, payload: { a: 1 } }),
    );
  const pending = async (): Promise<number> =>
    (await database.query<{ n: number }>('select count(*) as n from platform.pending_reaction'))[0]!.n;

  it('reaches its reaction once, through the queue', async () => {
    const id = randomUUID();
    await happen(id);
    await eventually(async () => expect(seen.filter((s) => s === id)).toHaveLength(1));
    await eventually(async () => expect(await pending()).toBe(0));
  });

  it('does nothing when a job is delivered twice', async () => {
    const id = randomUUID();
    await happen(id);
    await eventually(async () => expect(seen).toContain(id));
    const [event] = await database.query<{ id: number }>('select id from platform.event_log where subject_id = $1', [id]);
    await test.app.get(Relay).react(event!.id, 'test.note');
    expect(seen.filter((s) => s === id)).toHaveLength(1);
  });

  it('is tried again after a failure, and the failure is counted meanwhile', async () => {
    const id = randomUUID();
    failNext = true;
    await happen(id);
    await eventually(async () => expect(seen.filter((s) => s === id)).toHaveLength(1), 20_000);
  });

  it('leaves no event and no reaction when the transaction is rolled back', async () => {
    const id = randomUUID();
    const failing = test.unitOfWork.run(async (tx) => {
      await tx.append({ type: 'test.happened', version: 1, subject: { type: 'test', id }, actorId: null, payload: {} });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await database.query('select 1 from platform.event_log where subject_id = $1', [id])).toHaveLength(0);
  });

  it('cannot be changed or deleted in the log', async () => {
    const id = randomUUID();
    await happen(id);
    await expect(database.query(`update platform.event_log set type = 'x' where subject_id = $1`, [id])).rejects.toThrow('append-only');
    await expect(database.query(`delete from platform.event_log where subject_id = $1`, [id])).rejects.toThrow('append-only');
  });
});
