import { Logger } from '@nestjs/common';
import { DomainError } from '#kernel';
import { isConnectionLoss, Texts } from '#platform';

/**
 * A connection that breaks in a library's hands, with nobody left who waits for its answer, ends no process: the server rolls back what was
 * under way, and its request or job is repeated. Anything else that nobody caught ends this process, and whoever watches over it starts
 * another.
 */
export function outliveBrokenConnections(): void {
  const log = new Logger('Process');
  process.on('uncaughtException', (error) => {
    if (!isConnectionLoss(error)) sayAndExit(error);
    log.warn(`a connection broke and nobody waited for it: ${error.stack ?? error.message}`);
  });
}

/** Tells the parent process that this one serves, and ends when the parent does. */
export function reportReady(url: string, close: () => Promise<unknown>): void {
  process.send?.({ ready: true, url });
  process.once('disconnect', () => void close().finally(() => process.exit(0)));
}

/** A start that cannot succeed says why in one sentence (both languages are in the catalogue; a terminal gets English). */
export function sayAndExit(error: unknown): never {
  if (error instanceof DomainError) console.error(new Texts().sayOr('en', error.code, error.params, error.message));
  else if ((error as NodeJS.ErrnoException)?.code === 'EADDRINUSE')
    console.error(`The port is taken by another program (${(error as Error).message}). Choose another one: PORT=3001 npm start`);
  else console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(1);
}
