import { Injectable } from '@nestjs/common';
import { ts, type Queryable, type Tx } from '#platform';

/** What an administrator decides about signing in. */
export interface SignInSettings {
  /** Must staff have a second factor? Whoever has none sets one up when he signs in next. */
  readonly secondFactorForStaff: boolean;
}

const SECOND_FACTOR = 'second-factor-for-staff';

/** The settings of identity; one that nobody has set is off. */
@Injectable()
export class IdentitySettings {
  async read(on: Queryable): Promise<SignInSettings> {
    const [row] = await on.query<{ value: boolean }>(`select value from identity.setting where key = $1`, [SECOND_FACTOR]);
    return { secondFactorForStaff: row?.value === true };
  }

  async write(tx: Tx, { secondFactorForStaff }: SignInSettings, by: string): Promise<void> {
    await tx.execute(
      `insert into identity.setting (key, value, updated_at, updated_by) values ($1, $2::jsonb, $3, $4)
       on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at, updated_by = excluded.updated_by`,
      [SECOND_FACTOR, JSON.stringify(secondFactorForStaff), ts(tx.now), by],
    );
  }
}
