/** Finds a QR code in what a camera shows now; undefined when there is none. */
export type ReadCode = (video: HTMLVideoElement) => Promise<string | undefined>;

/** What browsers offer by themselves (Shape Detection API); not all do. */
interface Detector {
  detect(of: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { readonly formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

/** Pixels on the longer side of a picture that is looked at: enough for a ticket that fills a third of it. */
const SIDE = 960;

/** The browser's own reader where it has one that knows QR codes; otherwise one in JavaScript, fetched now. */
export async function codeReader(window: Window): Promise<ReadCode> {
  return (await ownReader(window)) ?? scriptReader(window.document);
}

async function ownReader(window: Window): Promise<ReadCode | undefined> {
  const { BarcodeDetector } = window as Window & { readonly BarcodeDetector?: DetectorClass };
  if (BarcodeDetector === undefined) return undefined;
  const formats = await BarcodeDetector.getSupportedFormats();
  if (!formats.includes('qr_code')) return undefined;
  const detector = new BarcodeDetector({ formats: ['qr_code'] });
  return async (video) => (await detector.detect(video))[0]?.rawValue;
}

async function scriptReader(page: Document): Promise<ReadCode> {
  const { decodeQR } = await import('qr/decode.js');
  const canvas = page.createElement('canvas');
  const ink = canvas.getContext('2d', { willReadFrequently: true });
  if (ink === null) throw new Error('This browser draws no pictures.');
  return async (video) => {
    const scale = Math.min(1, SIDE / Math.max(video.videoWidth, video.videoHeight));
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    if (canvas.width === 0 || canvas.height === 0) return undefined;
    ink.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = ink.getImageData(0, 0, canvas.width, canvas.height);
    try {
      return decodeQR({ data, width, height });
    } catch {
      // Its way of saying that there is no code in the picture; whatever is wrong with this one, the next one is another.
      return undefined;
    }
  };
}
