import { Refusal } from './refusal.mjs';

const FORWARDED_TWICE_MS = 1_000;

/**
 * The life of a start or a command: what was opened is closed in the opposite order, once, whether the end comes from the work, from
 * an error or from a signal.
 */
export class Lifetime {
  constructor() {
    this.closers = [];
    this.ending = undefined;
    // The reader of our output may go (`npm start | head`); that is no reason to leave a database behind.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
    let first;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        // At Ctrl-C the terminal signals the whole group and npm forwards it once more: only a later one is a second wish.
        if (first !== undefined && performance.now() - first > FORWARDED_TWICE_MS) this.hurry();
        first ??= performance.now();
        void this.end(0);
      });
    }
  }

  /**
   * Registers how to close something. Called just before it is opened: once the end has begun, nothing may be opened any more.
   * @param {() => unknown} close
   */
  onEnd(close) {
    if (this.ending) throw new Refusal('stopped before it had started');
    this.closers.push(close);
  }

  /** A second wish to stop: what still closes in its own time is ended at once. */
  hurry() {
    this.onHurry?.();
  }

  /** Closes everything and ends the process with this code; later calls wait for the first one. */
  end(code) {
    this.ending ??= this.close().then(() => process.exit(code));
    return this.ending;
  }

  async close() {
    for (const close of this.closers.reverse()) {
      try {
        await close();
      } catch (error) {
        console.error(error);
      }
    }
  }

  /**
   * Does the work. A refusal is printed as the sentence that it is; what fails because the end has begun is not a failure.
   * @param {() => Promise<void>} work
   */
  async run(work) {
    try {
      await work();
    } catch (error) {
      if (!this.ending) console.error(error instanceof Refusal ? `\nAtbalsts: ${error.message}` : error);
      await this.end(1);
    }
  }
}
