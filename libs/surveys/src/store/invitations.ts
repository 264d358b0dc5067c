import { Injectable } from '@nestjs/common';
import { hashToken, newToken } from '#kernel';
import type { Tx } from '#platform';

/** A fresh token for the mail to one person. It is kept nowhere. */
export interface IssuedToken {
  readonly userId: string;
  readonly token: string;
}

/** Invitations and the hashes of their tokens. */
@Injectable()
export class Invitations {
  /**
   * Makes a token for everybody in an institution who has not answered and has not got this round's mail. `round` counts from 0, the
   * invitation.
   */
  async issue(
    tx: Tx,
    { campaignId, institutionId, round }: { campaignId: string; institutionId: string; round: number },
  ): Promise<IssuedToken[]> {
    const asked = await tx.query<{ id: string; userId: string }>(
      `update surveys.invitation set rounds_sent = $3 + 1
       where campaign_id = $1 and institution_id = $2 and not used and rounds_sent <= $3 returning id, user_id as "userId"`,
      [campaignId, institutionId, round],
    );
    const issued = asked.map(({ id, userId }) => ({ id, userId, token: newToken() }));
    await tx.execute(
      `insert into surveys.invitation_token (hash, campaign_id, invitation_id) select h, $1, i from unnest($2::text[], $3::uuid[]) as r(h, i)`,
      [campaignId, issued.map(({ token }) => hashToken(token)), issued.map(({ id }) => id)],
    );
    return issued.map(({ userId, token }) => ({ userId, token }));
  }
}
