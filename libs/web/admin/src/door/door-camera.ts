import { Component, DestroyRef, DOCUMENT, ElementRef, inject, output, signal, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { Notice } from '@modex/web-ui';
import { codeReader } from './code-reader';
import { SeenCodes } from './seen-codes';

/** Between two pictures that are looked at, in milliseconds: the page has to breathe, and the battery to last. */
const PAUSE_MS = 80;

/** Why there is no picture, by the names that browsers give. */
const WORDS: Readonly<Record<string, string>> = {
  NotAllowedError: $localize`The camera is blocked. Allow it for this page in the browser’s settings, or type the codes.`,
  NotFoundError: $localize`This device has no camera. Type the codes, or search the list.`,
  NotReadableError: $localize`Another app uses the camera. Close it and try again, or type the codes.`,
};
const INSECURE = $localize`Browsers open the camera on pages with https only, and this page is not. Ask for the https address of this site, or type the codes.`;
const FAILED = $localize`The camera cannot be opened. Type the codes, or search the list.`;

/** The camera of a door: reads QR codes for as long as it is open. */
@Component({
  selector: 'mx-door-camera',
  imports: [MatButtonModule, Notice],
  template: `
    @if (problem(); as words) {
      <mx-notice i18n tone="warning" headline="No camera" i18n-headline>{{ words }}</mx-notice>
    }
    <div class="view" [hidden]="!open()">
      <video #video muted playsinline aria-label="What the camera sees" i18n-aria-label></video>
    </div>
    <button matButton="outlined" type="button" [attr.aria-pressed]="open()" (click)="toggle()">
      @if (open()) {
        <ng-container i18n>Close the camera</ng-container>
      } @else {
        <ng-container i18n>Open the camera</ng-container>
      }
    </button>
  `,
  styleUrl: './door-camera.scss',
})
export class DoorCamera {
  private readonly window = inject(DOCUMENT).defaultView;
  private readonly video = viewChild.required<ElementRef<HTMLVideoElement>>('video');

  /** A code, once for as long as it is in view. */
  readonly read = output<string>();

  protected readonly open = signal(false);
  protected readonly problem = signal('');
  private stream: MediaStream | undefined;
  /** Counts openings and closings: what an earlier one still does counts no more. */
  private turn = 0;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.close());
  }

  protected async toggle(): Promise<void> {
    if (this.open()) return this.close();
    const turn = ++this.turn;
    this.problem.set('');
    const devices = this.window?.navigator.mediaDevices;
    // Over plain HTTP browsers have no devices at all.
    if (devices === undefined) return this.problem.set(INSECURE);
    this.open.set(true);
    try {
      const stream = await devices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } });
      await this.look(stream, turn);
    } catch (error) {
      if (turn !== this.turn) return;
      this.close();
      this.problem.set(error instanceof DOMException ? (WORDS[error.name] ?? FAILED) : FAILED);
      if (!(error instanceof DOMException)) throw error;
    }
  }

  private async look(stream: MediaStream, turn: number): Promise<void> {
    if (turn !== this.turn || this.window === null) return stopAll(stream);
    this.stream = stream;
    const video = this.video().nativeElement;
    video.srcObject = stream;
    await video.play();
    const [read, seen] = [await codeReader(this.window), new SeenCodes()];
    while (turn === this.turn) {
      const code = await read(video);
      if (turn === this.turn && code !== undefined && seen.isNew(code, performance.now())) this.read.emit(code);
      await new Promise((due) => setTimeout(due, PAUSE_MS));
    }
  }

  private close(): void {
    this.turn++;
    this.open.set(false);
    if (this.stream) stopAll(this.stream);
    this.stream = undefined;
  }
}

function stopAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
