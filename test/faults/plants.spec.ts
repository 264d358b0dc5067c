import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Plant {
  readonly patches: readonly { readonly file: string; readonly from: RegExp }[];
  readonly database?: readonly string[];
}

const root = join(import.meta.dirname, '../..');

describe('The planted bugs of the fault run', () => {
  it('find their places in the program', async () => {
    const { PLANTS } = (await import(join(import.meta.dirname, 'plants.mjs'))) as { PLANTS: Record<string, Plant> };
    expect(Object.keys(PLANTS)).toEqual(['crossing-without-key', 'enqueue-instead-of-sweep', 'application-clock']);
    const patches = Object.values(PLANTS).flatMap((plant) => plant.patches);
    const lost = patches.filter(({ file, from }) => !from.test(readFileSync(join(root, file.replace(/\.js$/, '.ts')), 'utf8')));
    expect(lost).toEqual([]);
  });
});
