import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, matchesGlob } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

type SourceDigests = (root: string) => readonly { readonly part: { readonly name: string }; readonly digest: string }[];

describe('a build', () => {
  let sourceDigests: SourceDigests;
  let root: string;
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const digests = (): Record<string, string> => Object.fromEntries(sourceDigests(root).map(({ part, digest }) => [part.name, digest]));

  beforeAll(async () => {
    ({ sourceDigests } = (await import(join(ROOT, 'apps/launcher/build.mjs'))) as { sourceDigests: SourceDigests });
  });
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'atbalsts-build-'));
    for (const path of ['package.json', 'migrations/seeds/demo/people.json', 'libs/kernel/src/locales/lv.json', 'apps/web/src/main.tsx'])
      write(path, '1');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it.each([
    ['migrations/seeds/demo/people.json', 'server'],
    ['migrations/seeds/reference/added.json', 'server'],
    ['libs/kernel/src/locales/lv.json', 'server'],
    ['apps/web/src/main.tsx', 'web app'],
  ])('is made again when only %s has changed', (path, part) => {
    const before = digests();
    write(path, '2');
    const after = digests();
    expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual([part]);
  });

  it.each(['libs/kernel/README.md', 'libs/kernel/src/clock.spec.ts', 'test/support/seed.ts', 'CHANGELOG.md'])(
    'is not made again for %s',
    (path) => {
      const before = digests();
      write(path, '2');
      expect(digests()).toEqual(before);
    },
  );

  it('takes along every file that the program reads beside its code', () => {
    const { compilerOptions } = JSON.parse(readFileSync(join(ROOT, 'nest-cli.json'), 'utf8')) as {
      compilerOptions: { assets: { include: string }[] };
    };
    const data = ['apps/api', 'apps/worker', 'apps/cli', 'libs', 'migrations'].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .map((path) => join(folder, path))
        .filter((path) => /\.(json|csv|txt|sql)$/.test(path)),
    );
    expect(data.length).toBeGreaterThan(20);
    expect(data.filter((path) => !compilerOptions.assets.some(({ include }) => matchesGlob(path, include)))).toEqual([]);
  });
});
