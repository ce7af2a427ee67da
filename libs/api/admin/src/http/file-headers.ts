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
  return {
    'Content-Type': contentType,
    'Content-Disposition': attachment(`${name}.${ending}`),
    'Plan-Losses': encodeURIComponent(JSON.stringify(losses)),
  };
}

/** The header with which a browser saves an answer under this name (RFC 6266): plain for old programs, and whole in UTF-8. */
export function attachment(file: string): string {
  const plain = file.replace(/[^\w.-]+/g, '-');
  const whole = encodeURIComponent(file).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
