import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import encodeQR from 'qr';
import { PrintedFile, PrintedTicket, PrintedTickets } from './printed-tickets';
import { isRightToLeft, visualRuns } from './visual-line';

/** Lengths are points, 1/72 of an inch. A5 is read well on a phone, and printed two on a sheet. */
const PAGE = 'A5';
const MARGIN = 36;
const [WIDTH, QR_SIZE] = [419.53 - 2 * MARGIN, 170];
/** Light modules around the code, as ISO/IEC 18004 asks for. */
const QUIET = 4;
// Node's own, since a bundler would replace `require`.
const { resolve } = createRequire(__filename);
const FONTS = {
  plain: resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  bold: resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
} as const;

interface Style {
  readonly font: keyof typeof FONTS;
  readonly size: number;
}

const TITLE: Style = { font: 'bold', size: 18 };
const SEAT: Style = { font: 'bold', size: 16 };
const TEXT: Style = { font: 'plain', size: 11 };
const SMALL: Style = { font: 'plain', size: 9 };

/** A font as the library loads it. */
interface LoadedFont {
  readonly font: { hasGlyphForCodePoint(code: number): boolean };
}

/** Draws tickets, one page each: tagged, so that screen readers find their way, with the code as vectors. */
export async function drawTickets(order: PrintedTickets): Promise<PrintedFile> {
  const sheet = new Sheet(order.title);
  for (const ticket of order.tickets) sheet.addTicket(order, ticket);
  return sheet.finish();
}

class Sheet {
  private readonly pdf: PDFKit.PDFDocument;
  private readonly parts: Buffer[] = [];
  private readonly missing = new Set<string>();
  private y = MARGIN;

  constructor(title: string) {
    this.pdf = new PDFDocument({
      ...{ size: PAGE, margin: MARGIN, autoFirstPage: false, tagged: true, lang: 'en', displayTitle: true },
      ...{ pdfVersion: '1.7', info: { Title: title, Creator: 'Modex' } },
    });
    this.pdf.on('data', (part: Buffer) => this.parts.push(part));
    for (const [name, file] of Object.entries(FONTS)) this.pdf.registerFont(name, file);
  }

  addTicket(order: PrintedTickets, { code, seat, price }: PrintedTicket): void {
    this.pdf.addPage();
    this.y = MARGIN;
    const section = this.pdf.struct('Sect');
    this.pdf.addStructure(section);
    const write = (tag: 'H1' | 'P', text: string, style: Style): void => {
      if (text === '') return;
      section.add(this.pdf.struct(tag, { actual: text }, () => this.write(text, style)));
    };
    write('H1', order.title, TITLE);
    write('P', order.when, TEXT);
    write('P', order.venue, TEXT);
    this.y += 10;
    write('P', seat, SEAT);
    write('P', price, TEXT);
    section.add(this.pdf.struct('Figure', { alt: `Code of the ticket for ${seat}` }, () => this.drawCode(code)));
    write('P', order.customer, TEXT);
    write('P', `Booking ${order.bookingCode}`, TEXT);
    write('P', order.payment, TEXT);
    write('P', 'Lets one person in, once. Whoever comes first with this code is let in: show it to nobody.', SMALL);
    section.end();
  }

  async finish(): Promise<PrintedFile> {
    const ended = new Promise((resolve) => this.pdf.once('end', resolve));
    this.pdf.end();
    await ended;
    return { pdf: new Uint8Array(Buffer.concat(this.parts)), missing: [...this.missing].join('') };
  }

  /** Writes a text in as many lines as it needs. Its direction is that of its first strong character. */
  private write(text: string, style: Style): void {
    this.pdf.font(style.font).fontSize(style.size).fillColor('black');
    this.noteMissing(text);
    const lineHeight = this.pdf.currentLineHeight(true) * 1.15;
    for (const line of this.linesOf(text)) {
      const runs = visualRuns(line);
      const widths = runs.map((run) => this.pdf.widthOfString(run.text));
      const total = widths.reduce((sum, width) => sum + width, 0);
      let x = isRightToLeft(text) ? MARGIN + WIDTH - total : MARGIN;
      runs.forEach((run, at) => {
        const features: PDFKit.Mixins.OpenTypeFeatures[] = run.isRightToLeft ? ['rtla'] : [];
        this.pdf.text(run.text, x, this.y, { lineBreak: false, features });
        x += widths[at] as number;
      });
      this.y += lineHeight;
    }
    this.y += 2;
  }

  /** Breaks at blanks; what has none and is too long is broken anywhere. */
  private linesOf(text: string): readonly string[] {
    const lines: string[] = [];
    let line = '';
    for (const word of text.split(/(?<=\s)/u).flatMap((part) => this.fitting(part))) {
      const isFull = line !== '' && this.pdf.widthOfString((line + word).trimEnd()) > WIDTH;
      if (isFull) lines.push(line.trimEnd());
      line = isFull ? word : line + word;
    }
    return [...lines, line.trimEnd()];
  }

  private fitting(word: string): readonly string[] {
    if (this.pdf.widthOfString(word.trimEnd()) <= WIDTH) return [word];
    const letters = [...word];
    const half = letters.length >> 1;
    return [letters.slice(0, half).join(''), letters.slice(half).join('')].flatMap((part) => this.fitting(part));
  }

  private drawCode(code: string): void {
    const modules = encodeQR(code, 'raw', { ecc: 'medium', border: QUIET });
    const size = QR_SIZE / modules.length;
    const left = MARGIN + (WIDTH - QR_SIZE) / 2;
    modules.forEach((row, y) =>
      row.forEach((isDark, x) => {
        if (isDark) this.pdf.rect(left + x * size, this.y + y * size, size, size);
      }),
    );
    this.pdf.fill('black');
    this.y += QR_SIZE;
  }

  private noteMissing(text: string): void {
    const { font } = (this.pdf as unknown as { _font: LoadedFont })._font;
    for (const letter of text) {
      if (!/\s/u.test(letter) && !font.hasGlyphForCodePoint(letter.codePointAt(0) as number)) this.missing.add(letter);
    }
  }
}
