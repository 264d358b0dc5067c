export class PublishedSurveyResponse {
  /** Of the campaign. */
  id: string;
  title: string;
  year: number;
  opensOn: string;
  closesOn: string;
  publishedAt: string;
  answered: number;
  /** Institutions that the headline is the mean of. */
  institutions: number;
  /** The headline in percent; null where too few answered for a share. */
  value: number | null;
  low: number | null;
  high: number | null;
}

export class PublishedSurveysResponse {
  items: PublishedSurveyResponse[];
}
