/** One ticket as it is printed. */
export interface PrintedTicket {
  /** What is drawn as a QR code. */
  readonly code: string;
  /** What the seat is called. */
  readonly seat: string;
  /** Type and price of the ticket; empty for none. */
  readonly price: string;
}

/** The tickets of a booking as they are printed: one page each. All texts are as people read them. */
export interface PrintedTickets {
  readonly title: string;
  readonly when: string;
  /** Empty for none. */
  readonly venue: string;
  readonly customer: string;
  readonly bookingCode: string;
  /** What is to be paid, and where; empty for nothing. */
  readonly payment: string;
  readonly tickets: readonly PrintedTicket[];
}

/** A file, and the characters for which the typeface has no shape. */
export interface PrintedFile {
  readonly pdf: Uint8Array;
  readonly missing: string;
}
