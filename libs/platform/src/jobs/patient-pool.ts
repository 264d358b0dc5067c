import pg from 'pg';

/** A worker that finds no connection asks again at once, as long as it was not refused by the system: some thousand times a second. */
const BREATH_MS = 250;

/**
 * The pool of the queues. A connection that could not be had is told of after a breath, so that workers whose server is away, or only
 * starting, neither take a processor nor fill the log.
 */
export class PatientPool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Parameters<pg.Pool['connect']>[0]): void;
  override connect(callback?: Parameters<pg.Pool['connect']>[0]): Promise<pg.PoolClient> | void {
    if (!callback) return new Promise((resolve, reject) => this.connect((error, client) => (client ? resolve(client) : reject(error!))));
    super.connect((error, client, done) => {
      if (error) setTimeout(() => callback(error, client, done), BREATH_MS);
      else callback(error, client, done);
    });
  }
}
