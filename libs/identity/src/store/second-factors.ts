import { Injectable } from '@nestjs/common';
import { DomainError, type Instant, openBytes, type Seal, sealBytes } from '#kernel';
import { Settings, ts, type Queryable, type Tx } from '#platform';
import { hashRecoveryCode, isAuthenticatorCode, newRecoveryCode, RECOVERY_CODES, stepOfCode } from '../domain/second-factor.js';

export interface FactorStatus {
  readonly since: Instant | null;
  readonly recoveryCodesLeft: number;
}

interface FactorRow {
  readonly sealed: Buffer;
  readonly lastStep: number | null;
}

/** By what a code was right. */
export type CodeKind = 'authenticator' | 'recovery';

/** Second factors of people. The secrets are sealed with the installation's own; of recovery codes there are hashes. */
@Injectable()
export class SecondFactors {
  constructor(private readonly settings: Settings) {}

  async status(on: Queryable, userId: string): Promise<FactorStatus> {
    const [row] = await on.query<FactorStatus>(
      `select f.confirmed_at as since,
         (select count(*)::int from identity.recovery_code c where c.user_id = f.user_id and c.used_at is null) as "recoveryCodesLeft"
       from identity.second_factor f where f.user_id = $1 and f.confirmed_at is not null`,
      [userId],
    );
    return row ?? { since: null, recoveryCodesLeft: 0 };
  }

  /** Keeps a new secret that is not confirmed yet. Throws `identity.second-factor-on` (conflict) where one is in force. */
  async begin(tx: Tx, userId: string, secret: Buffer): Promise<void> {
    const kept = await tx.execute(
      `insert into identity.second_factor as f (user_id, sealed_secret, created_at) values ($1, $2, $3)
       on conflict (user_id) do update set sealed_secret = excluded.sealed_secret, created_at = excluded.created_at
       where f.confirmed_at is null`,
      [userId, sealBytes(this.sealOf(userId), secret), ts(tx.now)],
    );
    if (kept === 0) throw new DomainError('identity.second-factor-on', {}, 'conflict');
  }

  /** The code shows that the person's authenticator has the new secret: from now on it counts. False where it is wrong. */
  async confirm(tx: Tx, userId: string, typed: string): Promise<boolean> {
    const step = await this.rightStep(tx, userId, typed, false);
    if (step === undefined) return false;
    await tx.execute(`update identity.second_factor set confirmed_at = $2, last_step = $3 where user_id = $1`, [userId, ts(tx.now), step]);
    return true;
  }

  /** Takes a code of the authenticator or of the list; each counts once. Undefined where it is wrong or was used. */
  async accept(tx: Tx, userId: string, typed: string): Promise<CodeKind | undefined> {
    if (isAuthenticatorCode(typed)) {
      const step = await this.rightStep(tx, userId, typed, true);
      if (step === undefined) return undefined;
      await tx.execute(`update identity.second_factor set last_step = $2 where user_id = $1`, [userId, step]);
      return 'authenticator';
    }
    const taken = await tx.execute(
      `update identity.recovery_code set used_at = $3 where user_id = $1 and code_hash = $2 and used_at is null`,
      [userId, hashRecoveryCode(typed), ts(tx.now)],
    );
    return taken === 1 ? 'recovery' : undefined;
  }

  /** Makes new recovery codes in place of the earlier ones. They are answered here and can be read nowhere afterwards. */
  async renewRecoveryCodes(tx: Tx, userId: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    await tx.execute(`delete from identity.recovery_code where user_id = $1`, [userId]);
    await tx.execute(`insert into identity.recovery_code (user_id, code_hash) select $1, unnest($2::bytea[])`, [
      userId,
      codes.map(hashRecoveryCode),
    ]);
    return codes;
  }

  /** Takes the factor away; false where there was none in force. */
  async remove(tx: Tx, userId: string): Promise<boolean> {
    await tx.execute(`delete from identity.recovery_code where user_id = $1`, [userId]);
    const rows = await tx.query<{ on: boolean }>(
      `delete from identity.second_factor where user_id = $1 returning confirmed_at is not null as on`,
      [userId],
    );
    return rows[0]?.on ?? false;
  }

  /** Locks the factor and answers the step of the code, if it is right and later than the last one that counted. */
  private async rightStep(tx: Tx, userId: string, typed: string, confirmed: boolean): Promise<number | undefined> {
    const [row] = await tx.query<FactorRow>(
      `select sealed_secret as sealed, last_step::float8 as "lastStep" from identity.second_factor
       where user_id = $1 and (confirmed_at is not null) = $2 for update`,
      [userId, confirmed],
    );
    const secret = row && openBytes(this.sealOf(userId), row.sealed);
    if (!secret) return undefined;
    const step = stepOfCode(secret, typed, await tx.instant());
    return step === undefined || step <= (row.lastStep ?? 0) ? undefined : step;
  }

  /** Throws `identity.secret-missing` (rule broken) where the installation has no secret to seal with. */
  private sealOf(userId: string): Seal {
    const { secret } = this.settings;
    if (secret === undefined) throw new DomainError('identity.secret-missing');
    return { secret, purpose: 'atbalsts.identity.second-factor', salt: userId, label: userId };
  }
}
