import { describe, expect, it } from '@jest/globals';
import { type Block, parseInline, parseMarkdown, safeHref } from './parse';

const kinds = (blocks: Block[]): string[] => blocks.map((block) => block.kind);

describe('Markdown of messages', () => {
  it('tells paragraphs, lists, quotes and code apart', () => {
    const text = 'Labdien!\n\n- viens\n- divi\n\n1. pirmais\n2. otrais\n\n> citāts\n\n```\nkods *paliek*\n```\nBeigas';
    expect(kinds(parseMarkdown(text))).toEqual(['paragraph', 'list', 'list', 'quote', 'code', 'paragraph']);
  });

  it('begins a list straight after a line of text', () => {
    expect(kinds(parseMarkdown('Saraksts:\n- viens\n- divi'))).toEqual(['paragraph', 'list']);
  });

  it('takes an ordinal number at the start of a line for what it is', () => {
    expect(parseMarkdown('214. kabinets')).toEqual([{ kind: 'paragraph', children: [{ kind: 'text', text: '214. kabinets' }] }]);
    expect(kinds(parseMarkdown('1. stāvā nedarbojas printeris'))).toEqual(['paragraph']);
  });

  it('shows a mark after a backslash as itself', () => {
    const shown = (text: string): string =>
      parseInline(text)
        .map((node) => (node.kind === 'text' ? node.text : `<${node.kind}>`))
        .join('');
    expect(shown('\\*nav slīpi\\* un \\<b>, C:\\Users')).toBe('*nav slīpi* un <b>, C:\\Users');
  });

  it('keeps HTML as text', () => {
    expect(parseInline('<img src=x onerror=alert(1)>')).toEqual([{ kind: 'text', text: '<img src=x onerror=alert(1)>' }]);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', '//evil.example', '/api/v1/session'])('makes no link of %s', (href) => {
    expect(safeHref(href)).toBeNull();
    expect(parseInline(`[šeit](${href})`).some((node) => node.kind === 'link')).toBe(false);
  });

  it('shows where a link leads, and leaves the full stop out of it', () => {
    const [, link, dot] = parseInline('Skat. https://dvs.example.lv/a?id=12.');
    expect(link).toMatchObject({ kind: 'link', host: 'dvs.example.lv', href: 'https://dvs.example.lv/a?id=12' });
    expect(dot).toEqual({ kind: 'text', text: '.' });
  });

  it('leaves underscores inside words alone', () => {
    expect(parseInline('mans_fails_v2.txt')).toEqual([{ kind: 'text', text: 'mans_fails_v2.txt' }]);
  });

  it('reads a hostile text in reasonable time', () => {
    expect(parseMarkdown('*'.repeat(20_000)).length).toBe(1);
    expect(parseMarkdown('['.repeat(20_000)).length).toBe(1);
  });
});
