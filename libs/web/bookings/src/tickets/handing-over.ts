import { DOCUMENT, inject, Injectable } from '@angular/core';
import { BookingResponse, TicketResponse } from '@modex/web-api-client';
import { saveFile, writeShowTime } from '@modex/web-ui';
import { qrPath } from './qr-path';

/** Pixels of one module, of the margin, and of a line of words. */
const [MODULE, MARGIN, LINE] = [16, 40, 52];

/** Hands a ticket to somebody else as a picture: by the system's own way of sharing where there is one, else as a file. */
@Injectable({ providedIn: 'root' })
export class HandingOver {
  private readonly page = inject(DOCUMENT);

  /** Whether the system can share pictures: on https, and not in every browser. */
  canShare(): boolean {
    const { navigator } = this.page.defaultView ?? {};
    const file = new File([''], 'ticket.png', { type: 'image/png' });
    return navigator?.canShare?.({ files: [file] }) === true;
  }

  /** Opens the system's sheet. Ends when somebody chose, or closed it. */
  async share(booking: BookingResponse, ticket: TicketResponse): Promise<void> {
    const file = await this.draw(booking, ticket);
    const text = `${booking.show.title}, ${writeShowTime(booking.show)}. ${ticket.seat.name}`;
    try {
      await this.page.defaultView?.navigator.share({ files: [file], text });
    } catch (error) {
      // Whoever closes the sheet, or presses twice, has seen what happens.
      if (error instanceof DOMException && ['AbortError', 'InvalidStateError'].includes(error.name)) return;
      throw error;
    }
  }

  async save(booking: BookingResponse, ticket: TicketResponse): Promise<void> {
    const file = await this.draw(booking, ticket);
    saveFile(file, file.name, this.page);
  }

  private async draw(booking: BookingResponse, ticket: TicketResponse): Promise<File> {
    const { size, path } = qrPath(ticket.code);
    const canvas = this.page.createElement('canvas');
    const words = wordsOf(booking, ticket);
    canvas.width = size * MODULE;
    canvas.height = canvas.width + words.length * LINE + MARGIN;
    const ink = canvas.getContext('2d');
    if (ink === null) throw new Error('This browser draws no pictures.');
    ink.fillStyle = '#fff';
    ink.fillRect(0, 0, canvas.width, canvas.height);
    ink.fillStyle = '#000';
    ink.font = `600 ${LINE * 0.65}px sans-serif`;
    words.forEach((line, at) =>
      ink.fillText(line, MARGIN, canvas.width + (at + 0.6) * LINE, canvas.width - 2 * MARGIN),
    );
    ink.scale(MODULE, MODULE);
    ink.fill(new Path2D(path));
    const picture = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (picture === null) throw new Error('This browser made no picture.');
    return new File([picture], `modex-${booking.code}-${ticket.issue}.png`, { type: 'image/png' });
  }
}

function wordsOf({ show }: BookingResponse, { seat, price }: TicketResponse): readonly string[] {
  const lines = [show.title, writeShowTime(show), show.venue ?? '', seat.name, price?.typeName ?? ''];
  return lines.filter((line) => line !== '');
}
