import { Directories, SynchroniseDirectory } from '#identity';
import type { Command, CommandContext } from '../command.js';

const USAGE = 'directory sync [NAME] [--dry-run]';

/** Reads the directories now, or shows what reading them would do. */
export const directorySyncCommand: Command = {
  usage: USAGE,
  summary: 'make the people of the directories of ATBALSTS_LDAP what these say; --dry-run only shows it',
  async run(context, args) {
    const dry = args.includes('--dry-run');
    const [name, ...more] = args.filter((arg) => arg !== '--dry-run');
    if (more.length > 0 || name?.startsWith('-')) {
      context.complain(`Usage: npm run atbalsts -- ${USAGE}`);
      return 2;
    }
    const directories = (await context.open()).get(Directories, { strict: false });
    const codes = name === undefined ? directories.all.map(({ code }) => code) : [directories.named(name).code];
    if (codes.length === 0) context.print('No directory is set in ATBALSTS_LDAP.');
    let failed = false;
    for (const code of codes) failed = !(await (dry ? show : synchronise)(context, code)) || failed;
    return failed ? 1 : 0;
  },
};

async function show({ open, print }: CommandContext, code: string): Promise<boolean> {
  const plan = await (await open()).get(SynchroniseDirectory, { strict: false }).plan(code);
  const { created, changed, ended, unchanged, elsewhere, errors, ofSource } = plan;
  for (const { action, name, externalId, changes } of plan.people)
    print(`${action} ${name} (${externalId ?? '-'}) ${Object.keys(changes).join(', ')}`.trim());
  for (const { externalId, code: fault, value } of errors) print(`refused ${externalId ?? '-'}: ${fault} ${value}`.trim());
  print(
    `${code}: ${created} new, ${changed} changed, ${ended} of ${ofSource} ended, ${unchanged} as they are, ${elsewhere} elsewhere, ${errors.length} refused.`,
  );
  return true;
}

async function synchronise({ open, print, complain }: CommandContext, code: string): Promise<boolean> {
  const app = await open();
  const work = app.get(SynchroniseDirectory, { strict: false });
  const outcome = await work.outcome(await work.begin({ directory: code, dry: false, askedBy: null, endings: null }));
  if (outcome.state !== 'done') {
    complain(`${code}: nothing was done (${outcome.refusal ?? outcome.state}${outcome.ended > 0 ? `, ${outcome.ended} would end` : ''}).`);
    return false;
  }
  const { created, changed, ended, unchanged, elsewhere, faulty } = outcome;
  print(
    `${code}: ${created} new, ${changed} changed, ${ended} ended, ${unchanged} as they are, ${elsewhere} elsewhere, ${faulty} refused.`,
  );
  return true;
}
