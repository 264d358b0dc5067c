import { createHash, randomBytes } from 'node:crypto';

/** A seed as it is printed: 64 random bits, such as `5f2c-91ab-77d0-e3c4`. */
export function newSeed(): string {
  return randomBytes(8)
    .toString('hex')
    .replace(/(.{4})(?=.)/g, '$1-');
}

/**
 * Draws `size` of these people, or all where there are fewer: those whose SHA-256 of `<seed>:<id>` is smallest. Everybody has the same
 * chance; the same seed and people give the same draw, in whatever order they come, so that anybody can repeat it.
 */
export function drawSample(seed: string, ids: readonly string[], size: number): string[] {
  return ids
    .map((id) => ({ id, lot: createHash('sha256').update(`${seed}:${id}`).digest('hex') }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, size)
    .map(({ id }) => id);
}
