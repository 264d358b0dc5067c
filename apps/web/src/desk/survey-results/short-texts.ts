/** Questions that begin alike: from so many words on the beginning is said once. */
const WORDS_ALIKE = 4;

/**
 * Texts without the beginning that at least two others share: `… laiku līdz pirmajai atbildei?`. One scale is asked of many things, and its
 * sentence would stand before each of them.
 */
export function shortTexts(texts: readonly string[]): string[] {
  const split = texts.map((text) => text.split(' '));
  return split.map((words, at) => {
    const shared = split
      .filter((_, other) => other !== at)
      .map((others) => alike(words, others))
      .filter((count) => count >= WORDS_ALIKE)
      .sort((a, b) => b - a);
    // Shared with two others at least: with one it may be chance.
    const cut = shared[1] ?? 0;
    return cut > 0 && cut < words.length ? `… ${words.slice(cut).join(' ')}` : words.join(' ');
  });
}

function alike(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((word, at) => word !== other[at]);
  return differs < 0 ? one.length : differs;
}
