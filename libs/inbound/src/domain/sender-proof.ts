import { domainOf, headersOf, type ParsedMail } from './parsed-mail.js';

/**
 * What the mail server before us says of the sender's address: `passed` he is who he claims, `failed` he is not, `absent` it said
 * nothing of it, `unchecked` no such server is named in the settings.
 */
export type SenderProof = 'passed' | 'failed' | 'absent' | 'unchecked';

interface Finding {
  readonly method: string;
  readonly result: string;
  /** `header.from=...`, `header.d=...`, `smtp.mailfrom=...` by name. */
  readonly properties: ReadonlyMap<string, string>;
}

/** Most of what one header may hold that is looked at, in characters. */
const LONGEST = 4_000;

/** Comments in brackets say nothing; nested ones are taken out from within. */
function withoutComments(text: string): string {
  let plain = text;
  for (let round = 0; round < 5; round += 1) {
    const next = plain.replace(/\([^()]*\)/g, ' ');
    if (next === plain) return plain;
    plain = next;
  }
  return plain;
}

/** Reads an Authentication-Results header (RFC 8601): the server's name and its findings. */
export function readResults(value: string): { readonly server: string; readonly findings: readonly Finding[] } {
  const [head = '', ...parts] = withoutComments(value.slice(0, LONGEST)).split(';');
  const server = (head.trim().split(/\s+/)[0] ?? '').toLowerCase();
  const findings = parts.flatMap((part) => {
    const words = part.trim().toLowerCase().split(/\s+/);
    const [method, result] = (words[0] ?? '').split('=');
    if (!method || !result) return [];
    const properties = words.slice(1).flatMap((word): [string, string][] => {
      const at = word.indexOf('=');
      return at > 0 ? [[word.slice(0, at), word.slice(at + 1).replaceAll('"', '')]] : [];
    });
    return [{ method: method.replace(/\/.*$/, ''), result, properties: new Map(properties) }];
  });
  return { server, findings };
}

/**
 * Does the domain found speak for that of the sender: is it the same, or one above it? One below does not: whoever has a name under
 * `gov.lv` is not `gov.lv`.
 */
function aligned(found: string | undefined, from: string): boolean {
  const value = found ?? '';
  const domain = value.slice(value.lastIndexOf('@') + 1);
  return domain.includes('.') && (domain === from || from.endsWith(`.${domain}`));
}

function proves({ method, result, properties }: Finding, from: string): boolean {
  if (result !== 'pass') return false;
  if (method === 'dmarc') return properties.get('header.from') === from;
  if (method === 'dkim') return aligned(properties.get('header.d') ?? properties.get('header.i'), from);
  return method === 'spf' && aligned(properties.get('smtp.mailfrom'), from);
}

/**
 * Weighs the headers that the server named `server` has written; what others wrote proves nothing. A single refusal of DMARC outweighs
 * every pass: the server writes once, so a second opinion under its name is somebody else's.
 */
export function senderProof(mail: Pick<ParsedMail, 'headers' | 'from'>, server: string | undefined): SenderProof {
  if (server === undefined) return 'unchecked';
  if (mail.from === null) return 'absent';
  const from = domainOf(mail.from);
  const ours = headersOf(mail, 'authentication-results')
    .slice(0, 20)
    .map((value) => readResults(value))
    .filter((results) => results.server === server.toLowerCase())
    .flatMap(({ findings }) => findings);
  if (ours.some(({ method, result }) => method === 'dmarc' && result === 'fail')) return 'failed';
  if (ours.some((finding) => proves(finding, from))) return 'passed';
  return ours.some(({ method, result }) => (method === 'spf' || method === 'dkim') && result === 'fail') ? 'failed' : 'absent';
}
