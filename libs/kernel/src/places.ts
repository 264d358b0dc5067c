/** Two braces around a name. There is no logic in them, and nothing else is read: what a value brings along is never looked at again. */
const PLACE = /\{\{([^{}]{0,80})\}\}/g;

/** The names of the places that a text leaves open, in their order. */
export function placesIn(text: string): string[] {
  return [...text.matchAll(PLACE)].map((match) => (match[1] ?? '').trim());
}

/** Fills a text. A place without a value stays as it is written. */
export function fillPlaces(text: string, valueOf: (name: string) => string | undefined): string {
  return text.replace(PLACE, (place, inner: string) => valueOf(inner.trim()) ?? place);
}
