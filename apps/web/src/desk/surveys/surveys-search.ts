/** Which survey and which of its versions; the first survey and its latest version where nothing is said. */
export interface SurveysSearch {
  survey?: string;
  version?: number;
}

export function readSurveysSearch({ survey, version }: Record<string, unknown>): SurveysSearch {
  return {
    ...(typeof survey === 'string' ? { survey } : {}),
    ...(Number.isInteger(Number(version)) && Number(version) > 0 ? { version: Number(version) } : {}),
  };
}
