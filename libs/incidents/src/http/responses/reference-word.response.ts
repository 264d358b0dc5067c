import type { ReferenceList } from '../../domain/reference-word.js';

export class ReferenceWordResponse {
  id: string;
  list: ReferenceList;
  code: string;
  nameLv: string;
  nameEn: string;
  descriptionLv: string | null;
  descriptionEn: string | null;
  /** Whether it can be chosen from now on. */
  active: boolean;
  /** The rules speak of it: it can be renamed, and not taken out of use. */
  builtIn: boolean;
  /** Only the system says it. */
  ofSystem: boolean;
  /** Of hold reasons: whether a policy may stop its clocks for it. */
  mayPause: boolean;
  version: number;
}

export class ReferenceWordsResponse {
  /** Each list in its order. */
  items: ReferenceWordResponse[];
}
