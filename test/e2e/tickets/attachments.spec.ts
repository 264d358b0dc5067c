import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import request from 'supertest';
import sharp from 'sharp';
import { Settings } from '#platform';
import { SweepFiles } from '#tickets';
import { Desk, type SeenTicket } from '../incidents/desk.js';

let desk: Desk;
let ticket: SeenTicket;
let png: Buffer;

interface Attachment {
  id: string;
  name: string;
  size: number;
  mediaType: string;
  sha256: string;
  scanState: string;
  hasPreview: boolean;
  visibility: string;
  code?: string;
}

beforeAll(async () => {
  desk = await Desk.open();
  ticket = await desk.file('ilze');
  png = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#3f7f78' } })
    .withExif({ IFD0: { Copyright: 'secret place' } })
    .png()
    .toBuffer();
});

afterAll(() => desk?.close());

async function attach(
  login: string,
  content: Buffer,
  name: string,
  fields: Record<string, string> = {},
): Promise<{ status: number; body: Attachment }> {
  const client = await desk.as(login);
  let call = request(client.url).post(`/api/v1/tickets/${ticket.id}/attachments`).set(client.headers());
  for (const [field, value] of Object.entries(fields)) call = call.field(field, value);
  const answer = await call.attach('file', content, { filename: name });
  return { status: answer.status, body: answer.body as Attachment };
}

async function download(
  login: string,
  id: string,
  what = 'content',
): Promise<{ status: number; headers: Record<string, string>; body: Buffer }> {
  const client = await desk.as(login);
  const answer = await request(client.url)
    .get(`/api/v1/attachments/${id}/${what}`)
    .set(client.headers())
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    });
  return { status: answer.status, headers: answer.headers as unknown as Record<string, string>, body: answer.body as Buffer };
}

describe('attaching a file', () => {
  it('keeps it under its hash, gives it back unchanged and only for saving', async () => {
    const added = await attach('ilze', png, '../ekrāns "1".png');
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({
      name: 'ekrāns "1".png',
      size: png.length,
      mediaType: 'image/png',
      scanState: 'not_scanned',
      hasPreview: true,
      visibility: 'public',
    });
    const back = await download('elina', added.body.id);
    expect(back.body.equals(png)).toBe(true);
    expect(back.headers).toMatchObject({
      'content-disposition': `attachment; filename="ekr_ns _1_.png"; filename*=UTF-8''ekr%C4%81ns%20%221%22.png`,
      'x-content-type-options': 'nosniff',
      'content-type': 'image/png',
    });
    expect(back.headers['content-security-policy']).toContain('sandbox');
  });

  it('draws a picture anew, smaller and without what it carried', async () => {
    const { body } = await attach('ilze', png, 'a.png');
    const preview = await download('ilze', body.id, 'preview');
    const drawn = await sharp(preview.body).metadata();
    expect([preview.headers['content-type'], drawn.format, drawn.width, drawn.exif]).toEqual(['image/webp', 'webp', 1280, undefined]);
  });

  it.each([
    ['a program', Buffer.from('MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff'.padEnd(600, '\0'), 'latin1'), 'rēķins.pdf'],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'x.html'],
    ['a drawing that may hold a script', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'x.svg'],
    ['a page that is called text', Buffer.from('<html><script>alert(1)</script>'), 'x.txt'],
  ])('refuses %s', async (_what, content, name) => {
    const answer = await attach('ilze', content, name);
    expect([answer.status, answer.body.code]).toEqual([422, 'tickets.attachment-type']);
  });

  it('takes a log', async () => {
    expect((await attach('ilze', Buffer.from('kļūda 503\n'), 'server.log')).body).toMatchObject({
      mediaType: 'text/plain',
      hasPreview: false,
    });
  });

  it('refuses more bytes than allowed and keeps nothing', async () => {
    const before = await desk.sql<{ n: number }>(`select count(*) as n from tickets.attachment`);
    expect((await attach('ilze', Buffer.alloc(26 * 1024 * 1024, 65), 'big.txt')).status).toBe(413);
    expect(await desk.sql(`select count(*) as n from tickets.attachment`)).toEqual(before);
  });

  it('refuses a form that is cut off or has no boundary, and keeps nothing', async () => {
    const before = await desk.sql('select id from tickets.attachment');
    const client = await desk.as('ilze');
    const send = async (type: string, body: string): Promise<number> =>
      (
        await request(client.url)
          .post(`/api/v1/tickets/${ticket.id}/attachments`)
          .set(client.headers())
          .set('content-type', type)
          .send(body)
      ).status;
    const part = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\ncontent-type: text/plain\r\n\r\nhalf of';
    expect(await send('multipart/form-data', part)).toBe(400);
    expect(await send('multipart/form-data; boundary=x', '--x\r\nbroken')).toBe(400);
    expect(await send('multipart/form-data; boundary=x', part)).toBe(400);
    expect(await desk.sql('select id from tickets.attachment')).toEqual(before);
  });

  it('refuses a form without a file', async () => {
    const client = await desk.as('ilze');
    const answer = await request(client.url)
      .post(`/api/v1/tickets/${ticket.id}/attachments`)
      .set(client.headers())
      .field('visibility', 'public');
    expect([answer.status, (answer.body as Attachment).code]).toEqual([422, 'tickets.attachment-missing']);
  });
});

describe('files that no ticket names', () => {
  const folder = (): string => join(desk.app.app.get(Settings).dataDir, 'attachments');
  const placeOf = (sha256: string): string => join(folder(), sha256.slice(0, 2), sha256);
  const hashOf = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
  const incoming = async (): Promise<string[]> => readdir(join(folder(), 'incoming'));

  it('go with the transaction that would have recorded them', async () => {
    const content = Buffer.from('Šo failu neviens nepieņem.');
    await desk.sql(`alter table tickets.attachment add constraint planted check (name <> 'planted.txt')`);
    expect((await attach('ilze', content, 'planted.txt')).status).toBe(500);
    await desk.sql(`alter table tickets.attachment drop constraint planted`);
    expect(existsSync(placeOf(hashOf(content)))).toBe(false);
    expect(await incoming()).toEqual([]);
  });

  it('stay where another attachment has the same content', async () => {
    const content = Buffer.from('Tas pats saturs.');
    expect((await attach('ilze', content, 'a.txt')).status).toBe(201);
    await desk.sql(`alter table tickets.attachment add constraint planted check (name <> 'planted.txt')`);
    expect((await attach('ilze', content, 'planted.txt')).status).toBe(500);
    await desk.sql(`alter table tickets.attachment drop constraint planted`);
    expect(existsSync(placeOf(hashOf(content)))).toBe(true);
  });

  it('are swept after a day, and only they', async () => {
    const named = await attach('ilze', Buffer.from('Ar nosaukumu.'), 'b.txt');
    const [old, fresh] = [hashOf(Buffer.from('old')), hashOf(Buffer.from('fresh'))];
    const longAgo = new Date(Date.now() - 25 * 3_600_000);
    for (const sha256 of [old, fresh]) {
      await mkdir(dirname(placeOf(sha256)), { recursive: true });
      await writeFile(placeOf(sha256), 'x');
    }
    await writeFile(join(folder(), 'incoming', 'left'), 'x');
    for (const path of [placeOf(old), placeOf(named.body.sha256), join(folder(), 'incoming', 'left')]) await utimes(path, longAgo, longAgo);
    expect(await desk.app.app.get(SweepFiles).run()).toBe(2);
    expect([old, fresh, named.body.sha256].map((sha256) => existsSync(placeOf(sha256)))).toEqual([false, true, true]);
    expect(await incoming()).toEqual([]);
  });
});

describe('reading files', () => {
  it('is like reading the ticket: another institution’s does not exist', async () => {
    const { body } = await attach('ilze', png, 'a.png');
    expect((await download('janis', body.id)).status).toBe(404);
    expect((await download('janis', body.id, 'preview')).status).toBe(404);
    expect((await download('zane', body.id)).status).toBe(200);
    expect((await download('ilze', 'nonsense')).status).toBe(404);
  });

  it('leaves files of internal notes to staff, in no list and by no id', async () => {
    const { body } = await attach('elina', png, 'iekšējs.png', { visibility: 'internal' });
    expect(body.visibility).toBe('internal');
    const list = async (login: string): Promise<string[]> =>
      (await (await desk.as(login)).get<{ items: Attachment[] }>(`/tickets/${ticket.id}/attachments`)).body.items.map(({ name }) => name);
    expect(await list('ilze')).not.toContain('iekšējs.png');
    expect(await list('elina')).toContain('iekšējs.png');
    expect((await download('ilze', body.id)).status).toBe(404);
    expect((await attach('ilze', png, 'a.png', { visibility: 'internal' })).status).toBe(403);
  });

  it('gives a comment’s file with the comment, as public as it is', async () => {
    const elina = await desk.as('elina');
    const note = await elina.post<{ id: string }>(`/tickets/${ticket.id}/comments`, { body: 'Piezīme', visibility: 'internal' });
    const { body } = await attach('elina', png, 'piezīmei.png', { commentId: note.body.id });
    expect(body.visibility).toBe('internal');
    const comments = await elina.get<{ items: { id: string; attachments: Attachment[] }[] }>(`/tickets/${ticket.id}/comments`);
    expect(comments.body.items.find(({ id }) => id === note.body.id)?.attachments).toMatchObject([{ name: 'piezīmei.png' }]);
    expect((await attach('ilze', png, 'a.png', { commentId: note.body.id })).status).toBe(404);
  });

  it('gives nothing in which a scan has found something', async () => {
    const { body } = await attach('ilze', png, 'a.png');
    await desk.sql(`update tickets.attachment set scan_state = 'infected' where id = $1`, [body.id]);
    expect((await download('ilze', body.id)).status).toBe(404);
  });
});
