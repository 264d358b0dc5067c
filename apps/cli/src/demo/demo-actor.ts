import { type Actor, ActorReader, demoId } from '#identity';
import type { INestApplicationContext } from '@nestjs/common';

/** Somebody of the demonstration by his login, as whoever acts. */
export async function demoActor(app: INestApplicationContext, key: string): Promise<Actor> {
  const found = await app.get(ActorReader).byId(demoId('person', key));
  if (!found) throw new Error(`nobody called ${key} in the demonstration`);
  return found;
}
