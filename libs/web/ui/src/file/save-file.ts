/** Long enough for a browser to start the download, in milliseconds. */
const KEPT_MS = 10_000;

/** Hands a file to the browser, which saves it under this name. */
export function saveFile(file: Blob, name: string, page: Document): void {
  const address = URL.createObjectURL(file);
  const link = page.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
