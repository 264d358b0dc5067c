import type { INestApplicationContext } from '@nestjs/common';
import type { Settings } from '#platform';

/** What a command works with. `open` builds the product's modules (no web server, no workers), once, when a command needs them. */
export interface CommandContext {
  readonly settings: Settings;
  readonly open: () => Promise<INestApplicationContext>;
  readonly print: (line: string) => void;
  /** Says what went wrong, apart from what `print` gives to a reader that may be a program. */
  readonly complain: (line: string) => void;
}

/** A command of the operator. The number that it answers is the exit code. */
export interface Command {
  readonly usage: string;
  readonly summary: string;
  run(context: CommandContext, args: readonly string[]): Promise<number>;
}
