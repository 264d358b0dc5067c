const PREFIX = /^(?:(?:re|fw|fwd|sv|vs|aw|antw|atb|pārs|odp|ref)\s{0,2}(?:\[\d{1,3}\])?\s{0,2}:\s{0,5}){1,10}/i;

/** A ticket's title from a mail's subject, without what mail programs put before it; undefined where nothing is left. */
export function titleOf(subject: string): string | undefined {
  const plain = subject.replace(PREFIX, '').trim();
  return plain === '' ? undefined : plain.slice(0, 200).replace(/\p{Surrogate}$/u, '');
}
