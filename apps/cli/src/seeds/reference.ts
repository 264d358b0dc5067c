import { layReference as layIdentity } from '#identity';
import type { Tx } from '#platform';

/** What every installation needs, lower modules first. Each part may be laid again and leaves alone what an administrator changed. */
export async function layAllReference(tx: Tx): Promise<void> {
  await layIdentity(tx);
}
