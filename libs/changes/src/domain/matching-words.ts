import { foldText } from '#identity';

/** Latvian endings change with the case: so many letters of a word stand for it, and never its last one. */
const STEM = 5;
/** Shorter words ("un", "nav", "ir") say nothing of what does not work. */
const SHORTEST = 4;

const stemsOf = (text: string): Set<string> =>
  new Set(
    foldText(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= SHORTEST)
      .map((word) => word.slice(0, Math.min(STEM, word.length - 1))),
  );

/** Do the two texts have a word in common, whatever its ending? */
export function shareWord(typed: string, text: string): boolean {
  const known = stemsOf(text);
  return [...stemsOf(typed)].some((stem) => known.has(stem));
}
