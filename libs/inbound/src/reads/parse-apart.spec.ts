import { describe, expect, it } from '@jest/globals';
import { mail } from '../../../../test/support/mail.js';
import { parseMail } from '../domain/parse-mail.js';
import { parseApart } from './parse-apart.js';

describe('A large mail', () => {
  it('is read beside the program like any other', async () => {
    const large = mail({ files: [{ name: 'a.bin', type: 'application/octet-stream', content: Buffer.alloc(1_500_000, 7) }] });
    const [apart, within] = [await parseApart(large), await parseMail(large)];
    expect(apart?.subject).toBe(within?.subject);
    expect(apart?.files.map(({ content }) => content.length)).toEqual([1_500_000]);
  });

  it('is not read where it is none', async () => {
    expect(await parseApart(Buffer.from('\r\n'.repeat(5_000)))).toBeUndefined();
  });

  it('holds nothing up: the program goes on while it is read', async () => {
    let beats = 0;
    const heart = setInterval(() => (beats += 1), 10);
    await parseApart(Buffer.from(`From: a@b.example\r\n\r\n${'\r\n'.repeat(60_000)}`));
    clearInterval(heart);
    expect(beats).toBeGreaterThan(3);
  });
});
