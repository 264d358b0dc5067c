import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry, UnitOfWork } from '#platform';
import { LoginAttempts } from '../store/login-attempts.js';
import { OidcAttempts } from '../store/oidc-attempts.js';
import { ResetLinks } from '../store/reset-links.js';
import { Sessions } from '../store/sessions.js';

/** Deletes sessions, counts of attempts and links for new passwords that have run out; until then they are only refused. */
@Injectable()
export class ForgetSessions implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly attempts: LoginAttempts,
    private readonly resets: ResetLinks,
    private readonly outside: OidcAttempts,
  ) {}

  onModuleInit(): void {
    this.registry.define({ name: 'identity.forget-sessions', queue: 'chores', run: () => this.run() });
  }

  private async run(): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.sessions.sweep(tx);
      await this.attempts.sweep(tx);
      await this.resets.sweep(tx);
      await this.outside.sweep(tx);
    });
  }
}
