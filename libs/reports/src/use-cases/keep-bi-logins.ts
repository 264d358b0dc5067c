import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform';
import { type BiLogin, BiLogins, newPassword } from '../store/bi-logins.js';
import { LoginRole } from '../store/login-role.js';

/** Gives a BI platform its way into the schema `reporting`, and takes it back: the operator's work, at the command line. */
@Injectable()
export class KeepBiLogins {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly logins: BiLogins,
  ) {}

  list(): Promise<BiLogin[]> {
    return this.logins.list();
  }

  /**
   * Makes a login, or gives it a new password. `adminUrl` names somebody who may make roles; `institution` the one that it is to see.
   * Answers the password, which is kept nowhere. Throws `reports.login-invalid`, `reports.institution-unknown`.
   */
  async add(adminUrl: string, role: string, institution: string | null): Promise<string> {
    const institutionId = institution === null ? null : await this.logins.institution(institution);
    const { password, verifier } = newPassword();
    await new LoginRole(adminUrl).provide(role, verifier);
    await this.unitOfWork.run((tx) => this.logins.admit(tx, role, institutionId));
    return password;
  }

  async remove(adminUrl: string, role: string): Promise<void> {
    await this.unitOfWork.run((tx) => this.logins.dismiss(tx, role));
    await new LoginRole(adminUrl).remove(role);
  }
}
