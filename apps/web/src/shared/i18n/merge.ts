import type { Message } from './messages';

/** Joins the catalogues of an entry; JSON modules arrive with a `default`. A key may stand in one catalogue only. */
export function merge<A extends Record<string, Message>, B extends Record<string, Message>>(a: { default: A }, b: { default: B }): A & B {
  return { ...a.default, ...b.default };
}

type KeyOf<Catalogue> = Catalogue extends unknown ? keyof Catalogue : never;

/** The same for any number of catalogues that are still being loaded; a key that one language lacks does not compile. */
export async function mergeAll<Catalogues extends readonly Record<string, Message>[]>(
  ...parts: { [At in keyof Catalogues]: Promise<{ default: Catalogues[At] }> }
): Promise<Readonly<Record<KeyOf<Catalogues[number]>, Message>>> {
  const loaded = await Promise.all(parts);
  return Object.assign({}, ...loaded.map((part) => part.default)) as Readonly<Record<KeyOf<Catalogues[number]>, Message>>;
}
