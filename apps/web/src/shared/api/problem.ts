import type shared from '../../locales/lv/shared.json';
import type { Texts } from '../i18n/create-i18n';
import type { Params } from '../i18n/messages';

/** One field of an invalid body: `pointer` is a JSON pointer such as `/title`. */
export interface FieldProblem {
  pointer: string;
  code: string;
  detail: string;
}

/** The body of an answer that failed (RFC 9457). */
export interface ProblemBody {
  type?: string;
  title?: string;
  status?: number;
  code?: string;
  detail?: string;
  params?: Params;
  instance?: string;
  errors?: FieldProblem[];
}

/** A request that failed. `status` 0 means that no answer came (offline, or the server is being restarted). */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly params: Params;
  readonly errors: FieldProblem[];
  readonly instance: string | null;
  /** What the server says in the reader's language. */
  readonly sentence: string | null;

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.title ?? body.code ?? String(status));
    this.name = 'ApiProblem';
    this.status = status;
    this.code = body.code ?? `http.${status}`;
    this.params = body.params ?? {};
    this.errors = body.errors ?? [];
    this.instance = body.instance ?? null;
    this.sentence = body.detail && body.detail !== body.code ? body.detail : null;
  }
}

type SharedKey = keyof typeof shared;

/** What is needed of an entry's texts; every entry has the shared keys and more. */
interface ProblemTexts extends Pick<Texts<SharedKey>, 't'> {
  has(key: string): boolean;
}

function fallbackKey(status: number): SharedKey {
  if (status === 0) return 'problem.offline';
  if (status === 401) return 'problem.signedOut';
  if (status === 403) return 'problem.forbidden';
  if (status === 404) return 'problem.notFound';
  if (status === 409 || status === 412) return 'problem.conflict';
  if (status === 413) return 'problem.tooLarge';
  if (status === 422 || status === 400) return 'problem.invalid';
  if (status === 429) return 'problem.tooMany';
  return 'problem.server';
}

/**
 * A sentence for a person: our text of the problem's code, else what the server says in his language, else our text of the kind of
 * failure. Anything else reads as a fault of ours.
 */
export function problemText(texts: ProblemTexts, error: unknown): string {
  if (!(error instanceof ApiProblem)) return texts.t('problem.server');
  const key = `problem.${error.code}`;
  if (texts.has(key)) return texts.t(key as SharedKey, error.params);
  const ours = error.status === 0 || error.status >= 500;
  return (ours ? null : error.sentence) ?? texts.t(fallbackKey(error.status));
}
