import { randomUUID } from 'node:crypto';
import { createConnection } from 'node:net';
import { createTransport } from 'nodemailer';
import { ActorReader, demoId } from '#identity';
import { NameDomain } from '#inbound';
import { bounce, forged, mail, proved } from '../../support/mail.js';
import { DESK, domainOf, MailDesk, person } from './mail-desk.js';

let desk: MailDesk;

beforeAll(async () => {
  desk = await MailDesk.open();
});

afterAll(() => desk?.close());

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

describe('A mail to the desk', () => {
  it('becomes a ticket of its proved sender, with its files, once', async () => {
    const files = [
      { name: 'ekrāns.png', type: 'image/png', content: png, inline: true },
      { name: 'vīruss.exe', type: 'application/octet-stream', content: Buffer.from('MZ\u0000\u0000') },
    ];
    const source = desk.from('ilze', { subject: 'RE: Nestrādā tīkls', text: 'Labdien!\nNestrādā *nekas*.', files });
    const [first, second] = await desk.take(source, source);
    expect([first, second].map((one) => one?.fate).sort()).toEqual(['created', 'duplicate']);
    const made = [first, second].find((one) => one?.fate === 'created')!;
    expect(await desk.ticketOf(made.ticketId)).toMatchObject({
      ...{ requesterId: person('ilze'), source: 'email', state: 'new', title: 'Nestrādā tīkls' },
      description: 'Labdien!  \nNestrādā \\*nekas\\*.',
    });
    const kept = await desk.sql(`select name, visibility from tickets.attachment where ticket_id = $1`, [made.ticketId]);
    expect(kept).toEqual([{ name: 'ekrāns.png', visibility: 'public' }]);
    const listed = await desk.sql(`select state, why from inbound.mail_file where mail_id = $1 order by ord`, [made.id]);
    expect(listed).toEqual([
      { state: 'filed', why: null },
      { state: 'refused', why: 'tickets.attachment-type' },
    ]);
  });

  it('answers a ticket by the signed address, and resumes what waited for the requester', async () => {
    const { ticketId } = await desk.takeOne(desk.from('ilze'));
    const lead = await desk.cast.signIn('rihards');
    await lead.post(`/incidents/${ticketId}/acceptance`);
    const held = await lead.post(`/incidents/${ticketId}/hold`, { reason: 'awaiting_requester', question: 'Kurā stāvā?' });
    expect([200, 201]).toContain(held.status);
    const history = 'On x, Desk wrote:\n> Kurā stāvā?\n> Desk';
    const to = await desk.replyTo(ticketId, 'ilze');
    // Without a word of the mail server: the address is proof enough.
    const answer = mail({ from: desk.addressOf('ilze'), to, subject: 'Re: x', text: `Trešajā.\n\n${history}` });
    expect(await desk.takeOne(answer)).toMatchObject({ fate: 'replied', why: 'signed_address', ticketId, senderId: person('ilze') });
    const comments = await desk.commentsOf(ticketId);
    expect(comments.at(-1)).toMatchObject({ byStaff: false, visibility: 'public', authorId: person('ilze') });
    expect(comments.at(-1)?.body).toMatch(/^Trešajā\.\n\n> On x, Desk wrote:/);
    expect((await desk.ticketOf(ticketId)).state).toBe('in_progress');
  });

  it('is nobody’s reply where the address is claimed, forged, guessed or passed on', async () => {
    const { ticketId } = await desk.takeOne(desk.from('ilze'));
    const to = await desk.replyTo(ticketId, 'ilze');
    const number = (await desk.ticketOf(ticketId)).number.toLowerCase();
    const [byAgent, byOther, forgedOne, guessed, bySubject, agentsAddress] = await desk.take(
      desk.from('elina', { to }),
      desk.from('janis', { to }),
      mail({ from: desk.addressOf('ilze'), to, head: [forged(domainOf(desk.addressOf('ilze')))] }),
      mail({ from: desk.addressOf('ilze'), to: `desk+${number}.aaaaaaaaaaaaaaaa@desk.example` }),
      mail({ from: desk.addressOf('ilze'), subject: `Re: [${number.toUpperCase()}] x` }),
      desk.from('elina', { to: desk.replyAddress(number.toUpperCase(), 'elina') }),
    );
    expect(byAgent).toMatchObject({ fate: 'parked', why: 'sender_not_addressee' });
    expect(byOther).toMatchObject({ fate: 'parked', why: 'sender_not_addressee' });
    expect(forgedOne).toMatchObject({ fate: 'parked', why: 'sender_forged' });
    expect(guessed).toMatchObject({ fate: 'parked', why: 'sender_unproven', ticketId: null });
    expect(bySubject).toMatchObject({ fate: 'parked', why: 'sender_unproven', ticketId: null });
    // The agent is proved, but the ticket is not his: what he writes is a trouble of his own.
    expect(agentsAddress).toMatchObject({ fate: 'created', senderId: person('elina') });
    expect(agentsAddress?.ticketId).not.toBe(ticketId);
    expect(await desk.commentsOf(ticketId)).toEqual([]);
  });

  it('answers the mail of ours that it refers to, where its sender is proved to be who got it', async () => {
    const { ticketId } = await desk.takeOne(desk.from('ilze'));
    const messageId = `<delivery-${randomUUID()}@desk.example>`;
    await desk.sql(
      `insert into notifications.delivery (id, kind, user_id, ticket_id, dedupe_key, to_address, locale, subject, body_text, body_html, message_id, state, created_at)
       values ($1, 'reply', $2, $3, $4, 'x@x.example', 'lv', '', '', '', $4, 'sent', now())`,
      [messageId.slice(10, 46), person('ilze'), ticketId, messageId],
    );
    const head = [`In-Reply-To: ${messageId}`];
    const [right, other, bare] = await desk.take(
      desk.from('ilze', { head, text: 'Jā' }),
      desk.from('janis', { head }),
      mail({ from: desk.addressOf('ilze'), head }),
    );
    expect(right).toMatchObject({ fate: 'replied', why: 'thread', ticketId });
    expect(other).toMatchObject({ fate: 'parked', why: 'sender_not_addressee' });
    expect(bare).toMatchObject({ fate: 'parked', why: 'sender_unproven' });
    const back = await desk.takeOne(bounce(messageId));
    expect(back).toMatchObject({ fate: 'bounce', why: 'delivery_failed', ticketId });
    const [delivery] = await desk.sql(`select state, last_error as error from notifications.delivery where message_id = $1`, [messageId]);
    expect(delivery).toEqual({ state: 'failed', error: 'smtp; 550 5.1.1 no such user' });
  });

  it('makes a follow-up of a closed ticket', async () => {
    const { ticketId } = await desk.takeOne(desk.from('ilze'));
    const ilze = await desk.cast.signIn('ilze');
    await ilze.post(`/incidents/${ticketId}/cancellation`, { reason: 'withdrawn' });
    const after = await desk.takeOne(desk.from('ilze', { to: await desk.replyTo(ticketId, 'ilze') }));
    expect(after).toMatchObject({ fate: 'created', why: 'follow_up' });
    expect(after.ticketId).not.toBe(ticketId);
  });

  it('of somebody unknown is refused, answered once a day and only where he is proved', async () => {
    const stranger = (head: readonly string[]) => mail({ from: 'Svešais <x@elsewhere.example>', head });
    const one = [proved('elsewhere.example')];
    const fates = await desk.take(stranger(one), stranger(one), stranger([]), stranger([...one, 'Auto-Submitted: auto-replied']));
    expect(fates.map(({ fate }) => fate)).toEqual(['refused', 'refused', 'refused', 'auto_reply']);
    const answers = await desk.sql(`select state from notifications.delivery where to_address = 'x@elsewhere.example'`);
    expect(answers).toHaveLength(1);
  });

  it('brings a proved sender of a known domain onto the register', async () => {
    const admin = (await desk.test.app.get(ActorReader).byId(person('admin')))!;
    await desk.test.app.get(NameDomain).set(admin, 'Jauna.example', demoId('institution', 'civil'));
    const [proven, bare] = await desk.take(
      mail({ from: 'Jauna Darbiniece <jd@jauna.example>', head: [proved('jauna.example')] }),
      mail({ from: 'Cits <c@jauna.example>' }),
    );
    expect(proven).toMatchObject({ fate: 'created', why: 'new_person' });
    expect(bare).toMatchObject({ fate: 'refused' });
    const [added] = await desk.sql(`select name, login, institution_id as i from identity.app_user where email = 'jd@jauna.example'`);
    expect(added).toEqual({ name: 'Jauna Darbiniece', login: null, i: demoId('institution', 'civil') });
  });

  it('that is no mail, a loop or a flood is kept and waits', async () => {
    const noise = Buffer.from(Array.from({ length: 4_000 }, (_one, at) => (at * 89) % 256));
    const address = desk.addressOf('zane');
    const flood = Array.from({ length: 33 }, (_one, at) => desk.from('zane', { subject: `Bumba ${at}` }));
    const [broken, loop, ...bombs] = await desk.take(noise, mail({ from: DESK }), ...flood);
    expect(broken).toMatchObject({ fate: 'malformed', why: 'unreadable' });
    expect(loop).toMatchObject({ fate: 'loop', why: 'own_address' });
    expect(bombs.filter(({ fate }) => fate === 'created')).toHaveLength(30);
    expect(bombs.filter(({ why }) => why === 'too_many')).toHaveLength(3);
    expect(address).toContain('@');
  });
});

describe('Mail that waits', () => {
  it('is decided by an agent: a ticket for whom he names, a note, or set aside with a reason, once', async () => {
    const file = { name: 'a.txt', type: 'text/plain', content: 'žurnāls' };
    const { ticketId } = await desk.takeOne(desk.from('janis'));
    const [first, second, third] = await desk.take(
      mail({ from: desk.addressOf('ilze'), subject: 'No telefona', text: 'Nav tīkla', files: [file] }),
      mail({ from: desk.addressOf('ilze'), text: 'Papildus' }),
      mail({ from: desk.addressOf('ilze'), text: 'Reklāma' }),
    );
    const elina = await desk.cast.signIn('elina');
    const made = await elina.post<{ id: string }>(`/mail-log/${first!.id}/ticket`, { requesterId: person('ilze') });
    expect(made.status).toBe(201);
    expect(await desk.ticketOf(made.body.id)).toMatchObject({ requesterId: person('ilze'), source: 'email', title: 'No telefona' });
    expect((await elina.post(`/mail-log/${second!.id}/note`, { ticket: ticketId! })).status).toBe(204);
    expect((await desk.commentsOf(ticketId)).at(-1)).toMatchObject({ visibility: 'internal', authorId: person('elina') });
    expect((await elina.post(`/mail-log/${third!.id}/discard`, { reason: 'reklāma' })).status).toBe(204);
    expect((await elina.post(`/mail-log/${third!.id}/discard`, { reason: 'vēlreiz' })).status).toBe(409);
    await desk.readsWhatWaits();
    const kept = await desk.sql(`select name from tickets.attachment where ticket_id = $1`, [made.body.id]);
    expect(kept).toEqual([{ name: 'a.txt' }]);
  });

  it('shows its words to whoever works on tickets, and to the administrator subject and sender alone', async () => {
    const one = await desk.takeOne(
      mail({ from: desk.addressOf('ilze'), subject: 'Noslēpums', html: '<p onclick="x()">Parole</p><script>x</script>' }),
    );
    const [admin, elina, ilze] = [await desk.cast.signIn('admin'), await desk.cast.signIn('elina'), await desk.cast.signIn('ilze')];
    const seen = await admin.get<{ subject: string; words: string | null; mayDecide: boolean }>(`/mail-log/${one.id}`);
    expect(seen.body).toMatchObject({ subject: 'Noslēpums', words: null, mayDecide: false });
    expect((await admin.get(`/mail-log/${one.id}/page`)).status).toBe(403);
    expect((await elina.get<{ words: string }>(`/mail-log/${one.id}`)).body.words).toBe('Parole');
    const page = await elina.get(`/mail-log/${one.id}/page`);
    expect(page.headers['content-security-policy']).toContain('sandbox');
    expect((await elina.get(`/mail-log/${one.id}/source`)).headers['content-disposition']).toContain('attachment');
    expect((await ilze.get('/mail-log')).status).toBe(403);
    expect((await ilze.get(`/mail-log/${one.id}`)).status).toBe(403);
    const list = await admin.get<{ items: { fate: string }[] }>('/mail-log?fate=parked&limit=2');
    expect(list.body.items.map(({ fate }) => fate)).toEqual(['parked', 'parked']);
  });
});

describe('The SMTP listener', () => {
  const send = (message: object) =>
    createTransport({ host: '127.0.0.1', port: desk.smtpPort, secure: false, ignoreTLS: true }).sendMail(message);

  it('takes mail for the desk alone, and keeps it before it says so', async () => {
    const raw = desk.from('ilze', { subject: 'Pa SMTP' });
    await send({ envelope: { from: desk.addressOf('ilze'), to: [DESK] }, raw });
    await expect(send({ envelope: { from: 'a@b.example', to: ['else@desk.example'] }, raw })).rejects.toThrow(/550/);
    const [kept] = await desk.sql(
      `select mailbox, envelope_from as "from" from inbound.mail where sha256 is not null and mailbox = 'smtp'`,
    );
    expect(kept).toEqual({ mailbox: 'smtp', from: desk.addressOf('ilze') });
    await desk.readsWhatWaits();
    const [made] = await desk.sql<{ n: number }>(`select count(*)::int as n from tickets.ticket where title = 'Pa SMTP'`);
    expect(made?.n).toBe(1);
  });

  it('refuses what is too large, announced or not, and says so in the log', async () => {
    const raw = desk.from('ilze', { subject: 'Liels', text: 'x'.repeat(500_000) });
    await expect(send({ envelope: { from: desk.addressOf('ilze'), to: [DESK] }, raw })).rejects.toThrow(/552/);
    await expect(send({ envelope: { from: desk.addressOf('ilze'), to: [DESK], size: 900_000 }, raw })).rejects.toThrow(/552/);
    const rows = await desk.sql(`select why from inbound.mail where fate = 'too_large'`);
    expect(rows.length).toBeGreaterThanOrEqual(1);
  });

  it('outlives those who speak nonsense', async () => {
    await new Promise<void>((resolve) => {
      const socket = createConnection(desk.smtpPort, '127.0.0.1');
      socket.on('error', () => undefined).on('close', () => resolve());
      socket.on('data', () => socket.write('\u0000\u0001GET / HTTP/1.1\r\n\r\n'.repeat(50), () => socket.destroy()));
    });
    await expect(send({ envelope: { from: desk.addressOf('ilze'), to: [DESK] }, raw: desk.from('ilze') })).resolves.toBeDefined();
  });
});

describe('Four hundred mails at once, hostile ones among them', () => {
  it('become the right tickets and replies, and nothing is lost', async () => {
    const { ticketId } = await desk.takeOne(desk.from('janis', { subject: 'Pirms plūdiem' }));
    const to = await desk.replyTo(ticketId, 'janis');
    const people = await desk.sql<{ id: string; email: string }>(
      `select id, email from identity.app_user where email like '%.example' and login is null order by id limit 20`,
    );
    const writer = (at: number) => people[at % people.length]!;
    const kinds: ((at: number) => Buffer)[] = [
      (at) => mail({ from: writer(at).email, subject: `Plūdi ${at}`, head: [proved(domainOf(writer(at).email))] }),
      (at) => mail({ from: desk.addressOf('ilze'), subject: `Plūdi viltots ${at}`, head: [forged(domainOf(desk.addressOf('ilze')))] }),
      () => Buffer.from(Array.from({ length: 500 }, (_one, i) => (i * 31) % 256)),
      (at) => mail({ from: 'm@elsewhere.example', subject: `Plūdi ${at}`, head: ['Auto-Submitted: auto-replied'] }),
    ];
    const sources = Array.from({ length: 376 }, (_one, at) => kinds[at % 4]!(at));
    const replies = Array.from({ length: 24 }, (_one, at) => mail({ from: desk.addressOf('janis'), to, text: `Atbilde ${at}` }));
    const fates = await desk.take(...sources, ...replies);
    expect(fates).toHaveLength(400);
    expect(fates.every(({ fate }) => fate !== 'received')).toBe(true);
    const [{ n: tickets }] = (await desk.sql<{ n: number }>(
      `select count(*)::int as n from tickets.ticket where title like 'Plūdi %'`,
    )) as [{ n: number }];
    expect(tickets).toBe(94);
    const said = (await desk.commentsOf(ticketId)).filter(({ body }) => body.startsWith('Atbilde '));
    expect(said.map(({ body }) => Number(body.slice(8))).sort((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_one, at) => at));
    const [{ n: forgeries }] = (await desk.sql<{ n: number }>(
      `select count(*)::int as n from tickets.ticket where title like 'Plūdi viltots%'`,
    )) as [{ n: number }];
    expect(forgeries).toBe(0);
  }, 90_000);
});
