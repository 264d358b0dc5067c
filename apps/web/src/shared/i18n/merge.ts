import type { Message } from './messages';

/** Joins the catalogues of an entry; JSON modules arrive with a `default`. A key may stand in one catalogue only. */
export function merge<A extends Record<string, Message>, B extends Record<string, Message>>(a: { default: A }, b: { default: B }): A & B {
  return { ...a.default, ...b.default };
}
