import { Injectable } from '@nestjs/common';
import { ts, type Tx } from '#platform';
import { OIDC_ATTEMPT_SECONDS } from '../domain/oidc-attempt.js';
import { hashSecret } from '../domain/session-secret.js';

export interface KeptAttempt {
  readonly provider: string;
  readonly next: string | null;
}

/** Browsers that were sent to a provider. */
@Injectable()
export class OidcAttempts {
  async keep(tx: Tx, secret: string, { provider, next }: KeptAttempt): Promise<void> {
    await tx.execute(`insert into identity.oidc_attempt (secret_hash, provider, next, created_at) values ($1, $2, $3, $4)`, [
      hashSecret(secret),
      provider,
      next,
      ts(tx.now),
    ]);
  }

  /** Takes the attempt away: it is good for one answer. Undefined where there is none, it is too old, or it was with another provider. */
  async take(tx: Tx, secret: string, provider: string): Promise<KeptAttempt | undefined> {
    const [row] = await tx.query<KeptAttempt & { readonly open: boolean }>(
      `delete from identity.oidc_attempt where secret_hash = $1
       returning provider, next, created_at > now() - make_interval(secs => ${OIDC_ATTEMPT_SECONDS}) as open`,
      [hashSecret(secret)],
    );
    return row?.open && row.provider === provider ? { provider, next: row.next } : undefined;
  }

  /** Deletes attempts that nobody came back from. */
  async sweep(tx: Tx): Promise<void> {
    await tx.execute(`delete from identity.oidc_attempt where created_at <= now() - make_interval(secs => ${OIDC_ATTEMPT_SECONDS})`);
  }
}
