import type { INestApplicationContext } from '@nestjs/common';
import { ChangeNoticeSettings, ChangeText } from '#notifications';
import { readSeed } from '#platform';
import { demoActor } from './demo-actor.js';

/** Wishes and wordings of the demonstration, as `demo/notices.json` tells them. */
interface DemoNotices {
  readonly settings: readonly (Parameters<ChangeNoticeSettings['execute']>[1] & { readonly by: string })[];
  readonly texts: readonly { readonly by: string; readonly key: string; readonly lv: string; readonly en: string }[];
}

/** A group's lead has quiet hours and one mail a day; the administrator has worded a text anew. */
export async function layNotices(app: INestApplicationContext): Promise<void> {
  const { settings, texts } = readSeed<DemoNotices>('demo/notices.json');
  for (const { by, ...wishes } of settings)
    await app.get(ChangeNoticeSettings, { strict: false }).execute(await demoActor(app, by), wishes);
  for (const { by, key, lv, en } of texts)
    await app.get(ChangeText, { strict: false }).word(await demoActor(app, by), key, { lv, en }, undefined);
}
