import { describe, expect, it } from '@jest/globals';
import { isPermanent, mailHost, messageIdOf, retryAfter } from './delivery.js';
import { htmlOf, type MailBody, textOf } from './mail-body.js';
import { frame } from './stream-message.js';

const body: MailBody = {
  locale: 'lv',
  title: 'Jauna atbilde',
  blocks: [
    { is: 'text', text: 'Jauna atbilde:' },
    { is: 'quote', text: 'Pirmā <b>rinda</b>\nOtrā & pēdējā' },
    { is: 'links', links: [{ label: 'Atvērt', url: 'https://desk.example/tickets/INC-2026-000001?a=1&b="x"' }] },
  ],
  footer: 'Atbalsts',
};

describe('the body of a mail', () => {
  it('quotes a person line by line in plain text', () => {
    expect(textOf(body)).toContain('> Pirmā <b>rinda</b>\n> Otrā & pēdējā');
    expect(textOf(body)).toMatch(/-- \nAtbalsts$/);
  });

  it('escapes every word and address in HTML', () => {
    const html = htmlOf(body);
    expect(html).not.toContain('<b>');
    expect(html).toContain('Pirmā &lt;b&gt;rinda&lt;/b&gt;');
    expect(html).toContain('href="https://desk.example/tickets/INC-2026-000001?a=1&amp;b=&quot;x&quot;"');
  });
});

describe('a delivery', () => {
  it('keeps its Message-ID over all attempts', () => {
    expect(messageIdOf('11', 'desk.example')).toBe(messageIdOf('11', 'desk.example'));
    expect(mailHost('https://desk.example:8443/x')).toBe('desk.example');
  });

  it('waits longer after each failure and is given up in the end', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map(retryAfter);
    expect(waits.every((wait, at) => at === 0 || Number(wait) > Number(waits[at - 1]))).toBe(true);
    expect(retryAfter(8)).toBeUndefined();
  });

  it('is given up at once where the server says that it is useless', () => {
    expect([isPermanent(550), isPermanent(451), isPermanent(undefined)]).toEqual([true, false, false]);
  });
});

describe('a server-sent event', () => {
  it('is one frame with the id of the event log', () => {
    expect(frame({ event: 'notice', data: { id: 'n' } }, 42)).toBe('id: 42\nevent: notice\ndata: {"id":"n"}\n\n');
  });
});
