import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { eventually } from '../../support/eventually.js';
import { MailServer } from './mail-server.js';

interface Delivery {
  readonly id: string;
  readonly state: string;
  readonly attempts: number;
  readonly messageId: string;
  readonly lastError: string | null;
}

let server: MailServer;
let test: TestApp;
let cast: Cast;

beforeAll(async () => {
  server = await MailServer.open();
  test = await startTestApp({
    cast: true,
    worker: true,
    settings: { smtpUrl: server.url, publicUrl: 'https://desk.example', mailFrom: 'Atbalsts <desk@desk.example>' },
  });
  cast = await layCast(test);
});

afterAll(async () => {
  await test?.close();
  await server?.close();
});

async function file(title: string): Promise<string> {
  const answer = await (await cast.signIn('ilze')).post<{ id: string }>('/incidents', { title, description: 'Nestrādā.' });
  expect(answer.status).toBe(201);
  return answer.body.id;
}

async function deliveryOf(ticketId: string): Promise<Delivery | undefined> {
  const [row] = await test.app
    .get(Database)
    .query<Delivery>(
      `select id, state, attempts, message_id as "messageId", last_error as "lastError" from notifications.delivery where ticket_id = $1`,
      [ticketId],
    );
  return row;
}

const hurry = (ticketId: string): Promise<unknown> =>
  test.app.get(Database).query(`update notifications.delivery set next_attempt_at = now() where ticket_id = $1`, [ticketId]);

/** Unfolded headers of a mail, by lower-case name. */
function headersOf(mail: string): Map<string, string> {
  const [head = ''] = mail.split('\n\n');
  const lines = head.replace(/\n[ \t]+/g, ' ').split('\n');
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
}

const copiesOf = (messageId: string): string[] => server.received.filter((mail) => headersOf(mail).get('message-id') === messageId);

describe('sending mail', () => {
  it('hands a mail to the server once, marked as automatic, in the thread of its ticket, as text and HTML', async () => {
    const ticketId = await file('Nestrādā printeris');
    await eventually(async () => expect(await deliveryOf(ticketId)).toMatchObject({ state: 'sent', attempts: 1 }));
    const { messageId = '' } = (await deliveryOf(ticketId)) ?? {};
    const [mail = ''] = copiesOf(messageId);
    const headers = headersOf(mail);
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('in-reply-to')).toBe(`<ticket-${ticketId}@desk.example>`);
    expect(headers.get('references')).toBe(`<ticket-${ticketId}@desk.example>`);
    expect(headers.get('from')).toBe('Atbalsts <desk@desk.example>');
    expect(headers.get('content-type')).toContain('multipart/alternative');
    expect(mail).toContain('text/plain');
    expect(mail).toContain('text/html');
    expect(copiesOf(messageId)).toHaveLength(1);
  });

  it('tries again later where the server refuses for now, with the same Message-ID', async () => {
    server.refusals.push('451 come back later');
    const ticketId = await file('Nestrādā tīkls');
    await eventually(async () =>
      expect(await deliveryOf(ticketId)).toMatchObject({
        state: 'queued',
        attempts: 1,
        lastError: expect.stringContaining('451') as string,
      }),
    );
    const before = await deliveryOf(ticketId);
    await hurry(ticketId);
    await eventually(async () =>
      expect(await deliveryOf(ticketId)).toMatchObject({ state: 'sent', attempts: 2, messageId: before?.messageId, lastError: null }),
    );
    expect(copiesOf(before?.messageId ?? '')).toHaveLength(1);
  });

  it('gives up at once where the server refuses for good', async () => {
    server.refusals.push('550 no such mailbox');
    const ticketId = await file('Nestrādā pele');
    await eventually(async () => expect(await deliveryOf(ticketId)).toMatchObject({ state: 'failed', attempts: 1 }));
  });

  it('may send a second copy, with the same Message-ID, where it does not learn that the first was accepted', async () => {
    server.refusals.push('drop');
    const ticketId = await file('Nestrādā ekrāns');
    await eventually(async () => expect(await deliveryOf(ticketId)).toMatchObject({ state: 'queued', attempts: 1 }));
    await hurry(ticketId);
    await eventually(async () => expect(await deliveryOf(ticketId)).toMatchObject({ state: 'sent' }));
    expect(copiesOf((await deliveryOf(ticketId))?.messageId ?? '')).toHaveLength(2);
  });
});
