import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Settings } from '#platform';
import { sayAndExit } from '../../api/src/process.js';
import { WorkerModule } from '../../worker/src/worker.module.js';
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
  const settings = Settings.fromEnvironment();
  let app: INestApplicationContext | undefined;
  const open = async (): Promise<INestApplicationContext> => {
    app ??= await NestFactory.createApplicationContext(WorkerModule.for(settings), { logger: ['error', 'warn'], abortOnError: false });
    return app;
  };
  const code = await command.run({ settings, open, print: (line) => console.log(line) }, found.args);
  await app?.close();
  process.exit(code);
} catch (error) {
  sayAndExit(error);
}
