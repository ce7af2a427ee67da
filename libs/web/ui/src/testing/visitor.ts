import type { HttpRequest } from '@angular/common/http';
import type { HttpTestingController, TestRequest } from '@angular/common/http/testing';

const PATIENCE_MS = 3000;

/** What a problem of the API carries in a test. */
export interface Refused {
  readonly status: number;
  readonly code: string;
  readonly fields?: readonly { readonly field: string; readonly message: string }[];
}

/**
 * Drives a page in a test as a person would: by labels and words, in the whole document, so that dialogs are included.
 * The test answers the API's requests. What is waited for is polled; if it does not come, that is an error.
 */
export class Visitor {
  constructor(
    private readonly page: Document,
    private readonly http: HttpTestingController,
  ) {}

  /** Every word on the page, with single spaces. */
  text(): string {
    return (this.page.body.textContent ?? '').replace(/\s+/g, ' ');
  }

  async sees(words: string): Promise<void> {
    await this.until(`the words “${words}”`, () => this.text().includes(words) || undefined);
  }

  async seesNoMore(words: string): Promise<void> {
    await this.until(`no more “${words}”`, () => !this.text().includes(words) || undefined);
  }

  /** Presses the button or link of this name, as soon as there is one that can be pressed. */
  async press(name: string): Promise<void> {
    const found = await this.until(`a button “${name}” that can be pressed`, () =>
      this.buttons().find((button) => nameOf(button) === name && isFree(button)),
    );
    found.click();
  }

  /** False while there is no button of this name, or it is disabled. */
  canPress(name: string): boolean {
    return this.buttons().some((button) => nameOf(button) === name && isFree(button));
  }

  /** The names of all buttons and links on the page. */
  buttonNames(): readonly string[] {
    return this.buttons().map(nameOf);
  }

  async fill(label: string, value: string): Promise<void> {
    const control = await this.control(label);
    control.value = value;
    control.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** Checks a checkbox or radio button. */
  async check(label: string): Promise<void> {
    (await this.control(label)).click();
  }

  /** The control that a label belongs to. */
  async control(label: string): Promise<HTMLInputElement> {
    return this.until(`a control “${label}”`, () => this.controls().find((control) => labelOf(control) === label));
  }

  /** The words that stand beside a control: its hint and what is wrong with it. */
  async besides(label: string): Promise<string> {
    const ids = (await this.control(label)).getAttribute('aria-describedby') ?? '';
    return ids
      .split(' ')
      .map((id) => this.page.getElementById(id)?.textContent?.trim() ?? '')
      .join(' ');
  }

  /** The request that was sent, e.g. "POST /api/auth/guest" or "GET /api/bookings?when=past", as soon as it is. */
  async sent(wanted: string): Promise<TestRequest> {
    const [method, address = ''] = wanted.split(' ');
    const [url, query] = address.split('?');
    const asked = [...new URLSearchParams(query)];
    const isWanted = (request: HttpRequest<unknown>): boolean =>
      request.method === method &&
      request.url === url &&
      asked.every(([name, value]) => request.params.get(name) === value);
    return this.until(wanted, () => this.http.match(isWanted)[0]);
  }

  /** Answers the request; returns what was sent with it. */
  async answer(wanted: string, body: object | null): Promise<TestRequest> {
    const request = await this.sent(wanted);
    request.flush(body);
    return request;
  }

  /** Refuses the request as the API does. */
  async refuse(wanted: string, { status, code, fields }: Refused): Promise<void> {
    (await this.sent(wanted)).flush({ code, status, fields }, { status, statusText: code });
  }

  private buttons(): readonly HTMLElement[] {
    return [...this.page.body.querySelectorAll<HTMLElement>('button, a[href]')];
  }

  private controls(): readonly HTMLInputElement[] {
    return [...this.page.body.querySelectorAll<HTMLInputElement>('input, textarea, select')];
  }

  private async until<T>(what: string, find: () => T | undefined): Promise<T> {
    for (const end = Date.now() + PATIENCE_MS; ;) {
      const found = find();
      if (found !== undefined) return found;
      if (Date.now() > end) throw new Error(`There never was ${what}. There is: ${this.text()}`);
      await new Promise((due) => setTimeout(due, 5));
    }
  }
}

function isFree(button: HTMLElement): boolean {
  return !button.hasAttribute('disabled') && button.getAttribute('aria-disabled') !== 'true';
}

function nameOf(element: HTMLElement): string {
  return (element.getAttribute('aria-label') ?? element.textContent ?? '').replace(/\s+/g, ' ').trim();
}

function labelOf(control: HTMLInputElement): string {
  return (control.getAttribute('aria-label') ?? control.labels?.[0]?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
