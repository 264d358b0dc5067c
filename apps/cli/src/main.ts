import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Settings } from '#platform';
import { sayAndExit } from '../../api/src/process.js';
import { WorkerModule } from '../../worker/src/worker.module.js';
import type { CommandContext } from './command.js';
import { COMMANDS } from './commands/index.js';

/** Finds the command by its longest name: `kpi recount` before `kpi`. */
function find(argv: readonly string[]): { name: string; args: readonly string[] } | undefined {
  for (const length of [2, 1]) {
    const name = argv.slice(0, length).join(' ');
    if (argv.length >= length && name in COMMANDS) return { name, args: argv.slice(length) };
  }
  return undefined;
}

function help(): string {
  const width = Math.max(...Object.values(COMMANDS).map((command) => command.usage.length));
  return [
    'Usage: npm run atbalsts -- <command>',
    '',
    ...Object.values(COMMANDS).map((command) => `  ${command.usage.padEnd(width)}  ${command.summary}`),
  ].join('\n');
}

try {
  const found = find(process.argv.slice(2));
  const command = found && COMMANDS[found.name];
  if (!found || !command) {
    console.error(help());
    process.exit(2);
  }
  let app: INestApplicationContext | undefined;
  const context: CommandContext = {
    // Read when a command asks: one that works on a file alone needs none of them.
    get settings() {
      return Settings.fromEnvironment();
    },
    open: async () =>
      (app ??= await NestFactory.createApplicationContext(WorkerModule.for(context.settings), {
        logger: ['error', 'warn'],
        abortOnError: false,
      })),
    print: (line) => console.log(line),
    complain: (line) => console.error(line),
  };
  const code = await command.run(context, found.args);
  await app?.close();
  // What was printed may be long and on its way through a pipe, which exiting at once would cut.
  process.stdout.write('', () => process.exit(code));
} catch (error) {
  sayAndExit(error);
}
