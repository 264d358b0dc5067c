import { HIDDEN_BELOW } from './figure.js';

/**
 * Which parts of a whole must not be shown where they are people's opinions: those of fewer than `least`, and with them the next
 * smallest where the whole less the parts shown would give the hidden ones away (DOMAIN 5, QUALITY "Figures for managers"). An empty
 * part is no hiding place. `already` are hidden for another reason. Answers places in `sizes`.
 */
export function hiddenParts(sizes: readonly number[], least = HIDDEN_BELOW, already: ReadonlySet<number> = new Set()): Set<number> {
  const hidden = new Set(sizes.flatMap((size, at) => (size > 0 && (size < least || already.has(at)) ? [at] : [])));
  if (hidden.size === 0) return hidden;
  const shown = sizes.flatMap((size, at) => (size > 0 && !hidden.has(at) ? [at] : [])).sort((a, b) => sizes[a]! - sizes[b]! || a - b);
  // Subtraction gives the sum of the hidden parts: it has to be of two at least, and of as many people as may be shown.
  const sum = (): number => [...hidden].reduce((total, at) => total + sizes[at]!, 0);
  while (shown.length > 0 && (hidden.size < 2 || sum() < least)) hidden.add(shown.shift()!);
  return hidden;
}
