/** What the headers of a file that is downloaded tell. */
interface DownloadedFile {
  readonly name: string;
  readonly ending: string;
  readonly contentType: string;
  /** What it could not carry. */
  readonly losses: readonly string[];
}

/** The headers of a file with which a browser saves it under the name of its plan. */
export function fileHeaders({ name, ending, contentType, losses }: DownloadedFile): Record<string, string> {
  const file = `${name}.${ending}`;
  // RFC 6266: the plain name for old programs, and the whole one in UTF-8.
  const plain = file.replace(/[^\w.-]+/g, '-');
  const whole = encodeURIComponent(file).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
  return {
    'Content-Type': contentType,
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${whole}`,
    'Plan-Losses': encodeURIComponent(JSON.stringify(losses)),
  };
}
