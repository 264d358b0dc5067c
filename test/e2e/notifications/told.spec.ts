import { eventually } from '../../support/eventually.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';

interface Ticket {
  readonly id: string;
  readonly number: string;
}

interface Notices {
  readonly items: readonly {
    readonly id: string;
    readonly kind: string;
    readonly text: string;
    readonly ticket: Ticket | null;
    readonly readAt: string | null;
  }[];
  readonly unread: number;
}

interface Mail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly state: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
}

let test: TestApp;
let cast: Cast;
let ticket: Ticket;

beforeAll(async () => {
  test = await startTestApp({ cast: true, worker: true });
  cast = await layCast(test);
});

afterAll(() => test?.close());

const notices = async (login: string): Promise<Notices> => (await (await cast.signIn(login)).get<Notices>('/notices')).body;

async function file(title = 'Nevar pieslēgties ar eID karti'): Promise<Ticket> {
  const answer = await (await cast.signIn('ilze')).post<Ticket & object>('/incidents', { title, description: 'Lasītājs netiek atpazīts.' });
  expect(answer.status).toBe(201);
  return answer.body;
}

async function act(login: string, path: string, body: object = {}): Promise<void> {
  const answer = await (await cast.signIn(login)).post(`/${path}`, body);
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
}

/** The mails about a ticket, newest first, with their bodies. */
async function mails({ number }: Ticket): Promise<Mail[]> {
  const admin = await cast.signIn('admin');
  const { items } = (await admin.get<{ items: Mail[] }>('/mailbox')).body;
  const own = items.filter(({ subject }) => subject.includes(number));
  return Promise.all(own.map(async ({ id }) => (await admin.get<Mail & object>(`/mailbox/${id}`)).body));
}

describe('telling people', () => {
  beforeAll(async () => {
    ticket = await file();
  });

  it('confirms a new ticket by mail with the promise in words, and tells its group quietly', async () => {
    await eventually(async () => {
      const [mail] = await mails(ticket);
      expect(mail).toMatchObject({
        subject: `[${ticket.number}] Saņēmām Jūsu pieteikumu: Nevar pieslēgties ar eID karti`,
        state: 'mailbox',
      });
      expect(mail!.text).toMatch(/atbildēsim līdz \d\d\.\d\d\.\d{4}\. plkst\. \d\d:\d\d un atrisināsim līdz/);
      expect(mail!.messageId).toMatch(/^<delivery-[0-9a-f-]+@localhost>$/);
      const told = await notices('elina');
      expect(told.items[0]).toMatchObject({ kind: 'arrived-in-group', ticket: { number: ticket.number }, readAt: null });
      expect(told.unread).toBe(0);
    });
    expect((await notices('ilze')).items).toEqual([]);
  });

  it('puts a question to the requester, in the bell and by mail, and tells the agent of the answer', async () => {
    await act('elina', `incidents/${ticket.id}/acceptance`);
    await act('elina', `incidents/${ticket.id}/hold`, { reason: 'awaiting_requester', question: 'Kāds ir <lasītāja> modelis?' });
    await eventually(async () => {
      expect((await notices('ilze')).items.map(({ kind }) => kind)).toEqual(['question']);
      const [mail] = await mails(ticket);
      expect(mail!.subject).toContain('Mums ir jautājums');
      expect(mail!.text).toContain('> Kāds ir <lasītāja> modelis?');
      expect(mail!.html).toContain('Kāds ir &lt;lasītāja&gt; modelis?');
    });
    await act('ilze', `tickets/${ticket.id}/comments`, { body: 'ACS ACR39U', visibility: 'public' });
    await eventually(async () => expect((await notices('elina')).items[0]).toMatchObject({ kind: 'requester-replied' }));
    expect((await notices('elina')).unread).toBe(1);
  });

  it('sends no internal note to anybody outside', async () => {
    await act('elina', `tickets/${ticket.id}/comments`, { body: 'Draiveris ir vecs.', visibility: 'internal' });
    await act('elina', `tickets/${ticket.id}/comments`, { body: 'Atjaunojām draiveri.', visibility: 'public' });
    await eventually(async () => expect((await mails(ticket))[0]!.text).toContain('> Atjaunojām draiveri.'));
    expect((await mails(ticket)).some(({ text }) => text.includes('vecs'))).toBe(false);
    expect((await notices('ilze')).items.map(({ kind }) => kind)).toEqual(['reply', 'question']);
  });

  it('tells of the resolution by mail at once, without asking for a rating in it', async () => {
    await act('elina', `incidents/${ticket.id}/resolution`, { code: 'fixed', text: 'Nomainīts draiveris.' });
    await eventually(async () => expect((await mails(ticket))[0]!.text).toContain('> Nomainīts draiveris.'));
    expect((await mails(ticket))[0]!.text).not.toContain('/rate/');
  });

  it('tells assignee, lead and manager of a breach, each once', async () => {
    const late = await file('Nevar drukāt');
    await act('elina', `incidents/${late.id}/acceptance`);
    const clock = `(select id from sla.clock where ticket_id = $1 and kind = 'resolution')`;
    await test.unitOfWork.run(async (tx) => {
      await tx.query(`update sla.planned_crossing set due_at = clock_timestamp() - interval '1 second' where clock_id = ${clock}`, [
        late.id,
      ]);
    });
    const told = async (login: string) => (await notices(login)).items.filter((n) => n.ticket?.id === late.id).map((n) => n.kind);
    await eventually(async () => {
      expect((await told('elina')).filter((kind) => kind === 'breached')).toHaveLength(1);
      expect((await told('elina')).filter((kind) => kind === 'threshold')).toHaveLength(3);
      expect((await told('rihards')).filter((kind) => kind === 'threshold')).toHaveLength(2);
      expect(await told('dace')).toEqual(['breached']);
    });
    const text = (await notices('dace')).items[0]?.text;
    expect(text).toBe(`${late.number}: pārsniegts atrisināšanas laika termiņš – Nevar drukāt`);
  });

  it('confirms a reopening', async () => {
    await act('ilze', `incidents/${ticket.id}/reopening`, { reason: 'Atkal nestrādā.' });
    await eventually(async () => {
      expect((await mails(ticket))[0]!.subject).toContain('Atvērts atkārtoti');
      expect((await notices('elina')).items[0]).toMatchObject({ kind: 'reopened-for-you' });
    });
  });

  it('marks as read what is one’s own and nothing else', async () => {
    const before = await notices('ilze');
    await act('elina', 'notices/read', { ids: [before.items[0]!.id] });
    expect((await notices('ilze')).unread).toBe(before.unread);
    await act('ilze', 'notices/read', { ids: [before.items[0]!.id] });
    expect((await notices('ilze')).unread).toBe(before.unread - 1);
    await act('ilze', 'notices/read', { all: true });
    expect((await notices('ilze')).unread).toBe(0);
  });

  it('shows the HTML of a mail as a page in which nothing runs, framed by the product alone', async () => {
    const admin = await cast.signIn('admin');
    const [mail] = (await admin.get<{ items: (Mail & { id: string })[] }>('/mailbox')).body.items;
    const page = await fetch(`${admin.url}/api/v1/mailbox/${mail!.id}/page`, { headers: admin.headers() });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*sandbox; frame-ancestors 'self'/);
    expect(page.headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(await page.text()).toContain('<!doctype html>');
  });

  it('tells nobody of another institution, and shows the mailbox to the administrator only', async () => {
    expect((await notices('janis')).items).toEqual([]);
    for (const login of ['ilze', 'elina', 'dace', 'inga']) expect((await (await cast.signIn(login)).get('/mailbox')).status).toBe(403);
    expect((await (await cast.signIn('admin')).get('/mailbox/nothing')).status).toBe(404);
  });
});
