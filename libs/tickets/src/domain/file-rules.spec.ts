import { describe, expect, it } from '@jest/globals';
import { allowedMediaType, safeFileName } from './file-rules.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the rules for files', () => {
  it('takes what its bytes say it is, whatever it is called', () => {
    expect(allowedMediaType('image/png', 'a.exe', bytes(''))).toBe('image/png');
    expect(allowedMediaType('application/x-msdownload', 'letter.pdf', bytes('MZ'))).toBeUndefined();
    expect(allowedMediaType('application/xml', 'picture.svg', bytes('<svg'))).toBeUndefined();
  });

  it('takes text that is called text and looks like text', () => {
    expect(allowedMediaType(undefined, 'error.log', bytes('kļūda 503'))).toBe('text/plain');
    expect(allowedMediaType(undefined, 'page.html', bytes('<p>'))).toBeUndefined();
    expect(allowedMediaType(undefined, 'page.txt', bytes(' <!DOCTYPE html>'))).toBeUndefined();
    expect(allowedMediaType(undefined, 'core.log', new Uint8Array([65, 0, 66]))).toBeUndefined();
  });

  it('keeps no folders and no control characters in a name', () => {
    expect(safeFileName('../../etc/passwd')).toBe('passwd');
    expect(safeFileName('C:\\tmp\\a\r\nb.txt')).toBe('ab.txt');
    expect(safeFileName('..')).toBe('file');
    expect(safeFileName(`${'ā'.repeat(300)}.docx`)).toHaveLength(200);
    expect(safeFileName(`${'ā'.repeat(300)}.docx`).endsWith('.docx')).toBe(true);
  });
});
