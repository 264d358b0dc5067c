import { type Actor, ActorReader, demoId } from '#identity';
import { readSeed } from '#platform';
import { KeepRegister, KeepRun, type ReportTerms, Subscribe } from '#reports';
import type { INestApplicationContext } from '@nestjs/common';

type Terms = Pick<ReportTerms, 'location' | 'views'>;

interface ReportSeed {
  readonly owners: Readonly<Record<string, string>>;
  readonly inBi: Readonly<Record<string, Terms>>;
  readonly subscribers: readonly { readonly report: string; readonly login: string; readonly form: 'link' | 'csv' | 'xlsx' }[];
  readonly kept: readonly string[];
  readonly bi: readonly (Terms & {
    readonly code: string;
    readonly nameLv: string;
    readonly nameEn: string;
    readonly purposeLv: string;
    readonly purposeEn: string;
    readonly owner: string;
    readonly audience: ReportTerms['audience'];
  })[];
}

/** How the ready reports are published: who may read them, and how often they go out. */
const READY: Readonly<Record<string, Pick<ReportTerms, 'audience' | 'cadence'>>> = {
  'sla-month': { audience: 'external', cadence: 'monthly' },
  'satisfaction-month': { audience: 'external', cadence: 'monthly' },
  'satisfaction-year': { audience: 'external', cadence: 'yearly' },
  workload: { audience: 'internal', cadence: 'weekly' },
  'groups-services': { audience: 'internal', cadence: 'monthly' },
  'changes-month': { audience: 'internal', cadence: 'monthly' },
  scorecard: { audience: 'internal', cadence: 'yearly' },
  'process-board': { audience: 'internal', cadence: 'monthly' },
};

/** The register of reports as a manager has set it up, with readers and two kept copies. */
export async function layReports(app: INestApplicationContext): Promise<void> {
  const { owners, inBi, subscribers, kept, bi } = readSeed<ReportSeed>('demo/reports.json');
  const actor = async (login: string): Promise<Actor> => (await app.get(ActorReader).byId(demoId('person', login)))!;
  const manager = await actor('dace');
  const register = app.get(KeepRegister);
  for (const [code, owner] of Object.entries(owners)) {
    const shown = inBi[code];
    const terms = { ...READY[code]!, ownerId: demoId('person', owner), bi: shown !== undefined };
    await register.setTerms(manager, code, { ...terms, location: shown?.location ?? null, views: shown?.views ?? [] });
    await register.publish(manager, code);
  }
  for (const { owner, ...report } of bi) {
    await register.register(manager, { ...report, ownerId: demoId('person', owner), cadence: 'none', bi: true });
    await register.publish(manager, report.code);
  }
  for (const { report, login, form } of subscribers) {
    const reader = await actor(login);
    await app.get(Subscribe).set(reader, report, reader.id, form);
  }
  for (const code of kept) await app.get(KeepRun).execute(manager, code, undefined);
}
