import { describe, expect, it } from '@jest/globals';
import { marked } from './markdown-marks';

describe('marks of the Markdown toolbar', () => {
  it('puts bold around the selection and keeps it selected', () => {
    expect(marked('ab cd', 3, 5, 'bold')).toEqual({ text: 'ab **cd**', from: 5, to: 7 });
  });

  it('makes every selected line an item, from the start of the first one', () => {
    expect(marked('x\nab\ncd', 3, 7, 'list').text).toBe('x\n- ab\n- cd');
    expect(marked('ab\ncd', 0, 5, 'numbers').text).toBe('1. ab\n2. cd');
  });
});
