import { Injectable } from '@nestjs/common';
import type { RecordedEvent, TimedEvent } from '#kernel';
import type { Tx } from '../database/transaction.js';

/** What follows an event of another module. `name` is stable: it stands in the table of pending reactions. */
export interface Reaction {
  readonly name: string;
  /** Types of the events that it follows. */
  readonly on: readonly string[];
  handle(tx: Tx, event: RecordedEvent): Promise<void>;
}

/** What follows an event in its own transaction, before the log has numbered it. */
export interface WithinReaction extends Omit<Reaction, 'handle'> {
  handle(tx: Tx, event: TimedEvent): Promise<void>;
}

/** Reactions by event type; modules register theirs when they start, so that lower modules know nothing of them. */
@Injectable()
export class ReactionRegistry {
  private readonly withinByType = new Map<string, WithinReaction[]>();
  private readonly afterByType = new Map<string, Reaction[]>();
  private readonly afterByName = new Map<string, Reaction>();

  /** Runs in the event's own transaction: a few inserts at most, nothing that leaves the process. */
  within(reaction: WithinReaction): void {
    this.file(this.withinByType, reaction);
  }

  /** Runs in the workers, once, in a transaction of its own. */
  after(reaction: Reaction): void {
    if (this.afterByName.has(reaction.name)) throw new Error(`two reactions are named ${reaction.name}`);
    this.afterByName.set(reaction.name, reaction);
    this.file(this.afterByType, reaction);
  }

  withinFor(type: string): readonly WithinReaction[] {
    return this.withinByType.get(type) ?? [];
  }

  afterFor(type: string): readonly Reaction[] {
    return this.afterByType.get(type) ?? [];
  }

  afterNamed(name: string): Reaction | undefined {
    return this.afterByName.get(name);
  }

  private file<R extends { readonly on: readonly string[] }>(map: Map<string, R[]>, reaction: R): void {
    for (const type of reaction.on) map.set(type, [...(map.get(type) ?? []), reaction]);
  }
}
