import { ApplyOrganisationImport, CheckOrganisationImport } from '#identity';
import { ContinueRuns, readSeed } from '#platform';
import type { INestApplicationContext } from '@nestjs/common';
import { demoActor } from './demo-actor.js';

/** A file of the demonstration's personnel system, as `demo/imports.json` tells it. */
interface DemoFile {
  readonly kind: 'units' | 'people';
  readonly fileName: string;
  readonly lines: readonly string[];
}

/** Units of two institutions and some of their people, taken in from files as an administrator does it. */
export async function layImports(app: INestApplicationContext): Promise<void> {
  const admin = await demoActor(app, 'admin');
  const apply = app.get(ApplyOrganisationImport, { strict: false });
  for (const { kind, fileName, lines } of readSeed<DemoFile[]>('demo/imports.json')) {
    const file = { kind, source: 'personals', name: fileName, bytes: Buffer.from(lines.join('\r\n')) };
    const id = await app.get(CheckOrganisationImport, { strict: false }).execute(admin, file);
    const run = await apply.plan(admin, id, { endMissing: false, endings: null });
    while (run && (await app.get(ContinueRuns).slice(apply.work, run.id)));
  }
}
