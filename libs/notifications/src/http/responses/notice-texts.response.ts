import { RefResponse } from '#identity';

export class NoticeTextWordsResponse {
  /** As it holds now. */
  text: string;
  /** As it was shipped. */
  shipped: string;
}

/** A text of notices or mails. */
export class NoticeTextResponse {
  key: string;
  /** What it tells of; `common` for what many mails share. */
  group: string;
  /** Names that may stand in two braces. */
  places: string[];
  lv: NoticeTextWordsResponse;
  en: NoticeTextWordsResponse;
  /** 0 where nobody has worded it anew. */
  version: number;
  updatedAt: string | null;
  updatedBy: RefResponse | null;
}

export class NoticeTextsResponse {
  items: NoticeTextResponse[];
}

export class TextSampleMailResponse {
  subject: string;
  text: string;
}

/** How a text reads with made-up values. */
export class TextSampleResponse {
  line: string;
  /** The made-up mail in which it stands; null where it stands in none. */
  mail: TextSampleMailResponse | null;
}

export class TrialMailResponse {
  /** Where the mail goes. */
  to: string;
}
