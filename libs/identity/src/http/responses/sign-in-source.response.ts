export class DirectoryFaultResponse {
  /** What the directory calls the entry. */
  externalId: string | null;
  code: string;
  value: string;
}

/** One reading of a directory. */
export class DirectorySyncResponse {
  id: string;
  /** Only tried: it shows what would be done. */
  dry: boolean;
  state: 'running' | 'done' | 'refused' | 'failed';
  /** Who asked for it; null: the night. */
  askedBy: string | null;
  created: number;
  changed: number;
  /** Accounts that were ended; of a reading that was refused, those that would have been. */
  ended: number;
  unchanged: number;
  /** Entries of institutions that the directory does not speak for. */
  elsewhere: number;
  faulty: number;
  /** The first of them. */
  faults: DirectoryFaultResponse[];
  /** The reason why nothing was done, as a code and in words. */
  refusal: string | null;
  refusalText: string | null;
  startedAt: string;
  finishedAt: string | null;
}

export class DirectoryResponse {
  code: string;
  nameLv: string;
  nameEn: string;
  /** People of it who are with us. */
  people: number;
  /** The latest readings, the last one first. */
  syncs: DirectorySyncResponse[];
}

export class OutsideProviderResponse {
  code: string;
  nameLv: string;
  nameEn: string;
  issuer: string;
  /** People who have signed in by it. */
  people: number;
}

export class SignInSourcesResponse {
  directories: DirectoryResponse[];
  providers: OutsideProviderResponse[];
}

export class DirectorySyncAskedResponse {
  id: string;
}
