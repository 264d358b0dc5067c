import { demoId } from '#identity';
import { readSeed } from '#platform';
import { CreateSavedView, type ViewTerms } from '#tickets';
import type { INestApplicationContext } from '@nestjs/common';
import { demoActor } from './demo-actor.js';

/** A view of the queue, as `demo/saved-views.json` tells it. */
interface DemoView extends Omit<ViewTerms, 'groupId' | 'sort'> {
  readonly owner: string;
  readonly group?: string;
  readonly sort?: string;
}

/** Views of the queue that people of the first line keep, two of them shared with the group. */
export async function laySavedViews(app: INestApplicationContext): Promise<void> {
  for (const { owner, group, sort = null, ...terms } of readSeed<DemoView[]>('demo/saved-views.json')) {
    const groupId = group === undefined ? null : demoId('group', group);
    await app.get(CreateSavedView, { strict: false }).execute(await demoActor(app, owner), { ...terms, sort, groupId });
  }
}
