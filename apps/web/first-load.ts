import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const KB = 1000;

/** Bytes after gzip of all scripts that a built page names: its first load. */
function scriptBytes(folder: string, page: string): number {
  const html = readFileSync(join(folder, page), 'utf8');
  const scripts = new Set([...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, file = '']) => file));
  return [...scripts].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
}

/**
 * Holds what a page fetches before it shows anything. Bounds are kB (1000 bytes) of script after gzip, by the name of the page; the build says
 * the sums and fails above them.
 */
export function firstLoad(bounds: Record<string, number>): Plugin {
  return {
    name: 'atbalsts:first-load',
    apply: 'build',
    writeBundle({ dir = '' }) {
      for (const [page, bound] of Object.entries(bounds)) {
        const size = scriptBytes(dir, page) / KB;
        const said = `First load of ${page}: ${size.toFixed(1)} kB of script after gzip, at most ${bound} kB`;
        if (size > bound) this.error(`${said}. Find what has become eager (a static import from the entry) and load it when it is wanted.`);
        this.info(said);
      }
    },
  };
}
