import { describe, expect, it } from '@jest/globals';
import { isReplyMark, plainAddress, readReplyAddress, replyAddress, replyKey } from './reply-address.js';

const key = replyKey(Buffer.alloc(32, 7));
const other = replyKey(Buffer.alloc(32, 8));
const desk = 'palidziba@centrs.example';
const ilze = '0b6c1d2e-0000-4000-8000-000000000001';
const janis = '0b6c1d2e-0000-4000-8000-000000000002';
const address = replyAddress(key, desk, 'INC-2026-000123', ilze) ?? '';

describe('A reply address', () => {
  it('carries the number of the ticket and a mark, in a local part that any mail server takes', () => {
    expect(address).toMatch(/^palidziba\+inc-2026-000123\.[a-z2-7]{16}@centrs\.example$/);
    expect(address.indexOf('@')).toBeLessThanOrEqual(64);
  });

  it('is read back in whatever case it comes', () => {
    const read = readReplyAddress(desk, address.toUpperCase());
    expect(read?.number).toBe('INC-2026-000123');
    expect(isReplyMark(key, 'INC-2026-000123', ilze, read?.mark ?? '')).toBe(true);
  });

  it('holds for its ticket, its person and its installation alone', () => {
    const { mark = '' } = readReplyAddress(desk, address) ?? {};
    expect(isReplyMark(key, 'INC-2026-000123', janis, mark)).toBe(false);
    expect(isReplyMark(key, 'INC-2026-000124', ilze, mark)).toBe(false);
    expect(isReplyMark(other, 'INC-2026-000123', ilze, mark)).toBe(false);
    expect(isReplyMark(key, 'INC-2026-000123', ilze, mark.slice(1))).toBe(false);
  });

  it('is not read out of anything else', () => {
    const wrong = [
      '',
      '@',
      desk,
      'palidziba+@centrs.example',
      'palidziba+inc-2026-000123@centrs.example',
      `x${address}`,
      `${address}.evil`,
    ];
    expect(wrong.map((one) => readReplyAddress(desk, one))).toEqual(wrong.map(() => undefined));
    expect(readReplyAddress(desk, address.replace('@centrs.example', '@evil.example'))).toBeUndefined();
  });

  it('is left out where the desk’s own address is too long to carry one', () => {
    expect(replyAddress(key, `${'a'.repeat(40)}@centrs.example`, 'INC-2026-000123', ilze)).toBeUndefined();
  });

  it('begins with the plain address of the desk', () => {
    expect(plainAddress('Atbalsts <Palidziba@Centrs.example>')).toBe(desk);
    expect(plainAddress(' palidziba@centrs.example ')).toBe(desk);
  });
});
