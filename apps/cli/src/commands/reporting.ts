import { KeepBiLogins } from '#reports';
import type { Command } from '../command.js';

const USAGE = 'reporting [add NAME [--institution NAME-OR-REGISTRATION-NO] | remove NAME]';

/** The logins with which BI platforms read the schema `reporting`. */
export const reportingCommand: Command = {
  usage: USAGE,
  summary: 'list, make or remove database logins that read the views of the schema "reporting" and nothing else',
  async run({ settings, open, print, complain }, args) {
    const [what, name, option, institutionNamed] = args;
    const named = what === undefined || (name !== undefined && (option === undefined || (option === '--institution' && institutionNamed)));
    if (!named || ![undefined, 'add', 'remove'].includes(what)) {
      complain(`Usage: npm run atbalsts -- ${USAGE}`);
      return 2;
    }
    const logins = (await open()).get(KeepBiLogins);
    if (what === undefined) {
      for (const { role, institution } of await logins.list()) print(`${role}: ${institution ?? 'all institutions'}`);
      return 0;
    }
    const { databaseAdminUrl: adminUrl } = settings;
    if (!adminUrl) {
      complain('The program may not make logins. Set ATBALSTS_DATABASE_ADMIN_URL to the address of somebody who may.');
      return 1;
    }
    if (what === 'remove') {
      await logins.remove(adminUrl, name!);
      print(`Removed ${name}.`);
      return 0;
    }
    const password = await logins.add(adminUrl, name!, institutionNamed ?? null);
    print(`Login: ${name}\nPassword: ${password}\nIt reads the schema "reporting" and nothing else. The password is shown once.`);
    return 0;
  },
};
