import { ApiProblem } from '../../../shared/api/problem';
import { askServer, discardOnServer, type DraftKind, recall, remember, tellServer } from './draft-place';
import { type DraftState, sent, toDo, told } from './draft-sync';

/** What a field shows of its draft. */
export interface KeptState {
  state: DraftState;
  /** How often in a row the server could not be told. */
  failures: number;
}

/** One draft and its server: one request at a time, so that no answer is older than what it meets. */
export class DraftKeeper {
  private kept: KeptState;
  /** What is typed is being sent: it is no draft to be saved meanwhile. */
  private held = false;
  private work: Promise<void> = Promise.resolve();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly key: string,
    private readonly ticketId: string,
    private readonly kind: DraftKind,
  ) {
    this.kept = { state: recall(key), failures: 0 };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly read = (): KeptState => this.kept;

  apply(change: (state: DraftState) => DraftState): void {
    this.set({ ...this.kept, state: change(this.kept.state) });
    remember(this.key, this.kept.state);
  }

  /** Reads what the server keeps. */
  check(): Promise<void> {
    return this.queue(async () => {
      const draft = await askServer(this.ticketId, this.kind);
      if (!this.held) this.apply((state) => told(state, draft));
    });
  }

  /** Saves what is typed; where another device was faster, both versions are shown. */
  save(): Promise<void> {
    return this.queue(async () => {
      if (this.held || toDo(this.kept.state) === null) return;
      await this.tell();
    });
  }

  /** Saves what is typed and holds further saves back: it is about to be sent. */
  async beforeSending(): Promise<void> {
    await this.save();
    this.held = true;
  }

  /** It was sent (`body`), or it was not (null). */
  async afterSending(body: string | null): Promise<void> {
    const { seen } = this.kept.state;
    this.held = false;
    if (body === null) return;
    this.apply((state) => sent(state, body));
    // Ours went with what was sent, unless its words had changed since; the draft of another device may wait behind it.
    if (seen !== null) await this.queue(() => discardOnServer(this.ticketId, this.kind, seen));
    await this.check();
  }

  private async tell(): Promise<void> {
    try {
      this.apply(await tellServer(this.ticketId, this.kind, this.kept.state));
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 409) throw error;
      const draft = await askServer(this.ticketId, this.kind);
      this.apply((state) => told(state, draft));
    }
  }

  private queue(task: () => Promise<void>): Promise<void> {
    this.work = this.work.then(task).then(
      () => this.set({ ...this.kept, failures: 0 }),
      () => this.set({ ...this.kept, failures: this.kept.failures + 1 }),
    );
    return this.work;
  }

  private set(next: KeptState): void {
    this.kept = next;
    this.listeners.forEach((listener) => listener());
  }
}
