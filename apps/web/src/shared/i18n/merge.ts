import type { Message } from './messages';

type KeyOf<Catalogue> = Catalogue extends unknown ? keyof Catalogue : never;

/**
 * Joins the catalogues of an entry while they are still being loaded; JSON modules arrive with a `default`. A key may stand in one catalogue only,
 * and one that one language lacks does not compile.
 */
export async function mergeAll<Catalogues extends readonly Record<string, Message>[]>(
  ...parts: { [At in keyof Catalogues]: Promise<{ default: Catalogues[At] }> }
): Promise<Readonly<Record<KeyOf<Catalogues[number]>, Message>>> {
  const loaded = await Promise.all(parts);
  return Object.assign({}, ...loaded.map((part) => part.default)) as Readonly<Record<KeyOf<Catalogues[number]>, Message>>;
}
