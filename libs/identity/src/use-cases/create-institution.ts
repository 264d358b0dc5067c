import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform';
import { type NewInstitution, Organisation } from '../store/organisation.js';

/** Adds an institution. For the operator's commands. */
@Injectable()
export class CreateInstitution {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisation: Organisation,
  ) {}

  /** Answers the institution's id. */
  async execute(institution: NewInstitution): Promise<string> {
    return this.unitOfWork.run((tx) => this.organisation.addInstitution(tx, institution));
  }
}
