import type { TestApp } from './app.js';

/**
 * Changes the targets of the published policy in place, past their guard, where a test is about other things than policies: `set` and `where`
 * as in an update of `sla.target`. The guard is off within this transaction only.
 */
export async function changeTargets({ unitOfWork }: Pick<TestApp, 'unitOfWork'>, set: string, where: string): Promise<void> {
  await unitOfWork.run(async (tx) => {
    await tx.execute(`alter table sla.target disable trigger target_published`);
    await tx.execute(`update sla.target set ${set} where ${where}`);
    await tx.execute(`alter table sla.target enable trigger target_published`);
  });
}

/** The calendar as `sla.target` names it, for `set`. */
export const onCalendar = (code: 'lv-8x5' | '24x7'): string => `calendar_id = (select id from calendars.calendar where code = '${code}')`;
