import { describe, expect, it } from '@jest/globals';
import { bounce, forged, mail, type MailParts, proved } from '../../../../test/support/mail.js';
import { automaticMail, deliveryNamed, diagnosisOf, type OwnMail } from './automatic-mail.js';
import { contentKeyOf } from './content-key.js';
import { textOfMail } from './mail-text.js';
import { titleOf } from './mail-title.js';
import { parseMail } from './parse-mail.js';
import { type ParsedMail } from './parsed-mail.js';
import { partHistory, toMarkdown } from './plain-words.js';
import { safeHtml, textOfSafeHtml } from './safe-html.js';
import { senderProof } from './sender-proof.js';

const OWN: OwnMail = { address: 'desk@desk.example', host: 'desk.example' };
const DELIVERY = '<delivery-0b6c1d2e-0000-4000-8000-000000000001@desk.example>';

async function read(parts: MailParts | Buffer): Promise<ParsedMail> {
  const parsed = await parseMail(Buffer.isBuffer(parts) ? parts : mail(parts));
  if (!parsed) throw new Error('not readable');
  return parsed;
}

describe('A mail', () => {
  it('gives sender, subject, words and files', async () => {
    const file = { name: 'kļūda.png', type: 'image/png', content: Buffer.from('x') };
    const one = await read({ subject: 'Kļūda „Ožveidā”', text: 'Ā\r\nbē', files: [file] });
    expect(one).toMatchObject({ from: 'ilze@iestade.example', fromName: 'Ilze Kalniņa', subject: 'Kļūda „Ožveidā”' });
    expect(one.text.trim()).toBe('Ā\nbē');
    expect(one.files.map(({ name }) => name)).toEqual(['kļūda.png']);
    expect(one.recipients).toEqual(['desk@desk.example']);
  });

  it.each<[string, MailParts['from'], readonly string[]]>([
    ['there is none', null, []],
    ['there are two', 'a@iestade.example, b@iestade.example', []],
    ['there are two lines', 'a@iestade.example', ['From: b@iestade.example']],
    ['it is a group', 'Team: a@iestade.example, b@iestade.example;', []],
    ['it is no address', 'Ilze', []],
    ['it has two at signs', 'ilze@iestade.example@evil.example', []],
    ['it has a NUL', 'ilze\u0000@iestade.example', []],
  ])('has no sender where %s', async (_what, from, head) => {
    expect((await read({ from: from ?? null, head })).from ?? '').not.toMatch(/^(ilze|a|b)@iestade\.example$/);
  });

  it('takes the address, not the name, for the sender', async () => {
    expect((await read({ from: '"ilze@iestade.example" <evil@evil.example>' })).from).toBe('evil@evil.example');
  });

  it('does not open mails and archives within it', async () => {
    const inner = mail({ subject: 'Iekšējais', files: [{ name: 'a.exe', type: 'application/x-msdownload', content: 'MZ' }] });
    const zip = { name: 'b.zip', type: 'application/zip', content: Buffer.from('PK\u0003\u0004') };
    const one = await read({ files: [{ name: 'w.eml', type: 'message/rfc822', content: inner }, zip] });
    expect(one.files.map(({ name }) => name)).toEqual(['w.eml', 'b.zip']);
  });

  it.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['noise', Buffer.from(Array.from({ length: 5_000 }, (_one, at) => (at * 97) % 256))],
    ['a picture', Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.alloc(3_000)])],
    ['only line breaks', Buffer.from('\r\n'.repeat(2_000))],
    ['parts a hundred deep', deepMail(100)],
    ['a head of a megabyte', Buffer.from(`From: a@b.example\r\nX-A: ${'a'.repeat(1_000_000)}\r\n\r\nx`)],
  ])('is none where it is %s', async (_what, source) => {
    expect(await parseMail(source)).toBeUndefined();
  });

  it.each<[string, Buffer]>([
    [
      'a part that never ends',
      Buffer.from('From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nhi'),
    ],
    ['an unknown charset', Buffer.from('From: a@b.example\r\nContent-Type: text/plain; charset=klingon\r\n\r\nhi')],
    ['broken base64', Buffer.from('From: a@b.example\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%%=hi=')],
    ['a body of NULs', Buffer.from('From: a@b.example\r\n\r\n\u0000\u0000hi\u0000')],
    [
      'two hundred parts',
      Buffer.from(
        `From: a@b.example\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\nContent-Type: image/png\r\n\r\na\r\n'.repeat(200)}--x--`,
      ),
    ],
    ['bare line feeds', Buffer.from('From: a@b.example\nSubject: hi\n\nhi')],
    ['half a character', Buffer.from('From: a@b.example\r\nContent-Type: text/plain; charset=utf-16\r\n\r\n\ud83d')],
  ])('is read without harm where it has %s', async (_what, source) => {
    const one = await read(source);
    expect(one.from).toBe('a@b.example');
    expect(one.files.length).toBeLessThanOrEqual(50);
    expect(`${one.text}${one.html}${one.subject}`).not.toMatch(/\0|\p{Surrogate}/u);
    expect(textOfMail(one).words.length).toBeLessThan(25_000);
  });

  it('is the same mail by another way, and another one with other words', async () => {
    const key = async (parts: MailParts) => contentKeyOf(await read({ messageId: '<same@x.example>', ...parts }), mail(parts));
    expect(await key({ head: ['Received: from a'] })).toBe(await key({ head: ['Received: from b'] }));
    expect(await key({ text: 'cits' })).not.toBe(await key({}));
  });

  it.each([
    ['Re: Nestrādā', 'Nestrādā'],
    ['RE: FW: Atb: Pārs: Nestrādā', 'Nestrādā'],
    ['Re[2]: Nestrādā', 'Nestrādā'],
    ['Reāls temats: tīkls', 'Reāls temats: tīkls'],
    ['re:', undefined],
    ['', undefined],
  ])('of subject "%s" makes the title "%s"', (subject, title) => {
    expect(titleOf(subject)).toBe(title);
  });
});

function deepMail(depth: number): Buffer {
  const heads = Array.from({ length: depth }, (_one, at) => `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}\r\n`).join(
    '',
  );
  return Buffer.from(`From: a@b.example\r\n${heads}Content-Type: text/plain\r\n\r\nhi`);
}

describe('The sender', () => {
  const proofOf = async (head: readonly string[], from = 'ilze@iestade.example', server: string | undefined = 'relay.example') =>
    senderProof(await read({ from, head }), server);

  it('is not checked where no mail server is named', async () => {
    expect(senderProof(await read({ head: [proved('iestade.example')] }), undefined)).toBe('unchecked');
  });

  it.each<[string, readonly string[], string]>([
    ['proved by DMARC', [proved('iestade.example')], 'passed'],
    [
      'proved by the signature of his domain',
      ['Authentication-Results: relay.example; dkim=pass (2048 bit) header.d=iestade.example'],
      'passed',
    ],
    ['proved by the envelope of his domain', ['Authentication-Results: relay.example; spf=pass smtp.mailfrom=x@iestade.example'], 'passed'],
    ['not proved by another domain’s signature', ['Authentication-Results: relay.example; dkim=pass header.d=evil.example'], 'absent'],
    ['not proved by a domain below his', ['Authentication-Results: relay.example; dkim=pass header.d=evil.iestade.example'], 'absent'],
    ['not proved by what another server says', [proved('iestade.example', 'evil.example')], 'absent'],
    ['not proved by a name that begins alike', [proved('iestade.example', 'relay.example.evil')], 'absent'],
    ['not proved by a comment', ['Authentication-Results: relay.example; none (dmarc=pass header.from=iestade.example)'], 'absent'],
    ['forged by DMARC', [forged('iestade.example')], 'failed'],
    ['forged, whatever a second line under the same name claims', [proved('iestade.example'), forged('iestade.example')], 'failed'],
    ['not proved where nothing is said', [], 'absent'],
    ['not proved by DMARC of another domain', [proved('evil.example')], 'absent'],
    ['not proved by a top level', ['Authentication-Results: relay.example; dkim=pass header.d=example'], 'absent'],
    ['not hurt by endless comments', [`Authentication-Results: relay.example; ${'('.repeat(3_000)} dmarc=pass`], 'absent'],
  ])('is %s', async (_what, head, proof) => {
    expect(await proofOf(head)).toBe(proof);
  });
});

describe('A machine', () => {
  const fateOf = async (parts: MailParts | Buffer, envelope: string | null = null) => automaticMail(await read(parts), envelope, OWN);

  it.each<[string, MailParts | Buffer, string | null, object | undefined]>([
    ['a person', {}, 'ilze@iestade.example', undefined],
    ['a person who says "Auto-Submitted: no"', { head: ['Auto-Submitted: no'] }, null, undefined],
    ['an absence', { head: ['Auto-Submitted: auto-replied'] }, null, { fate: 'auto_reply', why: 'auto_submitted' }],
    ['an older absence', { head: ['X-Autoreply: yes'] }, null, { fate: 'auto_reply', why: 'auto_submitted' }],
    ['a newsletter', { head: ['Precedence: bulk'] }, null, { fate: 'auto_reply', why: 'bulk' }],
    ['a list', { head: ['List-Id: <x.example>'] }, null, { fate: 'auto_reply', why: 'bulk' }],
    ['nobody', {}, '', { fate: 'auto_reply', why: 'null_sender' }],
    ['ourselves', { from: 'Desk <desk+x@desk.example>' }, null, { fate: 'loop', why: 'own_address' }],
    ['our own mail', { messageId: DELIVERY }, null, { fate: 'loop', why: 'own_message' }],
    ['a circle', { head: Array.from({ length: 41 }, () => 'Received: from x') }, null, { fate: 'loop', why: 'too_many_hops' }],
    ['a bounce', bounce(DELIVERY), '', { fate: 'bounce', why: 'delivery_failed' }],
    ['a delay', bounce(DELIVERY, { action: 'delayed', status: '4.4.1' }), '', { fate: 'bounce', why: 'delivery_delayed' }],
    ['an old bounce', { text: `Sorry, no mailbox. ${DELIVERY}` }, '', { fate: 'bounce', why: 'delivery_failed' }],
    [
      'a receipt of reading',
      Buffer.from(`From: a@b.example\r\nContent-Type: multipart/report; report-type=disposition-notification; boundary=x\r\n\r\n--x--`),
      null,
      { fate: 'auto_reply', why: 'auto_submitted' },
    ],
  ])('is told from %s', async (_what, parts, envelope, fate) => {
    expect(await fateOf(parts, envelope)).toEqual(fate);
  });

  it('says which of our mails came back, and why', async () => {
    const report = await read(bounce(DELIVERY));
    expect(deliveryNamed(report, 'desk.example')).toBe('0b6c1d2e-0000-4000-8000-000000000001');
    expect(deliveryNamed(report, 'other.example')).toBeUndefined();
    expect(diagnosisOf(report)).toBe('smtp; 550 5.1.1 no such user');
  });
});

describe('History below a mail', () => {
  it.each([
    ['On Sun, 22 Nov 2026 at 09:14, Desk <desk@desk.example> wrote:\n> Vai strādā?'],
    ['sv., 2026. g. 22. nov., plkst. 09:14 — lietotājs Desk (<desk@desk.example>)\nrakstīja:\n\n> Vai strādā?'],
    ['-----Original Message-----\nFrom: Desk\nVai strādā?'],
    ['---- Sākotnējais ziņojums ----\nVai strādā?'],
    ['________________________________\nNo: Desk <desk@desk.example>\nNosūtīts: svētdien\nVai strādā?'],
    ['From: Desk\nSent: Sunday\nTo: Ilze\nSubject: x\n\nVai strādā?'],
    ['> Vai strādā?\n> Desk'],
  ])('is parted: %s', (history) => {
    expect(partHistory(`Jā, strādā.\n\n${history}`)).toEqual({ own: 'Jā, strādā.', history });
  });

  it.each([
    ['a sentence that only looks so', 'Direktore man vakar rakstīja:\nnekas nestrādā'],
    ['answers between the lines', '> Vai strādā?\nJā.\n> Kopš kura laika?\nVakar.'],
    ['a mail that is passed on', '---------- Forwarded message ---------\nFrom: Jānis\nDate: vakar\n\nNestrādā.'],
    ['nothing but history', '> viens\n> divi'],
  ])('is not parted from %s', (_what, text) => {
    expect(partHistory(text)).toEqual({ own: text, history: '' });
  });

  it('is a quote at the end of the words, shortened', () => {
    const { words } = textOfMail({ text: `Jā.\n\nOn x y, Desk wrote:\n${'> vecs\n'.repeat(2_000)}`, html: '' });
    expect(words.startsWith('Jā.\n\n> On x y, Desk wrote:')).toBe(true);
    expect(
      words
        .split('\n')
        .slice(2)
        .every((line) => line.startsWith('>')),
    ).toBe(true);
    expect(words.length).toBeLessThan(10_000);
  });

  it('is looked for in no time, also in a text made to hold that up', () => {
    const hostile = [
      `${'a '.repeat(50_000)}wrote`,
      '> '.repeat(50_000),
      `${'_'.repeat(100_000)}`,
      'From: '.repeat(30_000),
      '\n'.repeat(100_000),
    ];
    const began = performance.now();
    for (const text of hostile) textOfMail({ text, html: text });
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe('Words of a mail', () => {
  it.each([
    ['*.txt un *.doc', '\\*.txt un \\*.doc'],
    ['<b>null</b>', '\\<b>null\\</b>'],
    ['[banka](http://evil.example)', '\\[banka](http://evil.example)'],
    ['fails_a_b.txt un _tā_', 'fails_a_b.txt un \\_tā\\_'],
    ['https://x.example/a_b_*c*?d=~1', 'https://x.example/a_b_*c*?d=~1'],
    ['# nav virsraksts', '\\# nav virsraksts'],
    ['\\\\serveris\\mape', '\\\\\\serveris\\mape'],
    ['&lt; un A&B', '\\&lt; un A&B'],
    ['viens\ndivi\n\ntrīs', 'viens  \ndivi\n\ntrīs'],
    ['---', '\\---'],
  ])('%s stay what they are', (text, markdown) => {
    expect(toMarkdown(text)).toBe(markdown);
  });

  it('are kept whole beside the shortened ones', () => {
    const { words, whole } = textOfMail({ text: 'garš '.repeat(10_000), html: '' });
    expect(words.length).toBeLessThan(17_000);
    expect(whole?.content.length).toBeGreaterThan(49_000);
  });
});

describe('HTML of a mail', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg onload=alert(1)><script>alert(1)</script></svg>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" jav&#x0A;ascript:alert(1)">x</a>',
    '<iframe src="https://evil.example"></iframe>',
    '<form action="https://evil.example"><input name=p></form>',
    '<style>body{background:url(https://evil.example)}</style>',
    '<div style="background:url(https://evil.example)" onclick="alert(1)">x</div>',
    '<meta http-equiv="refresh" content="0;url=https://evil.example">',
    '<link rel=stylesheet href="https://evil.example">',
    '<base href="https://evil.example">',
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    '<!--[if mso]><script>alert(1)</script><![endif]-->',
    '<object data="data:text/html,<script>alert(1)</script>"></object>',
    '<img src="https://evil.example/pixel.gif" width=1 height=1>',
    '<a href="//evil.example">x</a>',
    '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>',
  ])('does nothing any more: %s', (html) => {
    const safe = safeHtml(html);
    expect(safe).not.toMatch(
      /<(script|img|svg|iframe|form|input|style|meta|link|base|math|object)|on[a-z]+=|javascript:|evil\.example|url\(/i,
    );
    expect(() => textOfSafeHtml(safe)).not.toThrow();
  });

  it('is read without harm however deep it is', () => {
    expect(textOfSafeHtml(safeHtml(`${'<div>'.repeat(5_000)}x`))).toBe('x');
  });

  it('reads as text where there is no plain part', () => {
    const html =
      '<p>Labdien!</p><ul><li>viens</li><li>divi &amp; trīs</li></ul><p>Skat. <a href="https://x.example/a">šeit</a><br>Ilze</p><blockquote>vecs<br>teksts</blockquote>';
    expect(textOfMail({ text: '', html }).words).toBe(
      'Labdien!\n\n- viens  \n- divi & trīs\n\nSkat. šeit (https://x.example/a)  \nIlze\n\n> vecs  \n> teksts',
    );
  });

  it('shows where a link leads that says otherwise', () => {
    expect(textOfSafeHtml(safeHtml('<a href="https://evil.example/x">https://banka.lv</a>'))).toBe(
      'https://banka.lv (https://evil.example/x)',
    );
  });
});
