import { demoId } from '#identity';
import { readSeed } from '#platform';
import { type AnswerScope, KeepAnswer } from '#replies';
import type { INestApplicationContext } from '@nestjs/common';
import { demoActor } from './demo-actor.js';

/** An answer of the demonstration, as `demo/answers.json` tells it. */
interface DemoAnswer {
  readonly by: string;
  readonly scope: AnswerScope;
  readonly group?: string;
  readonly name: string;
  readonly textLv: string | null;
  readonly textEn: string | null;
  readonly resolutionCode?: string;
}

/** Answers kept ready: everybody's, a group's and one's own. */
export async function layAnswers(app: INestApplicationContext): Promise<void> {
  const keep = app.get(KeepAnswer, { strict: false });
  for (const { by, group, resolutionCode = null, ...answer } of readSeed<DemoAnswer[]>('demo/answers.json')) {
    await keep.create(await demoActor(app, by), { ...answer, resolutionCode, groupId: group ? demoId('group', group) : null });
  }
}
