import { describe, expect, it } from '@jest/globals';
import { textWarnings } from './personal-code.js';

describe('the warning of a personal code', () => {
  it.each(['mans kods 010190-12345', '32012312345', '(010190-12345)'])('finds one in "%s"', (text) => {
    expect(textWarnings('title', text)).toEqual(['personal_code']);
  });

  it.each(['INC-2026-000123', '+371 67219000', '1234567890123456', '010190 12345', ''])('finds none in "%s"', (text) => {
    expect(textWarnings(text, null, undefined)).toEqual([]);
  });
});
