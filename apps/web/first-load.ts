import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const KB = 1000;

/** What is asked of a built file here. */
interface Chunk {
  readonly fileName: string;
  readonly facadeModuleId?: string | null;
  readonly imports?: readonly string[];
}

/** A page's bound in kB (1000 bytes) of script after gzip, and the texts that it begins with: a file for each language, of which one comes. */
export interface FirstLoad {
  readonly most: number;
  readonly texts: readonly string[];
}

/** Holds what a page fetches before it shows anything: the scripts that it names and the longer of its texts. The build says the sums. */
export function firstLoad(pages: Record<string, FirstLoad>): Plugin {
  return {
    name: 'atbalsts:first-load',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      const chunks = Object.values(bundle) as unknown as readonly Chunk[];
      const bytes = (files: Iterable<string>): number =>
        [...new Set(files)].reduce((sum, file) => sum + gzipSync(readFileSync(join(dir, file))).length, 0);
      for (const [page, { most, texts }] of Object.entries(pages)) {
        const html = readFileSync(join(dir, page), 'utf8');
        const scripts = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, file = '']) => file);
        const languages = texts.map((source) => chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(source)));
        if (languages.some((chunk) => chunk === undefined))
          this.error(`${page}: a file of texts (${texts.join(', ')}) is no file of its own.`);
        const sums = languages.map((chunk) => bytes([...scripts, chunk!.fileName, ...(chunk!.imports ?? [])]));
        const size = Math.max(...sums) / KB;
        const said = `First load of ${page}: ${size.toFixed(1)} kB of script after gzip, texts with it, at most ${most} kB`;
        if (size > most) this.error(`${said}. Find what has become eager (a static import from the entry) and load it when it is wanted.`);
        this.info(said);
      }
    },
  };
}
