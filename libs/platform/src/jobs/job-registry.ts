import { Injectable } from '@nestjs/common';

/** `timers` wakes the sweeps, `reactions` follows events, `chores` does what may take long. */
export type QueueName = 'timers' | 'reactions' | 'chores';

export const QUEUE_NAMES: readonly QueueName[] = ['timers', 'reactions', 'chores'];

export interface JobDefinition<Data = unknown> {
  /** `<module>.<verb-noun>`; holds no colon. */
  readonly name: string;
  readonly queue: QueueName;
  readonly run: (data: Data) => Promise<unknown>;
}

/** When a job runs: so many milliseconds apart, or at these times (cron, Europe/Riga). Once in the whole installation. */
export type Schedule = { readonly everyMs: number } | { readonly cron: string };

/** The jobs that this program knows. Modules define theirs when they start; the workers run them. */
@Injectable()
export class JobRegistry {
  private readonly byName = new Map<string, JobDefinition>();

  /** Throws where two jobs have one name, or a name could not be part of a job id. */
  define<Data>(definition: JobDefinition<Data>): void {
    if (this.byName.has(definition.name) || definition.name.includes(':'))
      throw new Error(`job name taken or not allowed: ${definition.name}`);
    this.byName.set(definition.name, definition as JobDefinition);
  }

  named(name: string): JobDefinition | undefined {
    return this.byName.get(name);
  }

  all(): readonly JobDefinition[] {
    return [...this.byName.values()];
  }
}
