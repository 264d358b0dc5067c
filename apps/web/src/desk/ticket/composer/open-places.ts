/** Places of an answer that nothing has filled, as they stand in the text; each once. */
export function openPlaces(text: string): string[] {
  const found = [...text.matchAll(/\{\{([a-zA-Z]+\.[a-zA-Z]+)\}\}/g)].map((match) => match[0]);
  return [...new Set(found)];
}
