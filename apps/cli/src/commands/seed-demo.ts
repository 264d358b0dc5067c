import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seedCatalogueDemo } from '#catalogue';
import { type DemoAccount, seedIdentityDemo } from '#identity';
import { UnitOfWork } from '#platform';
import type { Command } from '../command.js';

const FILE = 'demo-accounts.json';

function table(accounts: readonly DemoAccount[]): string[] {
  const rows = accounts.map((a) => [a.login, a.password, a.name, a.roles.join(', '), a.institution]);
  const head = ['login', 'password', 'name', 'roles', 'institution'];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string => `  ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}`.trimEnd();
  return [line(head), ...rows.map(line)];
}

/** Lays out one believable administration: institutions, people, services, tickets. */
export const seedDemoCommand: Command = {
  usage: 'seed demo',
  summary: 'lay out the demonstration: fictional institutions, people, services and tickets',
  async run({ open, print, settings }) {
    const app = await open();
    const accounts = await app.get(UnitOfWork).run(async (tx) => {
      const given = await seedIdentityDemo(tx, { renewPasswords: true });
      await seedCatalogueDemo(tx);
      return given;
    });
    writeFileSync(join(settings.dataDir, FILE), `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
    print(['Demo accounts (passwords were made up for this installation):', '', ...table(accounts)].join('\n'));
    return 0;
  },
};
