import { KeepReference, type NewReferenceWord } from '#incidents';
import { readSeed } from '#platform';
import type { INestApplicationContext } from '@nestjs/common';
import { demoActor } from './demo-actor.js';

/** A hold reason, a resolution code and categories of the administration's own, beside what the desk came with. */
export async function layReferenceWords(app: INestApplicationContext): Promise<void> {
  const keep = app.get(KeepReference, { strict: false });
  for (const word of readSeed<NewReferenceWord[]>('demo/reference-words.json')) await keep.add(await demoActor(app, 'admin'), word);
}
