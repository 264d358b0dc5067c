import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoAccount } from '#identity';
import type { Command } from '../command.js';
import { layDemo } from '../demo/lay-demo.js';

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
    const accounts = await layDemo(app);
    writeFileSync(join(settings.dataDir, FILE), `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
    print(['Demo accounts (passwords were made up for this installation):', '', ...table(accounts)].join('\n'));
    return 0;
  },
};
