import { describe, expect, it } from '@jest/globals';
import { downloadDisposition } from './download.js';

describe('a download', () => {
  it('is named in plain ASCII and in RFC 5987', () => {
    expect(downloadDisposition(`kļūda "1".pdf`)).toBe(
      `attachment; filename="k__da _1_.pdf"; filename*=UTF-8''k%C4%BC%C5%ABda%20%221%22.pdf`,
    );
  });
});
