import { formatInstant } from '#kernel';
import type { BacklogPage } from '../../reads/backlog-page.js';

/** How many tickets are open, by age in calendar days. */
export class AgeBandsResponse {
  n: number;
  days0to2: number;
  days3to7: number;
  days8to30: number;
  over30: number;
}

export class AgesResponse extends AgeBandsResponse {
  /** In days; null of fewer than five. */
  median: number | null;
  /** Null of fewer than ten. */
  p90: number | null;
}

export class PartAgesResponse extends AgesResponse {
  /** Null for what has none. */
  id: string | null;
  name: string;
}

export class BacklogPartsResponse {
  institution: PartAgesResponse[];
  service: PartAgesResponse[];
  group: PartAgesResponse[];
}

export class BacklogMomentResponse extends AgeBandsResponse {
  /** At the end of this day, or now. */
  date: string;
}

export class BacklogResponse {
  from: string;
  to: string;
  /** The instant of which it speaks: the end of the last day, or now. */
  at: string;
  /** Everything that happened before this instant is counted. */
  dataAt: string;
  whole: AgesResponse;
  parts: BacklogPartsResponse;
  /** Each day, or each seventh of more than 35. */
  over: BacklogMomentResponse[];

  static from(page: BacklogPage): BacklogResponse {
    const { from, to, at, dataAt, whole, parts, over } = page;
    return {
      ...{ from, to, at: formatInstant(at), dataAt: formatInstant(dataAt), whole, over: [...over] },
      parts: { institution: parts.institution.map(agesOf), service: parts.service.map(agesOf), group: parts.group.map(agesOf) },
    };
  }
}

function agesOf({ id, name, n, days0to2, days3to7, days8to30, over30, median, p90 }: PartAgesResponse): PartAgesResponse {
  return { id, name, n, days0to2, days3to7, days8to30, over30, median, p90 };
}
