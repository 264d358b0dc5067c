import { importServices } from '#catalogue';
import { importGrants, importGroups, importInstitutions, importMembers, importPeople } from '#identity';
import type { UnitOfWork } from '#platform';
import type { LogDirectory } from './log-directory.js';

/** Writes the institutions, people, groups and services of a log; what an earlier run wrote stays as it is. */
export async function layDirectory(unitOfWork: UnitOfWork, directory: LogDirectory): Promise<void> {
  await unitOfWork.run(async (tx) => {
    await importInstitutions(tx, directory.institutions());
    await importPeople(tx, directory.people());
    await importGroups(tx, directory.supportGroups());
    await importMembers(tx, directory.groupMembers());
    await importGrants(
      tx,
      directory.resolverIds().map((userId) => ({ userId, role: 'agent' as const })),
    );
    await importServices(tx, directory.services());
  });
}
