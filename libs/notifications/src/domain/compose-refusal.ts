import { type ComposedMail, type Say, subjectOf } from './compose-mail.js';

export interface RefusalMatter {
  readonly locale: 'lv' | 'en';
  readonly subject: string;
  readonly portalUrl: string;
}

/** Tells an address that nobody here has why nothing came of its mail. Nothing of that mail but its subject is repeated. */
export function composeRefusal({ subject, portalUrl }: RefusalMatter, say: Say): ComposedMail {
  const title = subject === '' ? say('refusal.plain') : say('refusal.words', { subject });
  return {
    subject: subjectOf(title),
    title,
    blocks: [
      { is: 'text', text: say('refusal.intro') },
      { is: 'text', text: say('refusal.outro') },
      { is: 'links', links: [{ label: say('refusal.portal'), url: portalUrl }] },
    ],
    footer: say('footer'),
  };
}
