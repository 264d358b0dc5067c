interface Facts {
  readonly document: string;
  readonly number: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly signatory: string | null;
}

/** A document of the demonstration as a file that every word processor opens (RTF). */
export function orderFile({ document, number, date, signatory }: Facts): { name: string; bytes: Buffer } {
  const [year, month, day] = date.split('-');
  const paragraphs = [
    'Informācijas centrs (demonstrācija)',
    document,
    `Rīgā, ${day}.${month}.${year}.${number === null ? '' : ` Nr. ${number}`}`,
    'Šis dokuments pieder demonstrācijas datiem; iestādes un cilvēki tajā ir izdomāti.',
    ...(signatory === null ? [] : [signatory]),
  ];
  const body = paragraphs.map((text) => `${escape(text)}\\par\n`).join('\\par\n');
  const name = `${(number ?? document).replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '')}.rtf`;
  return { name, bytes: Buffer.from(`{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\\f0\\fs24\n${body}}\n`, 'latin1') };
}

/** RTF knows only ASCII: other letters by their number, the format's own signs behind a backslash. */
function escape(text: string): string {
  return text.replaceAll(/[\\{}]/g, '\\$&').replaceAll(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0)}?`);
}
