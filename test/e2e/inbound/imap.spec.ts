import { PollMailbox } from '#inbound';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { ImapServer } from '../../support/imap-server.js';
import { mail } from '../../support/mail.js';

let server: ImapServer;
let test: TestApp;

beforeAll(async () => {
  server = await ImapServer.open();
  server.put(mail({ subject: 'Sen izlasīts' }), { seen: true });
  server.put(mail({ subject: 'Pirmais' }));
  test = await startTestApp({
    settings: { imapUrl: `imap://desk%40desk.example:secret@127.0.0.1:${server.port}/INBOX`, takesMail: true, mailMaxBytes: 20_000 },
  });
});

afterAll(async () => {
  await test?.close();
  await server?.close();
});

const poll = (): Promise<number> => test.app.get(PollMailbox).execute();

async function kept(): Promise<{ key: string; fate: string; size: number }[]> {
  return test.app.get(Database).query(`select mailbox_key as key, fate, size from inbound.mail order by mailbox_key`);
}

describe('A mailbox', () => {
  it('gives what nobody has read, once, and has it marked after it is kept', async () => {
    expect(await poll()).toBe(1);
    expect((await kept()).map(({ key }) => key)).toEqual(['7:2']);
    expect(server.mails.map(({ seen }) => seen)).toEqual([true, true]);
    expect(await poll()).toBe(0);
  });

  it('gives what somebody else has read since, too', async () => {
    server.put(mail({ subject: 'Izlasīts telefonā' }), { seen: true });
    expect(await poll()).toBe(1);
    expect((await kept()).map(({ key }) => key)).toEqual(['7:2', '7:3']);
  });

  it('gives the beginning of what is too large, and the log says so', async () => {
    const large = mail({ subject: 'Liels', text: 'x'.repeat(60_000) });
    server.put(large);
    await poll();
    expect((await kept()).find(({ key }) => key === '7:4')).toEqual({ key: '7:4', fate: 'too_large', size: large.length });
  });

  it('that breaks off in the middle loses nothing: the rest comes the next time', async () => {
    for (const subject of ['viens', 'divi', 'trīs']) server.put(mail({ subject }));
    server.breaksAt = 6;
    await poll();
    server.breaksAt = undefined;
    expect(server.mails.at(-1)?.seen).toBe(false);
    await poll();
    expect((await kept()).map(({ key }) => key)).toEqual(['7:2', '7:3', '7:4', '7:5', '7:6', '7:7']);
    expect(server.mails.every(({ seen }) => seen)).toBe(true);
  });

  it('that cannot be reached is said to whoever looks, without its password', async () => {
    await server.close();
    expect(await poll()).toBe(0);
    const [row] = await test.app
      .get(Database)
      .query<{ mailbox: string; error: string }>(`select mailbox, last_error as error from inbound.mailbox`);
    expect(row?.mailbox).toBe(`imap:desk@desk.example@127.0.0.1:${server.port}/INBOX`);
    expect(row?.error).toBeTruthy();
    expect(JSON.stringify(row)).not.toContain('secret');
    server = await ImapServer.open();
  });
});
