import { Injectable } from '@nestjs/common';
import { DomainError, type Instant, notFound, plusSeconds } from '#kernel';
import { Settings, type Tx, UnitOfWork } from '#platform';
import type { Actor } from '../domain/actor.js';
import { Directories } from '../outside/directories.js';
import { ResetLinks } from '../store/reset-links.js';

/** A link for somebody new holds for a day: he may read his mail, or get it on paper, tomorrow. */
export const SIGN_IN_LINK_SECONDS = 86_400;

export interface SignInLink {
  readonly url: string;
  readonly expiresAt: Instant;
}

interface Newcomer {
  readonly active: boolean;
  readonly login: string | null;
  readonly email: string | null;
  /** A password, or an identity at a provider: he can sign in already. */
  readonly hasPassword: boolean;
  /** Where his record comes from; a directory lets its people in by its own passwords. */
  readonly source: string | null;
}

/** Lets somebody in who has no password yet, by a link of one use: shown to the administrator once, or sent to the person by mail. */
@Injectable()
export class GiveSignInLink {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: Settings,
    private readonly links: ResetLinks,
    private readonly directories: Directories,
  ) {}

  /**
   * The link; earlier ones stop working. Throws `identity.link-has-password` (conflict) for whoever can sign in already: his new password is
   * his own doing, or an administrator could take any account over; `identity.link-needs-login` (rule broken) without a login.
   */
  async show(actor: Actor, userId: string): Promise<SignInLink> {
    return this.unitOfWork.run(async (tx) => {
      await this.newcomer(tx, userId);
      await tx.append(told('issued', userId, actor.id));
      return this.issue(tx, userId);
    });
  }

  /** Asks the worker to mail it, so that the link stands in the mail alone. Throws `identity.link-needs-mail` (rule broken) too. */
  async mail(actor: Actor, userId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { email } = await this.newcomer(tx, userId);
      if (email === null) throw new DomainError('identity.link-needs-mail');
      await tx.append(told('asked', userId, actor.id));
    });
  }

  /** For the worker that writes the mail: null where the person needs no link any more. */
  async forMail(tx: Tx, userId: string): Promise<string | null> {
    const person = await find(tx, userId);
    if (!person?.active || person.login === null || person.hasPassword || this.ofDirectory(person)) return null;
    return this.links.issue(tx, userId, SIGN_IN_LINK_SECONDS);
  }

  private async newcomer(tx: Tx, userId: string): Promise<Newcomer> {
    const person = await find(tx, userId);
    if (!person?.active) throw notFound('identity.user');
    if (person.hasPassword) throw new DomainError('identity.link-has-password', {}, 'conflict');
    if (this.ofDirectory(person)) throw new DomainError('identity.link-of-directory', {}, 'conflict');
    if (person.login === null) throw new DomainError('identity.link-needs-login');
    return person;
  }

  /** Not where the settings do not name the directory any more: then nobody else would let him in. */
  private ofDirectory({ source }: Newcomer): boolean {
    return this.directories.ofSource(source) !== undefined;
  }

  private async issue(tx: Tx, userId: string): Promise<SignInLink> {
    const token = await this.links.issue(tx, userId, SIGN_IN_LINK_SECONDS);
    return { url: `${this.settings.publicUrl}/reset/${token}`, expiresAt: plusSeconds(tx.now, SIGN_IN_LINK_SECONDS) };
  }
}

async function find(tx: Tx, userId: string): Promise<Newcomer | undefined> {
  const [row] = await tx.query<Newcomer>(
    `select active, login, email, (password_hash is not null or exists (select 1 from identity.outside_identity o where o.user_id = app_user.id)) as "hasPassword", source from identity.app_user where id = $1 for no key update`,
    [userId],
  );
  return row;
}

const told = (what: 'issued' | 'asked', userId: string, actorId: string) => ({
  ...{ type: `identity.sign-in-link-${what}`, version: 1, subject: { type: 'user', id: userId }, actorId, payload: {} },
});
