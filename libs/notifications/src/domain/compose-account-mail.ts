import type { Instant } from '#kernel';
import { type ComposedMail, momentWords, type Say, subjectOf } from './compose-mail.js';

/** The mails that bring a link for a password, and those that say that something about signing in has changed. */
export type AccountMailKind = 'password-forgotten' | 'account-opened' | AccountChange;

/** Events after which the owner of an account is told, so that he notices what was not his doing. */
export const ACCOUNT_CHANGES = {
  'identity.password-reset': 'password-reset',
  'identity.password-changed': 'password-changed',
  'identity.second-factor-set-up': 'factor-set-up',
  'identity.second-factor-removed': 'factor-removed',
  'identity.second-factor-reset': 'factor-reset',
  'identity.recovery-code-used': 'recovery-code-used',
  'identity.recovery-codes-renewed': 'recovery-codes-renewed',
} as const;

export type AccountChange = (typeof ACCOUNT_CHANGES)[keyof typeof ACCOUNT_CHANGES];

export interface AccountMatter {
  readonly locale: 'lv' | 'en';
  readonly name: string;
  readonly at: Instant;
  /** The page of the link, or the profile. */
  readonly url: string;
}

/** Writes to somebody about his account: what happened and when, and what to do if it was not he. */
export function composeAccountMail(kind: AccountMailKind, { locale, name, at, url }: AccountMatter, say: Say): ComposedMail {
  const words = say(`account.${kind}.words`);
  const opens = kind === 'account-opened';
  const asked = kind === 'password-forgotten' || opens;
  return {
    subject: subjectOf(words),
    title: words,
    blocks: [
      { is: 'text', text: say('greeting', { name }) },
      { is: 'text', text: say(`account.${kind}.intro`, { moment: momentWords(at, locale, say) }) },
      ...(asked ? [] : [{ is: 'text', text: say('account.notYou') } as const]),
      { is: 'links', links: [{ label: say(asked ? 'account.setPassword' : 'account.open'), url }] },
      ...(asked && !opens ? [{ is: 'text', text: say('account.notAsked') } as const] : []),
    ],
    footer: say('account.footer'),
  };
}
