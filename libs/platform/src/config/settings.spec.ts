import { describe, expect, it } from '@jest/globals';
import { DomainError } from '#kernel';
import { Settings } from './settings.js';

const base = { DATABASE_URL: 'postgres://localhost/none' };

describe('The secret of an installation', () => {
  it('is 32 bytes in base64, and may be missing', () => {
    const bytes = Buffer.alloc(32, 7);
    expect(Settings.fromEnvironment({ ...base, ATBALSTS_SECRET: bytes.toString('base64') }).secret).toEqual(bytes);
    expect(Settings.fromEnvironment(base).secret).toBeUndefined();
  });

  it('is refused where it has another length, without being repeated', () => {
    const short = Buffer.alloc(16, 7).toString('base64');
    const read = (): unknown => Settings.fromEnvironment({ ...base, ATBALSTS_SECRET: short });
    expect(read).toThrow(DomainError);
    expect(read).not.toThrow(short);
  });
});
